"""The report for programs as JSON lines: a file, then each of its findings, then the next file.

A line is written as soon as its file is checked. ``schema-lines.json`` next to this file tells
the shape of every line.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from plainreply.data import Json
from plainreply.reporters import jsonformat
from plainreply.reporters.jsonformat import SCHEMA_VERSION
from plainreply.reporters.outcome import Checked, Options, Outcome, Outcomes
from plainreply.rule import Severity


def render(outcomes: Outcomes, options: Options) -> str:
    """Return the lines of all outcomes."""
    return "".join(stream(outcomes, options))


def stream(outcomes: Iterable[Outcome], options: Options) -> Iterator[str]:
    """Yield lines as outcomes come, and the summary of the run at the end."""
    for data in _lines(outcomes, options):
        line = {"schema_version": SCHEMA_VERSION, **data}
        yield json.dumps(line, ensure_ascii=options.ascii) + "\n"


def _lines(outcomes: Iterable[Outcome], options: Options) -> Iterator[Json]:
    counts: Counter[Severity] = Counter()
    checked = failed = 0
    for outcome in outcomes:
        if isinstance(outcome, Checked):
            checked += 1
            found = Counter(issue.severity for issue in outcome.report.issues)
            counts += found
            yield from _file(outcome, found)
        else:
            failed += 1
            yield {"type": "error", **outcome.to_dict()}
    summary = jsonformat.summary(checked, failed, counts)
    yield {
        "type": "summary",
        "tool": jsonformat.tool(),
        "summary": summary,
        "notes": list(options.notes),
    }


def _file(outcome: Checked, found: Counter[Severity]) -> Iterator[Json]:
    yield {
        "type": "file",
        **outcome.outline(),
        "issues": jsonformat.by_severity(found),
    }
    for number, issue in enumerate(outcome.report.findings()):
        yield {"type": "issue", "path": outcome.name, "number": number, **issue}
