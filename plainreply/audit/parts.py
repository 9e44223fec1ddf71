"""The result of an audit on disk: parts of two tables, and a journal of the parts that count.

A part is first written whole, then entered in the journal. What a killed run has left behind is
in no journal: the next run removes it, reads which letters are done, and goes on with the others.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from time import monotonic
from typing import IO, Any

from pyarrow import parquet

from plainreply.audit import schema
from plainreply.audit.values import Row, Rows
from plainreply.errors import BadConfiguration

JOURNAL = "_journal.jsonl"
PAGE = "summary.html"
BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows changes the ends of lines."""
TABLES = ("letters", "findings")
FORM = 1
PART = 2000
"""How many letters a part has."""
PATIENCE = 60.0
"""After how many seconds a part is closed though it is not full: a kill costs no more work."""
OTHER_RUN = (
    "Папку «{}» начали с другими настройками или другой версией: укажите другую папку или "
    "добавьте --force, чтобы начать заново."
)
NOT_OURS = "«{}» — не папка проверки архива: укажите новую папку."
FINISHED = "Проверка в «{}» уже закончена: укажите другую папку или добавьте --force."
BUSY = "В папку «{}» уже пишет другая проверка: дождитесь её конца."
NO_FOLDER = "Папка «{}» не создаётся или не пишется: проверьте путь, доступ и место на диске."


class Parts:
    """The folder of an audit. ``stamp`` stands for what decides the result: settings, version.

    Raises BadConfiguration for a folder that holds something else, is complete, or in use;
    ``force`` starts an audit anew.
    """

    def __init__(self, folder: Path, stamp: str, texts: bool = False, force: bool = False) -> None:
        self.folder, self._texts = folder, texts
        self._rows: tuple[list[Row], list[Row]] = ([], [])
        self._began = monotonic()
        _make(folder)
        self._journal = _locked(folder)
        journal = [] if force else _lines(folder / JOURNAL)
        head = {"form": FORM, "stamp": stamp, "texts": texts}
        if not any("part" in line or "finished" in line for line in journal):
            self._journal.truncate(0)
            self._enter(head)
        elif journal[0] != head:
            raise BadConfiguration(OTHER_RUN.format(folder))
        elif any("finished" in line for line in journal):
            raise BadConfiguration(FINISHED.format(folder))
        self._numbers = [line["part"] for line in journal if "part" in line]
        self._sweep()
        self.done = frozenset(map(mark, self._places()))

    def add(self, rows: Rows) -> None:
        """Take in some rows; they are on disk as soon as their part is full."""
        self._rows[0].extend(rows.letters)
        self._rows[1].extend(rows.findings)
        if len(self._rows[0]) >= PART or monotonic() - self._began > PATIENCE:
            self.flush()

    def flush(self) -> None:
        """Write what has come as a part, and enter it in the journal."""
        letters, findings = self._rows
        if letters:
            number = max(self._numbers, default=0) + 1
            self._write("findings", number, findings, schema.findings(self._texts))
            self._write("letters", number, letters, schema.letters(self._texts))
            self._enter({"part": number, "letters": len(letters), "findings": len(findings)})
            self._numbers.append(number)
        self._rows = ([], [])
        self._began = monotonic()

    def finish(self) -> None:
        """Say that all letters are in."""
        self.flush()
        self._enter({"finished": True})

    def close(self) -> None:
        """Let go of the folder; what is not in a full part yet is written."""
        with suppress(BadConfiguration):
            self.flush()
        self._journal.close()

    def tables(self) -> Iterator[tuple[Any, Any]]:
        """Yield the letters and the findings of each part."""
        for number in self._numbers:
            letters, findings = (self._path(name, number) for name in TABLES)
            yield parquet.read_table(letters), parquet.read_table(findings)

    def _places(self) -> Iterator[str]:
        for number in self._numbers:
            found = parquet.read_table(self._path("letters", number), columns=["place"])
            yield from found.column("place").to_pylist()

    def _path(self, name: str, number: int) -> Path:
        return self.folder / name / f"part-{number:06}.parquet"

    def _write(self, name: str, number: int, rows: list[Row], columns: Any) -> None:
        path = self._path(name, number)
        draft = path.with_name(f".{path.name}")
        try:
            with _private(draft, os.O_WRONLY | os.O_TRUNC, "wb") as stream:
                parquet.write_table(schema.table(rows, columns), stream, compression="zstd")
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(path)
        except OSError as error:
            raise BadConfiguration(NO_FOLDER.format(self.folder)) from error
        finally:
            draft.unlink(missing_ok=True)

    def _enter(self, line: dict[str, Any]) -> None:
        try:
            self._journal.write(json.dumps(line).encode() + b"\n")
            self._journal.flush()
            os.fsync(self._journal.fileno())
        except OSError as error:
            raise BadConfiguration(NO_FOLDER.format(self.folder)) from error

    def _sweep(self) -> None:
        """Remove parts that are not in the journal, and what a killed run was writing."""
        own = {self._path(name, number) for name in TABLES for number in self._numbers}
        try:
            for name in TABLES:
                folder = self.folder / name
                folder.mkdir(mode=0o700, exist_ok=True)
                for path in {*folder.glob("part-*"), *folder.glob(".part-*")} - own:
                    path.unlink()
            for path in self.folder.glob(f".{PAGE}.*"):
                path.unlink()
        except OSError as error:
            raise BadConfiguration(NO_FOLDER.format(self.folder)) from error


def _private(path: Path, flags: int, mode: str) -> IO[bytes]:
    """Open a file to write, made at need, that its owner alone may read from the start."""
    return os.fdopen(os.open(path, flags | os.O_CREAT | BINARY, 0o600), mode)


def mark(place: str) -> int:
    """Return a number that stands for a place, as it is or as it is written: a set of them is
    small."""
    return int.from_bytes(blake2b(schema.written(place).encode(), digest_size=8).digest())


def _make(folder: Path) -> None:
    """Make the folder where it is not there. Raises BadConfiguration for one of other things."""
    try:
        if folder.exists() and not folder.is_dir():
            raise BadConfiguration(NOT_OURS.format(folder))
        if folder.is_dir() and any(folder.iterdir()) and not (folder / JOURNAL).is_file():
            raise BadConfiguration(NOT_OURS.format(folder))
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise BadConfiguration(NO_FOLDER.format(folder)) from error


def _lines(path: Path) -> list[dict[str, Any]]:
    """Return the whole lines of a journal; one that a kill has cut is cut off."""
    data = path.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if whole != data:
        with path.open("rb+") as stream:
            stream.truncate(len(whole))
    try:
        return [json.loads(line) for line in whole.splitlines()]
    except ValueError as error:
        raise BadConfiguration(NOT_OURS.format(path.parent)) from error


def _locked(folder: Path) -> IO[bytes]:
    """Open the journal for this process alone. A lock goes with the process that has it."""
    try:
        stream = _private(folder / JOURNAL, os.O_WRONLY | os.O_APPEND, "ab")
    except OSError as error:
        raise BadConfiguration(NO_FOLDER.format(folder)) from error
    try:
        import fcntl
    except ImportError:  # Windows: two runs into one folder are not told apart there
        return stream
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        stream.close()
        raise BadConfiguration(BUSY.format(folder)) from error
    return stream
