"""Puts together what is wrong with a folder: checks of the whole, and every template linted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from plainreply.analysis import analyse
from plainreply.checker import Checker
from plainreply.document import Need
from plainreply.rule import Issue, Rule, Severity
from plainreply.setting import Setting
from plainreply.spans import Span
from plainreply.templates import alike, fresh, present, replies
from plainreply.templates.fill import filled
from plainreply.templates.library import Library, Template
from plainreply.templates.values import Check

CHECKS: Mapping[str, Check] = {
    "kinds": present.kinds_present,
    "head": present.head_told,
    "topics": present.topics_answered,
    "questions": present.questions_answered,
    "contacts": present.contacts_told,
    "languages": present.translated,
    "functions": present.functions_covered,
    "stale": fresh.stale,
    "slots": fresh.slots_formed,
    "examples": fresh.slots_known,
    "duplicates": alike.duplicates,
    "conflicts": alike.conflicts,
    "replies": replies.own_template,
    "gaps": replies.gaps,
}
"""The checks of a folder by the name that a rule's option ``check`` gives them."""
FILLED_LATER = frozenset({"call-in", "call-out", "chatbot"})
"""The genres whose slots are filled while people talk: what they are for is checked, too."""
ABROAD = 3
"""Where not one letter in so many is Russian, the text is in another language and not linted."""

NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Note:
    """A finding: of which rule, in which template (``""`` for the folder), at which line."""

    rule: str
    severity: Severity
    message: str
    template: str = ""
    line: int = 0
    span: Span = NOWHERE


@dataclass(frozen=True)
class Review:
    """All findings on a folder: those of the whole first, then template by template."""

    library: Library
    notes: tuple[Note, ...]

    def of(self, name: str) -> Sequence[Note]:
        """Return the findings in a template, or with ``""`` those on the folder."""
        return [note for note in self.notes if note.template == name]


def review(library: Library, checker: Checker, today: date) -> Review:
    """Return all findings on a folder under the rules of ``checker``."""
    folder = [rule for rule in checker.rules if rule.kind == "folder"]
    notes = [note for rule in folder for note in folder_notes(library, rule, today)]
    for template in library.templates:
        notes += _linted(template, checker)
    names = ["", *(text.name for text in (*library.templates, *library.sent))]
    order = {name: at for at, name in enumerate(names)}
    return Review(library, tuple(sorted(notes, key=lambda n: (order[n.template], n.span))))


def folder_notes(library: Library, rule: Rule, today: date) -> Iterator[Note]:
    """Yield what a rule of the kind ``folder`` finds."""
    for flaw in CHECKS[str(rule.options["check"])](library, rule, today):
        template = flaw.template
        text = template.document.text if template else ""
        fields = {"found": flaw.span.of(text), **flaw.fields}
        place = template.document.place(flaw.span) if template else flaw.span
        written = template.document.written if template else ""
        message = rule.message.format_map(fields)
        name = template.name if template else ""
        base = template.base if template else 0
        span = place.shift(base)
        line = written.count("\n", 0, place.start) + 1 if template else 0
        yield Note(rule.id, rule.severity, message, name, line, span)


def _linted(template: Template, checker: Checker) -> Iterator[Note]:
    """Yield what the usual rules find in a template, its slots filled with example data."""
    told = None if template.genre in FILLED_LATER else filled(template)
    document = told.document if told else template.document
    if not _is_russian(document.text):
        return
    setting = Setting(template.genre, told=True)
    analysis = replace(analyse(document, Need.SYNTAX), setting=setting)
    for issue in checker.report(analysis, told).issues:
        yield _note(template, issue, template.document.place(issue.span))


def _note(template: Template, issue: Issue, span: Span) -> Note:
    line = template.document.written.count("\n", 0, span.start) + 1
    return Note(issue.rule, issue.severity, issue.message, template.name, line, span)


def _is_russian(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return ABROAD * sum("а" <= c.lower() <= "я" for c in letters) >= len(letters) > 0
