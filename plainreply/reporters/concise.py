"""One line a finding, for a quick look and for editors: path:line:col: severity rule message.

A Word file has the paragraph and the words in place of line and column.
"""

from collections.abc import Iterator

from plainreply.reporters.outcome import STDIN, Checked, Options, Outcomes
from plainreply.reporters.places import Places
from plainreply.reporters.words import printable


def render(outcomes: Outcomes, options: Options) -> str:
    """Return a line for every finding that is shown, then what was and was not checked."""
    from plainreply.reporters.summary import checked_of, found

    lines: list[str] = []
    for outcome in outcomes:
        if isinstance(outcome, Checked):
            lines += _lines(outcome, options)
    reports = [outcome.report for outcome in outcomes if isinstance(outcome, Checked)]
    lines.append(checked_of(outcomes))
    if reports:
        lines.append(found((issue for report in reports for issue in report.issues), options))
    return "".join(f"{line}\n" for line in (*lines, *options.notes))


def _lines(checked: Checked, options: Options) -> Iterator[str]:
    places = Places(checked.report.document)
    name = "<stdin>" if checked.name == STDIN else printable(checked.name)
    for issue in filter(options.shows, checked.report.issues):
        place = f"{name}:{printable(places.place(issue))}"
        yield f"{place}: {issue.severity} {issue.rule} {printable(issue.message)}"
