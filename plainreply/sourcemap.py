"""Ties a text to the source that it was taken from: where its words stand there, and how to change
them there.

A web page has markup between and inside its sentences, a template has slots where a letter has
words. What is checked is the text without them; what is told and rewritten is the source.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Protocol

from plainreply.spans import Edit, Span


class Piece(NamedTuple):
    """Where a stretch of the text stands in the source: character by character when the two are
    equally long, else as a whole («&amp;» is «&»). A ``fixed`` one stands for something else: it is
    taken as a whole and never changed."""

    text: Span
    source: Span
    fixed: bool = False

    @property
    def verbatim(self) -> bool:
        """True when each character of the text has one of the source to itself."""
        length = self.source.stop - self.source.start
        return not self.fixed and self.text.stop - self.text.start == length

    def cut(self, span: Span) -> "Piece":
        """Return the part of the piece that ``span`` of the text holds; what is no part of it
        stays whole."""
        if not self.verbatim or span.contains(self.text):
            return self
        start, stop = max(span.start, self.text.start), min(span.stop, self.text.stop)
        return Piece(Span(start, stop), Span(start, stop).shift(self.by), self.fixed)

    @property
    def by(self) -> int:
        """How far the source stands behind the text."""
        return self.source.start - self.text.start


class Gap(NamedTuple):
    """The markup between two words, and the characters before and behind it."""

    before: str
    markup: str
    after: str


class Markup(Protocol):
    """How a format is written."""

    def escape(self, text: str) -> str:
        """Return plain words as the source writes them."""

    def around(self, gaps: Sequence[Gap]) -> tuple[str, str] | None:
        """Return what stays, before and behind, of the markup between words that become one piece
        of text; ``None`` when the words cannot do without it."""


class Bare:
    """A text without markup."""

    def escape(self, text: str) -> str:
        """Return the text as it is."""
        return text

    def around(self, gaps: Sequence[Gap]) -> tuple[str, str] | None:
        """Refuse: what stands between the words is there for a reason."""
        return None if any(gap.markup for gap in gaps) else ("", "")


BARE = Bare()


@dataclass(frozen=True)
class SourceMap:
    """The ``source`` of a text and the ``pieces`` that the text is made of, in its order. What no
    piece holds, such as the breaks between paragraphs, stands nowhere in the source."""

    source: str = field(repr=False)
    pieces: tuple[Piece, ...] = field(repr=False)
    markup: Markup = BARE

    def place(self, span: Span) -> Span:
        """Return where ``span`` of the text stands in the source."""
        pieces = self._within(span)
        if not pieces:
            at = self._after(span.start)
            return Span(at, at)
        stops = [piece.source.stop for piece in pieces]
        return Span(min(piece.source.start for piece in pieces), max(stops))

    def shown(self, span: Span) -> Span:
        """Return which part of the text is made of ``span`` of the source; empty for none."""
        held = [p for p in self.pieces if p.source.overlaps(span)]
        if not held:
            at = max((p.text.stop for p in self.pieces if p.source.stop <= span.start), default=0)
            return Span(at, at)
        return Span(
            min(_forth(p, span).start for p in held), max(_forth(p, span).stop for p in held)
        )

    def edits(self, edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
        """Return the edits of the source that change the text so, ``None`` when it cannot be done
        without harm to what stands between the words."""
        found: list[Edit] = []
        for edit in edits:
            own = self._edit(edit)
            if own is None:
                return None
            found += own
        return tuple(found)

    def _edit(self, edit: Edit) -> tuple[Edit, ...] | None:
        pieces = self._within(edit.span)
        if not pieces:
            return self._insertion(edit) if edit.span.start == edit.span.stop else None
        if any(piece.fixed for piece in pieces) or not self._covers(pieces, edit.span):
            return None
        gaps = [self._gap(a.source.stop, b.source.start) for a, b in pairwise(pieces)]
        backwards = any(a.source.stop > b.source.start for a, b in pairwise(pieces))
        stays = None if backwards else self.markup.around(gaps)
        if stays is None:
            return None
        place = Span(pieces[0].source.start, pieces[-1].source.stop)
        return (Edit(place, stays[0] + self.markup.escape(edit.text) + stays[1]),)

    def _gap(self, start: int, stop: int) -> Gap:
        source = self.source
        return Gap(source[max(start - 1, 0) : start], source[start:stop], source[stop : stop + 1])

    def _insertion(self, edit: Edit) -> tuple[Edit, ...] | None:
        """Return an insertion behind the character before it, else before the one behind it."""
        at = edit.span.start
        for beside in (Span(at - 1, at), Span(at, at + 1)):
            pieces = self._within(beside) if beside.start >= 0 else ()
            if pieces:
                place = pieces[0].source
                inside = pieces[0].text.start < at < pieces[0].text.stop
                where = place.stop if beside.stop == at else place.start
                return (
                    None if inside else (Edit(Span(where, where), self.markup.escape(edit.text)),)
                )
        return None

    def _covers(self, pieces: Sequence[Piece], span: Span) -> bool:
        """Tell whether ``span`` is made of nothing but these pieces, and of all of them."""
        exact = pieces[0].text.start == span.start and pieces[-1].text.stop == span.stop
        return exact and all(a.text.stop == b.text.start for a, b in pairwise(pieces))

    def _within(self, span: Span) -> tuple[Piece, ...]:
        """Return the pieces that ``span`` of the text touches, cut down to it."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_left(self._starts, span.stop)
        near = self.pieces[max(first, 0) : last]
        return tuple(piece.cut(span) for piece in near if piece.text.overlaps(span))

    def _after(self, at: int) -> int:
        """Return where in the source the text before the offset ``at`` ends."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return self.pieces[0].source.start if self.pieces else 0
        piece = self.pieces[number]
        return at + piece.by if piece.verbatim and at <= piece.text.stop else piece.source.stop

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.text.start for piece in self.pieces]


def _forth(piece: Piece, span: Span) -> Span:
    if not piece.verbatim:
        return piece.text
    start, stop = max(span.start, piece.source.start), min(span.stop, piece.source.stop)
    return Span(start, stop).shift(-piece.by)
