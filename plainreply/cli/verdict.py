"""What the outcomes of a run mean for its exit status."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from plainreply.reporters import Checked, Failed, Outcome
from plainreply.reporters.words import decimal, shown_name
from plainreply.rule import SEVERITIES

CLEAN, ISSUES, CANNOT = 0, 1, 2
HIDDEN = "Не показаны известные и прежние замечания и советы: {}"
BELOW = "Оценка ниже {}: {} ({})"


def status(outcomes: Sequence[Outcome], fail_on: str) -> int:
    """Return 2 when a file was not checked, 1 for issues at or above ``fail_on``, else 0."""
    if any(isinstance(outcome, Failed) for outcome in outcomes):
        return CANNOT
    if fail_on == "never":
        return CLEAN
    grave = SEVERITIES[SEVERITIES.index(fail_on) :]
    reports = (outcome.report for outcome in outcomes if isinstance(outcome, Checked))
    return ISSUES if any(i.severity in grave for r in reports for i in r.issues) else CLEAN


def gate(outcomes: Sequence[Outcome], least: float | None) -> int:
    """Return 1 when the score of a letter is below ``least``, else 0."""
    return ISSUES if below(outcomes, least) else CLEAN


def below(outcomes: Sequence[Outcome], least: float | None) -> tuple[str, ...]:
    """Return a Russian sentence for every letter whose score is below ``least``."""
    if least is None:
        return ()
    scores = ((o.name, o.report.score) for o in outcomes if isinstance(o, Checked))
    return tuple(
        BELOW.format(decimal(least), shown_name(name), decimal(score))
        for name, score in scores
        if score is not None and score < least
    )


def hidden(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Return a Russian sentence on the findings that are not shown because they are not new."""
    number = sum(o.report.hidden for o in outcomes if isinstance(o, Checked))
    return (HIDDEN.format(number),) if number else ()


@dataclass(slots=True)
class Watch:
    """Lets outcomes pass one at a time and keeps of each only what the end of the run tells.

    ``status`` is the exit status so far, ``number`` how many passed, ``failed`` those that were
    not checked, ``low`` the sentences on scores below ``least``, ``hidden`` the findings that
    are not shown.
    """

    fail_on: str
    least: float | None
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
            self.low += below([outcome], self.least)
            if isinstance(outcome, Failed):
                self.failed.append(outcome)
            else:
                self.hidden += outcome.report.hidden
            one = max(status([outcome], self.fail_on), gate([outcome], self.least))
            self.status = max(self.status, one)
            yield outcome
