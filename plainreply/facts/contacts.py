"""Ways to reach someone: telephone numbers, e-mail addresses, links, postal addresses."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from plainreply.patterns import pattern
from plainreply.spans import Span

Way = Literal["phone", "email", "url", "address"]

_ZONES = "ru|su|com|org|net|gov|info|рф|москва"
_ENDS_OK = r"[^\s<>«»\".,;:!?)]"
_TAIL = rf"[^\s<>«»\"]*{_ENDS_OK}"
_STREETS = (
    r"\b(?:(?:ул|пр|пер|пл|наб|бул|ш|мкр)\.|(?:пр-т|пр-кт|пр-д|б-р|мкрн|мкр|м-н)\b"
    r"|(?:улиц|проспект|переул|площад|набережн|бульвар|шоссе|проезд|алле|тупик|тракт|микрорайон"
    r"|квартал)\w*)"
)
_HOUSE = r"(?:д(?:ом)?|стр(?:оение)?|корп(?:ус)?|вл(?:адение)?|зд(?:ание)?)\b\.?\s*№?\s*\d+"
_CALLED = r"(?-i:(?<![\w.])[А-ЯЁ][а-яё-]{3,}(?:\s[А-ЯЁ][а-яё-]+)?)"
_NUMBERED = r"\d{1,3}(?:[/-]\d+)?\s?(?-i:[а-яА-Я]?)(?=\s*(?:$|[;:!?)(\n–—]|[.,](?!\d)))"
_LOCAL = r"\d{1,3}[\s-]\d{2}[\s-]\d{2}(?!\d)"
_PATTERNS: dict[Way, re.Pattern[str]] = {
    "email": pattern(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"),
    "url": pattern(
        rf"(?:https?://|www\.){_TAIL}"
        rf"|(?<![\w.@-])(?:[a-zа-яё0-9-]{{1,63}}\.){{1,9}}(?:{_ZONES})\b(?:[/?#]{_TAIL})?",
        re.IGNORECASE,
    ),
    "phone": pattern(
        r"(?=[\d\s()+-])(?:"  # most characters are none of these: that is soon told
        rf"(?<![\d№.])(?:(?:\+7|8)[\s-]*)?(?:\(\d{{3,5}}\)|\d{{3,5}}(?=[\s-]))[\s-]*{_LOCAL}"
        r"|(?<!\d)(?:\+7|8)[\s-]?\(?\d{3}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)"
        r"|(?:(?<=тел\.)|(?<=телефон:)|(?<=телефону))\s*[\d\s()-]{5,}\d"
        r"|(?<![\d№-])(?<!№\s)\d{1,3}-\d{2}-\d{2}(?![\d-]))",
        re.IGNORECASE,
    ),
    "address": pattern(
        r"(?<!\w)(?-i:(?=[А-ЯЁупнбшматк]))(?:"
        rf"{_STREETS}\s+[^\n;]{{2,60}}?(?:,\s*|\s+)(?:д(?:ом)?\.?\s*)?№?\s*\d+"
        rf"|{_CALLED}\s{_STREETS},\s*(?:{_HOUSE}|№?\d+)|{_CALLED},\s*(?:{_HOUSE}|{_NUMBERED}))",
        re.IGNORECASE | re.MULTILINE,
    ),
}


class Contact(NamedTuple):
    """A way to reach someone."""

    span: Span
    way: Way


@lru_cache(maxsize=64)
def contacts(text: str) -> tuple[Contact, ...]:
    """Return the ways to reach someone that a text names, in order, none within another."""
    found: list[Contact] = []
    for way, written in _PATTERNS.items():
        for match in written.finditer(text):
            span = _trimmed(text, Span(*match.span()))
            if not any(span.overlaps(other.span) for other in found):
                found.append(Contact(span, way))
    return tuple(sorted(found, key=lambda contact: contact.span))


def _trimmed(text: str, span: Span) -> Span:
    inside = text[span.start : span.stop]
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(inside.strip()))
