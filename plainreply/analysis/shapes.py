"""The shape of a word, the second thing that the models see: its script and its capitals.

The names are those that the models learnt: ``RU_Xx``, ``NUM``, ``PUNCT_«``.
"""

import re

MARKS = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"
SORT = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(MARKS)}]+)",
    re.IGNORECASE,
)
OTHER = "OTHER"


def shape(word: str) -> str:
    """Return the shape of a word, a number or a mark; what it begins with decides the script."""
    match = SORT.match(word)
    sort = match.lastgroup if match else OTHER
    if sort in ("RU", "EN"):
        return f"{sort}_{_capitals(word)}"
    if sort == "PUNCT":
        return f"PUNCT_{word if word in MARKS and len(word) == 1 else OTHER}"
    return sort or OTHER


def _capitals(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _is_title(word):
        return "Xx"
    left, dash, right = word.partition("-")
    return "Xx-Xx" if dash and _is_title(left) and _is_title(right) else OTHER


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()
