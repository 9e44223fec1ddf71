"""The report for programs as one object. Its shape is published in ``schema.json`` next to this
file; ``jsonlines`` has the same parts, a line each."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import plainreply
from plainreply.fingerprint import fingerprints
from plainreply.readability import Feature, Readability
from plainreply.report import Report
from plainreply.reporters.links import rule_url
from plainreply.reporters.outcome import Checked, Failed, Options, Outcome, Outcomes
from plainreply.reporters.places import Places
from plainreply.rule import SEVERITIES, Fix, Issue, Rule, Severity
from plainreply.setting import Setting
from plainreply.spans import Edit, Span

SCHEMA_VERSION = 1
Json = dict[str, Any]


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
        "files": list(map(_file, outcomes)),
    }
    return json.dumps(data, ensure_ascii=options.ascii, indent=2) + "\n"


def tool() -> Json:
    """Return who made the report."""
    return {"name": "plainreply", "version": plainreply.__version__}


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


def _file(outcome: Outcome) -> Json:
    if isinstance(outcome, Failed):
        return error(outcome)
    return {**file(outcome), "issues": list(issues(outcome.report))}


def error(failed: Failed) -> Json:
    """Return a file that was not checked, and why."""
    return {"path": failed.name, "error": {"message": failed.reason}}


def file(outcome: Checked) -> Json:
    """Return a file that was checked, without its findings."""
    report = outcome.report
    source = report.document.source
    return {
        "path": outcome.name,
        "genre": _genre(report.setting),
        "format": source.format,
        "encoding": source.encoding,
        "score": _score(report),
        "readability": _readability(report.readability),
        "sentences": _sentences(report),
        "coverage": _coverage(report),
        "notes": list(source.notes),
    }


def issues(report: Report) -> Iterator[Json]:
    """Yield every finding of a file, in text order."""
    places = Places(report.document)
    prints = fingerprints(report.document.text, report.issues)
    for issue, fingerprint in zip(report.issues, prints, strict=True):
        yield _issue(issue, report.titles[issue.rule], places, fingerprint)


def _genre(setting: Setting) -> Json | None:
    if not setting.genre:
        return None
    return {"id": setting.genre, "confidence": setting.confidence, "told": setting.told}


def _score(report: Report) -> Json | None:
    score = report.rating
    if score is None:
        return None
    numbers = {id(issue): number for number, issue in enumerate(report.issues)}
    parts = [
        {
            "name": p.name,
            "points": p.points,
            "ceiling": p.ceiling,
            "why": p.why,
            "rules": list(p.rules),
            "issues": [numbers[id(issue)] for issue in p.issues if id(issue) in numbers],
        }
        for p in score.parts
    ]
    gains = [
        {
            "span": _span(report.document.place(gain.span)),
            "points": gain.points,
            "pieces": gain.pieces,
            "issues": len(gain.issues),
        }
        for gain in score.gains
    ]
    rules = [
        {"rule": gain.rule, "points": gain.points, "issues": len(gain.issues)}
        for gain in score.rules
    ]
    return {"value": score.value, "parts": parts, "gains": gains, "rules": rules}


def _readability(found: Readability) -> Json:
    return {
        "grade": _rounded(found.grade),
        "range": list(found.range) if found.range else None,
        "label": found.label,
        "rough": found.rough,
        "reason": found.reason,
        "words": found.words,
        "sentences": found.sentences,
        "letters": found.letters,
        "syllables": found.syllables,
        "complex_words": found.complex_words,
        "features": list(map(_feature, found.features)),
        "indices": {name: _rounded(value) for name, value in found.indices.items()},
    }


def _feature(feature: Feature) -> Json:
    return {
        "name": feature.name,
        "title": feature.title,
        "value": _rounded(feature.value),
        "plain": [feature.low, feature.high],
        "grades": _rounded(feature.grades),
    }


def _sentences(report: Report) -> list[Json]:
    places = zip(report.sentences, report.heat, strict=True)
    place = report.document.place
    return [{"span": _span(place(span)), "heat": heat} for span, heat in places]


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)


def _coverage(report: Report) -> Json:
    skipped = [{"rule": rule, "reason": reason} for rule, reason in report.coverage.skipped]
    return {"rules": list(report.coverage.rules), "skipped": skipped}


def _issue(issue: Issue, rule: Rule, places: Places, fingerprint: str) -> Json:
    return {
        "rule": issue.rule,
        "title": rule.title,
        "message": issue.message,
        "severity": issue.severity,
        "url": rule_url(rule.id),
        "fingerprint": fingerprint,
        "span": _span(places.span(issue.span)),
        "words": [_span(places.span(words)) for words in issue.words],
        **_place(issue.span, places),
        "fixes": list(_fixes(issue, places)),
    }


def _place(span: Span, places: Places) -> Json:
    """Return lines and columns, or null and the anchor in a Word file; and the paragraph."""
    region = places.region(span)
    lines: Json = dict.fromkeys(region._fields) if not places.has_lines else region._asdict()
    paragraph = places.paragraph(span.start)
    anchor = {"paragraph": paragraph, "column": region.column, "quote": places.words(span)}
    return {**lines, "paragraph": paragraph, "anchor": None if places.has_lines else anchor}


def _fixes(issue: Issue, places: Places) -> Iterator[Json]:
    for fix in issue.fixes:
        edits = places.edits(fix)
        if edits or not fix.edits:
            yield _fix(fix, edits)


def _fix(fix: Fix, edits: Sequence[Edit]) -> Json:
    told = [{"span": _span(edit.span), "text": edit.text} for edit in edits]
    return {"safety": fix.safety, "edits": told}


def _span(span: Span) -> Json:
    return {"start": span.start, "stop": span.stop}
