"""Words of one root that stand close together: a verb and its own noun, a noun twice."""

from collections.abc import Iterator

from plainreply.document import Need, Sentence, Token
from plainreply.grammar.derivation import families
from plainreply.grammar.root import same_root
from plainreply.rule import Finder, Finding, Rule, by_sentence
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
        words = [token for token in sentence.tokens if token.is_word]
        taken = -1
        for at, first in enumerate(words):
            for second in words[at + 1 : at + 1 + within]:
                if first.index > taken and _repeats(sentence, first, second, terms):
                    span = Span(first.span.start, second.span.stop)
                    yield Finding(span, words=(first.span, second.span))
                    taken = second.index
                    break

    return by_sentence(find)


def _repeats(sentence: Sentence, first: Token, second: Token, terms: frozenset[str]) -> bool:
    between = sentence.tokens[first.index + 1 : second.index]
    if any(token.text in SIGNS for token in between) or {first.lemma, second.lemma} & terms:
        return False
    if first.pos == second.pos == "NOUN":
        return first.lemma == second.lemma and _is_plain(first, second, between)
    noun, verb = (first, second) if first.pos == "NOUN" else (second, first)
    return noun.pos == "NOUN" and verb.pos == "VERB" and _is_own(noun, verb)


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
