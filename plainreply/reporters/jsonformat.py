"""The report for programs as one object. Its shape is published in ``schema.json`` next to this
file; ``jsonlines`` has the same parts, a line each."""

import json
from collections import Counter

from plainreply.data import Json
from plainreply.reporters.outcome import Checked, Options, Outcomes
from plainreply.rule import SEVERITIES, Severity
from plainreply.version import __version__

SCHEMA_VERSION = 1


def render(outcomes: Outcomes, options: Options) -> str:
    """Return one JSON object with every finding, also those that other formats only count."""
    reports = [outcome.report for outcome in outcomes if isinstance(outcome, Checked)]
    counts = Counter(issue.severity for report in reports for issue in report.issues)
    failed = len(outcomes) - len(reports)
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(),
        "summary": summary(len(reports), failed, counts),
        "notes": list(options.notes),
        "files": [outcome.to_dict() for outcome in outcomes],
    }
    return json.dumps(data, ensure_ascii=options.ascii, indent=2) + "\n"


def tool() -> Json:
    """Return who made the report."""
    return {"name": "plainreply", "version": __version__}


def summary(checked: int, failed: int, counts: Counter[Severity]) -> Json:
    """Return the totals of a run; ``counts`` are its findings by severity."""
    return {
        "files": checked + failed,
        "checked": checked,
        "failed": failed,
        "issues": by_severity(counts),
    }


def by_severity(counts: Counter[Severity]) -> Json:
    """Return the number of findings of every severity, the worst first."""
    return {severity: counts[severity] for severity in reversed(SEVERITIES)}
