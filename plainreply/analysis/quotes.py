"""Stretches in quotation marks: titles of acts, names of bodies, the applicant's own words."""

import re

from plainreply.document import Document, Paragraph
from plainreply.spans import Span

PAIRS = {"«": "»", "„": "“", "“": "”"}
STRAIGHT = '"'
MARK = re.compile('[«»„“”"]')


def quoted(document: Document) -> tuple[Span, ...]:
    """Return the outermost quoted stretches of ``document``, marks included, in order.

    A quotation opens and closes in one paragraph; an unpaired mark quotes nothing.
    """
    found: list[Span] = []
    for paragraph in document.paragraphs:
        found += _in_paragraph(document.text, paragraph)
    return tuple(found)


def _in_paragraph(text: str, paragraph: Paragraph) -> list[Span]:
    """Return the quoted stretches of one paragraph.

    «Закон «О порядке…» with one closing mark for two opening ones is common: what is still
    open at the end of the paragraph is closed at its last closing mark, if it has one.
    """
    found: list[Span] = []
    expected: list[str] = []
    start = closed = paragraph.span.start
    for match in MARK.finditer(text, *paragraph.span):
        at, mark = match.start(), match.group()
        if expected and mark == expected[-1]:
            expected.pop()
            closed = at + 1
            if not expected:
                found.append(Span(start, closed))
        elif mark in PAIRS or (mark == STRAIGHT and STRAIGHT not in expected):
            if not expected:
                start = at
            expected.append(PAIRS.get(mark, mark))
    if expected and closed > start:
        found.append(Span(start, closed))
    return found
