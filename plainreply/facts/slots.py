"""Slots of a template, where the facts of one case go: «{{имя}}», «{имя}», «[дата]», «___»."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plainreply.spans import Span

CURLY = r"\{\{[^{}\n]{0,80}\}\}|\$?\{[^{}\n]{0,80}\}"
BRACKETED = r"\[[^\[\]\n]{2,60}\](?!\()|<[^\W\d_][^<>/\n]{1,60}>"
MERGED = r"«[A-ZА-ЯЁ][A-ZА-ЯЁa-zа-яё]*_[\w]{1,40}»"
LINE = r"(?<![\w@/.-])_{3,}(?![\w@])"
"""The shapes of slots, as regular expressions."""
_SLOT = re.compile("|".join((CURLY, BRACKETED, MERGED, LINE)))
_MARKS = "${}[]<>«»"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to be filled in; ``name`` is what it is for, in lower case, empty for a line."""

    span: Span
    name: str


@lru_cache(maxsize=64)
def slots(text: str) -> tuple[Slot, ...]:
    """Return the slots of a text, in order."""
    return tuple(_slot(match) for match in _SLOT.finditer(text))


def _slot(match: re.Match[str]) -> Slot:
    return Slot(Span(*match.span()), match[0].strip(_MARKS).replace("_", " ").strip().lower())
