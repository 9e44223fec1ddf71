"""One line a finding, for a quick look and for editors: path:line:col: severity rule message.

A Word file has the paragraph and the words in place of line and column.
"""

from collections.abc import Iterator

from plainreply.places import Places
from plainreply.reporters.outcome import STDIN, Checked, Options, Outcomes
from plainreply.reporters.tally import Tally
from plainreply.reporters.words import SEVERITY, clause, printable


def stream(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield a line for every finding that is shown, then what was and was not checked."""
    from plainreply.reporters.summary import closing

    tally = Tally()
    for outcome in tally.over(outcomes):
        if isinstance(outcome, Checked):
            yield "".join(f"{line}\n" for line in _lines(outcome, options))
    told = *closing(tally, options, least=1), *options.notes()
    yield "".join(f"{sentence}\n" for sentence in told)


def _lines(checked: Checked, options: Options) -> Iterator[str]:
    places = Places(checked.report.document)
    name = "<stdin>" if checked.name == STDIN else printable(checked.name)
    for issue in filter(options.shows, checked.report.issues):
        place = f"{name}:{printable(places.place(issue))}"
        yield f"{place}: {SEVERITY[issue.severity]} {issue.rule} {printable(issue.message)}"
    for note in checked.report.document.source.notes:
        yield f"{name}: к сведению: {clause(printable(note))}"
