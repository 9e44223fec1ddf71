"""The Code Quality report of GitLab: a list of findings that merge requests show."""

from collections.abc import Iterator
from itertools import chain

from plainreply.data import Json
from plainreply.fingerprint import digest, fingerprints
from plainreply.places import Places, Region
from plainreply.reporters.addresses import path
from plainreply.reporters.jsonpieces import listed
from plainreply.reporters.outcome import Checked, Failed, Options, Outcomes
from plainreply.rule import Severity

SEVERITY: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}
UNREAD = "unreadable-file"
START = Region(1, 1, 1, 1)


def stream(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield the failed files and the findings that are shown as one JSON list."""
    each = (
        _findings(outcome, options) if isinstance(outcome, Checked) else [_failure(outcome)]
        for outcome in outcomes
    )
    yield from listed(chain.from_iterable(each), options.ascii)
    yield "\n"


def _failure(failed: Failed) -> Json:
    name = path(failed.name)
    return _entry(UNREAD, failed.reason, "blocker", digest(UNREAD, name), name, START)


def _findings(checked: Checked, options: Options) -> Iterator[Json]:
    name, report = path(checked.name), checked.report
    places = Places(report.document)
    prints = fingerprints(report.document.text, report.issues)
    for issue, fingerprint in zip(report.issues, prints, strict=True):
        if options.shows(issue):
            yield _entry(
                issue.rule,
                places.told(issue),
                SEVERITY[issue.severity],
                digest(name, fingerprint),
                name,
                places.region(issue.span),
            )


def _entry(
    check: str, description: str, severity: str, fingerprint: str, name: str, region: Region
) -> Json:
    return {
        "check_name": check,
        "description": description,
        "severity": severity,
        "fingerprint": fingerprint,
        "location": {
            "path": name,
            "positions": {
                "begin": {"line": region.line, "column": region.column},
                "end": {"line": region.end_line, "column": region.end_column},
            },
        },
    }
