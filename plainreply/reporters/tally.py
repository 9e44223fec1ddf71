"""Counts outcomes as they pass: what the end of a report tells of the whole run."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plainreply.reporters.outcome import Failed, Outcome
from plainreply.severity import Severity


@dataclass(slots=True)
class Tally:
    """What has passed: files that were ``checked``, their findings by severity, how many more are
    ``hidden`` because they are known or not new, and the files that were not checked."""

    checked: int = 0
    counts: Counter[Severity] = field(default_factory=Counter)
    hidden: int = 0
    failed: list[Failed] = field(default_factory=list)

    @property
    def files(self) -> int:
        """How many files have passed."""
        return self.checked + len(self.failed)

    def over(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield ``outcomes`` as they come; each is counted before it is told."""
        for outcome in outcomes:
            self.add(outcome)
            yield outcome

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        if isinstance(outcome, Failed):
            self.failed.append(outcome)
        else:
            self.checked += 1
            self.counts.update(issue.severity for issue in outcome.report.issues)
            self.hidden += outcome.report.hidden
