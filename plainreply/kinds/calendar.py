"""Days that the calendar contradicts; the option ``test`` says how.

``exists``: there is no such day («31 июня»); ``weekday``: it is another day of the week;
``deadline``: something is promised or asked for by a day before the letter's own date.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from plainreply.analysis.layout import Part, spans
from plainreply.document import Analysis, Document, Need, Sentence
from plainreply.facts import Day, days, named_days
from plainreply.facts.dates import WEEKDAYS
from plainreply.grammar.lookup import marks
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY
DUTY = frozenset("нужно надо необходимо надлежит просим должны следует".split())
BY = pattern(
    r"(?:(?<!период\s)\b(?:до|к|не\s(?:позднее|позже))|\bсрок(?:\s[а-яё]+){0,3}\s?[:–—-]?)\s+$",
    re.IGNORECASE,
)
ANSWERED = pattern(r"\s*(?:на|вх)\b", re.IGNORECASE)
NUMBERED = pattern(r"№\s*$")
LOOKED_BACK = 20


def build(rule: Rule) -> Finder:
    """Return a finder of the days that fail the test; the message can name ``truth``."""
    return TESTS[rule.options["test"]]


def _impossible(analysis: Analysis) -> Iterator[Finding]:
    text = analysis.document.text
    for day in days(text):
        before = text[max(0, day.span.start - LOOKED_BACK) : day.span.start]
        if not day.exists and not NUMBERED.search(before):
            yield Finding(day.span, fields={"truth": ""})


def _misnamed(analysis: Analysis) -> Iterator[Finding]:
    own = letter_date(analysis.document)
    for named in named_days(analysis.document.text):
        year = named.day.year or (own.year if own else None)
        if year is None or not named.day.exists:
            continue
        try:
            weekday = date(year, named.day.month, named.day.day).weekday()
        except ValueError:
            continue
        if weekday != named.weekday:
            yield Finding(named.span, fields={"truth": WEEKDAYS[weekday]})


def _overdue(analysis: Analysis) -> Iterator[Finding]:
    own = letter_date(analysis.document)
    if own is None:
        return
    text = analysis.document.text
    for sentence in analysis.sentences:
        if not _looks_ahead(sentence):
            continue
        for day in days(sentence.span.of(text)):
            before = sentence.span.of(text)[: day.span.start]
            if day.date is not None and day.date < own and BY.search(before):
                yield Finding(
                    day.span.shift(sentence.span.start), fields={"truth": f"{own:%d.%m.%Y}"}
                )


def _looks_ahead(sentence: Sentence) -> bool:
    """Tell whether a sentence promises something or asks for it."""
    return any(token.lower in DUTY or marks(token) for token in sentence.tokens)


def letter_date(document: Document) -> date | None:
    """Return the date of a letter: as its front matter says, else the first in its letterhead
    that is not the date of the letter it answers."""
    for key in ("sent", "date"):
        told = _first(days(document.meta.get(key, "")))
        if told:
            return told
    for span in spans(document, frozenset({Part.LETTERHEAD, Part.ADDRESSEE})):
        line = span.of(document.text)
        if not ANSWERED.match(line) and (found := _first(days(line))):
            return found
    return None


def _first(found: tuple[Day, ...]) -> date | None:
    return next((day.date for day in found if day.date), None)


TESTS: Mapping[str, Callable[[Analysis], Iterator[Finding]]] = {
    "exists": _impossible,
    "weekday": _misnamed,
    "deadline": _overdue,
}
