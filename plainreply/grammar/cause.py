"""Clauses of cause: «в связи с поступлением жалоб» -> «так как поступили жалобы»."""

from plainreply.document import Token
from plainreply.grammar.activity import object_of
from plainreply.grammar.circumstance import Circumstance, main_around
from plainreply.grammar.govern import COMPLEMENTS
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.setoff import can_be_clause, put_word, set_off
from plainreply.grammar.tell import as_finites

BECAUSE = "так как"
COME = frozenset("поступление выявление обнаружение нарушение истечение".split())
"""What is past whatever the main clause tells."""


def cause(redraft: Redraft, found: Circumstance) -> bool:
    """«В связи с …»: what has happened before the thing that is told."""
    activity = found.activities[0]
    past = found.main.tense == "Past" or activity.noun.lemma in COME
    if activity.empty is not None:
        return False
    known = past or activity.noun.lemma.startswith("не")
    thing = object_of(redraft.sentence, activity.noun)
    of_person = thing is not None and thing.feats.get("Animacy") == "Anim" and activity.transitive
    if not known or of_person or not activity.pf:
        return False
    put_word(redraft, found.words, BECAUSE)
    return as_finites(redraft, found.activities, "Past", perfective=True)


def as_there_is_none(redraft: Redraft, words: tuple[Token, ...], noun: Token) -> bool:
    """«в связи с отсутствием средств» -> «так как нет средств», while it lasts."""
    return _absence(redraft, words, noun, BECAUSE)


def if_there_is_none(redraft: Redraft, words: tuple[Token, ...], noun: Token) -> bool:
    """«при условии отсутствия долга» -> «если нет долга»."""
    return _absence(redraft, words, noun, "если")


def _absence(redraft: Redraft, words: tuple[Token, ...], noun: Token, opener: str) -> bool:
    sentence = redraft.sentence
    thing = object_of(sentence, noun)
    others = [c for c in sentence.below(noun, *COMPLEMENTS) if c is not thing]
    joined = any(sentence.below(noun, "conj", "amod", "det"))
    if noun.lemma != "отсутствие" or thing is None or others or joined:
        return False
    main = main_around(sentence, words, noun)
    if main is None or main.tense == "Past" or not can_be_clause(sentence, words[0], noun):
        return False
    put_word(redraft, words, opener)
    redraft.replace({noun.index: "нет"})
    return set_off(redraft, words[0], noun)
