"""The report for programs. Its shape is published in ``schema.json`` next to this file."""

import json
from collections import Counter
from typing import Any

import plainreply
from plainreply.readability import Feature, Readability
from plainreply.report import Report
from plainreply.reporters.outcome import Checked, Failed, Options, Outcome, Outcomes
from plainreply.reporters.places import Places
from plainreply.rule import SEVERITIES, Fix, Issue, Rule
from plainreply.setting import Setting
from plainreply.spans import Span

SCHEMA_VERSION = 1
Json = dict[str, Any]


def render(outcomes: Outcomes, options: Options) -> str:
    """Return one JSON object with every finding, also those that other formats only count."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "plainreply", "version": plainreply.__version__},
        "summary": _summary(outcomes),
        "notes": list(options.notes),
        "files": list(map(_file, outcomes)),
    }
    return json.dumps(data, ensure_ascii=options.ascii, indent=2) + "\n"


def _summary(outcomes: Outcomes) -> Json:
    reports = [outcome.report for outcome in outcomes if isinstance(outcome, Checked)]
    counts = Counter(issue.severity for report in reports for issue in report.issues)
    return {
        "files": len(outcomes),
        "checked": len(reports),
        "failed": len(outcomes) - len(reports),
        "issues": {severity: counts[severity] for severity in reversed(SEVERITIES)},
    }


def _file(outcome: Outcome) -> Json:
    if isinstance(outcome, Failed):
        return {"path": outcome.name, "error": {"message": outcome.reason}}
    report = outcome.report
    source = report.document.source
    places = Places(report.document)
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
        "issues": [_issue(issue, report.titles[issue.rule], places) for issue in report.issues],
    }


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
            "span": _span(gain.span),
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
    return [{"span": _span(span), "heat": heat} for span, heat in places]


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)


def _coverage(report: Report) -> Json:
    skipped = [{"rule": rule, "reason": reason} for rule, reason in report.coverage.skipped]
    return {"rules": list(report.coverage.rules), "skipped": skipped}


def _issue(issue: Issue, rule: Rule, places: Places) -> Json:
    return {
        "rule": issue.rule,
        "title": rule.title,
        "message": issue.message,
        "severity": issue.severity,
        "span": _span(issue.span),
        "words": list(map(_span, issue.words)),
        **_place(issue.span, places),
        "fixes": list(map(_fix, issue.fixes)),
    }


def _place(span: Span, places: Places) -> Json:
    """Return lines and columns, null for a Word file, and the number of the paragraph."""
    line = column = end_line = end_column = None
    if places.has_lines:
        line, column = places.line_column(span.start)
        end_line, end_column = places.line_column(span.stop)
    return {
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "paragraph": places.paragraph(span.start),
    }


def _fix(fix: Fix) -> Json:
    edits = [{"span": _span(edit.span), "text": edit.text} for edit in sorted(fix.edits)]
    return {"safety": fix.safety, "edits": edits}


def _span(span: Span) -> Json:
    return {"start": span.start, "stop": span.stop}
