"""Terms: how long something takes or may take («в течение 10 рабочих дней», «за месяц»)."""

import re
from dataclasses import dataclass
from functools import lru_cache

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
WORDS = {
    r"од(?:ин|на|ного|ной|ну|ни)": 1,
    r"дв(?:а|е|ух)": 2,
    r"тр(?:и|[её]х)": 3,
    r"четыр(?:е|[её]х)": 4,
    r"пят[ьи]": 5,
    r"шест[ьи]": 6,
    r"сем[ьи]": 7,
    r"вос(?:емь|ьми)": 8,
    r"девят[ьи]": 9,
    r"десят[ьи]": 10,
    r"пятнадцат[ьи]": 15,
    r"двадцат[ьи]": 20,
    r"тридцат[ьи]": 30,
}
"""How a number is spelt in the cases of a term, and the number."""
_NUMBER = r"(?P<number>\d{1,3}(?:\s*[-–]\s*\d{1,3})?)(?:-?(?:и|ти|х|ми))?(?:\s*\([^)]{1,40}\))?"
_SPELT = "|".join(f"(?P<n{number}>{form})" for form, number in WORDS.items())
_KIND = r"(?:\s+(?:(?P<working>рабоч\w+)|календарн\w+))?"
_UNIT = (
    r"\s+(?P<unit>минут\w*|час(?:а|ов)?|сут(?:ки|ок)|д(?:ень|ня|ней)|недел[юяьие]\w*"
    r"|месяц(?:а|ев)?|год(?:а)?|лет)\b"
)
_COUNTED = re.compile(rf"(?<![\w.,])(?:{_NUMBER}|\b(?:{_SPELT})){_KIND}{_UNIT}", re.IGNORECASE)
_ALONE = re.compile(
    r"\b(?:в\s+течение|за|через|на\s+протяжении)\s+"
    r"(?P<unit>минут[уы]|часа?|суток|сутки|(?:(?P<working>рабоч\w+)\s+)?дня|день|недел[юи]|месяца?|года?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of time: ``amount`` (the longer of «3–5») of ``unit`` (minute, hour, day, week,
    month, year); ``working`` tells of working days."""

    span: Span
    amount: int
    unit: str
    working: bool = False


@lru_cache(maxsize=64)
def terms(text: str) -> tuple[Term, ...]:
    """Return the stretches of time that a text names, in order."""
    counted = [_counted(match) for match in _COUNTED.finditer(text)]
    alone = [_term(match, 1) for match in _ALONE.finditer(text)]
    return tuple(sorted((*counted, *alone), key=lambda term: term.span))


def _counted(match: re.Match[str]) -> Term:
    if match["number"]:
        return _term(match, int(re.split(r"\D+", match["number"].strip())[-1]))
    return _term(match, next(n for n in WORDS.values() if match[f"n{n}"]))


def _term(match: re.Match[str], amount: int) -> Term:
    word = match["unit"].lower()
    unit = next(unit for stem, unit in UNITS.items() if word.startswith(stem))
    return Term(Span(*match.span()), amount, unit, bool(match["working"]))
