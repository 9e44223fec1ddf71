"""Abbreviations that end in a point, from the table ``abbreviation-points``."""

import re
from dataclasses import dataclass
from functools import cache

from plainreply.resources import lexicon

PIECE = re.compile(r"[^\s.]+")
PIECES = re.compile(
    r"(?:(?<!\w)([^\W\d_]{1,3})\.\s?)?(?:(?<!\w)([^\W\d_]{1,3})\.\s?)?"
    r"(?<![^\W_\d])(?<!-)([^\W\d_](?:[^\W\d_]|[-/](?=[^\W\d_]))*)\s?$"
)
NUMBER = re.compile(
    r"(?:[\d_\]}>…](?:-?[а-я]{1,3})?|(?<!\w)[IVXLC]+|(?<!\w)(?:тыс|млн|млрд)\.?)[»\"]?\s*$"
)
POSTCODE = re.compile(r"(?<!\d)\d{6}\s*$")
WINDOW = 24  # code points to the left in which an abbreviation and its number stand


@dataclass(frozen=True, slots=True)
class Point:
    """One sense of an abbreviation: the columns of the table."""

    kind: str
    before: str
    can_end: str

    @property
    def counts(self) -> bool:
        """True for a unit or a part of a date, which stand after a number."""
        return self.kind in {"unit", "date"}


@cache
def _table() -> dict[str, tuple[Point, ...]]:
    found: dict[str, tuple[Point, ...]] = {}
    for row in lexicon("abbreviation-points"):
        key = ".".join(PIECE.findall(row["abbreviation"].lower()))
        point = Point(row["kind"], row["before"], row["can_end"])
        found[key] = (*found.get(key, ()), point)
    return found


@cache
def _longest() -> int:
    """Return how many letters the last word of an abbreviation has at most."""
    return max(len(key.rpartition(".")[2]) for key in _table())


def point_before(text: str, at: int) -> Point | None:
    """Return the abbreviation that the full stop at ``at`` belongs to, if there is one."""
    longer = at - _longest() - 1
    if longer >= 0 and text[longer:at].isalpha():
        return None
    left = text[max(0, at - WINDOW) : at]
    match = PIECES.search(left)
    if not match:
        return None
    pieces = [p.lower() for p in match.groups() if p]
    for first in range(len(pieces)):
        if senses := _table().get(".".join(pieces[first:])):
            return _sense(senses, left[: _start(match, len(pieces) - first)])
    return None


def _start(match: re.Match[str], count: int) -> int:
    """Return where the last ``count`` pieces of ``match`` begin."""
    groups = [n for n in (1, 2, 3) if match[n]]
    return match.start(groups[-count])


def _sense(senses: tuple[Point, ...], left: str) -> Point:
    """Choose between «г. Шарья» and «2025 г.», «пр. Мира» and «и пр.» by what stands before."""
    after_number = bool(NUMBER.search(left)) and not POSTCODE.search(left)
    after_and = left.rstrip().endswith(("и", "И", ","))
    fits = (s for s in senses if s.counts == after_number and (after_and or s.before != "none"))
    return next(fits, senses[0])
