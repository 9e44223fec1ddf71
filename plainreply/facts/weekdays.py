"""Days that are named together with their day of the week: «в понедельник, 5 мая 2026 года»."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plainreply.facts.dates import WEEKDAY_STEMS, Day, days
from plainreply.patterns import pattern
from plainreply.spans import Span, hull

SHORT = "пн вт ср чт пт сб вс".split()
"""The days of the week as tables and brackets shorten them, Monday first."""
_STEM = rf"({'|'.join(WEEKDAY_STEMS)})[а-я]{{0,3}}\b"
_BRACKETED = rf"({'|'.join(SHORT)})\.?"
_MORE = rf"(?!\s*(?:[–-]|,\s*(?:{'|'.join(WEEKDAY_STEMS)})))"
_BEFORE = pattern(rf"\b{_STEM}[,\s(]{{1,3}}$", re.IGNORECASE)
_BEHIND = pattern(
    rf"\s*\((?:во?\s)?{_STEM}\)|\s*\({_BRACKETED}\)|,?\s+во?\s+{_STEM}|,\s{_STEM}{_MORE}",
    re.IGNORECASE,
)
REACH = 20
"""How far the day of the week may stand from the date, in code points."""


class NamedDay(NamedTuple):
    """A ``day`` that the text calls the ``weekday`` (0 is Monday); the span holds both."""

    span: Span
    day: Day
    weekday: int


@lru_cache(maxsize=64)
def named_days(text: str) -> tuple[NamedDay, ...]:
    """Return the days whose day of the week stands next to them, in order."""
    return tuple(named for day in days(text) for named in _named(text, day))


def _named(text: str, day: Day) -> Iterator[NamedDay]:
    start = max(0, day.span.start - REACH)
    before = _BEFORE.search(text[start : day.span.start])
    behind = _BEHIND.match(text, day.span.stop)
    match = before or behind
    if match is not None:
        group = match.lastindex or 1
        place = Span(*match.span(group)).shift(start if before else 0)
        name = match[group].lower()
        names = SHORT if name in SHORT else WEEKDAY_STEMS
        yield NamedDay(hull((place, day.span)), day, names.index(name))
