"""What reporters are given: the outcome of every file, and how to show it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the names of formats are asked for long before there is a report
    from plainreply.report import Report
    from plainreply.rule import Issue

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked. ``name`` is as the user gave it."""

    name: str
    report: "Report"

    def to_dict(self) -> dict[str, Any]:
        """Return the file with its findings as plain data."""
        return {**self.report.to_dict(), "path": self.name}

    def outline(self) -> dict[str, Any]:
        """Return the file without its findings as plain data."""
        return {**self.report.outline(), "path": self.name}


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that was not checked. ``reason`` is a Russian sentence without the letter's text."""

    name: str
    reason: str

    def to_dict(self) -> dict[str, Any]:
        """Return the file and why it was not checked as plain data."""
        return {"path": self.name, "error": {"message": self.reason}}


Outcome = Checked | Failed
Outcomes = Iterable[Outcome]
"""Outcomes as they come: each is asked for when the one before has been told."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to show outcomes.

    ``width`` is in columns. ``info`` shows the findings of severity ``info``, which are only
    counted otherwise. ``explain`` says more about the score. ``ascii`` keeps JSON to ASCII.
    ``notes`` tells, at the end of a run, Russian sentences on it.
    """

    width: int = 80
    color: bool = False
    info: bool = False
    explain: bool = False
    ascii: bool = False
    notes: Callable[[], Sequence[str]] = tuple

    def shows(self, issue: "Issue") -> bool:
        """Tell whether the issue is shown and not just counted."""
        return self.info or issue.severity != "info"
