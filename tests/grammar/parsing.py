"""Helpers: a sentence analysed for real, and what a redraft makes of it."""

from functools import cache

from plainreply.analysis import analyse
from plainreply.document import Sentence, Token
from plainreply.grammar.redraft import Redraft
from plainreply.readers import read_text
from plainreply.spans import apply


@cache
def parsed(text: str) -> Sentence:
    """Return the one sentence of ``text``, tagged and parsed."""
    (sentence,) = analyse(read_text(text)).sentences
    return sentence


def word(sentence: Sentence, text: str) -> Token:
    """Return the token that reads ``text``."""
    return next(token for token in sentence.tokens if token.text == text)


def applied(text: str, redraft: Redraft) -> str:
    """Return ``text`` with the redraft's edits made."""
    return apply(text, redraft.edits())
