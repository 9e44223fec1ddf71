"""The grade: a sum of a few counts, with weights that ``corpora/fit_grade.py`` fits.

Each count is taken a sentence and enters by its logarithm, so the tenth hard word of a sentence
weighs less than the first. Only finite verbs count a word: they make a text easier. To drop
words from a sentence therefore never makes the grade harder, unless they are its verbs.
"""

from dataclasses import dataclass
from functools import cache
from math import log1p, sqrt

from plainreply.readability.formulas import Counts
from plainreply.readability.marks import Marks
from plainreply.resources import Row, read_table, rules_dir

FLOOR = 60
"""A text with fewer words has its share of verbs reckoned as if usual words filled it up."""
USUAL_VERBS = 0.11
"""The share of finite verbs among the words of ordinary prose."""


@dataclass(frozen=True, slots=True)
class Term:
    """One count of the model. ``weight`` is in school grades for a unit of ``value``;
    ``low`` and ``high`` are where plain letters lie, in what ``shown`` returns."""

    name: str
    title: str
    weight: float
    low: float
    high: float

    def value(self, counts: Counts, marks: Marks) -> float:
        """Return what enters the sum: a logarithm, or a share."""
        if self.name == "finite":
            missing = max(0, FLOOR - counts.words) * USUAL_VERBS
            return (marks.finite + missing) / max(counts.words, FLOOR)
        return log1p(self.count(counts, marks) / counts.sentences)

    def count(self, counts: Counts, marks: Marks) -> int:
        """Return the count itself."""
        number: int = getattr(marks if self.name in Marks.__slots__ else counts, self.name)
        return number

    def shown(self, counts: Counts, marks: Marks) -> float:
        """Return the number a person is told: a sentence, finite verbs a hundred words."""
        per = counts.words / 100 if self.name == "finite" else counts.sentences
        return self.count(counts, marks) / per

    def usual(self) -> float:
        """Return the value in the middle of what plain letters have."""
        middle = (self.low + self.high) / 2
        return middle / 100 if self.name == "finite" else log1p(middle)


@dataclass(frozen=True)
class Model:
    """The terms, what is added to them, and how far the grade may be off: ``text_error`` for a
    text of any length, ``sentence_error`` for one sentence besides."""

    terms: tuple[Term, ...]
    start: float
    text_error: float
    sentence_error: float

    def grade(self, counts: Counts, marks: Marks) -> float:
        """Return the school grade before it is bent into bounds; needs a word."""
        return self.start + sum(term.weight * term.value(counts, marks) for term in self.terms)

    def margin(self, sentences: int) -> float:
        """Return how many grades two texts of three stay within, for so many sentences."""
        return sqrt(self.text_error**2 + self.sentence_error**2 / max(sentences, 1))


@cache
def model() -> Model:
    """Return the published model: ``rules/readability/grade.tsv``."""
    rows = read_table(rules_dir() / "readability" / "grade.tsv")
    weights = {row["feature"]: float(row["weight"]) for row in rows}
    terms = tuple(map(_term, (row for row in rows if row["title"])))
    return Model(terms, weights["start"], weights["text-error"], weights["sentence-error"])


def _term(row: Row) -> Term:
    numbers = (float(row[key]) for key in ("weight", "low", "high"))
    return Term(row["feature"], row["title"], *numbers)
