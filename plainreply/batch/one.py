"""Checks one draft: whatever happens to it, the others are still checked."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plainreply.batch.packed import Damaged, pack, unpack
from plainreply.batch.terms import Terms, key, rules_of
from plainreply.document import Document
from plainreply.errors import BadConfiguration, BadRule, UnreadableDocument, fault
from plainreply.patterns import pattern
from plainreply.readers import load, read, read_loaded, read_text
from plainreply.report import Report
from plainreply.reporters.outcome import Checked, Failed, Outcome

MAX_WORDS = 1_000_000
NO_WORDS = "Проверять нечего: в тексте нет слов."
NOT_RUSSIAN = "Проверять нечего: русских букв в тексте меньше трети."
TOO_LONG = f"В тексте больше {MAX_WORDS:_} слов: разделите его на части.".replace("_", " ")

_CYRILLIC = pattern("[\u0400-\u04ff]")
_LETTER = pattern(r"[^\W\d_]")
_WORD = pattern(r"[^\W\d_]+")


class Task(NamedTuple):
    """A file to check. ``name`` is as the user gave it; ``keeps`` asks for what can be kept."""

    name: str
    path: Path
    terms: Terms
    keeps: bool = False


class Asked(NamedTuple):
    """A text (str) or a file that a program asks about: it is checked whatever stands in it."""

    name: str
    source: str | Path
    terms: Terms


class Answer(NamedTuple):
    """The outcome of a task, its report without the rules; ``packed`` are the key and the bytes
    to keep it by."""

    task: Task | Asked
    outcome: Outcome
    packed: tuple[str, bytes] | None = None

    def whole(self) -> Outcome:
        """Return the outcome with the rules in its report."""
        if isinstance(self.outcome, Failed):
            return self.outcome
        rules = rules_of(self.task.terms.choice)
        return replace(self.outcome, report=replace(self.outcome.report, rules=rules))


def answer(task: Task | Asked) -> Answer:
    """Check a file or a text; this is what runs in other processes."""
    if isinstance(task, Asked):
        return Answer(task, outcome_of(task.name, lambda: replace(_told(task), rules=())))
    packed = None

    def checked() -> Report:
        nonlocal packed
        data = load(task.path)
        report = report_on(read_loaded(data, task.path), task.terms)
        if task.keeps:
            packed = key(task.terms, task.path.suffix, data), pack(report)
        return replace(report, rules=())

    return Answer(task, outcome_of(task.name, checked), packed)


def outcome_of(name: str, check: Callable[[], Report]) -> Outcome:
    """Return what ``check`` finds in a draft, or why it cannot.

    Raises BadRule, which is no fault of the draft.
    """
    try:
        return Checked(name, check())
    except (UnreadableDocument, BadConfiguration) as error:
        return Failed(name, str(error))
    except BadRule:
        raise
    except Exception as error:  # a fault of ours must not cost the clerk the other letters
        return Failed(name, fault(error))


def report_on(document: Document, terms: Terms) -> Report:
    """Check a document. Raises UnreadableDocument when there is nothing to check in it."""
    if reason := refusal(document.text):
        raise UnreadableDocument(reason)
    return _checked(document, terms)


def _told(asked: Asked) -> Report:
    given = asked.source
    return _checked(read(given) if isinstance(given, Path) else read_text(given), asked.terms)


def _checked(document: Document, terms: Terms) -> Report:
    from plainreply.checker import checker_of

    answered = incoming(terms.incoming) if terms.incoming else None
    report = checker_of(terms.choice)(document, terms.told, answered, terms.usual)
    return replace(report, document=_without_anchors(report.document))


def recalled(task: Task, data: bytes, packed: bytes) -> Outcome | None:
    """Return the outcome of a task whose file has the bytes ``data`` from what was kept, None
    when that is damaged."""
    try:
        document = _without_anchors(read_loaded(data, task.path))
        return Checked(task.name, unpack(packed, document, rules_of(task.terms.choice)))
    except (Damaged, UnreadableDocument):
        return None


def refusal(text: str) -> str:
    """Return the Russian sentence that says why ``text`` is not checked, or ``""``."""
    letters = len(_LETTER.findall(text))
    if not letters:
        return NO_WORDS
    if 3 * len(_CYRILLIC.findall(text)) < letters:
        return NOT_RUSSIAN
    return TOO_LONG if len(_WORD.findall(text)) > MAX_WORDS else ""


@cache
def incoming(path: Path) -> Document:
    """Return the letter that drafts answer, read once. Raises UnreadableDocument."""
    return read(path)


def _without_anchors(document: Document) -> Document:
    """Return the document without the XML of a Word file, which is large and done with."""
    return replace(document, source=replace(document.source, anchors=None))
