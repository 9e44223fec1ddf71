"""The report for programs as JSON lines: a file, then each of its findings, then the next file.

A line is written as soon as its file is checked. ``schema-lines.json`` next to this file tells
the shape of every line.
"""

import json
from collections import Counter
from collections.abc import Iterator

from plainreply.data import Json
from plainreply.reporters import jsonformat
from plainreply.reporters.jsonformat import SCHEMA_VERSION
from plainreply.reporters.outcome import Checked, Options, Outcomes
from plainreply.reporters.tally import Tally


def stream(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield lines as outcomes come, and the summary of the run at the end."""
    for data in _lines(outcomes, options):
        line = {"schema_version": SCHEMA_VERSION, **data}
        yield json.dumps(line, ensure_ascii=options.ascii) + "\n"


def _lines(outcomes: Outcomes, options: Options) -> Iterator[Json]:
    tally = Tally()
    for outcome in tally.over(outcomes):
        if isinstance(outcome, Checked):
            yield from _file(outcome)
        else:
            yield {"type": "error", **outcome.to_dict()}
    yield {"type": "summary", "tool": jsonformat.tool(), **jsonformat.ending(tally, options)}


def _file(outcome: Checked) -> Iterator[Json]:
    found = Counter(issue.severity for issue in outcome.report.issues)
    yield {
        "type": "file",
        **outcome.outline(),
        "issues": jsonformat.by_severity(found),
    }
    for number, issue in enumerate(outcome.report.findings()):
        yield {"type": "issue", "path": outcome.name, "number": number, **issue}
