"""From a document to sentences with tokens, analysed only as deep as a run needs."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from plainreply.analysis.agree import agreed
from plainreply.analysis.morphology import Reading, read, sense_of_capital
from plainreply.analysis.names import names
from plainreply.analysis.pause import no_garbage_search
from plainreply.analysis.quotes import quoted
from plainreply.analysis.segment import sentences, tokens
from plainreply.document import Analysis, Document, Need, Sentence, Token

if TYPE_CHECKING:
    from plainreply.analysis.neural import Tag

__all__ = ["analyse", "resolve"]


@no_garbage_search()
def analyse(document: Document, need: Need = Need.SYNTAX) -> Analysis:
    """Return ``document`` with its sentences, tagged and parsed as far as ``need`` asks.

    Models are loaded at the first document that needs them; time is linear in the text.
    """
    if need < Need.TOKENS:
        return Analysis(document, (), quoted(document), need)
    units = [Sentence(span, tokens(document.text, span)) for span in sentences(document)]
    return Analysis(document, tuple(resolve(units, need)), quoted(document), need)


@no_garbage_search()
def resolve(units: Sequence[Sentence], need: Need = Need.SYNTAX) -> list[Sentence]:
    """Return tokenised sentences with readings and heads filled in as far as ``need`` asks."""
    if need < Need.MORPHOLOGY:
        return list(units)
    from plainreply.analysis.neural import tags, trees

    words = [[token.text for token in unit.tokens] for unit in units]
    arcs = trees(words) if need >= Need.SYNTAX else [[(-1, "")] * len(w) for w in words]
    told = zip(units, tags(words), arcs, strict=True)
    return [_told_sentence(unit, marked, tree, need) for unit, marked, tree in told]


def _told_sentence(
    unit: Sentence, marked: Sequence["Tag"], tree: Sequence[tuple[int, str]], need: Need
) -> Sentence:
    tokens = tuple(map(_told, unit.tokens, marked, tree))
    if need < Need.SYNTAX:
        return Sentence(unit.span, tokens)
    parsed = Sentence(unit.span, agreed(tokens))
    return replace(parsed, names=names(parsed))


def _told(token: Token, tag: "Tag", arc: tuple[int, str]) -> Token:
    index, text = token.index, token.text
    return Token(index, token.span, text, *_reading(text, tag, not index), *arc)


@lru_cache(maxsize=100_000)
def _reading(word: str, tag: "Tag", opens: bool) -> Reading:
    """Return the reading of a word; ``opens`` tells whether it is the sentence's first."""
    return read(word, sense_of_capital(word, tag.pos) if opens else tag.pos, tag.feats)
