"""Reads Markdown: finds the prose in it and leaves the markup around it out of the paragraphs.

Headings, list items, quoted lines and table cells are paragraphs of their own; fenced code,
table rules and the addresses of links are none. Markup inside a sentence stays in its span.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from plainreply.document import Document, Paragraph, Source
from plainreply.readers.front_matter import front_matter
from plainreply.readers.text import Line, is_item, lines_of, split, with_headings
from plainreply.spans import Span

NO_CODE = "Блоки кода не проверены."

_FENCE = re.compile(r"(`{3,}|~{3,})([^`]*)$")
_HEADING = re.compile(r"#{1,6}(?:\s+|$)")
_CLOSING = re.compile(r"(?:^|(?<=\s))#+$")
_QUOTE = re.compile(r">[>\s]*")
_ITEM = re.compile(r"[-*+]\s+(?:\[[ xX]\]\s+)?")
_RULE = re.compile(r"(?:-\s*){3,}$|(?:\*\s*){3,}$|(?:_\s*){3,}$|=+$|-+$")
_TABLE_RULE = re.compile(r"(?=[|:\s]*-)[|:\s-]*$")
_CELL = re.compile(r"(?:[^|\\]|\\.|\\$)+")
_TARGET = re.compile(r"\[[^\[\]]+\]:\s*\S+")  # «[1]: https://example.ru»

Piece = tuple[str, Line]
"""A line without its markup, and its role; «rule» for a line that only parts others."""


def markdown_document(text: str, source: Source) -> Document:
    """Return ``text`` as a document; the text itself is kept as it is."""
    meta, start = front_matter(text)
    prose, has_code = _prose(text, start)
    found: list[Paragraph] = []
    for blank, block in groupby(prose, key=lambda line: not line.text):
        if not blank:
            found += _paragraphs(list(block))
    notes = (*source.notes, NO_CODE) if has_code else source.notes
    paragraphs = tuple(with_headings(text, tuple(found)))
    return Document(text, paragraphs, source=replace(source, notes=notes), meta=meta)


def _prose(text: str, start: int) -> tuple[list[Line], bool]:
    """Return the lines with those of fenced code made blank, and whether there were any."""
    prose: list[Line] = []
    fence, found = "", False
    for line in lines_of(text, start):
        mark = _FENCE.match(line.text)
        blank = bool(fence or mark)
        if fence and mark and mark[1].startswith(fence) and not mark[2].strip():
            fence = ""
        elif mark and not fence:
            fence, found = mark[1], True
        prose.append(line._replace(text="") if blank else line)
    return prose, found


def _paragraphs(block: list[Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a block: lines without markup go on with what stands above."""
    is_table = any("|" in line.text and _TABLE_RULE.match(line.text) for line in block)
    role, lines = "", []
    for kind, line in (piece for raw in block for piece in _pieces(raw, is_table)):
        if kind == "rule" and role == "body" and line.text[0] in "=-":
            role = "heading"  # an underlined one
        if kind == "body" and role in ("body", "list"):
            lines.append(line)
            continue
        yield from _joined(role, lines)
        role, lines = (kind, [line]) if kind != "rule" else ("", [])
    yield from _joined(role, lines)


def _joined(role: str, lines: list[Line]) -> Iterator[Paragraph]:
    for part in split(tuple(lines)) if lines else ():
        yield Paragraph(Span(part[0].span.start, part[-1].span.stop), role)
        role = "body" if role == "list" else role


def _pieces(line: Line, is_table: bool) -> Iterator[Piece]:
    """Yield what a line says, without its markup: the cells of a row, else one piece."""
    quote = _QUOTE.match(line.text)
    if quote:
        yield "rule", line
        rest = _cut(line, quote.end())
        yield from _pieces(rest, is_table) if rest.text else ()  # one step: all «>» are gone
    elif _RULE.match(line.text) or _TARGET.match(line.text):
        yield "rule", line
    elif "|" in line.text and (is_table or line.text[0] == "|"):
        yield from _cells(line)
    else:
        yield from _plain(line)


def _plain(line: Line) -> Iterator[Piece]:
    heading, item = _HEADING.match(line.text), _ITEM.match(line.text)
    if heading:
        closing = _CLOSING.search(line.text, heading.end())
        rest = _cut(line, heading.end(), closing.start() if closing else None)
        yield ("heading", rest) if rest.text else ("rule", line)
    elif item:
        yield "list", _cut(line, item.end())
    else:
        yield ("list" if is_item(line.text) else "body"), line


def _cells(line: Line) -> Iterator[Piece]:
    yield "rule", line
    if not _TABLE_RULE.match(line.text):
        for match in _CELL.finditer(line.text):
            cell = _cut(line, *match.span())
            if cell.text:
                yield "cell", cell


def _cut(line: Line, start: int, stop: int | None = None) -> Line:
    """Return the part of a line, without the blanks around it."""
    part = line.text[start:stop]
    start += len(part) - len(part.lstrip())
    text = part.strip()
    at = line.span.start + start
    return Line(Span(at, at + len(text)), line.indent + start, text)
