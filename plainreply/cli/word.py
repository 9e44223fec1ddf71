"""Puts findings and rewrites into the draft itself, for ``check`` and ``fix``."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path

from plainreply.checker import Checker
from plainreply.cli.files import deliver, real
from plainreply.cli.params import AUTHOR
from plainreply.cli.streams import complain
from plainreply.document import Document, Source
from plainreply.errors import BadConfiguration
from plainreply.report import Report
from plainreply.reporters.words import counted
from plainreply.rewriting import settled
from plainreply.rule import Issue
from plainreply.writers.proposals import changes, notes
from plainreply.writers.values import Left, Stamp, Written

WRITERS = {"docx": "plainreply.writers.docx", "odt": "plainreply.writers.odt"}
"""The module that writes into each format of drafts."""
NAMES = frozenset((".docx", ".docm", ".odt", ".fodt"))
"""What drafts that are written into are called."""
OTHER_NAME = "Имя нового файла должно кончаться на {}: иначе он не откроется."
BAD_DATE = "Дата «{}» не понятна: укажите её так: 2026-05-31T09:30."


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and when, as the command line says it; an empty date is now."""

    author: str = AUTHOR
    date: str = ""

    def stamp(self) -> Stamp:
        """Return the stamp. Raises BadConfiguration for a date that is none."""
        try:
            date = datetime.fromisoformat(self.date) if self.date else datetime.now()
        except ValueError as error:
            raise BadConfiguration(BAD_DATE.format(self.date)) from error
        return Stamp(self.author, date.replace(tzinfo=None, microsecond=0))


def annotate(report: Report, issues: Iterable[Issue], stamp: Stamp, target: Path) -> None:
    """Write the draft with a comment for each of ``issues`` to ``target``.

    Raises BadConfiguration when it has the name of another format.
    """
    _check_name(report.document.source, target)
    placed = notes(report, issues)
    writer = import_module(WRITERS[report.document.source.format])
    written: Written = writer.annotate(report.document, placed, stamp)
    number = counted(len(placed), "примечание", "примечания", "примечаний")
    deliver(target, written.data, _told(number, written.left))


def revise(chosen: Checker, document: Document, unsafe: bool, stamp: Stamp, target: Path) -> None:
    """Write the Word draft with its rewrites as tracked changes to ``target``; a draft that needs
    none is not written over itself.

    Raises BadConfiguration when it has the name of another format.
    """
    _check_name(document.source, target)
    from plainreply.writers.docx import revise as write

    report = chosen(document)
    found = changes(report, settled(chosen, report, unsafe=unsafe))
    if not found and real(target) == real(document.source.path or ""):
        complain(f"Исправлять нечего, файл прежний: {target}")
        return
    written = write(document, found, (), stamp)
    number = counted(len(found), "исправление", "исправления", "исправлений")
    deliver(target, written.data, _told(number, written.left))


def _check_name(source: Source, target: Path) -> None:
    """Refuse a name that a word processor would not open: a file with macros, for one, must be
    called so. A device or a pipe may have any name."""
    own = source.path.suffix.lower() if source.path else ""
    wanted = own if own in NAMES else f".{source.format}"
    if target.suffix.lower() != wanted and (target.is_file() or not target.exists()):
        raise BadConfiguration(OTHER_NAME.format(wanted))


def _told(done: str, left: tuple[Left, ...]) -> str:
    """Return what was done and, each reason once, what could not be."""
    counts = Counter(item.reason for item in left)
    reasons = "; ".join(f"{reason} (мест: {times})" for reason, times in counts.most_common())
    return f", {done}{'. Не всё: ' if reasons else ''}{reasons}"
