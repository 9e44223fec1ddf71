"""Finds and reads the project's data: the rules directory and its tables.

To parse its 200 files takes a third of a second, so what they say is kept from run to run.
"""

from collections.abc import Mapping
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from plainreply.errors import BadRule
from plainreply.keeping import kept

Row = dict[str, str]
FORM = "2"
"""The form in which parsed files are kept; another one makes them be parsed anew."""


@cache
def rules_dir() -> Path:
    """Return the directory of the rules that came with the package or the checkout."""
    packaged = Path(__file__).parent / "rules"
    return packaged if packaged.is_dir() else packaged.parent.parent / "rules"


def read_table(path: Path) -> tuple[Row, ...]:
    """Read a tab-separated table with a header; lines that start with ``#`` are comments.

    Raises BadRule when the file is missing or a row has too many cells.
    """
    found = _parsed().get(str(path))
    return tuple(_table(path, _bytes(path)) if found is None else found)


@cache
def lexicon(name: str) -> tuple[Row, ...]:
    """Return the rows of ``rules/lexicons/<name>.tsv``, read once."""
    return read_table(rules_dir() / "lexicons" / f"{name}.tsv")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file. Raises BadRule with the file and the fault."""
    found: dict[str, Any] | None = _parsed().get(str(path))
    return _toml(path, _bytes(path)) if found is None else found


@cache
def _parsed() -> Mapping[str, Any]:
    """Return what each table and TOML file of ``rules_dir`` says, by its path.

    Nothing when one of them is at fault: whoever reads that one is told.
    """
    from hashlib import blake2b

    root = rules_dir()
    paths = (path for path in sorted(root.rglob("*")) if path.suffix in PARSERS)
    digest = blake2b(FORM.encode(), digest_size=16)
    try:
        files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
        for name, data in files.items():
            digest.update(f"{name} {len(data)} ".encode() + data)
        parsed = kept("rules", digest.hexdigest(), lambda: _all(files))
    except (OSError, BadRule):
        return {}
    return {str(root / name): said for name, said in parsed.items()}


def _all(files: Mapping[str, bytes]) -> dict[str, Any]:
    paths = {name: Path(name) for name in files}
    return {name: PARSERS[path.suffix](path, files[name]) for name, path in paths.items()}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadRule(f"{path}: файл не удалось прочитать, проверьте путь") from error


def _table(path: Path, data: bytes) -> list[Row]:
    import csv

    try:
        stream = StringIO(data.decode("utf-8"), newline="")
    except UnicodeDecodeError as error:
        raise BadRule(f"{path}: таблица не в кодировке UTF-8, сохраните её так") from error
    lines = [line for line in stream if line.strip() and not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, 2):
        if None in row:
            raise BadRule(f"{path}, строка {number}: ячеек больше, чем в заголовке")
    return [{key: value or "" for key, value in row.items()} for row in rows]


def _toml(path: Path, data: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRule(f"{path}: файл не читается как TOML ({error}), исправьте его") from error


PARSERS = {".tsv": _table, ".toml": _toml}
