"""What a sentence becomes: its changed clauses, with the new words marked."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from plainreply.reporters.marking import Mark, marked
from plainreply.reporters.styled import Styled
from plainreply.spans import Edit, Span, apply, hull

CLAUSE = re.compile(r"[,;:()]\s|\s[—–-]\s")
SHORT, NEAR, LEAST = 160, 60, 40
"""In code points: a sentence printed whole, changes printed together, the least left out."""
LEFT_OUT = "…"
STYLE = "bold green"


def became(old: str, edits: Iterable[Edit], width: int, color: bool) -> Iterator[Styled]:
    """Yield lines of ``old`` with ``edits`` made, the new words marked; clauses of a long
    sentence that stay as they are become «…»."""
    edits = sorted(edits)
    new = apply(old, edits)
    text, places = _shortened(new, tuple(_places(edits)))
    marks = [Mark(span, 0, STYLE) for span in places if span.of(text).strip()]
    yield from marked(text, Span(0, len(text)), marks, width, color)


def _places(edits: Iterable[Edit]) -> Iterator[Span]:
    """Yield where each edit stands in the new text; a deletion is empty."""
    edits = tuple(edits)
    grown = accumulate((len(e.text) - (e.span.stop - e.span.start) for e in edits), initial=0)
    for edit, by in zip(edits, grown, strict=False):
        start = edit.span.start + by
        blank = len(edit.text) - len(edit.text.lstrip())
        yield Span(start + blank, max(start + blank, start + len(edit.text.rstrip())))


def _shortened(text: str, places: tuple[Span, ...]) -> tuple[str, list[Span]]:
    """Return the clauses around ``places`` with «…» for what is left out, and where they are."""
    if len(text) <= SHORT or not places:
        return text, list(places)
    parts: list[str] = []
    moved: list[Span] = []
    at = size = 0
    for window in _windows(text, places):
        gap = text[at : window.start]
        gap = f"{' ' if at else ''}{LEFT_OUT} " if len(gap) > LEAST else gap
        by = size + len(gap) - window.start
        moved += [place.shift(by) for place in places if window.contains(place)]
        parts += gap, window.of(text)
        size += len(gap) + window.stop - window.start
        at = window.stop
    rest = text[at:]
    return "".join((*parts, f" {LEFT_OUT}" if len(rest) > LEAST else rest)), moved


def _windows(text: str, places: Iterable[Span]) -> list[Span]:
    """Return the clauses that hold the places, those near each other as one, in order."""
    found: list[Span] = []
    for place in places:
        clause = _clause(text, place)
        if found and clause.start - found[-1].stop < NEAR:
            clause = hull((found.pop(), clause))
        found.append(clause)
    return found


def _clause(text: str, place: Span) -> Span:
    """Return the clause around a place, cut at words where it runs far."""
    ends = [match.span() for match in CLAUSE.finditer(text)]
    start = max((stop for _, stop in ends if stop <= place.start), default=0)
    stop = min((at for at, _ in ends if at >= place.stop), default=len(text))
    if place.start - start > SHORT:
        start = text.index(" ", place.start - SHORT // 2) + 1
    if stop - place.stop > SHORT:
        stop = text.rindex(" ", 0, place.stop + SHORT // 2)
    return Span(min(start, place.start), max(stop, place.stop))
