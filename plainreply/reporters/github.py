"""Workflow commands of GitHub Actions: each finding becomes an annotation of its lines.

GitHub shows ten of a severity for each step, so the worst come first.
"""

from collections.abc import Iterator

from plainreply.places import Places
from plainreply.reporters.addresses import path
from plainreply.reporters.outcome import Checked, Failed, Options, Outcomes
from plainreply.reporters.summary import closing
from plainreply.reporters.tally import Tally
from plainreply.reporters.words import printable
from plainreply.rule import SEVERITIES, Issue, Severity

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
UNREAD = "Файл не проверен"


def stream(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield a command for every failed file and every finding that is shown, then the totals.

    Of each outcome its commands alone are held, for the worst of all stand first.
    """
    tally = Tally()
    held: dict[Severity, list[str]] = {severity: [] for severity in SEVERITIES}
    for outcome in tally.over(outcomes):
        if isinstance(outcome, Checked):
            _hold(outcome, options, held)
    yield from map(_failure, tally.failed)
    for severity in reversed(SEVERITIES):
        yield from held[severity]
    yield from (f"{command('notice', note)}\n" for note in options.notes())
    yield from (f"{sentence}\n" for sentence in closing(tally, options, least=1))


def _failure(failed: Failed) -> str:
    return command("error", failed.reason, title=UNREAD, file=path(failed.name)) + "\n"


def _hold(checked: Checked, options: Options, held: dict[Severity, list[str]]) -> None:
    places = Places(checked.report.document)
    for issue in filter(options.shows, checked.report.issues):
        held[issue.severity].append(f"{_finding(checked, issue, places)}\n")


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
