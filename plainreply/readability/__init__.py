"""How hard a text is to read: classic indices, a school grade and an explained score."""

from plainreply.readability.formulas import FORMULAS, Counts, Formula
from plainreply.readability.measure import Readability, measure
from plainreply.readability.score import Part, Score, rate

__all__ = [
    "FORMULAS",
    "Counts",
    "Formula",
    "Part",
    "Readability",
    "Score",
    "measure",
    "rate",
]
