"""Fills a document's slots with example data and leads what is found there back to it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from plainreply.document import PLAIN, Document, Paragraph, Stretch
from plainreply.filling.branches import MAIN, Branch, Mark, marks
from plainreply.filling.words import words_for
from plainreply.rule import Fix, Issue
from plainreply.sourcemap import Piece, SourceMap
from plainreply.spans import Span

_BREAK = "\n\n"
_ENDS = frozenset(".!?…:;")


@dataclass(frozen=True)
class Filled:
    """The ``document`` with its slots filled, and the ``template`` as it stands."""

    document: Document
    template: Document
    map: SourceMap

    def origin(self, span: Span) -> Span:
        """Return where in the template a place of the filled text stands."""
        return self.map.place(span)

    def back(self, issue: Issue) -> Issue:
        """Return a finding as one on the template; a rewrite that would change a slot is lost."""
        fixes = tuple(fix for fix in map(self._back, issue.fixes) if fix)
        words = tuple(map(self.origin, issue.words))
        return replace(issue, span=self.origin(issue.span), fixes=fixes, words=words)

    def _back(self, fix: Fix) -> Fix | None:
        edits = self.map.edits(fix.edits)
        return None if edits is None else replace(fix, edits=edits)


class _Bit(NamedTuple):
    """Words of the filled text: where they come from, and whether they stand for a slot."""

    text: str
    source: Span
    fixed: bool = False


def as_template(document: Document) -> Document:
    """Return the document as one whose slots are still to be filled."""
    return replace(document, source=replace(document.source, template=True))


def filled(document: Document, own: Mapping[str, str] | None = None) -> Filled:
    """Return a template as the letter that it makes; ``own`` are its words for slots, by name.

    Branches but the first of a condition within a paragraph become paragraphs behind it.
    """
    found = marks(document)
    starts = [mark.span.start for mark in found]
    letter = _Letter(document)
    for paragraph in document.paragraphs:
        first = bisect_right(starts, paragraph.span.start - 1)
        last = bisect_right(starts, paragraph.span.stop - 1)
        before = found[first - 1].branch if first else MAIN
        flows = _flows(document.text, paragraph.span, found[first:last], before, own or {})
        for bits in flows:
            letter.add(paragraph, bits)
    return letter.filled()


def _flows(
    text: str, span: Span, found: Sequence[Mark], branch: Branch, own: Mapping[str, str]
) -> Iterable[Sequence[_Bit]]:
    """Return the words of a paragraph by the branch that they stand in, those of the main first."""
    flows: dict[Branch, list[_Bit]] = {}
    at = span.start
    for mark in found:
        _put(flows, branch, text, Span(at, mark.span.start))
        if mark.slot is not None:
            words = words_for(mark.slot, mark.span.of(text), own)
            flows.setdefault(branch, []).append(_Bit(words, mark.span, fixed=True))
        branch, at = mark.branch, min(mark.span.stop, span.stop)
    _put(flows, branch, text, Span(at, span.stop))
    return flows.values()


def _put(flows: dict[Branch, list[_Bit]], branch: Branch, text: str, span: Span) -> None:
    """Add words to their branch; a tag that is left out leaves neither two blanks nor none
    between two sentences."""
    if span.start >= span.stop:
        return
    flow = flows.setdefault(branch, [])
    words, before = span.of(text), flow[-1].text[-1:] if flow else " "
    if before.isspace() or not flow:
        words = words.lstrip(" \t")
    elif before in _ENDS and words[0].isupper():
        flow.append(_Bit(" ", Span(span.start, span.start), fixed=True))
    if words:
        flow.append(_Bit(words, Span(span.stop - len(words), span.stop)))


class _Letter:
    """The filled text so far."""

    def __init__(self, template: Document) -> None:
        self._template = template
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._paragraphs: list[Paragraph] = []
        self._at = 0

    def add(self, paragraph: Paragraph, bits: Sequence[_Bit]) -> None:
        """Add a paragraph, if it says anything."""
        text = "".join(bit.text for bit in bits)
        if not text.strip():
            return
        if self._texts:
            self._write(_BREAK)
        start = self._at
        for bit in bits:
            if bit.source.start < bit.source.stop:
                place = Span(self._at, self._at + len(bit.text))
                self._pieces.append(Piece(place, bit.source, bit.fixed))
            self._write(bit.text)
        span = Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
        self._paragraphs.append(replace(paragraph, span=span))

    def filled(self) -> Filled:
        """Return the letter."""
        tied = SourceMap(self._template.text, tuple(self._pieces))
        source = replace(self._template.source, map=None, anchors=None)
        document = replace(
            self._template,
            text="".join(self._texts),
            paragraphs=tuple(self._paragraphs),
            faces=tuple(_faces(self._pieces, self._template.faces)),
            source=source,
            remarks=(),
        )
        return Filled(document, self._template, tied)

    def _write(self, text: str) -> None:
        self._texts.append(text)
        self._at += len(text)


def _faces(pieces: Iterable[Piece], faces: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield how the filled text looks: as the words of the template that it comes from."""
    starts = [stretch.span.start for stretch in faces]
    at = 0
    for piece in pieces if faces else ():
        if at < piece.text.start:
            yield Stretch(Span(at, piece.text.start), PLAIN)
        at = piece.text.stop
        number = max(bisect_right(starts, piece.source.start) - 1, 0)
        if not piece.verbatim:
            yield Stretch(piece.text, faces[number].face)
            continue
        while number < len(faces) and faces[number].span.start < piece.source.stop:
            start = max(faces[number].span.start, piece.source.start)
            stop = min(faces[number].span.stop, piece.source.stop)
            if start < stop:
                yield Stretch(Span(start - piece.by, stop - piece.by), faces[number].face)
            number += 1
