"""Places in a text and changes to it. Positions are code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from sys import maxsize
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A stretch of text from ``start`` up to, not including, ``stop``."""

    start: int
    stop: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.stop and other.start < self.stop

    def contains(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.stop <= self.stop

    def of(self, text: str) -> str:
        """Return the slice of ``text`` that the span names."""
        return text[self.start : self.stop]

    def shift(self, by: int) -> "Span":
        """Return the span moved ``by`` code points."""
        return Span(self.start + by, self.stop + by)

    def to_dict(self) -> dict[str, int]:
        """Return the span as plain data."""
        return {"start": self.start, "stop": self.stop}


class Known(NamedTuple):
    """Words of the user's own vocabulary: ``rules`` are silent about them, all when there are none;
    ``meaning`` says them in plain words."""

    span: Span
    rules: frozenset[str] = frozenset()
    meaning: str = ""


class Edit(NamedTuple):
    """Replace what stands at ``span`` with ``text``; an empty text deletes."""

    span: Span
    text: str

    def to_dict(self) -> dict[str, Any]:
        """Return the edit as plain data."""
        return {"span": self.span.to_dict(), "text": self.text}


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all ``spans``, of which there is at least one."""
    spans = tuple(spans)
    return Span(min(s.start for s in spans), max(s.stop for s in spans))


def held(span: Span, places: Sequence[Span]) -> bool:
    """Tell whether one of ``places`` (sorted, not overlapping) contains ``span``."""
    at = bisect_right(places, (span.start, maxsize)) - 1
    return at >= 0 and span.stop <= places[at].stop


def overlapping(span: Span, places: Sequence[Span]) -> Sequence[Span]:
    """Return those of ``places`` (sorted, apart from each other) that overlap ``span``."""
    first = bisect_right(places, span.start, key=lambda other: other.stop)
    return places[first : bisect_left(places, span.stop, key=lambda other: other.start)]


def apart(spans: Iterable[Span]) -> list[Span]:
    """Return ``spans`` in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.overlaps(found[-1]):
            span = hull((span, found.pop()))
        found.append(span)
    return found


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with all ``edits`` made at once.

    Raises ValueError when two edits overlap or an edit lies outside the text.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.span.start < at or edit.span.stop > len(text):
            raise ValueError(f"edit at {edit.span} overlaps another or leaves the text")
        parts += text[at : edit.span.start], edit.text
        at = edit.span.stop
    return "".join((*parts, text[at:]))
