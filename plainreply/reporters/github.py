"""Workflow commands of GitHub Actions: each finding becomes an annotation of its lines.

GitHub shows ten of a severity for each step, so the worst come first.
"""

from collections.abc import Iterator

from plainreply.places import Places
from plainreply.reporters.addresses import path
from plainreply.reporters.outcome import Checked, Failed, Options, Outcomes
from plainreply.reporters.summary import checked_of, found
from plainreply.reporters.words import printable
from plainreply.rule import SEVERITIES, Issue, Severity

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
UNREAD = "Файл не проверен"


def render(outcomes: Outcomes, options: Options) -> str:
    """Return a command for every failed file and every finding that is shown, then the totals."""
    reports = [outcome.report for outcome in outcomes if isinstance(outcome, Checked)]
    lines = [*_failures(outcomes), *_findings(outcomes, options)]
    lines += [command("notice", note) for note in options.notes]
    lines.append(checked_of(outcomes))
    if reports:
        lines.append(found(reports, options))
    return "".join(f"{line}\n" for line in lines)


def _failures(outcomes: Outcomes) -> Iterator[str]:
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            yield command("error", outcome.reason, title=UNREAD, file=path(outcome.name))


def _findings(outcomes: Outcomes, options: Options) -> Iterator[str]:
    found = [
        (SEVERITIES.index(issue.severity), _finding(outcome, issue, places))
        for outcome in outcomes
        if isinstance(outcome, Checked)
        for places in [Places(outcome.report.document)]
        for issue in filter(options.shows, outcome.report.issues)
    ]
    yield from (line for _, line in sorted(found, key=lambda pair: -pair[0]))


def _finding(checked: Checked, issue: Issue, places: Places) -> str:
    """Return the command of a finding; columns only within one line, as GitHub asks."""
    region = places.region(issue.span)
    fields = {
        "title": f"{checked.report.titles[issue.rule].title} ({issue.rule})",
        "file": path(checked.name),
        "line": region.line,
        "endLine": region.end_line,
    }
    if region.line == region.end_line:
        fields |= {"col": region.column, "endColumn": region.end_column}
    return command(COMMANDS[issue.severity], places.told(issue), **fields)


def command(name: str, message: str, **fields: object) -> str:
    """Return the workflow command ``name`` with its properties and its message."""
    told = ",".join(f"{key}={_escaped_field(str(value))}" for key, value in fields.items())
    return f"::{name}{' ' if told else ''}{told}::{_escaped(printable(message))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_field(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
