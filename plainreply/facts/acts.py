"""References to laws and other acts: «пункт 3 части 1 статьи 5 Федерального закона от … № …»,
«ЖК РФ», «приказ от … № …». One chain of parts with its act is one reference."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plainreply.facts.acts_forms import ACTS, LINKS, NUMBERED, PART, RULES
from plainreply.spans import Span

ARTICLE = "статья"
UNITS = {
    "подп": "подпункт",
    "пп": "подпункт",
    "п": "пункт",
    "ч": "часть",
    "ст": ARTICLE,
    "абз": "абзац",
    "разд": "раздел",
    "г": "глава",
}
"""How the words for a part begin, the longer ones first, and the part."""
PART_OF = "part"


class Act(NamedTuple):
    """A reference to an act: ``sort`` (law, code, decree, standard, rules; ``part`` where no act
    is named), its ``number`` («59-ФЗ») or ``""``, and its ``parts`` as written, the smallest
    first: ``(("часть", "1"), ("статья", "5"))``."""

    span: Span
    sort: str
    number: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=64)
def acts(text: str) -> tuple[Act, ...]:
    """Return the references to acts that a text makes, in order, none within another.

    A point alone («пункт 2») refers to no act, an article does.
    """
    chain: list[Act] = []
    found: list[Act] = []
    for piece in _pieces(text):
        if chain and not _joined(text, chain[-1], piece):
            found += _whole(chain)
            chain = []
        chain.append(piece)
    return (*found, *_whole(chain))


def _pieces(text: str) -> Iterator[Act]:
    """Yield single parts and single acts in order, none within another."""
    parts = list(_parts(text))
    named = [
        Act(Span(*match.span()), sort, _number(match[0]))
        for sort, pattern in ACTS.items()
        for match in pattern.finditer(text)
    ]
    stop = 0
    for piece in sorted((*parts, *named), key=lambda p: (p.span.start, -p.span.stop)):
        if piece.span.start >= stop:
            yield piece
            stop = piece.span.stop


def _number(name: str) -> str:
    match = NUMBERED.search(name)
    return match[1] or match[2] if match else ""


def _parts(text: str) -> Iterator[Act]:
    """Yield the numbered parts, and after one of them the rules that it is a part of."""
    for match in PART.finditer(text):
        unit = next(unit for stem, unit in UNITS.items() if match["unit"].lower().startswith(stem))
        yield Act(Span(*match.span()), PART_OF, "", ((unit, match["number"]),))
        if rules := RULES.match(text, match.end()):
            yield Act(Span(*rules.span("name")), "rules")


def _joined(text: str, before: Act, after: Act) -> bool:
    """Tell whether two pieces make one reference: a part of an act, an act approved by another."""
    gap = text[before.span.stop : after.span.start]
    return bool(LINKS[before.sort == PART_OF, after.sort == PART_OF].fullmatch(gap))


def _whole(chain: list[Act]) -> Iterator[Act]:
    """Yield the reference that the pieces of a chain make, none for a point of nothing."""
    parts = tuple(part for piece in chain for part in piece.parts)
    named = [piece for piece in chain if piece.sort != PART_OF]
    if named or any(unit == ARTICLE and number[0].isdigit() for unit, number in parts):
        span = Span(chain[0].span.start, chain[-1].span.stop)
        number = next((piece.number for piece in named if piece.number), "")
        yield Act(span, named[0].sort if named else PART_OF, number, parts)
