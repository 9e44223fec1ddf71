"""A tree mended where it hangs the object of an action noun on the main verb."""

from dataclasses import replace

from plainreply.document import Sentence, Token
from plainreply.grammar.activity import OWNERS, object_of
from plainreply.grammar.forms import case_of
from plainreply.grammar.nominal import family_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def with_object(sentence: Sentence, noun: Token) -> Sentence:
    """Return the sentence with the genitive right behind a transitive ``noun`` hanging on it."""
    family = family_of(noun.lemma)
    if family is None or "gen" not in family.government or object_of(sentence, noun) is not None:
        return sentence
    if any(child.lower in OWNERS for child in sentence.below(noun)):
        return sentence
    at = noun.index + 1
    while at < len(sentence.tokens) and _is_modifier(sentence.tokens[at]):
        at += 1
    thing = sentence.tokens[at] if at < len(sentence.tokens) else noun
    if not _may_be_object(sentence, noun, thing):
        return sentence
    fresh = replace(thing, head=noun.index, rel="nmod")
    tokens = (*sentence.tokens[:at], fresh, *sentence.tokens[at + 1 :])
    return replace(sentence, tokens=tokens)


def _is_modifier(token: Token) -> bool:
    return token.pos in {"ADJ", "DET"} and case_of(token) == "gen"


def _may_be_object(sentence: Sentence, noun: Token, thing: Token) -> bool:
    if thing.pos not in {"NOUN", "PROPN"} or case_of(thing) != "gen" or thing.head < 0:
        return False
    if any(sentence.below(thing, "case")) or thing in sentence.subtree(noun)[1:]:
        return False
    return noun not in sentence.subtree(thing)
