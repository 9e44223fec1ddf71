"""The report for programs as one object. Its shape is published in ``schema.json`` next to this
file; ``jsonlines`` has the same parts, a line each."""

from collections import Counter
from collections.abc import Iterator

from plainreply.data import Json
from plainreply.reporters.jsonpieces import described
from plainreply.reporters.outcome import Options, Outcomes
from plainreply.reporters.tally import Tally
from plainreply.rule import SEVERITIES, Severity
from plainreply.version import __version__

SCHEMA_VERSION = 1


def stream(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield one JSON object with every finding, also those that other formats only count."""
    tally = Tally()
    files = (outcome.to_dict() for outcome in tally.over(outcomes))
    before = {"schema_version": SCHEMA_VERSION, "tool": tool()}
    yield from described(before, "files", files, lambda: ending(tally, options), options.ascii)
    yield "\n"


def tool() -> Json:
    """Return who made the report."""
    return {"name": "plainreply", "version": __version__}


def ending(tally: Tally, options: Options) -> Json:
    """Return the totals of a run and what there is to say of it."""
    files = {"files": tally.files, "checked": tally.checked, "failed": len(tally.failed)}
    summary = {**files, "issues": by_severity(tally.counts)}
    return {"summary": summary, "notes": list(options.notes())}


def by_severity(counts: Counter[Severity]) -> Json:
    """Return the number of findings of every severity, the worst first."""
    return {severity: counts[severity] for severity in reversed(SEVERITIES)}
