"""Chains of genitives that hide several actions: «порядок проведения проверки документов»."""

from collections.abc import Iterator

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.nominal import verbal_nouns
from plainreply.grammar.verbalise import verbalised
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX
Chain = list[Token]


def build(rule: Rule) -> Finder:
    """Return a finder of chains with at least ``nouns`` nouns, ``actions`` of them verbal.

    One finding holds the whole chain. References to acts («пункт 3 части 1 статьи 5») and names
    of bodies have no verbal nouns and stay silent.
    """
    nouns, actions = int(rule.options["nouns"]), int(rule.options["actions"])

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        verbal = {noun.index for noun, _ in verbal_nouns(sentence)}
        for chain in _chains(sentence) if len(verbal) >= actions else ():
            own = _without_preposition(sentence, chain, verbal)
            deeds = [noun for noun in own if noun.index in verbal]
            if len(own) >= nouns and len(deeds) >= actions:
                yield _finding(text, sentence, own, deeds)

    return by_sentence(find)


def _chains(sentence: Sentence) -> Iterator[Chain]:
    """Yield the longest chains of nouns that hang one on another, top first."""
    taken: set[int] = set()
    for token in sentence.tokens:
        if token.pos != "NOUN" or token.index in taken:
            continue
        chain = _down(sentence, token)
        taken.update(noun.index for noun in chain)
        yield chain


def _without_preposition(sentence: Sentence, chain: Chain, verbal: set[int]) -> Chain:
    """Drop a top that is part of a preposition («в целях проведения») and no action itself."""
    top = chain[0]
    if top.index not in verbal and any(sentence.below(top, "case")):
        return chain[1:]
    return chain


def _down(sentence: Sentence, top: Token) -> Chain:
    chain = [top]
    while True:
        below = [c for c in sentence.below(chain[-1], "nmod") if _continues(sentence, chain[-1], c)]
        if not below:
            return chain
        chain.append(below[0])


def _continues(sentence: Sentence, above: Token, noun: Token) -> bool:
    """Tell whether a noun goes on with the chain: a genitive, or one behind «за», «над»."""
    if noun.pos != "NOUN" or noun.index < above.index:
        return False
    marks = [mark.lemma for mark in sentence.below(noun, "case")]
    return (not marks and case_of(noun) == "gen") or marks in (["за"], ["над"])


def _finding(text: str, sentence: Sentence, chain: Chain, deeds: Chain) -> Finding:
    """Return a finding with the first of the actions that can be told by a verb told so."""
    words = tuple(noun.span for noun in chain)
    drafts = (verbalised(sentence, text, noun) for noun in deeds)
    redraft = next((draft for draft in drafts if draft is not None), None)
    fixes = () if redraft is None else offer(redraft.edits())
    return Finding(hull(words), fixes, words=words, fields={"count": str(len(chain))})
