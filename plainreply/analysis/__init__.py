"""From a document to sentences with tokens, analysed only as deep as a run needs."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from plainreply.analysis.agree import agreed
from plainreply.analysis.morphology import Reading, read, sense_of_capital
from plainreply.analysis.names import names
from plainreply.analysis.pause import no_garbage_search
from plainreply.analysis.quotes import quoted
from plainreply.analysis.segment import pieces, sentences, tokens
from plainreply.document import Analysis, Document, Need, Sentence, Token
from plainreply.memo import Memory
from plainreply.spans import Span

if TYPE_CHECKING:
    from plainreply.analysis.neural import Tag

__all__ = ["analyse", "resolve"]

Place = tuple[str, Span]
"""A text and where a sentence of it stands."""
KEPT = 4096
"""How many sentences are remembered, a few KB each."""
_known = Memory[tuple[Need, str], Sentence](KEPT)


@no_garbage_search()
def analyse(document: Document, need: Need = Need.SYNTAX) -> Analysis:
    """Return ``document`` with its sentences, tagged and parsed as far as ``need`` asks.

    Models are loaded at the first document that needs them; time is linear in the text.
    """
    spans = sentences(document) if need > Need.TEXT else ()
    units = resolve([(document.text, span) for span in spans], need)
    return Analysis(document, tuple(units), quoted(document), need)


@no_garbage_search()
def resolve(places: Sequence[Place], need: Need = Need.SYNTAX) -> list[Sentence]:
    """Return the sentences that stand at these places, tagged and parsed as far as ``need`` asks.

    Each is analysed once and remembered: replies are made of the same formulas, and a text that
    is rewritten is analysed anew after each change, most of its sentences as they were.
    """
    if need < Need.MORPHOLOGY:
        return [Sentence(span, tokens(text, span)) for text, span in places]
    said = [(need, span.of(text)) for text, span in places]
    told = {key: known for key in said if (known := _known.get(key))}
    fresh = {key: place for key, place in zip(said, places, strict=True) if key not in told}
    for key, sentence in zip(fresh, _read(list(fresh.values()), need), strict=True):
        told[key] = sentence
        _known.keep(key, sentence)
    return [_at(told[key], span) for key, (_, span) in zip(said, places, strict=True)]


def _at(known: Sentence, span: Span) -> Sentence:
    """Return a sentence as one of its own that stands at ``span``."""
    by = span.start - known.span.start
    if not by:
        return Sentence(span, known.tokens, known.names)
    moved = (
        Token(t.index, t.span.shift(by), t.text, t.lemma, t.pos, t.feats, t.head, t.rel)
        for t in known.tokens
    )
    return Sentence(span, tuple(moved), tuple(name.shift(by) for name in known.names))


def _read(places: Sequence[Place], need: Need) -> Iterator[Sentence]:
    from plainreply.analysis.neural import parsed, tags

    cut = [pieces(*place) for place in places]
    words = [[text for _, text in pieces] for pieces in cut]
    spans = [span for _, span in places]
    if need < Need.SYNTAX:
        for span, pieces_, marked in zip(spans, cut, tags(words), strict=True):
            yield Sentence(span, tuple(map(_token, count(), pieces_, marked)))
    else:
        for span, pieces_, (marked, arcs) in zip(spans, cut, parsed(words), strict=True):
            tokens = agreed(list(map(_token, count(), pieces_, marked, arcs)))
            yield Sentence(span, tokens, names(Sentence(span, tokens)))


def _token(at: int, piece: tuple[Span, str], tag: "Tag", arc: tuple[int, str] = (-1, "")) -> Token:
    place, text = piece
    return Token(at, place, text, *_reading(text, tag, not at), *arc)


@lru_cache(maxsize=100_000)
def _reading(word: str, tag: "Tag", opens: bool) -> Reading:
    """Return the reading of a word; ``opens`` tells whether it is the sentence's first."""
    return read(word, sense_of_capital(word, tag.pos) if opens else tag.pos, tag.feats)
