"""Stretches of a letter that share a look, found for the rules that judge looks."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from plainreply.analysis.layout import Part, spans
from plainreply.document import Document, Face, Paragraph
from plainreply.spans import Span

V = TypeVar("V", bound=Hashable)
Judge = Callable[[Face, Paragraph], V | None]
"""Returns a verdict on a look, None where it is no fault."""
Counts = Callable[[str, V], bool]
"""Tells whether a stretch with these words and this verdict is worth telling."""

EVERYWHERE = "почти всё письмо"
WHOLE = 0.9  # of the letters: from this share on, a look is that of the whole letter
LONGEST_QUOTE = 60  # code points
QUOTED_WORDS = 5


class Piece(NamedTuple):
    """A stretch of one look inside one paragraph."""

    span: Span
    face: Face
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Shown(Generic[V]):
    """The longest stretch of one paragraph with one verdict, blanks at its ends left out.
    ``what`` says in Russian what looks so: the words in quotation marks, or the whole letter."""

    span: Span
    verdict: V
    what: str


def says(words: str, verdict: Any = None) -> bool:
    """Tell whether there is a letter or a digit among ``words``, whatever the verdict."""
    return any(map(str.isalnum, words))


def pieces(document: Document, parts: Collection[Part]) -> Iterator[Piece]:
    """Yield the looks in the paragraphs of these ``parts``, in order; none for plain text."""
    if not document.faces:
        return
    wanted = set(spans(document, parts))
    faces = iter(document.faces)
    stretch = next(faces, None)
    for paragraph in document.paragraphs:
        while stretch and stretch.span.start < paragraph.span.stop:
            start = max(stretch.span.start, paragraph.span.start)
            span = Span(start, min(stretch.span.stop, paragraph.span.stop))
            if span.start < span.stop and paragraph.span in wanted:
                yield Piece(span, stretch.face, paragraph)
            if stretch.span.stop > paragraph.span.stop:
                break
            stretch = next(faces, None)


def shown(
    document: Document,
    judge: Judge[V],
    parts: Collection[Part] = frozenset({Part.BODY}),
    counts: Counts[V] = says,
    most: int | None = None,
) -> Iterator[Shown[V]]:
    """Yield the stretches on which ``judge`` has a verdict, those of one verdict in order.

    ``counts`` decides by its words whether a stretch is told. A verdict that holds for nearly
    the whole letter, or in more than ``most`` places, is told once, at its first stretch.
    """
    text = document.text
    known = tuple(pieces(document, parts))
    places: dict[V, list[Span]] = defaultdict(list)
    for span, verdict in _joined(text, known, judge):
        if counts(span.of(text), verdict):
            places[verdict].append(span)
    total = sum(letters(piece.span.of(text)) for piece in known)
    for verdict, found in places.items():
        first = quote(found[0].of(text))
        if len(found) > 1 and sum(letters(s.of(text)) for s in found) >= WHOLE * total:
            yield Shown(found[0], verdict, EVERYWHERE)
        elif most is not None and len(found) > most:
            yield Shown(found[0], verdict, f"мест {len(found)}, первое {first}")
        else:
            yield from (Shown(span, verdict, quote(span.of(text))) for span in found)


def letters(text: str) -> int:
    """Return the number of letters in ``text``."""
    return sum(map(str.isalpha, text))


def quote(text: str) -> str:
    """Return ``text`` on one line in quotation marks, only its first words when it is long."""
    words = text.split()
    if len(" ".join(words)) <= LONGEST_QUOTE:
        return f"«{' '.join(words)}»"
    return f"«{' '.join(words[:QUOTED_WORDS])[:LONGEST_QUOTE]}…»"


def trimmed(text: str, span: Span) -> Span:
    """Return ``span`` without the blanks at its ends."""
    found = span.of(text)
    left = len(found) - len(found.lstrip())
    return Span(span.start + left, span.start + len(found.rstrip()))


def _joined(text: str, known: Sequence[Piece], judge: Judge[V]) -> Iterator[tuple[Span, V]]:
    """Yield the stretches of one verdict, trimmed; marks alone do not part what is joined."""
    held: tuple[Span, V, Paragraph] | None = None
    for span, face, paragraph in known:
        verdict = judge(face, paragraph)
        if held and (held[2] is not paragraph or (verdict != held[1] and says(span.of(text)))):
            yield trimmed(text, held[0]), held[1]
            held = None
        if verdict is not None:
            start = held[0].start if held else span.start
            held = Span(start, span.stop), verdict, paragraph
    if held:
        yield trimmed(text, held[0]), held[1]
