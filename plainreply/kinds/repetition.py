"""Words of one root that stand close together: a verb and its own noun, a noun twice."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence, Token
from plainreply.grammar.derivation import families
from plainreply.grammar.root import same_root
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.SYNTAX
JOINING = frozenset("и или либо ни не а но".split())
APART = frozenset("и или либо ни не к за от до то а но с в на из по об обо".split())
"""Words that tie a repeated noun into a turn: «день за днём», «от дома к дому»."""


class Word(NamedTuple):
    """A word, in which part of the sentence between its marks it stands, and as which word."""

    token: Token
    part: int
    place: int


def build(rule: Rule) -> Finder:
    """Return a finder of repetitions at most ``within`` words apart; ``terms`` are spared."""
    within = int(rule.options["within"])
    terms = frozenset(rule.options["terms"])

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        taken, words = -1, tuple(_words(sentence, terms))
        for at, (first, part, place) in enumerate(words):
            near = words[at + 1 : at + 1 + within] if first.index > taken else ()
            told = (t for t, its, n in near if its == part and n <= place + within)
            second = next((t for t in told if _repeats(sentence, first, t)), None)
            if second is not None:
                span = Span(first.span.start, second.span.stop)
                yield Finding(span, words=(first.span, second.span))
                taken = second.index

    return by_sentence(find)


def _words(sentence: Sentence, terms: frozenset[str]) -> Iterator[Word]:
    """Yield the words that may repeat each other."""
    part = place = 0
    for token in sentence.tokens:
        place += token.is_word
        part += token.text in SIGNS
        if token.pos in REPEATED and token.is_word and token.lemma not in terms:
            yield Word(token, part, place)


def _repeats(sentence: Sentence, first: Token, second: Token) -> bool:
    if first.pos == second.pos == "NOUN":
        between = sentence.tokens[first.index + 1 : second.index]
        return first.lemma == second.lemma and _is_plain(first, second, between)
    noun, verb = (first, second) if first.pos == "NOUN" else (second, first)
    return noun.pos == "NOUN" and verb.pos == "VERB" and _is_own(noun.lemma, verb.lemma)


REPEATED = frozenset({"NOUN", "VERB"})
SIGNS = frozenset(",;:—–-()«»/")


def _is_plain(first: Token, second: Token, between: tuple[Token, ...]) -> bool:
    near = len(between) <= 3 and len(first.lemma) > 3
    numbered = any(token.text[:1].isdigit() or token.text == "№" for token in between)
    joined = any(token.lower in JOINING for token in between)
    tied = joined or (len(between) == 1 and between[0].lower in APART)
    return (
        near
        and bool(between)
        and not numbered
        and not tied
        and (first.index == 0 or first.text.islower())
    )


@lru_cache(maxsize=10_000)
def _is_own(noun: str, verb: str) -> bool:
    """Tell whether the noun is the action of the very verb: «рассмотрим рассмотрение»."""
    family = families().get(noun)
    own = {family.pf, family.ipf} - {""} if family is not None else set()
    return verb in own or same_root(verb, noun)
