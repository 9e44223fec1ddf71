"""Order of words in a rewritten clause: actor, verb, theme; what may change its place."""

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.phrase import Phrase
from plainreply.grammar.predicate import Predicate
from plainreply.grammar.redraft import Redraft

CLAUSE_ENDS = frozenset({",", ".", ";", "!", "?"})


def is_movable(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase can change its place: no clause, no full stop, nothing that may
    belong to the verb instead (an adverb, a prepositional phrase at its end)."""
    inside = {token.index for token in phrase}
    adverb = any(t.pos == "ADV" or (t.rel == "case" and t.head in inside) for t in phrase)
    names = any(mark.rel == "case" and mark.lemma == "по" for mark in phrase)
    stopped = any(token.text in {",", ".", "«", '"'} or is_relative(token) for token in phrase)
    return not stopped and (not adverb or names)


def in_order(redraft: Redraft, predicate: Predicate, doers: Phrase, theme: Phrase) -> None:
    """Put actor, verb, theme in this order."""
    first = next(t.index for t in predicate.tokens if t is not predicate.auxiliary)
    last = predicate.verb.index
    if last < doers[0].index:
        front = theme[0].index if theme[-1].index < first else first
        redraft.move((t.index for t in doers), before=front)
    if theme[-1].index < first:
        redraft.move((t.index for t in theme), before=redraft.after(last))


def put_us_first(redraft: Redraft, predicate: Predicate, theme: Phrase) -> None:
    """«Ваше обращение рассмотрено» -> «Мы рассмотрели ваше обращение»."""
    verb = [t.index for t in predicate.tokens if t is not predicate.auxiliary]
    if theme[0].index < verb[0]:
        redraft.move(verb, before=theme[0].index)
    for child in redraft.sentence.below(predicate.verb, "iobj", "obl"):
        if child.pos == "PRON" and case_of(child) == "dat":
            redraft.move([child.index], before=redraft.after(verb[-1]))
    redraft.insert("мы", before=verb[0])


def put_in_front(redraft: Redraft, predicate: Predicate, theme: Phrase) -> None:
    """Where the verb opens a clause that its theme closes, put the theme first."""
    verb = [t.index for t in predicate.tokens if t is not predicate.auxiliary]
    tokens, after = redraft.sentence.tokens, theme[-1].index + 1
    closes = after == len(tokens) or tokens[after].text in CLAUSE_ENDS
    if theme[0].index > verb[-1] and closes and not any(map(is_relative, theme)):
        redraft.move((t.index for t in theme), before=verb[0])


def is_relative(token: Token) -> bool:
    """Tell whether the word opens a relative clause and so must stay in front of it."""
    return token.lemma in {"который", "чей", "что", "кто"}
