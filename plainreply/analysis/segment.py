"""Cuts a document into sentences and a sentence into tokens. ``razdel`` is the base of both.

A list item that ends in a semicolon is a unit of its own, and its number or dash belongs to it.
"""

from collections.abc import Iterator

from plainreply.analysis.segment_items import Items
from plainreply.analysis.segment_place import DELIMITERS, Place
from plainreply.analysis.segment_rules import ends_sentence
from plainreply.analysis.segment_tokens import pieces, tokens
from plainreply.document import Document, Paragraph
from plainreply.spans import Span

__all__ = ["pieces", "sentences", "tokens"]


def sentences(document: Document) -> tuple[Span, ...]:
    """Return the sentences and list items of ``document`` in text order.

    Spans are code points of ``Document.text``, have no whitespace at their ends and never
    cross a paragraph; a paragraph without text gives none.
    """
    return tuple(s for paragraph in document.paragraphs for s in _of(document.text, paragraph))


def _of(text: str, paragraph: Paragraph) -> Iterator[Span]:
    body = paragraph.span.of(text)
    start = 0
    for stop in (*_boundaries(body), len(body)):
        piece = body[start:stop]
        if unit := piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            yield Span(begin, begin + len(unit)).shift(paragraph.span.start)
        start = stop


def _boundaries(body: str) -> Iterator[int]:
    start = 0
    items = Items.of(body)
    for match in DELIMITERS.finditer(body):
        if ends_sentence(Place.of(body, start, match, items)):
            start = match.end()
            yield start
