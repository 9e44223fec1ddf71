"""What a report asks of the draft: comments for its issues, changes for its rewrites."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby

from plainreply.document import Document
from plainreply.grammar.difference import difference
from plainreply.kinds.background import BLACK, ENOUGH, WHITE, contrast
from plainreply.report import Report
from plainreply.reporters.units import best_fix, change
from plainreply.rule import Issue
from plainreply.spans import Edit, Span, apply, hull
from plainreply.writers.values import Change, Look, Note

LOOKS = {
    "italic": "italic",
    "underline": "underline",
    "all-caps": "caps",
    "font-effect": "effects",
    "background": "background",
}
"""Rules whose fault is a look that can be taken off."""


def notes(report: Report, issues: Iterable[Issue]) -> list[Note]:
    """Return a comment for every issue: what is wrong and, if known, what to write."""
    return [Note(issue.span, _words(report, issue)) for issue in issues]


def _words(report: Report, issue: Issue) -> str:
    words = f"{issue.message} [{issue.rule}]"
    fix = best_fix(issue)
    if fix is None:
        return words
    old, new = change(report.document.text, fix)
    return f"{words}\n{old} → {new}" if new else f"{words}\nУберите «{old}»"


def changes(report: Report, target: Document) -> list[Change]:
    """Return what turns the draft into ``target``, whose paragraphs are the same in number: a
    change for every sentence that differs, and one for every look at fault."""
    found = [_of_sentence(report, edits) for edits in _by_sentence(report, _edits(report, target))]
    return found + list(_looks(report))


def _edits(report: Report, target: Document) -> Iterator[Edit]:
    old, new = report.document, target
    for before, after in zip(old.paragraphs, new.paragraphs, strict=True):
        was, now = before.span.of(old.text), after.span.of(new.text)
        if was != now:
            yield from difference(was, now, before.span.start)


def _by_sentence(report: Report, edits: Iterable[Edit]) -> Iterator[tuple[Edit, ...]]:
    starts = [span.start for span in report.sentences]
    for _, group in groupby(edits, lambda edit: bisect_right(starts, edit.span.start)):
        yield tuple(group)


def _of_sentence(report: Report, edits: tuple[Edit, ...]) -> Change:
    text = report.document.text
    span = hull(edit.span for edit in edits)
    if any("\n" in edit.text for edit in edits):  # a list is shown to its end
        span = hull((span, *(s for s in report.sentences if s.overlaps(span))))
    words = _wide(text, span)
    inside = (Edit(edit.span.shift(-words.start), edit.text) for edit in edits)
    lines = apply(words.of(text), inside).splitlines()
    fresh = "\n".join(" ".join(line.split()) for line in lines)
    return Change(edits, Note(words, f"Можно написать проще: «{fresh}»"))


def _wide(text: str, span: Span) -> Span:
    """Return the span widened to whole words: a bare insertion has no words of its own."""
    start, stop = span
    while start and not text[start - 1].isspace():
        start -= 1
    while stop < len(text) and not text[stop].isspace():
        stop += 1
    return Span(start, stop)


def _looks(report: Report) -> Iterator[Change]:
    for issue in report.issues:
        if issue.rule in LOOKS and best_fix(issue) is None:
            look = Look(issue.span, LOOKS[issue.rule])
            stays = look.off != "background" or _stands_out(report.document, issue.span)
            yield Change((), Note(issue.span, _words(report, issue)), (look,) if stays else ())


def _stands_out(document: Document, span: Span) -> bool:
    """Tell whether words can still be read without their background: white ones cannot."""
    faces = (stretch.face for stretch in document.faces if stretch.span.overlaps(span))
    return all(contrast(face.colour or BLACK, WHITE) >= ENOUGH for face in faces)
