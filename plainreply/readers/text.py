"""Reads plain text: finds its paragraphs and what role each plays.

Plain text says nothing about paragraphs, so the line breaks are weighed: a blank line always
separates; a single line break does too, unless the line was broken by the margin.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from plainreply.document import Document, Paragraph, Source
from plainreply.patterns import pattern
from plainreply.readers.comments import without_comments
from plainreply.readers.front_matter import front_matter
from plainreply.spans import Span

_BREAK = pattern("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_DASH = pattern(r"[-–—−]\s*(?=[^\W\d_])")
_MARKER = pattern(
    r"[•▪■●○◦·‣]\s*|[*+]\s+|\(?\d{1,3}\)\s*(?=\D)|\d{1,2}(?:\.\d{1,2})*\.\s+|"
    r"\d{1,2}(?:\.\d{1,2})+\s+(?=[А-ЯЁ])|\(?[а-яёa-z]\)\s*(?=\w)",
)
_OPENING = pattern(  # lines that open a part of a letter and never continue a sentence
    r"Уважаем|С уважением|Исп[.:]|Исполнитель|Приложени[ея]\s*:|Тел[.:]|E-?mail|\d{6},",
    re.IGNORECASE,
)
_COLUMNS = pattern(r"\S(?: {3,}|\t+)\S")  # «Министр        И.И. Иванов»
_ATX = pattern(r"#{1,6}\s")
_ENDED = pattern(r"[.!?:;…][»”\"')\]]*$")
_UNENDED = pattern(r"[^.,:;!?…]$")
_MIN_MARGIN, _MAX_MARGIN, _MAX_HEADING = 60, 100, 80


class Line(NamedTuple):
    """A line that is not blank: ``span`` without the spaces around it, ``indent`` in characters."""

    span: Span
    indent: int
    text: str

    @property
    def width(self) -> int:
        """Columns from the left margin to the last visible character."""
        return self.indent + len(self.text)


def text_document(text: str, source: Source) -> Document:
    """Return ``text`` as a document with its paragraphs; the text itself is kept as it is, but for
    comments to this program."""
    if source.format == "markdown":
        from plainreply.readers.markdown import markdown_document

        return markdown_document(text, source)
    meta, start = front_matter(text)
    found = without_comments(text, start)
    if found is None:
        return Document(text, paragraphs(text, start), source=source, meta=meta)
    back, bare, remarks = found
    source = replace(source, map=back)
    return Document(bare, paragraphs(bare, start), (), source, remarks, meta)


def paragraphs(text: str, start: int = 0) -> tuple[Paragraph, ...]:
    """Return the paragraphs of ``text`` from ``start`` on; spans leave out the blanks around a
    paragraph."""
    blocks = _blocks(lines_of(text, start))
    found = tuple(_paragraph(lines) for block in blocks for lines in split(block))
    return tuple(with_headings(text, found))


def is_item(text: str) -> bool:
    """Tell whether a paragraph opens with the mark of a list item: «1)», «1.», «–», «•», «а)»."""
    return bool(_MARKER.match(text) or _DASH.match(text))


def _blocks(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the groups of lines that blank lines separate."""
    block: list[Line] = []
    for line in lines:
        if line.text:
            block.append(line)
        elif block:
            yield tuple(block)
            block = []
    if block:
        yield tuple(block)


def lines_of(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines of ``text`` from ``start`` on; a blank one has no text."""
    at, end = start, len(text)
    for stop, after in (*(m.span() for m in _BREAK.finditer(text, start)), (end, end)):
        raw = text[at:stop]
        visible = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if visible else 0
        start = at + indent
        yield Line(Span(start, start + len(visible)), indent, visible)
        at = after


def split(block: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each paragraph of a block."""
    margin = max(line.width for line in block)
    current = [block[0]]
    for line, following in pairwise(block):
        if not _continues(current[0], line, following, margin):
            yield tuple(current)
            current = []
        current.append(following)
    yield tuple(current)


def _continues(first: Line, line: Line, following: Line, margin: int) -> bool:
    """Tell whether ``following`` goes on with the paragraph that ``first`` opened."""
    if not _MIN_MARGIN <= margin <= _MAX_MARGIN or _opens(line, following):
        return False
    if following.indent >= line.indent + 2 and not is_item(first.text):
        return False
    word = following.text.split(maxsplit=1)[0]
    if _ENDED.search(line.text):
        return line.text.endswith(".") and word[0].islower() and line.width >= 0.7 * margin
    if line.width + 1 + len(word) > margin:
        return True
    return line.width >= max(_MIN_MARGIN, 0.8 * margin) and not word[0].isupper()


def _opens(line: Line, following: Line) -> bool:
    """Tell whether ``following`` cannot be the continuation of ``line``, by its own look."""
    if _COLUMNS.search(line.text) or _COLUMNS.search(following.text):
        return True
    if line.text.isupper() != following.text.isupper() and _is_shouted(line):
        return True
    if _DASH.match(following.text):  # a dash may also be one that the margin threw to a new line
        return bool(re.search(r"[.,:;!?…]$", line.text)) or is_item(line.text)
    marks = (_MARKER, _OPENING, _ATX)
    return any(mark.match(following.text) for mark in marks) or bool(_ATX.match(line.text))


def _is_shouted(line: Line) -> bool:
    """Tell whether a line is a heading or letterhead in capitals, not a word that ends a
    paragraph («в ЕСИА»)."""
    return line.text.isupper() and len(line.text.split()) > 1


def _paragraph(lines: tuple[Line, ...]) -> Paragraph:
    first = lines[0].text
    role = "heading" if _ATX.match(first) else "list" if is_item(first) else "body"
    return Paragraph(Span(lines[0].span.start, lines[-1].span.stop), role)


def with_headings(text: str, found: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs; a short unended line that stands alone over prose is a heading."""
    stop = 0
    for paragraph, following in zip_longest(found, found[1:]):
        gap = text[stop : paragraph.span.start]
        alone = stop == 0 or len(_BREAK.findall(gap)) > 1
        if following and alone and _heads(text, paragraph, following):
            yield replace(paragraph, role="heading")
        else:
            yield paragraph
        stop = paragraph.span.stop


def _heads(text: str, paragraph: Paragraph, following: Paragraph) -> bool:
    title, prose = paragraph.span.of(text), following.span.of(text)
    return (
        paragraph.role == following.role == "body"
        and len(title) <= _MAX_HEADING < len(prose)
        and not _BREAK.search(title)
        and title[0].isupper()
        and bool(_UNENDED.search(title))
        and not _COLUMNS.search(title)
        and bool(_ENDED.search(prose))
    )
