"""Numbers under which a letter is registered: «№ 17-ОГ/233», «под номером 812»."""

import re
from functools import lru_cache
from typing import NamedTuple

from plainreply.facts.dates import MONTHS
from plainreply.patterns import pattern
from plainreply.spans import Span

_NUMBER = pattern(
    r"(?<!дом\s)(?:№|\bномер(?:ом|а|у)?(?:\s(?:[Вв]ашего\s)?(?:обращения|письма|заявления|заявки|вопроса))?:?)\s?"
    r"(?P<number>[А-ЯЁA-Z]{0,4}[-/]?\d[\w/.-]*)",
    re.IGNORECASE,
)


_PAPER = (
    r"(?:обращени|письм|заявлени|жалоб|заявк|запрос|просьб|сообщени|предложени|дел[оау]?\b|запис)"
    r"\w*"
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_FROM = rf"(?:\s+от\s+(?:[\d.]+|\d{{1,2}}\s{_MONTH})(?:\s\d{{4}})?(?:\s*г\.|\s+года)?,?)?"
_OWN = r"(?:№|номер(?:ом)?:?)\s*(?!\+?\d?[\s-]?\(|\+?[78][\s-]?\d{3}[\s-]\d)[А-ЯЁA-Z]{0,4}[-/]?\d"
_REGISTERED = pattern(
    rf"\b{_PAPER}{_FROM}\s+{_OWN}"
    rf"|(?:\b{_MONTH}|\b\d{{4}}(?:\s*г\.|\s+года)?),?\s+(?:и\s+|его\s+|её\s+|под\s+|за\s+)?{_OWN}"
    rf"|[:,–—]\s+(?:его\s+|её\s+|их\s+|входящ\w+\s+|регистрационн\w+\s+|это\s+)?{_OWN}"
    rf"|\b(?:его|её|их)\s+{_OWN}|\b(?:рег|вх)\w*\.?\s*{_OWN}"
    r"|\bномер:\s*[А-ЯЁA-Z\d][\w/-]*|\bкарточк\w+:?\s+(?:№\s*)?[\w/-]*\d",
    re.IGNORECASE,
)
"""A number that stands with a letter, with the date on which it came, or set off by a mark."""


class Number(NamedTuple):
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


def says_registered(text: str) -> bool:
    """Tell whether a text gives the number of the reader's letter, not that of a house or a bus."""
    return bool(_REGISTERED.search(text))
