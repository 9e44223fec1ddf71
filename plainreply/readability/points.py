"""How many points each part of the score loses.

A part loses ``ceiling * (1 - exp(-dose))``, so one more fault always costs, ever less, and the
five ceilings add up to 100: the score nears 0 and never needs to be cut off there. A dose is
faults for a hundred words *without* fault. So to take words away together with their fault
never makes the faults that are left weigh more, and a letter written twice keeps its score.
"""

from collections.abc import Mapping
from math import exp

from plainreply.readability.faults import (
    COMPLEXITY,
    FORMAT,
    LENGTH,
    OFFICIALESE,
    OTHER,
    PARTS,
    Tallies,
    Tally,
)
from plainreply.readability.grade import Readability

CEILINGS = {COMPLEXITY: 45.0, OFFICIALESE: 28.0, LENGTH: 11.0, FORMAT: 9.0, OTHER: 7.0}
"""The most points each part can lose; 100 in all."""

SCALES = {OFFICIALESE: 9.0, LENGTH: 6.0, FORMAT: 4.0, OTHER: 4.0}
"""Faults for 100 faultless words that cost 63 % of the part's ceiling."""

MIDDLE_GRADE, GRADE_SCALE = 11.0, 2.2
"""The grade that costs half of the ceiling, and how fast the cost grows around it."""

EASY_LENGTH, LENGTH_SCALE = 12.0, 16.0
"""The average words a sentence that cost nothing, and those above that cost 63 %."""

AT_FAULT = 0.9
"""How much of a word at fault is left out of the words that faults are spread over; a little
stays, so that a text that is all fault has a score too."""

SHORTEST = 30
"""A text with fewer words is judged as if faultless words filled it up to this many."""
SHORTEST_GRADED = 15
"""The same for its grade: a single hard word costs little."""


def points(
    readability: Readability, tallies: Tallies, shortest: int = SHORTEST
) -> Mapping[str, float]:
    """Return the points that each part loses, in whole tenths; the text has words."""
    doses = {name: _dose(name, tallies, readability, shortest) for name in SCALES}
    doses[LENGTH] += max(0.0, readability.sentence_length - EASY_LENGTH) / LENGTH_SCALE
    shares = {name: 1 - exp(-dose) for name, dose in doses.items()}
    shares[COMPLEXITY] = _complexity(readability)
    return {name: round(CEILINGS[name] * shares[name], 1) for name in PARTS}


def value(readability: Readability, tallies: Tallies, shortest: int = SHORTEST) -> float:
    """Return the score: 100 less what the parts lose."""
    return round(100 - sum(points(readability, tallies, shortest).values()), 1)


def _complexity(readability: Readability) -> float:
    """Return the share of the ceiling that the grade costs: little below the seventh year of
    school, nearly all at the end of a university."""
    grade = readability.grade or 0.0
    filled = min(1.0, readability.words / SHORTEST_GRADED)
    return filled / (1 + exp((MIDDLE_GRADE - grade) / GRADE_SCALE))


def _dose(name: str, tallies: Tallies, readability: Readability, shortest: int) -> float:
    tally = tallies.get(name, Tally())
    at_fault = AT_FAULT * min(tally.words, readability.words)
    return 10 * tally.tenths / (max(readability.words, shortest) - at_fault) / SCALES[name]
