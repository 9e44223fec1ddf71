"""Words of one root that stand close together: a verb and its own noun, a noun twice."""

from collections.abc import Iterator
from itertools import islice, takewhile

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


def build(rule: Rule) -> Finder:
    """Return a finder of repetitions at most ``within`` words apart; ``terms`` are spared."""
    within = int(rule.options["within"])
    terms = frozenset(rule.options["terms"])

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        taken = -1
        for first in sentence.tokens:
            if first.index > taken and _may_repeat(first, terms):
                near = (t for t in _near(sentence, first, within) if _may_repeat(t, terms))
                second = next((t for t in near if _repeats(sentence, first, t)), None)
                if second is not None:
                    span = Span(first.span.start, second.span.stop)
                    yield Finding(span, words=(first.span, second.span))
                    taken = second.index

    return by_sentence(find)


def _may_repeat(token: Token, terms: frozenset[str]) -> bool:
    return token.pos in REPEATED and token.is_word and token.lemma not in terms


def _near(sentence: Sentence, first: Token, within: int) -> Iterator[Token]:
    """Yield the words behind ``first`` that no mark parts from it, at most ``within``."""
    unparted = takewhile(lambda t: t.text not in SIGNS, sentence.tokens[first.index + 1 :])
    return islice((token for token in unparted if token.is_word), within)


def _repeats(sentence: Sentence, first: Token, second: Token) -> bool:
    if first.pos == second.pos == "NOUN":
        between = sentence.tokens[first.index + 1 : second.index]
        return first.lemma == second.lemma and _is_plain(first, second, between)
    noun, verb = (first, second) if first.pos == "NOUN" else (second, first)
    return noun.pos == "NOUN" and verb.pos == "VERB" and _is_own(noun, verb)


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


def _is_own(noun: Token, verb: Token) -> bool:
    """Tell whether the noun is the action of the very verb: «рассмотрим рассмотрение»."""
    family = families().get(noun.lemma)
    own = {family.pf, family.ipf} - {""} if family is not None else set()
    return verb.lemma in own or same_root(verb.lemma, noun.lemma)
