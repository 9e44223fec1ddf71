"""What the outcomes of a run mean for its exit status."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plainreply.reporters import Checked, Failed, Outcome
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


def status(outcomes: Sequence[Outcome], bars: Bars) -> int:
    """Return 2 when a file was not checked, 1 when a letter does not keep its bar, else 0."""
    if any(isinstance(outcome, Failed) for outcome in outcomes):
        return CANNOT
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    grave = any(_is_grave(outcome, bars(outcome).fail_on) for outcome in checked)
    return ISSUES if grave or below(outcomes, bars) else CLEAN


def _is_grave(outcome: Checked, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    grave = SEVERITIES[SEVERITIES.index(fail_on) :]
    return any(issue.severity in grave for issue in outcome.report.issues)


def below(outcomes: Sequence[Outcome], bars: Bars) -> tuple[str, ...]:
    """Return a Russian sentence for every letter whose score is too low."""
    checked = ((o, o.report.score, bars(o).least) for o in outcomes if isinstance(o, Checked))
    return tuple(
        BELOW.format(decimal(least), shown_name(outcome.name), decimal(score))
        for outcome, score, least in checked
        if least is not None and score is not None and score < least
    )


def hidden(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Return a Russian sentence on the findings that are not shown because they are not new."""
    number = sum(o.report.hidden for o in outcomes if isinstance(o, Checked))
    return (HIDDEN.format(number),) if number else ()


@dataclass(slots=True)
class Watch:
    """Lets outcomes pass one at a time and keeps of each only what the end of the run tells.

    ``status`` is the exit status so far, ``number`` how many passed, ``failed`` those that were
    not checked, ``low`` the sentences on scores that are too low, ``hidden`` the findings that
    are not shown.
    """

    bars: Bars
    status: int = CLEAN
    number: int = 0
    failed: list[Failed] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    hidden: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What the end of the run tells besides."""
        return (HIDDEN.format(self.hidden),) if self.hidden else ()

    def over(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield ``outcomes`` as they come."""
        for outcome in outcomes:
            self.number += 1
            self.low += below([outcome], self.bars)
            if isinstance(outcome, Failed):
                self.failed.append(outcome)
            else:
                self.hidden += outcome.report.hidden
            self.status = max(self.status, status([outcome], self.bars))
            yield outcome
