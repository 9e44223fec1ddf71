"""The faults of a text, summed up by part of the score, so that some can be thought away again."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from plainreply.rule import Issue, Severity
from plainreply.spans import Span

COMPLEXITY = "Сложность текста"
OFFICIALESE = "Канцелярит"
LENGTH = "Длина предложений"
FORMAT = "Оформление"
OTHER = "Прочее"
PARTS = (COMPLEXITY, OFFICIALESE, LENGTH, FORMAT, OTHER)

GROUP_PARTS = {"wording": OFFICIALESE, "format": FORMAT}
RULE_PARTS = {
    "long-sentence": LENGTH,
    "typography": FORMAT,
    "misspelling": OTHER,
    "missing-comma": OTHER,
}
"""Rules that cost points in another part than their group: a slip of the pen is no officialese."""
SEVERITY_TENTHS = {"info": 3, "warning": 10, "error": 15}
SLIPS = frozenset({"typography"})
"""Rules whose faults weigh like advice, however grave: a doubled space makes no text harder."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How grave the faults of a part are together, in tenths of a remark, and how many words of
    the text they are about, each word once."""

    tenths: int = 0
    words: int = 0


Tallies = Mapping[str, Tally]
"""The tally of every part by its name; a part without faults may be missing."""


@dataclass(frozen=True)
class Faults:
    """The issues of a text. ``groups`` maps a rule to its group, ``words`` are the places where
    the words of the text start, in order."""

    issues: tuple[Issue, ...]
    groups: Mapping[str, str]
    words: Sequence[int] = ()

    def part(self, issue: Issue) -> str:
        """Return the name of the part in which the issue costs points."""
        part = GROUP_PARTS.get(self.groups.get(issue.rule, ""), OTHER)
        return RULE_PARTS.get(issue.rule, part)

    @cached_property
    def by_part(self) -> Mapping[str, tuple[Issue, ...]]:
        """The issues of every part."""
        found: dict[str, list[Issue]] = {name: [] for name in PARTS}
        for issue in self.issues:
            found[self.part(issue)].append(issue)
        return {name: tuple(issues) for name, issues in found.items()}

    @cached_property
    def tallies(self) -> Tallies:
        """The tally of every part."""
        return self.tally(self.issues)

    def tally(self, issues: Iterable[Issue]) -> Tallies:
        """Return the tallies of these issues alone."""
        tenths, covered = _summed(map(self._weighed, issues))
        return {part: Tally(tenths[part], len(covered[part])) for part in tenths}

    def without(self, issues: Iterable[Issue]) -> Tallies:
        """Return the tallies that are left when these issues are gone.

        A word counts on when another issue of the part is about it too.
        """
        tenths, covered = _summed(map(self._weighed, issues))
        left = dict(self.tallies)
        for part in tenths:
            freed = sum(self._all[part][word] == times for word, times in covered[part].items())
            old = left[part]
            left[part] = Tally(old.tenths - tenths[part], old.words - freed)
        return left

    @cached_property
    def _all(self) -> Mapping[str, Counter[int]]:
        """How many issues of a part each word is at fault in, by the word's number."""
        return _summed(map(self._weighed, self.issues))[1]

    def _weighed(self, issue: Issue) -> "Weight":
        """Return what an issue weighs; it is asked for again and again."""
        key = issue.rule, issue.severity, issue.words or (issue.span,)
        weight = self._known.get(key)
        if weight is None:
            weight = self._known[key] = self._weight(issue)
        return weight

    @cached_property
    def _known(self) -> dict[tuple[str, Severity, tuple[Span, ...]], "Weight"]:
        return {}

    def _weight(self, issue: Issue) -> "Weight":
        severity = "info" if issue.rule in SLIPS else issue.severity
        return Weight(self.part(issue), SEVERITY_TENTHS[severity], frozenset(self._words(issue)))

    def _words(self, issue: Issue) -> Iterable[int]:
        for span in issue.words or (issue.span,):
            yield from range(
                bisect_left(self.words, span.start), bisect_left(self.words, span.stop)
            )


class Weight(NamedTuple):
    """The part in which an issue costs points, how grave it is in tenths of a remark, and the
    numbers of the words that it is about."""

    part: str
    tenths: int
    words: frozenset[int]


def _summed(weights: Iterable[Weight]) -> tuple[Counter[str], Mapping[str, Counter[int]]]:
    """Return the tenths of every part and how often each word is at fault in it."""
    tenths: Counter[str] = Counter()
    covered: dict[str, Counter[int]] = defaultdict(Counter)
    for part, grave, words in weights:
        tenths[part] += grave
        covered[part].update(words)
    return tenths, covered
