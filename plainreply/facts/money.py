"""Sums of money in rubles: «9 318 (девять тысяч …) рублей 50 копеек», «5,2 тыс. руб.»."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from plainreply.patterns import pattern
from plainreply.spans import Span

_SUM = pattern(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(?P<part>\d{1,3}))?"
    r"(?:\s*\((?P<spelt>[^()]{3,120})\))?\s*"
    r"(?P<scale>тыс(?:\.|яч\w*)|млн\.?|миллион\w*|млрд\.?|миллиард\w*)?\s*"
    r"(?:руб(?:\.|л(?:ь|я|ю|ей|и|ям|ями|ях|[её]м)\b)|₽|р\.(?!\w))"
    r"(?:\s*(?P<kopecks>\d{1,2})(?:\s*\([^()]{3,60}\))?\s*коп(?:\.|е\w+))?",
    re.IGNORECASE,
)
SCALES = {"ты": 1_000, "мл": 1_000_000, "ми": 1_000_000}
BILLION = 1_000_000_000


class Sum(NamedTuple):
    """A sum of ``rubles``; ``spelt`` is what stands in brackets behind the number, as a rule
    the same in words."""

    span: Span
    rubles: Decimal
    spelt: str = ""


@lru_cache(maxsize=64)
def sums(text: str) -> tuple[Sum, ...]:
    """Return the sums that a text names, in order."""
    return tuple(_sum(match) for match in _SUM.finditer(text))


def _sum(match: re.Match[str]) -> Sum:
    whole = re.sub(r"\D", "", match["number"])
    amount = Decimal(f"{whole}.{match['part'] or 0}") * _scale(match["scale"] or "")
    kopecks = Decimal(match["kopecks"] or 0) / 100
    return Sum(Span(*match.span()), amount + kopecks, match["spelt"] or "")


def _scale(word: str) -> int:
    word = word.lower()
    if word.startswith(("млрд", "миллиард")):
        return BILLION
    return SCALES.get(word[:2], 1)
