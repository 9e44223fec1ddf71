"""Slots of a template, where the facts of one case go: «{{имя}}», «{имя}», «[дата]», «___»."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plainreply.spans import Span

_SLOT = re.compile(
    r"\{\{(?P<double>[^{}\n]{0,80})\}\}|\$?\{(?P<single>[^{}\n]{0,80})\}"
    r"|\[(?P<square>[^\[\]\n]{2,60})\](?!\()|<(?P<angle>[^\W\d_][^<>/\n]{1,60})>"
    r"|«(?P<merge>[A-ZА-ЯЁ][A-ZА-ЯЁa-zа-яё]*_[\w]{1,40})»"
    r"|(?<![\w@/.-])(?P<line>_{3,})(?![\w@])"
)


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
    kind = match.lastgroup or "line"
    name = "" if kind == "line" else match[kind].replace("_", " ").strip().lower()
    return Slot(Span(*match.span()), name)
