"""Where an offset of a document is, as a person counts: lines and columns, or paragraphs."""

import re
from bisect import bisect_right
from functools import cached_property

from plainreply.document import Document, Paragraph

STANDS = {"header": "верхний колонтитул", "footer": "нижний колонтитул", "note": "сноска"}
_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """The lines and paragraphs of one document. A text has lines, a Word file paragraphs."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.has_lines = document.source.format in ("text", "markdown")

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of ``offset``, both from 1, in code points."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph at ``offset``, from 1; empty ones do not count."""
        return max(1, bisect_right(self._paragraphs, offset))

    def label(self, offset: int) -> str:
        """Return the place for a person: «12:5», or «абзац 3 (сноска)» where there are no lines."""
        if self.has_lines:
            return "{}:{}".format(*self.line_column(offset))
        number = self.paragraph(offset)
        told = _told(self._listed[number - 1]) if self._listed else ""
        return f"абзац {number} ({told})" if told else f"абзац {number}"

    def name(self, offset: int) -> str:
        """Return the place as a heading: «Строка 12, знак 5» or «Абзац 3»."""
        if not self.has_lines:
            return self.label(offset).capitalize()
        line, column = self.line_column(offset)
        return f"Строка {line}, знак {column}" if column > 1 else f"Строка {line}"

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self._document.text))]

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
