"""How hard a text is to read: classic indices, a school grade and an explained score."""

from plainreply.readability.formulas import FORMULAS, Counts, Formula
from plainreply.readability.gains import Gain, Homes, RuleGain
from plainreply.readability.grade import Feature, Readability
from plainreply.readability.marks import Marks
from plainreply.readability.measure import measure, measured, total, word_starts
from plainreply.readability.score import Part, Score, rate

__all__ = [
    "FORMULAS",
    "Counts",
    "Feature",
    "Formula",
    "Gain",
    "Homes",
    "Marks",
    "Part",
    "Readability",
    "RuleGain",
    "Score",
    "measure",
    "measured",
    "rate",
    "total",
    "word_starts",
]
