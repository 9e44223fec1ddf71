"""The table of findings, and why each rule is there."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plainreply.places import Places
from plainreply.report import Report
from plainreply.reporters.html.layers import LAYERS, Layer, layer
from plainreply.reporters.html.shown import shown
from plainreply.reporters.units import Unit, best_fix, change
from plainreply.reporters.words import SAFETY, SEVERITY
from plainreply.rule import Fix, Issue, Rule
from plainreply.spans import Edit, apply


@dataclass(frozen=True, slots=True)
class Row:
    """A finding. ``sentence`` is its number, 0 outside sentences; ``old`` and ``new`` are what
    its rewrite replaces and with what, ``safety`` is empty when there is none. Where a sentence is
    at fault as such, ``whole`` is true and ``new`` is all of it."""

    number: int
    place: str
    sentence: int
    severity: str
    level: str
    layer: Layer
    rule: Rule
    message: str
    old: str = ""
    new: str = ""
    safety: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A layer or a rule with the number of its findings."""

    item: Layer
    count: int
    advice: int = 0


def rows(report: Report, found: Iterable[Unit]) -> list[Row]:
    """Return the findings in text order; ``found`` are the sentences that they belong to."""
    places = Places(report.document)
    units = {issue: unit for unit in found for issue in unit.issues}
    return [
        _row(number, issue, units[issue], report, places)
        for number, issue in enumerate(report.issues, 1)
    ]


def _row(number: int, issue: Issue, unit: Unit, report: Report, places: Places) -> Row:
    rule, fix = report.titles[issue.rule], best_fix(issue)
    whole = fix is not None and unit.is_whole(issue) and fix in unit.fixes
    old, new = _change(report.document.text, fix, unit if whole else None)
    label = places.label(issue.span.start)
    return Row(
        number,
        f"строка {label}" if places.has_lines else label,
        _sentence(issue, report),
        issue.severity,
        SEVERITY[issue.severity],
        layer(rule),
        rule,
        shown(issue.message),
        shown(old),
        shown(new),
        SAFETY[fix.safety] if fix else "",
        whole,
    )


def _change(text: str, fix: Fix | None, whole: Unit | None) -> tuple[str, str]:
    if fix is None:
        return "", ""
    if whole is None:
        return change(text, fix)
    edits = [Edit(edit.span.shift(-whole.span.start), edit.text) for edit in fix.edits]
    return "", apply(whole.span.of(text), edits)


def _sentence(issue: Issue, report: Report) -> int:
    at = bisect_right(report.sentences, issue.span.start, key=lambda span: span.start)
    return at if at and report.sentences[at - 1].overlaps(issue.span) else 0


def layers(found: list[Row]) -> Iterator[Group]:
    """Yield the layers that have findings."""
    counts = Counter(row.layer for row in found)
    advice = Counter(row.layer for row in found if row.severity == "info")
    for member in LAYERS:
        if counts[member]:
            yield Group(member, counts[member], advice[member])


def rules(found: list[Row]) -> list[tuple[Rule, Layer, int]]:
    """Return the rules that found something, the most frequent first."""
    counts = Counter(row.rule.id for row in found)
    known = {row.rule.id: row for row in found}
    order = sorted(counts, key=lambda id: (-counts[id], id))
    return [(known[id].rule, known[id].layer, counts[id]) for id in order]
