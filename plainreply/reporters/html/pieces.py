"""Cuts a letter into the stretches between which nothing changes: marks, look, sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plainreply.document import Document, Face
from plainreply.report import Report
from plainreply.reporters.html.layers import layer
from plainreply.reporters.units import Unit
from plainreply.spans import Span


class Mark(NamedTuple):
    """A place to mark: the number of its finding and how it looks (CSS classes)."""

    span: Span
    number: int
    style: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. ``numbers`` are the findings it belongs to, ``opens`` those of them
    that begin here; ``styles`` are the CSS classes of its marks, the widest mark first; ``look``
    are the classes of its face."""

    span: Span
    text: str
    numbers: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    styles: tuple[str, ...] = ()
    look: str = ""


def marks(report: Report, found: Iterable[Unit]) -> list[Mark]:
    """Return the marks of all issues; a whole sentence at fault is tinted, not underlined."""
    units = {issue: unit for unit in found for issue in unit.issues}
    made = []
    for number, issue in enumerate(report.issues, 1):
        unit = units.get(issue)
        style = f"k-{layer(report.titles[issue.rule]).id} s-{issue.severity}"
        whole = " whole" if unit and unit.is_whole(issue) else ""
        made += [Mark(span, number, style + whole) for span in issue.words or (issue.span,)]
    return made


def pieces(
    document: Document, text: str, found: Sequence[Mark], cuts: Iterable[int]
) -> list[Piece]:
    """Return the whole of ``text``, as it is shown, in pieces; there is a cut at all ``cuts``.

    One sweep from left to right: linear but for sorting.
    """
    starts = sorted(mark for mark in found if mark.span.stop > mark.span.start)
    faces = document.faces
    edges = {0, len(text), *cuts}
    edges.update(at for mark in starts for at in mark.span)
    edges.update(at for stretch in faces for at in stretch.span)
    begins = [stretch.span.start for stretch in faces]
    active: list[Mark] = []
    seen: set[int] = set()
    made, at, coming = [], 0, 0
    for stop in sorted(edge for edge in edges if 0 < edge <= len(text)):
        while coming < len(starts) and starts[coming].span.start <= at:
            active.append(starts[coming])
            coming += 1
        active = [mark for mark in active if mark.span.stop > at]
        near = bisect_right(begins, at) - 1
        face = faces[near].face if near >= 0 and at < faces[near].span.stop else None
        made.append(_piece(Span(at, stop), text, active, seen, face))
        at = stop
    return made


def _piece(
    span: Span, text: str, active: Iterable[Mark], seen: set[int], face: Face | None
) -> Piece:
    """Return the piece; its first finding is the narrowest, the one that the reader means."""
    wide = sorted(active, key=lambda mark: mark.span.start - mark.span.stop)
    numbers = tuple(dict.fromkeys(mark.number for mark in reversed(wide)))
    opens = tuple(number for number in numbers if number not in seen)
    seen.update(opens)
    styles = tuple(dict.fromkeys(mark.style for mark in wide))
    return Piece(span, span.of(text), numbers, opens, styles, look(face) if face else "")


def look(face: Face) -> str:
    """Return the CSS classes of what a reader of the letter sees: bold, slanted, capitals."""
    told = (
        ("bold", face.bold),
        ("slanted", face.italic),
        ("caps", face.caps),
        ("small-caps", face.small_caps),
        ("struck", face.strike),
        ("lined", face.underline and not face.link),
    )
    return " ".join(name for name, is_so in told if is_so)


def within(made: Sequence[Piece], span: Span) -> Iterator[Piece]:
    """Yield the pieces of ``span``, whose ends are cuts."""
    at = bisect_right(made, span.start, key=lambda piece: piece.span.stop)
    while at < len(made) and made[at].span.start < span.stop:
        yield made[at]
        at += 1
