"""From a document to sentences with tokens, analysed only as deep as a run needs."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from plainreply.analysis.agree import agreed
from plainreply.analysis.morphology import Reading, read, sense_of_capital
from plainreply.analysis.names import names
from plainreply.analysis.pause import no_garbage_search
from plainreply.analysis.quotes import quoted
from plainreply.analysis.segment import pieces, sentences, tokens
from plainreply.document import Analysis, Document, Need, Sentence, Token
from plainreply.spans import Span

if TYPE_CHECKING:
    from plainreply.analysis.neural import Tag

__all__ = ["analyse", "resolve"]

Pieces = Sequence[tuple[Span, str]]
"""The words and marks of a sentence, each with its place."""


@no_garbage_search()
def analyse(document: Document, need: Need = Need.SYNTAX) -> Analysis:
    """Return ``document`` with its sentences, tagged and parsed as far as ``need`` asks.

    Models are loaded at the first document that needs them; time is linear in the text.
    """
    if need < Need.TOKENS:
        return Analysis(document, (), quoted(document), need)
    text, spans = document.text, sentences(document)
    if need < Need.MORPHOLOGY:
        units = [Sentence(span, tokens(text, span)) for span in spans]
    else:
        units = _read(spans, [pieces(text, span) for span in spans], need)
    return Analysis(document, tuple(units), quoted(document), need)


@no_garbage_search()
def resolve(units: Sequence[Sentence], need: Need = Need.SYNTAX) -> list[Sentence]:
    """Return tokenised sentences with readings and heads filled in as far as ``need`` asks."""
    if need < Need.MORPHOLOGY:
        return list(units)
    cut = [[(token.span, token.text) for token in unit.tokens] for unit in units]
    return _read([unit.span for unit in units], cut, need)


def _read(spans: Sequence[Span], cut: Sequence[Pieces], need: Need) -> list[Sentence]:
    from plainreply.analysis.neural import tags, trees

    words = [[text for _, text in pieces] for pieces in cut]
    arcs = trees(words) if need >= Need.SYNTAX else [[(-1, "")] * len(w) for w in words]
    told = zip(spans, cut, tags(words), arcs, strict=True)
    return [_told(span, pieces, marked, tree, need) for span, pieces, marked, tree in told]


def _told(
    span: Span, cut: Pieces, marked: Sequence["Tag"], tree: Sequence[tuple[int, str]], need: Need
) -> Sentence:
    told = enumerate(zip(cut, marked, tree, strict=True))
    tokens = tuple(
        Token(at, place, text, *_reading(text, tag, not at), *arc)
        for at, ((place, text), tag, arc) in told
    )
    if need < Need.SYNTAX:
        return Sentence(span, tokens)
    parsed = Sentence(span, agreed(tokens))
    return Sentence(span, parsed.tokens, names(parsed))


@lru_cache(maxsize=100_000)
def _reading(word: str, tag: "Tag", opens: bool) -> Reading:
    """Return the reading of a word; ``opens`` tells whether it is the sentence's first."""
    return read(word, sense_of_capital(word, tag.pos) if opens else tag.pos, tag.feats)
