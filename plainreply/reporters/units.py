"""Groups the issues of a report by sentence and says what their fixes make of it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from plainreply.readability import Gain, Homes
from plainreply.report import Report
from plainreply.reporters.outcome import Options
from plainreply.rule import Fix, Issue, Safety, compatible
from plainreply.spans import Edit, Span, apply, hull

_LAST_WORD = re.compile(r"\S+\s*\Z|\s+\Z")
_FIRST_WORD = re.compile(r"\S+|\s+\S+")

FEW = 3
FAR = 30
"""Unchanged text between two edits that is longer than this is left out of «было → стало»."""
BLANKS = str.maketrans({" ": "·", "\u00a0": "°", "\u202f": "°"})
"""The marks that word processors show for a blank and for one that does not break."""


class Unit(NamedTuple):
    """A sentence with its issues: those about all of it, then the others in text order."""

    span: Span
    issues: tuple[Issue, ...]

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """The best fix of each issue, of those that stay within the sentence and each other."""
        best = [fix for issue in self.issues if (fix := best_fix(issue))]
        return tuple(compatible(fix for fix in best if self.span.contains(fix.span)))

    def is_whole(self, issue: Issue) -> bool:
        """Tell whether the issue is about the sentence as such, so that no place need be shown."""
        size = min(issue.span.stop, self.span.stop) - max(issue.span.start, self.span.start)
        return len(issue.words) == 1 and size > 0.9 * (self.span.stop - self.span.start) > 40

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of ``fixes``, by their place in the sentence."""
        at = -self.span.start
        return tuple(Edit(e.span.shift(at), e.text) for fix in self.fixes for e in fix.edits)

    def rewritten(self, text: str) -> str:
        """Return the sentence with ``fixes`` made."""
        return apply(self.span.of(text), self.edits)


def units(report: Report, options: Options) -> list[Unit]:
    """Return the sentences that have issues to show, in text order."""
    found: dict[Span, list[Issue]] = defaultdict(list)
    homes = Homes(report.sentences)
    for issue in filter(options.shows, report.issues):
        found[homes.of(issue.span)].append(issue)
    return [_unit(span, found[span]) for span in sorted(found)]


def _unit(span: Span, issues: list[Issue]) -> Unit:
    unit = Unit(span, ())
    return Unit(span, tuple(sorted(issues, key=lambda i: (not unit.is_whole(i), i.words, i.rule))))


def first(found: Sequence[Unit], report: Report, least: int = FEW) -> tuple[Gain, ...]:
    """Return the ``FEW`` repairs that raise the score most, best first; none where fewer than
    ``least`` sentences have more than advice."""
    bad = [unit for unit in found if any(issue.severity != "info" for issue in unit.issues)]
    if report.rating is None or len(bad) < least:
        return ()
    gains = [report.rating.gain(unit.span, unit.issues) for unit in bad]
    return tuple(sorted(gains, key=lambda gain: -gain.points)[:FEW])


def best_fix(issue: Issue) -> Fix | None:
    """Return the first fix of the issue, if it has one that changes the text."""
    return next((fix for fix in issue.fixes if fix.edits), None)


def safety(fixes: tuple[Fix, ...]) -> Safety:
    """Return how safe the fixes are together."""
    return "safe" if all(fix.safety == "safe" for fix in fixes) else "advice"


def change(text: str, fix: Fix, about: Span | None = None) -> tuple[str, str]:
    """Return what a fix replaces and with what; what stays between far edits becomes «…».

    A fix that only takes away or only puts in shows no place: it is told with all that the
    issue is ``about``, or with its neighbours. Blanks are seen where they alone differ.
    """
    edits = sorted(fix.edits)
    if not "".join(edit.text for edit in edits).strip() or not any(map(_taken, edits)):
        core = _core(text, fix.span)
        within = about is not None and about.contains(core) and about != core
        edits = [_over(text, fix, about if within and about else _neighbours(text, fix))]
    old, new, at = "", "", edits[0].span.start
    for edit in edits:
        gap = text[at : edit.span.start]
        gap = " … " if len(gap) > FAR else gap
        old, new = old + gap + edit.span.of(text), new + gap + edit.text
        at = edit.span.stop
    told = " ".join(old.split()), " ".join(new.split())
    return told if told[0] != told[1] else (old.translate(BLANKS), new.translate(BLANKS))


def _taken(edit: Edit) -> bool:
    return edit.span.stop > edit.span.start


def _core(text: str, span: Span) -> Span:
    """Return a span without the blanks at its ends."""
    shown = span.of(text)
    return Span(span.stop - len(shown.lstrip()), span.start + len(shown.rstrip()))


def _neighbours(text: str, fix: Fix) -> Span:
    """Return the span of a fix with a word either side."""
    span = fix.span
    before = _LAST_WORD.search(text, max(0, span.start - FAR), span.start)
    after = _FIRST_WORD.match(text, span.stop, span.stop + FAR)
    return Span(before.start() if before else span.start, after.end() if after else span.stop)


def _over(text: str, fix: Fix, wide: Span) -> Edit:
    """Return the fix as one edit of all that ``wide`` holds and the fix touches."""
    wide = hull((wide, fix.span))
    edits = [Edit(edit.span.shift(-wide.start), edit.text) for edit in fix.edits]
    return Edit(wide, apply(wide.of(text), edits))
