"""Slots of a template, where the facts of one case go: «{{имя}}», «{имя}», «[дата]», «___»."""

import re
from functools import lru_cache
from typing import NamedTuple

from plainreply.patterns import pattern
from plainreply.spans import Span

CURLY = r"\{\{[^{}]{0,300}\}\}|\$?\{[^{}\n]{0,80}\}"
BRACKETED = r"\[[^\[\]\n]{2,60}\](?!\()|<[^\W\d_][^<>/\n]{1,60}>"
MERGED = r"«[A-ZА-ЯЁ][A-ZА-ЯЁa-zа-яё]*_[\w]{1,40}»"
LINE = r"(?<![\w@/.-])_{3,}(?![\w@])"
"""The shapes of slots, as regular expressions."""
DATE = r"[«\"]_+[»\"]\s*_{2,}\s*20_{1,2}(?:\s*(?:г\.|года?\b))?"
YEAR = r"\b20_{1,2}(?!\w)"
_SLOT = pattern(f"(?P<curly>{CURLY})|{BRACKETED}|{MERGED}|(?P<date>{DATE})|(?P<year>{YEAR})|{LINE}")
_MARKS = "${}[]<>«»"
_NAMES = {"date": "дата", "year": "год"}
_PREFIX = pattern(r"^[rp](?=\s)")


class Slot(NamedTuple):
    """A place to be filled in; ``name`` is what it is for, in lower case, empty for a line."""

    span: Span
    name: str


@lru_cache(maxsize=64)
def slots(text: str) -> tuple[Slot, ...]:
    """Return the slots of a text, in order."""
    return tuple(_slot(match) for match in _SLOT.finditer(text))


def _slot(match: re.Match[str]) -> Slot:
    kind = match.lastgroup or ""
    name = _NAMES.get(kind) or match[0].strip(_MARKS)
    if kind == "curly":  # «{{ адресат.имя | upper }}», in Word «{{r имя }}»
        path = _PREFIX.sub("", name).strip("-+ ").partition("|")[0]
        name = path.rstrip().rpartition(".")[2]
    return Slot(Span(*match.span()), name.replace("_", " ").strip().lower())
