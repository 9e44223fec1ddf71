"""Findings as plain data: places are code points of the file's own text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plainreply.data import Json
from plainreply.document import Document
from plainreply.fingerprint import fingerprints
from plainreply.links import rule_url
from plainreply.places import Places
from plainreply.rule import Fix, Issue, Rule
from plainreply.spans import Span


def findings(
    document: Document, issues: Sequence[Issue], rules: Mapping[str, Rule]
) -> Iterator[Json]:
    """Yield every one of ``issues``, in their order; ``rules`` are by id."""
    places = Places(document)
    prints = fingerprints(document.text, issues)
    for issue, fingerprint in zip(issues, prints, strict=True):
        yield _finding(issue, rules[issue.rule].title, places, fingerprint)


def _finding(issue: Issue, title: str, places: Places, fingerprint: str) -> Json:
    own = _written(issue, places).to_dict()
    fixes = own.pop("fixes")
    head = {
        "rule": issue.rule,
        "title": title,
        "message": issue.message,
        "severity": issue.severity,
        "url": rule_url(issue.rule),
        "fingerprint": fingerprint,
    }
    return {**head, **own, **_place(issue.span, places), "fixes": fixes}


def _written(issue: Issue, places: Places) -> Issue:
    """Return the issue as it is in the file, without the fixes that its markup forbids."""
    told = ((fix, tuple(places.edits(fix))) for fix in issue.fixes)
    return replace(
        issue,
        span=places.span(issue.span),
        words=tuple(map(places.span, issue.words)),
        fixes=tuple(Fix(edits, fix.safety) for fix, edits in told if edits or not fix.edits),
    )


def _place(span: Span, places: Places) -> Json:
    """Return lines and columns, or null and the anchor in a Word file; and the paragraph."""
    region = places.region(span)
    lines: Json = dict.fromkeys(region._fields) if not places.has_lines else region._asdict()
    paragraph = places.paragraph(span.start)
    anchor = {"paragraph": paragraph, "column": region.column, "quote": places.words(span)}
    return {**lines, "paragraph": paragraph, "anchor": None if places.has_lines else anchor}
