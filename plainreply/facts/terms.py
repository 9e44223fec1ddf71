"""Terms: how long something takes or may take («в течение 10 рабочих дней», «за месяц»)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plainreply.facts.spelt import worth
from plainreply.patterns import pattern
from plainreply.spans import Span

UNITS = {
    "минут": "minute",
    "час": "hour",
    "сут": "day",
    "д": "day",
    "недел": "week",
    "месяц": "month",
    "год": "year",
    "лет": "year",
}
"""The stem of a unit of time, and the unit."""
_NUMBER = r"(?P<number>\d{1,3}(?:\s*[-–]\s*\d{1,3})?)(?:-?(?:и|ти|х|ми))?(?:\s*\([^)]{1,40}\))?"
_SPELT = r"(?P<words>[а-яё]+(?:\s+[а-яё]+)?)"
_KIND = r"(?:\s+(?:(?P<working>рабоч\w+)|календарн\w+))?"
_UNIT = (
    r"\s+(?P<unit>минут\w*|час(?:а|ов)?|сут(?:ки|ок)|д(?:ень|ня|ней)|недел[юяьие]\w*"
    r"|месяц(?:а|ев)?|год(?:а)?|лет)\b"
)
_COUNTED = pattern(rf"(?<![\w.,])(?:{_NUMBER}|{_SPELT}){_KIND}{_UNIT}", re.IGNORECASE)
_ALONE = pattern(
    r"\b(?:в\s+течение|за|через|на\s+протяжении)\s+"
    r"(?P<unit>минут[уы]|часа?|суток|сутки|(?:(?P<working>рабоч\w+)\s+)?дня|день|недел[юи]|месяца?|года?)\b",
    re.IGNORECASE,
)


class Term(NamedTuple):
    """A stretch of time: ``amount`` (the longer of «3–5») of ``unit`` (minute, hour, day, week,
    month, year); ``working`` tells of working days."""

    span: Span
    amount: int
    unit: str
    working: bool = False


@lru_cache(maxsize=64)
def terms(text: str) -> tuple[Term, ...]:
    """Return the stretches of time that a text names, in order."""
    counted = [term for match in _COUNTED.finditer(text) for term in _counted(match)]
    alone = [_term(match, match.start(), 1) for match in _ALONE.finditer(text)]
    return tuple(sorted((*counted, *alone), key=lambda term: term.span))


def _counted(match: re.Match[str]) -> Iterator[Term]:
    if match["number"]:
        yield _term(match, match.start(), int(re.split(r"\D+", match["number"].strip())[-1]))
        return
    for start in _word_starts(match):
        if amount := worth(match.string[start : match.end("words")]):
            yield _term(match, start, amount)
            return


def _word_starts(match: re.Match[str]) -> Iterator[int]:
    """Yield where the words before a unit start: two may be one number («сорок пять»)."""
    words = match["words"]
    return (match.start("words") + word.start() for word in re.finditer(r"\S+", words))


def _term(match: re.Match[str], start: int, amount: int) -> Term:
    word = match["unit"].lower()
    unit = next(unit for stem, unit in UNITS.items() if word.startswith(stem))
    return Term(Span(start, match.end()), amount, unit, bool(match["working"]))
