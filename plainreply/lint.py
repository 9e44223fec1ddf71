"""A document and the rules it is held against give issues; overlaps are resolved here only."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from plainreply import kinds
from plainreply.analysis import analyse
from plainreply.analysis import resolve as analysed
from plainreply.document import Analysis, Document, Need, Sentence
from plainreply.errors import BadRule
from plainreply.grammar.verify import rewritten, verdicts
from plainreply.kinds import Prepared
from plainreply.rule import SEVERITIES, Finding, Fix, Issue, Rule, Severity
from plainreply.spans import Span, apart, held
from plainreply.stretches import stretches

BUCKET = 256
LOOKS = frozenset({"background", "effect", "face", "fonts", "serif", "size"})
"""Kinds that judge how words look, not which they are."""
NO_FIELD = "Правило «{}»: сообщение не заполняется, в нём возможны только {}"


class Linter:
    """Rules made ready to run: their finders are built once and serve many documents. Without
    ``rewrites`` the same issues have no fixes, and none is verified."""

    def __init__(self, rules: Sequence[Rule], rewrites: bool = True) -> None:
        self.rules = tuple(rules)
        self._rewrites = rewrites
        self.need = kinds.deepest(self.rules)
        self._prepared = tuple(map(Prepared, self.rules))
        self._limits = tuple(limit for rule in self.rules for limit in kinds.limits(rule))

    def __call__(self, document: Document) -> tuple[Issue, ...]:
        """Return the issues of ``document`` in text order, overlaps resolved."""
        return self.issues(analyse(document, self.need))

    def issues(self, analysis: Analysis) -> tuple[Issue, ...]:
        """Return the issues of a document that is analysed already (at least to ``self.need``)."""
        found: list[Issue] = []
        genre = analysis.setting.genre
        for prepared in self._prepared:
            if prepared.rule.serves(genre):
                found += _issues(analysis, prepared)
        issues = resolve(found, self.rules)
        if not self._rewrites:  # what follows takes fixes away or hands them on, and no more
            return tuple(_with(issue, ()) for issue in issues)
        issues = verified(analysis, issues)
        issues = within(analysis, issues, self._limits)
        return shared(issues, {rule.id: rule.group for rule in self.rules})


def _issues(analysis: Analysis, prepared: Prepared) -> Iterator[Issue]:
    """Yield what one rule finds, leaving out quotations and, where wording is judged, names.

    A rewrite that would change quoted words is taken away.
    """
    rule = prepared.rule
    spared = analysis.spared if prepared.judges_wording else analysis.quoted
    quoted = () if rule.quotes else analysis.quoted
    known = _known(analysis, rule) if analysis.known else ()
    for finding in prepared.finder(analysis):
        if finding.glossed or not (_is_spared(finding, rule, spared) or held(finding.span, known)):
            fixes = finding.fixes
            if quoted and fixes:
                fixes = tuple([fix for fix in fixes if not _changes(fix, quoted)])
            yield _issue(analysis.document.text, rule, finding, fixes)


def _is_spared(finding: Finding, rule: Rule, spared: Sequence[Span]) -> bool:
    return not rule.quotes and held(finding.span, spared)


def _known(analysis: Analysis, rule: Rule) -> tuple[Span, ...]:
    """Return the words of the user's vocabulary about which a rule is silent; one about the look
    of words is not, unless it is named."""
    looks = rule.kind in LOOKS
    spans = (k.span for k in analysis.known if (rule.id in k.rules if k.rules else not looks))
    return tuple(apart(spans))


def _changes(fix: Fix, quoted: Sequence[Span]) -> bool:
    return any(held(edit.span, quoted) for edit in fix.edits)


def _issue(text: str, rule: Rule, finding: Finding, fixes: tuple[Fix, ...]) -> Issue:
    fields = {"found": finding.span.of(text), **finding.fields}
    try:
        message = rule.message.format_map(fields)
    except (KeyError, AttributeError, ValueError) as error:
        names = ", ".join(f"{{{name}}}" for name in fields)
        raise BadRule(NO_FIELD.format(rule.id, names)) from error
    return Issue(
        rule.id,
        finding.span,
        message,
        finding.severity or rule.severity,
        fixes,
        finding.words or (finding.span,),
    )


def verified(analysis: Analysis, issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """Drop every fix whose rewritten sentence, analysed anew, loses a fact or agreement."""
    if analysis.need < Need.SYNTAX:
        return tuple(issues)
    placed = tuple(_placed(analysis, issues))
    tried = [(sentence, fix.edits) for _, fix, sentence in placed]
    kept = zip(placed, verdicts(analysis.document.text, tried), strict=True)
    return _without(issues, {id(fix) for (_, fix, _), good in kept if not good})


def within(
    analysis: Analysis, issues: Sequence[Issue], limits: Sequence[tuple[int, Severity]]
) -> tuple[Issue, ...]:
    """Drop every fix that makes its sentence too long, where that is a graver fault than the one
    it cures."""
    bad = set[int]()
    for issue, fix, sentence in _placed(analysis, issues) if limits else ():
        cured = SEVERITIES.index(issue.severity)
        passed = (most for most, grave in limits if SEVERITIES.index(grave) > cured)
        if any(_passes(analysis, sentence, fix, most) for most in passed):
            bad.add(id(fix))
    return _without(issues, bad)


def _passes(analysis: Analysis, sentence: Sentence, fix: Fix, most: int) -> bool:
    """Tell whether a fix gives a sentence more than ``most`` words that had no more."""
    fresh = sum(len(edit.text.split()) for edit in fix.edits)
    if sentence.words + fresh <= most:
        return False
    words = analysis.own_words(sentence)
    if words > most or words + fresh <= most:
        return False
    parts = analysed(rewritten(analysis.document.text, sentence, fix.edits), Need.TOKENS)
    return len(parts) == 1 and words + parts[0].words - sentence.words > most


def _placed(analysis: Analysis, issues: Iterable[Issue]) -> Iterator[tuple[Issue, Fix, Sentence]]:
    """Yield every fix that stays inside one sentence, with its issue and that sentence, or the
    stretch of it where it is too long."""
    sentences = stretches(analysis)
    starts = [sentence.span.start for sentence in sentences]
    for issue in issues:
        for fix in issue.fixes:
            at = bisect_right(starts, fix.span.start) - 1
            if at >= 0 and sentences[at].span.contains(fix.span):
                yield issue, fix, sentences[at]


def _without(issues: Iterable[Issue], bad: Container[int]) -> tuple[Issue, ...]:
    """Return the issues without the fixes whose ``id`` is one of ``bad``."""
    return tuple([_with(i, tuple([fix for fix in i.fixes if id(fix) not in bad])) for i in issues])


def _with(issue: Issue, fixes: tuple[Fix, ...]) -> Issue:
    """Return an issue with these fixes: itself if it has them, as nearly all have."""
    return issue if issue.fixes == fixes else replace(issue, fixes=fixes)


def resolve(found: Iterable[Issue], rules: Iterable[Rule]) -> tuple[Issue, ...]:
    """Keep the most helpful of overlapping issues, in text order.

    An issue gives way to one whose rule covers its rule and whose words hold all of its own;
    its rewrite is handed on to the other if that one has none and the rewrite cures it too:
    «ведётся поиск» stays a split predicate as «ведут поиск».
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
        if other is not None and issue.fixes and not other.fixes and _cures(issue.fixes[0], other):
            handed.setdefault(id(other), issue.fixes)
    kept = (issue for issue in ordered if above[id(issue)] is None)
    return tuple(_with(issue, handed.get(id(issue), issue.fixes)) for issue in kept)


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
