"""The score drawn: a ring of what is left and what each part took, and a bar for each part."""

from collections.abc import Iterator
from dataclasses import dataclass

from plainreply.readability import Score
from plainreply.reporters.words import decimal

GAP = 0.6
"""What is left empty between two arcs, in hundredths of the ring."""

LEVELS = (
    (80, "plain", "Письмо простое"),
    (60, "fair", "Хорошо, но есть что улучшить"),
    (0, "hard", "Перепишите самые трудные места"),
)
"""From which score on a letter is called so, the CSS class and the words."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A part of the ring, in hundredths: where it starts and how long it is; its CSS class."""

    start: float
    size: float
    style: str


@dataclass(frozen=True, slots=True)
class Bar:
    """What a part took of what it can take. ``room`` and ``taken`` are in hundredths of the
    longest bar."""

    name: str
    style: str
    lost: str
    most: str
    room: float
    taken: float
    why: str


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The score, what it is called, its ring and its bars."""

    value: str
    level: str
    label: str
    arcs: tuple[Arc, ...]
    bars: tuple[Bar, ...]


def level(score: float) -> tuple[str, str]:
    """Return the CSS class and the Russian words for a score."""
    return next((style, label) for least, style, label in LEVELS if score >= least)


def scorecard(score: Score) -> Scorecard:
    """Return the score ready to be drawn."""
    style, label = level(score.value)
    return Scorecard(decimal(score.value), style, label, tuple(_arcs(score)), tuple(_bars(score)))


def _arcs(score: Score) -> Iterator[Arc]:
    at = 0.0
    sizes = [(score.value, f"kept {level(score.value)[0]}")]
    sizes += [(part.points, f"part-{number}") for number, part in enumerate(score.parts, 1)]
    for size, style in sizes:
        if size > 0:
            yield Arc(round(at, 2), round(max(size - GAP, 0.3), 2), style)
        at += size


def _bars(score: Score) -> Iterator[Bar]:
    longest = max(part.ceiling for part in score.parts)
    for number, part in enumerate(score.parts, 1):
        ceiling = part.ceiling
        yield Bar(
            part.name,
            f"part-{number}",
            f"−{decimal(part.points)}" if part.points else "0",
            decimal(ceiling),
            round(100 * ceiling / longest, 2),
            round(100 * part.points / longest, 2),
            part.why,
        )
