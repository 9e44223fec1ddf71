"""A document and the rules it is held against give issues; overlaps are resolved here only."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from plainreply import kinds
from plainreply.analysis import analyse
from plainreply.document import Analysis, Document, Need, Sentence
from plainreply.grammar.verify import verdicts
from plainreply.rule import Finder, Finding, Fix, Issue, Rule
from plainreply.spans import Edit, Span, held

BUCKET = 256


class Linter:
    """Rules made ready to run: their finders are built once and serve many documents."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.need = max(map(kinds.needs, self.rules), default=Need.TEXT)
        self._finders: tuple[Finder, ...] = tuple(map(kinds.build, self.rules))

    def __call__(self, document: Document) -> tuple[Issue, ...]:
        """Return the issues of ``document`` in text order, overlaps resolved."""
        return self.issues(analyse(document, self.need))

    def issues(self, analysis: Analysis) -> tuple[Issue, ...]:
        """Return the issues of a document that is analysed already (at least to ``self.need``)."""
        found: list[Issue] = []
        for rule, finder in zip(self.rules, self._finders, strict=True):
            found += _issues(analysis, rule, finder)
        issues = verified(analysis, resolve(found, self.rules))
        return shared(issues, {rule.id: rule.group for rule in self.rules})


def _issues(analysis: Analysis, rule: Rule, finder: Finder) -> Iterator[Issue]:
    """Yield what one rule finds, leaving out quotations and, where wording is judged, names.

    A rewrite that would change quoted words is taken away.
    """
    judges_wording = kinds.needs(rule) >= Need.SYNTAX
    spared = analysis.spared if judges_wording else analysis.quoted
    quoted = () if rule.quotes else analysis.quoted
    for finding in finder(analysis):
        if rule.quotes or not held(finding.span, spared):
            fixes = tuple(fix for fix in finding.fixes if not _changes(fix, quoted))
            yield _issue(analysis.document.text, rule, replace(finding, fixes=fixes))


def _changes(fix: Fix, quoted: Sequence[Span]) -> bool:
    return any(held(edit.span, quoted) for edit in fix.edits)


def _issue(text: str, rule: Rule, finding: Finding) -> Issue:
    fields = {"found": finding.span.of(text), **finding.fields}
    return Issue(
        rule.id,
        finding.span,
        rule.message.format_map(fields),
        finding.severity or rule.severity,
        finding.fixes,
        finding.words or (finding.span,),
    )


def verified(analysis: Analysis, issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """Drop every fix whose rewritten sentence, analysed anew, loses a fact or agreement."""
    if analysis.need < Need.SYNTAX:
        return tuple(issues)
    sentences = analysis.sentences
    starts = [sentence.span.start for sentence in sentences]
    fixes: list[Fix] = []
    tried: list[tuple[Sentence, tuple[Edit, ...]]] = []
    for fix in (fix for issue in issues for fix in issue.fixes):
        at = bisect_right(starts, fix.span.start) - 1
        if at >= 0 and sentences[at].span.contains(fix.span):
            fixes.append(fix)
            tried.append((sentences[at], fix.edits))
    kept = zip(fixes, verdicts(analysis.document.text, tried), strict=True)
    bad = {id(fix) for fix, good in kept if not good}
    return tuple(
        replace(issue, fixes=tuple(fix for fix in issue.fixes if id(fix) not in bad))
        for issue in issues
    )


def resolve(found: Iterable[Issue], rules: Iterable[Rule]) -> tuple[Issue, ...]:
    """Keep the most helpful of overlapping issues, in text order.

    An issue gives way to one whose rule covers its rule and whose words hold all of its own;
    its rewrite is handed on to the other if that one has none.
    """
    covers = {rule.id: frozenset(rule.covers) for rule in rules}
    ordered = sorted(found, key=lambda issue: (issue.span, issue.rule))
    near: dict[int, list[Issue]] = defaultdict(list)
    for issue in ordered:
        if covers[issue.rule]:
            for bucket in {b for word in issue.words for b in _buckets(word)}:
                near[bucket].append(issue)
    above = {id(issue): _above(issue, near, covers) for issue in ordered}
    handed: dict[int, tuple[Fix, ...]] = {}
    for issue in ordered:
        other = above[id(issue)]
        if other is not None and issue.fixes and not other.fixes:
            handed.setdefault(id(other), issue.fixes)
    kept = (issue for issue in ordered if above[id(issue)] is None)
    return tuple(replace(i, fixes=handed.get(id(i), i.fixes)) for i in kept)


def shared(issues: Sequence[Issue], groups: Mapping[str, str]) -> tuple[Issue, ...]:
    """Give an issue that has no fix the one of a neighbour that changes all of its words.

    «Размещение объявлений запрещается»: the rewrite of the verb cures the noun as well. Only
    rules of one of the ``groups`` help each other: a new word may still stand in capitals.
    """
    donors = [(fix, groups[issue.rule]) for issue in issues for fix in issue.fixes[:1] if fix.edits]
    donors.sort(key=lambda donor: donor[0].span)
    starts = [fix.span.start for fix, _ in donors]
    longest = max((fix.span.stop - fix.span.start for fix, _ in donors), default=0)
    found = []
    for issue in issues:
        first = bisect_right(starts, issue.span.start - longest - 1)
        last = bisect_right(starts, issue.span.start)
        near = (fix for fix, group in donors[first:last] if group == groups[issue.rule])
        cure = next((fix for fix in near if not issue.fixes and _cures(fix, issue)), None)
        found.append(issue if cure is None else replace(issue, fixes=(cure,)))
    return tuple(found)


def _cures(fix: Fix, issue: Issue) -> bool:
    """Tell whether the edits of a fix take away or change every word of an issue."""
    return all(any(edit.span.contains(word) for edit in fix.edits) for word in issue.words)


def _buckets(span: Span) -> range:
    return range(span.start // BUCKET, span.stop // BUCKET + 1)


def _above(
    issue: Issue, near: dict[int, list[Issue]], covers: dict[str, frozenset[str]]
) -> Issue | None:
    """Return the issue that this one gives way to."""
    others = near.get(issue.words[0].start // BUCKET, ())
    return next((o for o in others if issue.rule in covers[o.rule] and _holds(o, issue)), None)


def _holds(other: Issue, issue: Issue) -> bool:
    return all(any(mine.contains(word) for mine in other.words) for word in issue.words)
