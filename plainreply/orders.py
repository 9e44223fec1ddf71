"""What a comment in a draft may order: which rules to leave out, and how far.

«plainreply: пропустить passive, negation — причина» holds here, «в файле» everywhere, «выкл» until
«вкл»; in English ``ignore``, ``ignore-file``, ``disable`` and ``enable``.
"""

import re
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from plainreply.document import Remark
from plainreply.patterns import pattern
from plainreply.readers.front_matter import own_section
from plainreply.spans import Span


class Reach(Enum):
    """How far an order holds; ``ODD`` is one that is not understood."""

    HERE = "here"
    START = "start"
    END = "end"
    FILE = "file"
    ODD = "odd"


VERBS: Mapping[str, Reach] = {
    r"пропустить\s+в\s+файле|ignore-file|disable-file": Reach.FILE,
    r"пропустить|ignore|disable-line|disable-next-line": Reach.HERE,
    r"выкл(?:ючить)?|disable": Reach.START,
    r"вкл(?:ючить)?|enable": Reach.END,
}
CALL = pattern(r"\s*plainreply\s*:", re.IGNORECASE)
REASON = pattern(r"\s[-–—]+\s|[–—(:;]")
"""What parts the rules from the reason: a dash that stands apart, a colon, a bracket."""
SEPARATORS = pattern(r"[\s,]+")
KEYS = frozenset({"ignore", "пропустить"})


class Order(NamedTuple):
    """What a comment with these ``words`` orders: ``rules`` are named by id. ``covers`` is the
    stretch that a Word comment stands on, None for a comment at a point."""

    reach: Reach
    rules: frozenset[str]
    words: str
    covers: Span | None = None


def is_order(text: str) -> bool:
    """Tell whether a comment speaks to this program."""
    return bool(CALL.match(text))


def order_of(remark: Remark) -> Order:
    """Return what a comment orders."""
    covers = remark.span if remark.span.stop > remark.span.start else None
    words = " ".join(remark.text.split())
    told = CALL.sub("", remark.text, count=1).strip()
    for verb, reach in VERBS.items():
        match = re.match(rf"(?:{verb})(?![\w-])[\s=:]*", told, re.IGNORECASE)
        if match:
            return Order(reach, _rules(told[match.end() :]), words, covers)
    return Order(Reach.ODD, frozenset(), words, covers)


def file_order(text: str) -> Order | None:
    """Return what the front matter of a text orders for all of it, None for nothing."""
    section = own_section(text)
    if not section:
        return None
    names = [name for key in section if key.lower() in KEYS for name in section[key]]
    strange = [key for key in section if key.lower() not in KEYS]
    words = f"plainreply: {', '.join(section)}"
    return Order(Reach.ODD if strange else Reach.FILE, frozenset(names), words)


def _rules(told: str) -> frozenset[str]:
    named = REASON.split(told, 1)[0].strip(" .")
    return frozenset(filter(None, SEPARATORS.split(named)))
