"""Numbers under which a letter is registered: «№ 17-ОГ/233», «под номером 812»."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plainreply.spans import Span

_NUMBER = re.compile(
    r"(?<!дом\s)(?:№|\bномер(?:ом|а|у)?(?:\s(?:[Вв]ашего\s)?(?:обращения|письма|заявления|заявки|вопроса))?:?)\s?"
    r"(?P<number>[А-ЯЁA-Z]{0,4}[-/]?\d[\w/.-]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number that something is registered under, as it is ``written``."""

    span: Span
    written: str


@lru_cache(maxsize=64)
def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers that a text gives after «№» or «номер», in order."""
    return tuple(
        Number(Span(*match.span()), match["number"].rstrip(".-/"))
        for match in _NUMBER.finditer(text)
    )
