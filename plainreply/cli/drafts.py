"""Finds the drafts that the command line names, and reads them."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from plainreply.cli.files import real
from plainreply.cli.streams import stdin_bytes
from plainreply.document import Document
from plainreply.readers import SUFFIXES, read, read_bytes
from plainreply.reporters import STDIN, Failed
from plainreply.settings import Sources

OTHER_LETTERS = frozenset((".doc", ".rtf", ".pdf"))
"""What may hold a letter too; where a folder has such files and they are not read, the report says
they were left."""

LOCK = "~$"
"""How the file begins that Word keeps beside a letter while it is open: «*.docx» names it, too."""

NO_DRAFTS = f"В папке нет писем: ищу файлы {', '.join(sorted(SUFFIXES))}."
UNCONFIGURED = Sources(isolated=True)
NO_ACCESS = "Папка не открывается: проверьте, есть ли к ней доступ."


class Draft(NamedTuple):
    """A draft to check: a file, or standard input when ``path`` is None."""

    name: str
    path: Path | None

    def read(self) -> Document:
        """Return the document. Raises UnreadableDocument."""
        if self.path is None:
            return read_bytes(stdin_bytes(), self.name)
        return read(self.path)


@dataclass(slots=True)
class Found:
    """What the arguments name: drafts and failures in order, and files of other formats."""

    items: list[Draft | Failed] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)


def find(
    paths: Iterable[str], stdin_name: str | None = None, sources: Sources = UNCONFIGURED
) -> Found:
    """Return the drafts of ``paths``, each once; folders are searched through and sorted, for
    what the settings of ``sources`` want from them. Marks of open files are no drafts."""
    found = Found()
    named = dict.fromkeys(paths)
    for path in named:
        if path == STDIN:
            found.items.append(Draft(stdin_name or STDIN, None))
        elif _is_folder(Path(path)):
            found.items += _in_folder(Path(path), found.left, sources)
        elif not (len(named) > 1 and Path(path).name.startswith(LOCK)):
            found.items.append(Draft(path, Path(path)))
    found.items = list(_once(found.items))
    return found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # the reader will say that it has no access
        return False


def _in_folder(folder: Path, left: Counter[str], sources: Sources) -> list[Draft | Failed]:
    failed: list[Draft | Failed] = []
    wanted: list[Path] = []
    for root, folders, names in os.walk(
        folder, onerror=lambda error: failed.append(Failed(str(error.filename), NO_ACCESS))
    ):
        here = sources.configuration(Path(root))
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and not here.excludes(Path(root, name), folder=True)
        ]
        shown = [Path(root, name) for name in names if not name.startswith((".", LOCK))]
        wanted += [p for p in shown if here.wants(p, p.suffix.lower() in SUFFIXES)]
        others = (p.suffix.lower() for p in shown if not here.excludes(p))
        left.update(suffix for suffix in others if suffix in OTHER_LETTERS - SUFFIXES)
    drafts = [Draft(str(path), path) for path in sorted(wanted)]
    return [*drafts, *failed] or [Failed(str(folder), NO_DRAFTS)]


def _once(items: Iterable[Draft | Failed]) -> Iterator[Draft | Failed]:
    """Yield each file once, however many arguments lead to it."""
    seen = set()
    for item in items:
        key = real(item.path) if isinstance(item, Draft) and item.path else item.name
        if key not in seen:
            seen.add(key)
            yield item
