"""Numbers that stand in figures and, in brackets, in words: «14 (четырнадцать)»."""

import re
from functools import lru_cache
from typing import NamedTuple

from plainreply.analysis.dictionary import readings
from plainreply.patterns import pattern
from plainreply.spans import Span

_SPELT = pattern(
    r"(?<![\d.,/-])(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,9})(?:,\d{1,2})?"
    r"(?:\s?(?:руб(?:\.|л\w{1,3})|₽|р\.))?\s?\((?P<words>[^()\n]{3,160})\)",
    re.IGNORECASE,
)
_UNITS = (
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
).split()
_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()
_TOGETHER = "двое трое четверо пятеро шестеро семеро".split()
WORTH = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: value for value, word in enumerate(_TOGETHER, 2)}
    | {word: 10 * value for value, word in enumerate(_TENS, 2)}
    | {word: 100 * value for value, word in enumerate(_HUNDREDS, 1)}
)
SCALES = {"тысяча": 1_000, "миллион": 1_000_000, "миллиард": 1_000_000_000}


class Spelt(NamedTuple):
    """A ``number`` in figures, and what the words in the brackets behind it are ``worth``."""

    span: Span
    number: int
    worth: int


@lru_cache(maxsize=64)
def spelt(text: str) -> tuple[Spelt, ...]:
    """Return the numbers with words in brackets, in order; other brackets are none."""
    found = ((match, worth(match["words"])) for match in _SPELT.finditer(text))
    return tuple(
        Spelt(Span(*match.span()), int(re.sub(r"\D", "", match["number"])), value)
        for match, value in found
        if value is not None
    )


def worth(words: str) -> int | None:
    """Return the number that words begin with, in any case («трёх»), ``None`` for none."""
    total, group, counted = 0, 0, False
    for word in re.findall(r"[^\W\d_]+", words.lower()):
        value, scale = _value(word)
        if value is None and scale is None:
            break
        counted = True
        if scale is not None:
            total, group = total + (group or 1) * scale, 0
        else:
            group += value or 0
    return total + group if counted else None


@lru_cache(maxsize=2_000)
def _value(word: str) -> tuple[int | None, int | None]:
    """Return what a number word adds and what it multiplies by."""
    forms = [str(reading.normal_form).replace("ё", "е") for reading in readings(word)]
    value = next((WORTH[form] for form in forms if form in WORTH), None)
    return value, next((SCALES[form] for form in forms if form in SCALES), None)
