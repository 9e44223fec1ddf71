"""One line a finding, for a quick look and for editors: path:line:col: severity rule message.

A Word file has the paragraph and the words in place of line and column.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from plainreply.places import Places
from plainreply.reporters.outcome import STDIN, Checked, Failed, Options, Outcome, Outcomes
from plainreply.reporters.words import SEVERITY, clause, printable
from plainreply.rule import Severity


def render(outcomes: Outcomes, options: Options) -> str:
    """Return a line for every finding that is shown, then what was and was not checked."""
    return "".join(stream(outcomes, options))


def stream(outcomes: Iterable[Outcome], options: Options) -> Iterator[str]:
    """Yield the lines as outcomes come."""
    from plainreply.reporters.summary import counted_of, found_of

    counts: Counter[Severity] = Counter()
    failed: list[Failed] = []
    checked = hidden = 0
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            failed.append(outcome)
        else:
            checked += 1
            hidden += outcome.report.hidden
            counts.update(issue.severity for issue in outcome.report.issues)
            yield "".join(f"{line}\n" for line in _lines(outcome, options))
    yield f"{counted_of(checked + len(failed), failed)}\n"
    if checked:
        yield f"{found_of(counts, options, hidden)}\n"
    yield from (f"{note}\n" for note in options.notes)


def _lines(checked: Checked, options: Options) -> Iterator[str]:
    places = Places(checked.report.document)
    name = "<stdin>" if checked.name == STDIN else printable(checked.name)
    for issue in filter(options.shows, checked.report.issues):
        place = f"{name}:{printable(places.place(issue))}"
        yield f"{place}: {SEVERITY[issue.severity]} {issue.rule} {printable(issue.message)}"
    for note in checked.report.document.source.notes:
        yield f"{name}: к сведению: {clause(printable(note))}"
