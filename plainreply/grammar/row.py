"""Rows of passives, each with a subject of its own: «проведён осмотр, составлен акт»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.coordination import has_subject
from plainreply.grammar.voice import is_reflexive, is_short_participle


def row_of(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the passive forms coordinated with ``verb``, itself among them, in text order.

    Where no word joins the clauses the parser makes them brothers.
    """
    head = verb
    while head.rel == "conj" and _is_passive(sentence, sentence.tokens[head.head]):
        head = sentence.tokens[head.head]
    found = {head.index}
    for token in sentence.tokens:
        joined = token.rel == "conj" and token.head in found
        brother = head.head >= 0 and token.head == head.head and token.rel == head.rel
        if (joined or brother) and _is_passive(sentence, token):
            found.add(token.index)
    return tuple(sentence.tokens[index] for index in sorted(found))


def _is_passive(sentence: Sentence, token: Token) -> bool:
    """Tell whether the word is a short participle or a -ся verb with a subject of its own."""
    if not has_subject(sentence, token):
        return is_short_participle(token)
    return is_short_participle(token) or is_reflexive(token)
