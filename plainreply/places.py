"""Where an offset of a document is, as a person counts: lines and columns, or paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from plainreply.document import Document, Paragraph
from plainreply.rule import Fix, Issue
from plainreply.spans import Edit, Span

STANDS = {"header": "верхний колонтитул", "footer": "нижний колонтитул", "note": "сноска"}
LINED = frozenset(("text", "markdown", "html"))
"""Formats of files that have lines."""
QUOTED = 60
"""How much of the words of a finding is quoted, in code points."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class Region(NamedTuple):
    """A stretch as programs want it: lines and columns from 1, in code points; the last column is
    the one behind the stretch. A Word file has no lines: there a line is a paragraph, as
    ``Places.paragraph`` counts, and a column counts from its start."""

    line: int
    column: int
    end_line: int
    end_column: int


class Places:
    """The lines and paragraphs of one document. A text has lines, a Word file paragraphs."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.has_lines = document.source.format in LINED

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of ``offset`` in the file, both from 1, in code points."""
        return self._line_column(self.span(Span(offset, offset + 1)).start)

    @cached_property
    def written(self) -> "Places":
        """The places of the file's own text."""
        source = replace(self._document.source, map=None)
        return Places(replace(self._document, text=self._document.written, source=source))

    def span(self, span: Span) -> Span:
        """Return where ``span`` is in the file; in a Word file it is in the text."""
        return self._document.place(span)

    def edits(self, fix: Fix) -> Sequence[Edit]:
        """Return the edits of the file that make a rewrite, in order; none where its markup is in
        the way."""
        tied = self._document.source.map
        return sorted((tied.edits(fix.edits) if tied else fix.edits) or ())

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph at ``offset``, from 1; empty ones do not count."""
        return max(1, bisect_right(self._paragraphs, offset))

    def region(self, span: Span) -> Region:
        """Return where ``span`` is, for formats that know nothing but lines."""
        point = self._line_column if self.has_lines else self._in_paragraph
        start, stop = self.span(span)
        return Region(*point(start), *point(stop))

    def _in_paragraph(self, offset: int) -> tuple[int, int]:
        """Return the paragraph and the column; what stands before the first one is at its start."""
        number = self.paragraph(offset)
        start = self._paragraphs[number - 1] if self._paragraphs else 0
        return number, max(1, offset - start + 1)

    def words(self, span: Span) -> str:
        """Return the words at ``span`` exactly as they stand."""
        return self.span(span).of(self._document.written)

    def quote(self, span: Span) -> str:
        """Return the words at ``span`` on one line, the middle of a long stretch left out."""
        words = " ".join(self.words(span).split())
        if len(words) <= QUOTED:
            return words
        head, tail = words[: QUOTED // 2], words[-QUOTED // 2 :]
        return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"

    def label(self, offset: int) -> str:
        """Return the place for a person: «12:5», or «абзац 3 (сноска)» where there are no lines."""
        if self.has_lines:
            return "{}:{}".format(*self.line_column(offset))
        number = self.paragraph(offset)
        told = _told(self._listed[number - 1]) if self._listed else ""
        return f"абзац {number} ({told})" if told else f"абзац {number}"

    def told(self, issue: Issue) -> str:
        """Return the message of ``issue``; in a Word file, where lines mean nothing to a person,
        led by the paragraph and the words: «абзац 3: …»."""
        if self.has_lines:
            return issue.message
        return f"{self.place(issue)}: {issue.message}"

    def place(self, issue: Issue) -> str:
        """Return the place of ``issue`` for a person: «12:5» or «абзац 3», then the words unless
        its message quotes them."""
        label, quote = self.label(issue.span.start), self.quote(issue.span)
        quoted = self.has_lines or not quote or f"«{quote}»" in issue.message
        return label if quoted else f"{label} «{quote}»"

    def name(self, offset: int) -> str:
        """Return the place as a heading: «Строка 12, знак 5» or «Абзац 3»."""
        if not self.has_lines:
            return self.label(offset).capitalize()
        line, column = self.line_column(offset)
        return f"Строка {line}, знак {column}" if column > 1 else f"Строка {line}"

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self._document.written))]

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [paragraph.span.start for paragraph in self._listed]

    @cached_property
    def _listed(self) -> list[Paragraph]:
        text = self._document.text
        return [p for p in self._document.paragraphs if p.span.of(text).strip()]


def _told(paragraph: Paragraph) -> str:
    """Return what else tells a paragraph from others: its number in a list, or where it stands."""
    if paragraph.role in STANDS:
        return STANDS[paragraph.role]
    numbered = any(map(str.isalnum, paragraph.label))
    return f"пункт {paragraph.label.rstrip('.)')}" if numbered else ""
