"""Finds the items of enumerations inside one paragraph by their markers: 1) 2. а) – •."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

MARK = re.compile(
    r"(?:\A|[:;)»]|[.?!…](?=\s)|\n)[^\S\n]*"
    r"(?:(?P<number>\d{1,2})(?P<bound>\)|\.(?=\s))|(?P<letter>[а-яёa-z])\)"
    r"|(?P<dash>[-–—•·*▪●])(?=[^\S\n]|[^\W\d]|[«\"]))"
)
LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Items:
    """Where the items of a paragraph start: positions of markers in its text."""

    starts: frozenset[int] = field(default_factory=frozenset)

    @classmethod
    def of(cls, body: str) -> Self:
        """Keep the markers with a neighbour in their series: «2)» beside «1)», a second dash."""
        marks = list(_marks(body))
        series = {key for _, key in marks}
        dashes = sum(kind == "dash" for _, (kind, _) in marks) > 1
        return cls(
            frozenset(
                at
                for at, (kind, value) in marks
                if (dashes if kind == "dash" else _has_neighbour(series, kind, value))
            )
        )


def _marks(body: str) -> Iterator[tuple[int, tuple[str, int]]]:
    for match in MARK.finditer(body):
        if number := match["number"]:
            yield match.start("number"), (match["bound"], int(number))
        elif letter := match["letter"]:
            yield match.start("letter"), _letter(letter)
        elif body[match.start()] in ":;\n" or match.start("dash") == 0:
            yield match.start("dash"), ("dash", 0)


def _letter(letter: str) -> tuple[str, int]:
    alphabet = LATIN if letter in LATIN else LETTERS
    return alphabet, alphabet.find(letter)


def _has_neighbour(series: set[tuple[str, int]], kind: str, value: int) -> bool:
    return (kind, value - 1) in series or (kind, value + 1) in series
