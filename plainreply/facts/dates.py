"""Dates: «12.05.2026», «12 мая 2026 года», «12 мая», «двенадцатого мая», «2026-05-12»."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from plainreply.patterns import pattern
from plainreply.spans import Span

MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
"""The months as a date names them, January first."""
WEEKDAYS = "понедельник вторник среда четверг пятница суббота воскресенье".split()
"""The days of the week, Monday first."""
WEEKDAY_STEMS = [day.rstrip("ае") for day in WEEKDAYS]
_NUMBERS = pattern(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\d]|\.\d)")
_WORDS = pattern(
    rf"(?<!\d)[«\"]?(\d{{1,2}})(?:-?го|-?е)?[»\"]?\s+({'|'.join(MONTHS)})\b"
    r"(?:\s+(\d{4})(?:\s*(?:г\.|года?\b))?)?",
    re.IGNORECASE,
)
ORDINALS = """перв втор треть четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат
    тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат""".split()
"""The stems of the numbers of days that are spelt in one word, from the first on."""
_UNITS = "|".join(f"{stem}(?:ого|его)".replace("ё", "[её]") for stem in ORDINALS)
_SPELT = pattern(
    rf"\b(?:(?P<tens>двадцать|тридцать)\s+)?(?P<units>{_UNITS}|тридцатого)\s+"
    rf"(?P<month>{'|'.join(MONTHS)})\b(?:\s+(?P<year>\d{{4}})(?:\s*(?:г\.|года?\b))?)?",
    re.IGNORECASE,
)
_ISO = pattern(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
CENTURY = 2000
THIRTY = 30


class Day(NamedTuple):
    """A day that a text names; ``year`` is ``None`` where it does not say it."""

    span: Span
    day: int
    month: int
    year: int | None

    @property
    def date(self) -> date | None:
        """The date, ``None`` without a year and where there is no such day."""
        try:
            return None if self.year is None else date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exists(self) -> bool:
        """Tell whether the calendar has such a day, in a leap year where no year is named."""
        try:
            date(self.year or 2024, self.month, self.day)
        except ValueError:
            return False
        return True


@lru_cache(maxsize=64)
def days(text: str) -> tuple[Day, ...]:
    """Return the days that a text names, in order; also impossible ones («31 июня»)."""
    return tuple(sorted(_days(text), key=lambda day: day.span))


def _days(text: str) -> Iterator[Day]:
    for match in _NUMBERS.finditer(text):
        day, month, year = map(int, match.groups())
        yield Day(Span(*match.span()), day, month, year if year > 99 else year + CENTURY)
    for match in _WORDS.finditer(text):
        month = MONTHS.index(match[2].lower()) + 1
        yield Day(Span(*match.span()), int(match[1]), month, int(match[3]) if match[3] else None)
    yield from (_spelt(match) for match in _SPELT.finditer(text))
    for match in _ISO.finditer(text):
        year, month, day = map(int, match.groups())
        yield Day(Span(*match.span()), day, month, year)


def _spelt(match: re.Match[str]) -> Day:
    """Return the day that «двадцать третьего мая» names."""
    units = match["units"].lower().replace("четверт", "четвёрт")
    own = next((at for at, stem in enumerate(ORDINALS, 1) if units[:-3] == stem), THIRTY)
    tens = {"двадцать": 20, "тридцать": THIRTY}.get((match["tens"] or "").lower(), 0)
    year = int(match["year"]) if match["year"] else None
    return Day(Span(*match.span()), tens + own, MONTHS.index(match["month"].lower()) + 1, year)
