"""Runs the examples of a rule: every bad one is found at its brackets, every good one is clean."""

import re
from collections.abc import Iterator
from typing import Any

from plainreply.analysis import analyse
from plainreply.document import PLAIN, Document, Face, Need, Stretch
from plainreply.lint import Linter
from plainreply.readers import read_text
from plainreply.rule import Example, Issue, Rule
from plainreply.spans import Span, apply

MARKED = re.compile(r"\[([^\]]*)\]")


def failures(rule: Rule) -> Iterator[str]:
    """Yield one English line for every example of ``rule`` that does not hold."""
    linter = Linter([rule])
    for example in rule.examples:
        yield from _failures(linter, rule, example)


def _failures(linter: Linter, rule: Rule, example: Example) -> Iterator[str]:
    if example.bad is None and example.good is None:
        yield "an example has neither bad nor good"
    if example.bad is not None:
        document, marks = unmarked(example.bad, rule)
        issues = _issues(linter, document)
        if [issue.span for issue in issues] != marks:
            found = [issue.span.of(document.text) for issue in issues]
            yield f"{example.bad}: found {found}"
        elif example.good is not None and _mended(document, issues[0]) != example.good:
            yield f"{example.bad}: the first fix gives {_mended(document, issues[0])!r}"
    if example.good is not None:
        issues = _issues(linter, read_text(example.good))
        if issues:
            yield f"{example.good}: found {[i.span.of(example.good) for i in issues]}"


def _issues(linter: Linter, document: Document) -> tuple[Issue, ...]:
    return linter.issues(analyse(document, max(linter.need, Need.TOKENS)))


def _mended(document: Document, issue: Issue) -> str | None:
    return apply(document.text, issue.fixes[0].edits) if issue.fixes else None


def unmarked(text: str, rule: Rule) -> tuple[Document, list[Span]]:
    """Return the document of a bad example and the spans of its brackets.

    For a rule about the look, the brackets are where the look is.
    """
    spans: list[Span] = []
    parts: list[str] = []
    at = taken = 0
    for match in MARKED.finditer(text):
        start = match.start() - taken
        spans.append(Span(start, start + len(match[1])))
        parts += text[at : match.start()], match[1]
        at, taken = match.end(), taken + 2
    document = read_text("".join((*parts, text[at:])))
    if rule.kind == "face":
        shown: dict[str, Any] = {str(rule.options["attribute"]): True}
        face = Face(**shown)
        document = dressed(document, spans, face)
    return document, spans


def dressed(document: Document, spans: list[Span], face: Face) -> Document:
    """Return ``document`` with ``face`` at ``spans`` and a plain face elsewhere."""
    stretches: list[Stretch] = []
    at = 0
    for span in spans:
        stretches += Stretch(Span(at, span.start), PLAIN), Stretch(span, face)
        at = span.stop
    stretches.append(Stretch(Span(at, len(document.text)), PLAIN))
    kept = tuple(s for s in stretches if s.span.start < s.span.stop)
    return Document(document.text, document.paragraphs, kept, document.source)
