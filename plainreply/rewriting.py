"""Applies fixes to a text until nothing changes; fixes that touch each other wait for a turn."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plainreply.checker import Checker
from plainreply.document import Document
from plainreply.grammar.difference import difference
from plainreply.readers import read_text
from plainreply.report import Report
from plainreply.rule import Fix, Issue, compatible
from plainreply.spans import Edit, Span, apply

ROUNDS = 12


def rewrite(checker: Checker, text: str, *, unsafe: bool = False) -> str:
    """Return ``text`` with the best fix of every issue applied, until nothing changes; comments
    stay, and so do words between which one stands."""
    report = checker(read_text(text))
    return _written(report.document, settled(checker, report, unsafe=unsafe))


def _written(document: Document, target: Document) -> str:
    """Return the text that ``document`` was read from with what turns it into ``target``."""
    back = document.source.map
    if back is None:
        return target.text
    edits: list[Edit] = []
    for before, after in zip(document.paragraphs, target.paragraphs, strict=True):
        was, now = before.span.of(document.text), after.span.of(target.text)
        for edit in difference(was, now, before.span.start) if was != now else ():
            edits += back.edits((edit,)) or ()
    return apply(back.source, edits)


def settled(checker: Checker, report: Report, *, unsafe: bool = False) -> Document:
    """Return the document of ``report`` with the best fix of every issue applied, until nothing
    changes.

    Only ``safe`` fixes, unless ``unsafe``. Text seen before ends the rounds, so that fixes
    which undo each other cannot run for ever. Paragraphs keep their order and roles; how the
    text looks is not kept.
    """
    document = report.document
    seen = {document.text}
    for _ in range(ROUNDS):
        fixes = compatible(chosen(report.issues, unsafe))
        fresh = revised(document, [edit for fix in fixes for edit in fix.edits])
        if fresh.text in seen:
            break
        seen.add(fresh.text)
        document = fresh
        report = checker(document)
    return document


def revised(document: Document, edits: Sequence[Edit]) -> Document:
    """Return ``document`` with ``edits`` made; its paragraphs and remarks move along."""
    edits = sorted(edits)
    text = apply(document.text, edits)
    paragraphs = tuple(replace(p, span=_moved(p.span, edits)) for p in document.paragraphs)
    remarks = tuple(replace(r, span=_moved(r.span, edits)) for r in document.remarks)
    return replace(document, text=text, paragraphs=paragraphs, faces=(), remarks=remarks)


def _moved(span: Span, edits: Iterable[Edit]) -> Span:
    """Return where a span stands once ``edits`` are made; what is inside it stays inside."""
    start, stop = span
    for edit in edits:
        grown = len(edit.text) - (edit.span.stop - edit.span.start)
        if edit.span.stop <= span.start and edit.span.start < span.start:
            start += grown
        if edit.span.start <= span.stop and edit.span.stop <= span.stop:
            stop += grown
    return Span(start, stop)


def chosen(issues: Iterable[Issue], unsafe: bool) -> list[Fix]:
    """Return the first fix of each issue that may be applied."""
    found = []
    for issue in issues:
        fix = next((f for f in issue.fixes if f.edits and (unsafe or f.safety == "safe")), None)
        if fix is not None:
            found.append(fix)
    return found
