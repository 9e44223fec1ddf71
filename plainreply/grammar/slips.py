"""Slips of the writer near which no rewrite can be right: a word or a mark is missing."""

from itertools import pairwise

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.voice import is_full_participle
from plainreply.memo import kept


@kept
def is_misspelt(sentence: Sentence) -> bool:
    """Tell whether a word or mark is missing («в соответствии программой», «по сведениям
    полученным от него»), so that a rewrite would stand in a broken sentence."""
    for token, after in pairwise(sentence.tokens):
        if _lacks_with(sentence, token, after):
            return True
        behind = (
            token.pos in {"NOUN", "ADJ"} and is_full_participle(after) and after.head == token.index
        )
        if behind and case_of(token) == case_of(after) and any(sentence.below(after, "obl")):
            return True
    return False


def _lacks_with(sentence: Sentence, token: Token, after: Token) -> bool:
    before = sentence.tokens[token.index - 1].lower if token.index else ""
    opened = before == "в" and token.lower in {"соответствии", "связи"}
    return opened and after.lower not in WITH and case_of(after) == "ins"


WITH = frozenset({"с", "со"})
