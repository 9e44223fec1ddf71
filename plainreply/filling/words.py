"""The words that stand in a slot while a template is checked."""

import re
from collections.abc import Mapping
from functools import lru_cache

from plainreply.facts.slots import Slot
from plainreply.patterns import pattern
from plainreply.resources import lexicon

LINE = "пример"
"""Stands on a line to be filled in by hand."""
UNKNOWN = "Шевченко"
"""Stands for a name in Latin letters that no table knows: it has one form for all cases."""
_WORD = pattern(r"[^\W\d_]+")
_LITERAL = pattern(r"\"([^\"\n]*)\"|'([^'\n]*)'")
_CYRILLIC = pattern(r"[а-яё]", re.IGNORECASE)


def words_for(slot: Slot, shown: str, own: Mapping[str, str]) -> str:
    """Return the words for a slot that is written as ``shown``: words of Russian that stand in it
    («{{ 'ый' if … }}»), an example, else its own name; a name in Latin is a person's."""
    told = next(
        (one or two for one, two in _LITERAL.findall(shown) if _CYRILLIC.search(one or two)), ""
    )
    found = told or example(slot, own)
    if found:
        return found
    if not slot.name:
        return LINE
    return slot.name if _CYRILLIC.search(slot.name) else UNKNOWN


def example(slot: Slot, own: Mapping[str, str]) -> str:
    """Return the words for a slot: those of the template, else those of the table, else ``""``."""
    return own[slot.name] if slot.name in own else _from_table(slot.name)


@lru_cache(maxsize=1024)
def _from_table(name: str) -> str:
    words = [word.lower() for word in _WORD.findall(name)]
    for row in lexicon("template-fields"):
        stems = row["field"].split()
        if all(any(word.startswith(stem) for word in words) for stem in stems):
            return row["example"]
    return ""
