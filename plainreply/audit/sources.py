"""Finds letters: in folders, archives, mailboxes and tables, here or at an address of fsspec.

Everything is a stream: of an archive of a million letters one is held at a time.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from plainreply.audit.archives import in_tar, in_zip
from plainreply.audit.mail import in_mbox
from plainreply.audit.tables import ANY, Columns, in_csv, in_parquet
from plainreply.audit.told import from_folders
from plainreply.audit.values import Entry, broken, limited
from plainreply.errors import BadConfiguration, UnreadableDocument
from plainreply.readers import SUFFIXES

NOTHING = "«{}» не найдено: проверьте путь или адрес."
BAD_ADDRESS = "Адрес «{}» не открывается ({}): проверьте его и доступ к нему."
DENIED = "Файл не открывается: проверьте, есть ли к нему доступ."
NO_ACCESS = "Папка не открывается: проверьте, есть ли к ней доступ."
SPECIAL = "Это не обычный файл: проверьте, куда ведёт ссылка."
NESTED = "Файл внутри архива не открывается: распакуйте архив и проверьте папку."
PACKED = "Такой архив не читается: распакуйте его и проверьте папку."
NO_LETTERS = "Столбца с письмами в таблице нет: назовите его, --column ИМЯ."
TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
HOLDERS = {
    ".zip": in_zip,
    **dict.fromkeys(TARS, in_tar),
    ".mbox": in_mbox,
}
TABLES = {".csv": in_csv, ".tsv": in_csv, ".parquet": in_parquet}
OTHER_ARCHIVES = (".7z", ".rar", ".pst")
OTHER_LETTERS = frozenset((".doc", ".rtf", ".pdf", *OTHER_ARCHIVES)) - SUFFIXES
"""What may hold letters too and is not read: the report says that such files were left."""


@dataclass(slots=True)
class Found:
    """All letters of some sources. ``left`` counts the files of a folder that may hold letters
    and are of a format that is not read, by the end of their names."""

    sources: Sequence[str]
    columns: Columns = ANY
    left: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[Entry]:
        """Yield the letters. Raises BadConfiguration for a source that is not there."""
        for source in dict.fromkeys(self.sources):
            yield from self._of(source)

    def _of(self, source: str) -> Iterator[Entry]:
        system, root = _opened(source)
        if not system.isdir(root):
            yield from self._file(system, root, source, "")
            return
        denied: list[OSError] = []
        for above, _, files in system.walk(root, detail=True, on_error=denied.append):
            for name in sorted(files):
                path = f"{str(above).rstrip('/')}/{name}"
                inside = path.removeprefix(str(root)).lstrip("/")
                if any(part.startswith((".", "~$")) for part in inside.split("/")):
                    continue
                if files[name].get("type") == "file":
                    yield from self._file(system, path, source, inside)
                elif _ending(name) or PurePosixPath(name.lower()).suffix in SUFFIXES:
                    yield broken(f"{source.rstrip('/')}/{inside}", SPECIAL)
        for error in denied:
            yield broken(str(error.filename or source), NO_ACCESS)

    def _file(self, system: Any, path: str, source: str, inside: str) -> Iterator[Entry]:
        """Yield the letters of one file; ``inside`` is its path in the folder ``source``."""
        address = f"{source.rstrip('/')}/{inside}" if inside else source
        name = PurePosixPath(path).name
        suffix = PurePosixPath(name.lower()).suffix
        if ending := _ending(name):
            yield from self._held(system, path, address, inside, ending)
        elif not inside and suffix in OTHER_ARCHIVES:
            yield broken(address, PACKED)
        elif suffix in SUFFIXES or not inside:
            folder = address.rpartition("/")[0]
            told = from_folders(inside)
            yield Entry(address, name, name, folder, lambda: _load(system, path), guessed=told)
        elif suffix in OTHER_LETTERS:
            self.left[suffix] += 1

    def _held(
        self, system: Any, path: str, address: str, inside: str, ending: str
    ) -> Iterator[Entry]:
        """Yield the letters that one file holds. A damaged one is told and the others go on, as is
        a table of a folder that has no letters; a table that was named must have them."""
        guessed = from_folders(inside)
        try:
            with system.open(path, "rb") as stream, ExitStack() as closed:
                if ending in TABLES:
                    held = TABLES[ending](stream, address, self.columns)
                else:
                    held = HOLDERS[ending](stream, address, self._leave)
                closed.callback(held.close)
                for entry in held:
                    yield replace(entry, guessed=entry.guessed.over(guessed))
        except UnreadableDocument as error:
            yield broken(address, str(error))
        except BadConfiguration:
            if not inside:
                raise
            yield broken(address, NO_LETTERS)
        except OSError:
            yield broken(address, DENIED)

    def _leave(self, name: str) -> str:
        """Return why a member of an archive that is no letter must be told, ``""`` if it need not;
        count what may be a letter in another format."""
        suffix = PurePosixPath(name.lower()).suffix
        if suffix in OTHER_ARCHIVES or _ending(name):
            return NESTED
        if suffix in OTHER_LETTERS:
            self.left[suffix] += 1
        return ""


def _ending(name: str) -> str:
    """Return how the name of a file that holds letters ends, ``""`` for any other."""
    return next((end for end in (*TARS, *HOLDERS, *TABLES) if name.lower().endswith(end)), "")


def _opened(source: str) -> tuple[Any, str]:
    """Return the file system of a path or an address, and the path in it."""
    import fsspec

    try:
        system, root = fsspec.core.url_to_fs(source)
        there = system.exists(root)
    except (OSError, ValueError, ImportError) as error:
        raise BadConfiguration(BAD_ADDRESS.format(source, type(error).__name__)) from error
    if not there:
        raise BadConfiguration(NOTHING.format(source))
    return system, str(root).rstrip("/") or "/"


def _load(system: Any, path: str) -> bytes:
    with system.open(path, "rb") as stream:
        return limited(stream)
