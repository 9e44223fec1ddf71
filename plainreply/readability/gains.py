"""What repairs would give: the score reckoned anew with some faults thought away."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import TypeVar

from plainreply.readability.faults import LENGTH, Faults
from plainreply.readability.grade import NOTHING, Readability
from plainreply.readability.points import value
from plainreply.rule import Issue
from plainreply.spans import Span

K = TypeVar("K", bound=Hashable)
FEW = 3
PIECE = 15
"""A long sentence is thought to be split into pieces of at most so many words."""
ALONE = 10
"""A single sentence with fewer words is judged as if faultless words filled it up."""

LEAST = 0.001
"""The heat of the plainest sentence; one without words has none."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What to repair in one sentence and how far the score rises, in whole tenths. ``pieces`` is
    the number of sentences it should become, 1 when it is short enough."""

    span: Span
    issues: tuple[Issue, ...]
    pieces: int
    points: float


@dataclass(frozen=True, slots=True)
class RuleGain:
    """How far the score rises when every finding of a rule is repaired."""

    rule: str
    issues: tuple[Issue, ...]
    points: float


@dataclass(frozen=True)
class Ledger:
    """All that the score of a text rests on. ``sentences`` are all sentences in text order with
    their counts; those of headers and footers have no part in ``readability``."""

    readability: Readability
    faults: Faults
    sentences: tuple[tuple[Span, Readability], ...] = ()

    @cached_property
    def value(self) -> float:
        """The score as it is."""
        return value(self.readability, self.faults.tallies)

    def gained(self, issues: Iterable[Issue]) -> float:
        """Return how far the score rises when these issues are gone, long sentences split."""
        issues = tuple(issues)
        split = sum(self.pieces(issue) - 1 for issue in issues)
        repaired = self.readability.split(split)
        return round(value(repaired, self.faults.without(issues)) - self.value, 1)

    def pieces(self, issue: Issue) -> int:
        """Return into how many sentences the issue wants its sentence split; 1 for none."""
        if self.faults.part(issue) != LENGTH:
            return 1
        counts = self._counts.get(issue.span, NOTHING)
        return max(2, ceil((counts.words - counts.quoted_words) / PIECE))

    @cached_property
    def _counts(self) -> Mapping[Span, Readability]:
        return dict(self.sentences)

    @cached_property
    def gains(self) -> tuple[Gain, ...]:
        """What every sentence with issues would give, the best first."""
        found = (self.gain(span, issues) for span, issues in self.by_sentence.items())
        return tuple(sorted(found, key=lambda gain: (-gain.points, gain.span)))

    def gain(self, span: Span, issues: Iterable[Issue]) -> Gain:
        """Return what repairing these issues of one sentence would give."""
        issues = tuple(issues)
        return Gain(span, issues, max(map(self.pieces, issues)), self.gained(issues))

    @cached_property
    def rules(self) -> tuple[RuleGain, ...]:
        """What every rule would give, the best first."""
        grouped = _grouped((issue.rule, issue) for issue in self.faults.issues)
        found = [RuleGain(rule, tuple(own), self.gained(own)) for rule, own in grouped.items()]
        return tuple(sorted(found, key=lambda gain: (-gain.points, gain.rule)))

    @cached_property
    def by_sentence(self) -> Mapping[Span, Sequence[Issue]]:
        """The issues of every sentence that has some, in text order."""
        homes = Homes(tuple(span for span, _ in self.sentences))
        return _grouped((homes.of(issue.span), issue) for issue in self.faults.issues)

    @cached_property
    def heat(self) -> tuple[float, ...]:
        """How hard each sentence is, taken alone: from 0, plain, to 1."""
        return tuple(map(self._heat, *zip(*self.sentences, strict=True))) if self.sentences else ()

    def _heat(self, span: Span, counts: Readability) -> float:
        if not counts.words:
            return 0.0
        tallies = self.faults.tally(self.by_sentence.get(span, ()))
        return max(LEAST, round(1 - value(counts, tallies, ALONE) / 100, 3))


@dataclass(frozen=True)
class Homes:
    """Finds the sentence in which a place is."""

    sentences: tuple[Span, ...]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(span.start for span in self.sentences)

    def of(self, place: Span) -> Span:
        """Return the sentence where ``place`` starts, or ``place`` itself outside of them."""
        at = bisect_right(self._starts, place.start) - 1
        near = self.sentences[at] if at >= 0 else place
        return near if near.overlaps(place) else place


def _grouped(pairs: Iterable[tuple[K, Issue]]) -> dict[K, list[Issue]]:
    found: dict[K, list[Issue]] = defaultdict(list)
    for key, issue in pairs:
        found[key].append(issue)
    return dict(found)
