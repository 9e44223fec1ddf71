"""The characters of a letter as a page may show them."""

from functools import lru_cache
from unicodedata import category

BAD = "\ufffd"
STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""Marks that turn the direction of writing: a letter must not reorder the words of the report."""


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    if char in "\r\n\t":
        return char
    gone = char in STEERING or category(char) in ("Cc", "Cs", "Cn")
    return BAD if gone else char


def shown(text: str) -> str:
    """Return ``text`` with a sign for what no page can hold; places in it stay where they are."""
    return "".join(map(_shown, text))
