"""Who acts in a passive split predicate."""

from itertools import pairwise

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import agent_of, is_actor
from plainreply.grammar.clause import same_clause
from plainreply.grammar.forms import case_of
from plainreply.grammar.pairs import BROAD, GENERAL
from plainreply.grammar.phrase import is_fixed
from plainreply.grammar.split import Split

AUTOMATA = frozenset("система программа сервис комплекс модуль робот".split())
"""What acts in «осуществляется системой», though a house is only fitted with a «система»."""


def doer(sentence: Sentence, split: Split) -> Token | None:
    """Return the actor of a passive split predicate, on the verb or on the noun («проверка
    специалистами проведена»); of an empty verb a machine or a body called by letters too."""
    found = agent_of(sentence, split.light)
    if found is not None:
        return _leader(sentence, found)
    bare = [c for c in _near(sentence, split) if not any(sentence.below(c, "case"))]
    for child in bare:
        if case_of(child) == "ins" and _acts(sentence, split, child):
            return child
    return None


def _leader(sentence: Sentence, agent: Token) -> Token | None:
    """Return the first of «инспектором совместно с лесничим», None for what a preposition
    governs after all."""
    if not follows_preposition(sentence, agent):
        return agent
    before = sentence.tokens[: agent.index]
    at = max((t.index for t in before if t.lemma == "совместно"), default=0)
    leader = sentence.tokens[at - 1] if at > 0 else agent
    leads = is_actor(leader) and case_of(leader) == "ins"
    return leader if leads and not follows_preposition(sentence, leader) else None


def follows_preposition(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a preposition stands before the noun, though the tree has it elsewhere."""
    number = noun.feats.get("Number")
    for before, word in pairwise(sentence.tokens[max(noun.index - 12, 0) : noun.index + 1]):
        modifies = word is noun or (word.pos in {"ADJ", "DET", "VERB"} and case_of(word) == "ins")
        if before.pos == "ADP" and modifies and word.feats.get("Number") == number:
            return True
    return False


def _near(sentence: Sentence, split: Split) -> tuple[Token, ...]:
    on_noun = () if "ins" in split.pair.government else sentence.below(split.noun)
    return (*sentence.below(split.light), *on_noun)


def _acts(sentence: Sentence, split: Split, noun: Token) -> bool:
    if noun.pos not in {"NOUN", "PROPN", "PRON"} or not same_clause(sentence, noun, split.light):
        return False
    if is_actor(noun):
        return True
    verb = split.light.lemma.removesuffix("ся").removesuffix("сь")
    named = noun.pos == "PROPN" and noun.text[:1].isupper() and noun.index > 0
    if verb in GENERAL and (named or noun.lemma in AUTOMATA):
        return True
    joined = sentence.below(noun, "conj")
    return verb in BROAD and is_fixed(noun) and any(map(is_actor, joined))
