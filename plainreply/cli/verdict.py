"""What the outcomes of a run mean for its exit status."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from plainreply.reporters import Checked, Failed, Outcome
from plainreply.reporters.tally import Tally
from plainreply.reporters.words import decimal, shown_name
from plainreply.rule import SEVERITIES

CLEAN, ISSUES, CANNOT = 0, 1, 2
HIDDEN = "Не показаны известные и прежние замечания и советы: {}"
BELOW = "Оценка ниже {}: {} ({})"


class Bar(NamedTuple):
    """What a letter must keep: no issue from ``fail_on`` on, no score below ``least``."""

    fail_on: str = "warning"
    least: float | None = None


Bars = Callable[[Checked], Bar]
"""Tells the bar of each letter."""


@dataclass(slots=True)
class Watch:
    """Lets outcomes pass one at a time and keeps of each only what the end of the run tells.

    ``before`` are sentences on the run that are known before it; ``status`` is the exit status so
    far: 2 when a file was not checked, 1 when a letter does not keep its bar, else 0.
    """

    bars: Bars
    before: tuple[str, ...] = ()
    status: int = CLEAN
    tally: Tally = field(default_factory=Tally)
    low: list[str] = field(default_factory=list)

    def over(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield ``outcomes`` as they come."""
        for outcome in self.tally.over(outcomes):
            self.status = max(self.status, self._weighed(outcome))
            yield outcome

    def _weighed(self, outcome: Outcome) -> int:
        """Return the exit status that one outcome makes, and note a score that is too low."""
        if isinstance(outcome, Failed):
            return CANNOT
        bar = self.bars(outcome)
        low = _below(outcome, bar)
        self.low += low
        return ISSUES if low or _is_grave(outcome, bar) else CLEAN

    def found(self) -> tuple[str, ...]:
        """Return Russian sentences on what was left out, and on every score that is too low."""
        hidden = self.tally.hidden
        return (*((HIDDEN.format(hidden),) if hidden else ()), *self.low)

    def notes(self) -> tuple[str, ...]:
        """Return all sentences on the run."""
        return (*self.before, *self.found())


def _is_grave(outcome: Checked, bar: Bar) -> bool:
    if bar.fail_on == "never":
        return False
    grave = SEVERITIES[SEVERITIES.index(bar.fail_on) :]
    return any(issue.severity in grave for issue in outcome.report.issues)


def _below(outcome: Checked, bar: Bar) -> list[str]:
    """Return a Russian sentence if the letter's score is too low."""
    score, least = outcome.report.score, bar.least
    if least is None or score is None or score >= least:
        return []
    return [BELOW.format(decimal(least), shown_name(outcome.name), decimal(score))]
