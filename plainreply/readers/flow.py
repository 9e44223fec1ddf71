"""Where the readers of texts with markup put what they find: prose, its look and its place."""

from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from plainreply.document import PLAIN, Document, Face, Paragraph, Remark, Source, Stretch
from plainreply.readers.text import Line, is_item, lines_of, split
from plainreply.sourcemap import Markup, Piece, SourceMap
from plainreply.spans import Span

OBJECT = "\ufffc"
"""Stands in a sentence for what is no prose: code, a formula."""
_BREAK = "\n\n"


class Block(NamedTuple):
    """A stretch of the text that the markup sets apart; ``role`` is as in Paragraph."""

    span: Span
    role: str


class Flow:
    """Collects the prose of ``source`` in order. Blocks stand apart by an empty line."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.blocks: list[Block] = []
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._stretches: list[Stretch] = []
        self._remarks: list[Remark] = []
        self._start: int | None = None

    @property
    def bare(self) -> bool:
        """True while the block that is open has no text."""
        return self._start is None

    def put(self, text: str, source: Span, face: Face = PLAIN, *, fixed: bool = False) -> None:
        """Add words of the block that is open; ``source`` is where they stand."""
        if not text:
            return
        if self._start is None:
            self.gap(_BREAK if self.at else "")
            self._start = self.at
        piece = Piece(Span(self.at, self.at + len(text)), source, fixed)
        self._text(text, face)
        last = self._pieces[-1] if self._pieces else None
        if last is not None and _joins(last, piece):
            piece = Piece(
                Span(last.text.start, piece.text.stop), Span(last.source.start, source.stop)
            )
            self._pieces.pop()
        self._pieces.append(piece)

    def gap(self, text: str) -> None:
        """Add what stands nowhere in the source."""
        if text:
            self._text(text, PLAIN)

    def lead(self, stop: int) -> None:
        """Take in the source up to ``stop`` as it is, in no block: its front matter."""
        if stop:
            self._pieces.append(Piece(Span(0, stop), Span(0, stop)))
            self._text(self.source[:stop], PLAIN)

    def end(self, role: str) -> None:
        """End the block that is open, which has this role; without text it is none."""
        if self._start is not None:
            self.blocks.append(Block(Span(self._start, self.at), role))
            self._start = None

    def remark(self, text: str) -> None:
        """Note a comment that stands here; between two blocks it belongs to the second."""
        at = self.at + (len(_BREAK) if self.bare and self.at else 0)
        self._remarks.append(Remark(Span(at, at), text.strip(), ""))

    def document(self, source: Source, markup: Markup) -> Document:
        """Return all that was found as a document whose places lead to the source."""
        text = "".join(self._texts)
        paragraphs = tuple(p for block in self.blocks for p in paragraphs_of(text, block))
        remarks = tuple(
            replace(r, span=Span(min(r.span.start, len(text)), min(r.span.stop, len(text))))
            for r in self._remarks
        )
        source = replace(source, map=SourceMap(self.source, tuple(self._pieces), markup))
        return Document(text, paragraphs, tuple(self._stretches), source, remarks)

    def _text(self, text: str, face: Face) -> None:
        span = Span(self.at, self.at + len(text))
        self._texts.append(text)
        self.at = span.stop
        last = self._stretches[-1] if self._stretches else None
        if last is not None and last.face == face:
            self._stretches[-1] = Stretch(Span(last.span.start, span.stop), face)
        else:
            self._stretches.append(Stretch(span, face))


def _joins(last: Piece, piece: Piece) -> bool:
    """Tell whether two pieces are one: both to the letter, and next to each other in the source."""
    return (
        last.verbatim
        and piece.verbatim
        and last.by == piece.by
        and last.text.stop == piece.text.start
    )


def paragraphs_of(text: str, block: Block) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a block: line breaks within it are weighed as in a plain text."""
    found: list[Paragraph] = []
    at = block.span.start
    lines = (line._replace(span=line.span.shift(at)) for line in lines_of(block.span.of(text)))
    for blank, group in groupby(lines, key=lambda line: not line.text):
        for part in () if blank else split(tuple(group)):
            role = "list" if block.role == "body" and is_item(part[0].text) else block.role
            found.append(Paragraph(_hull(part), role))
    return tuple(found)


def _hull(lines: tuple[Line, ...]) -> Span:
    return Span(lines[0].span.start, lines[-1].span.stop)
