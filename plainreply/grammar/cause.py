"""Clauses of cause: «в связи с поступлением жалоб» -> «так как поступили жалобы»."""

from plainreply.document import Token
from plainreply.grammar.activity import object_of
from plainreply.grammar.circumstance import Circumstance, main_around
from plainreply.grammar.condition import addresses_reader
from plainreply.grammar.govern import COMPLEMENTS, put
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.setoff import can_be_clause, put_word, set_off
from plainreply.grammar.tell import as_finites
from plainreply.grammar.whoacts import habit_of

BECAUSE = "так как"
BEING = {"отсутствие": "нет", "наличие": "есть"}
COME = frozenset("поступление выявление обнаружение нарушение истечение".split())
"""What is past whatever the main clause tells."""


def cause(redraft: Redraft, found: Circumstance) -> bool:
    """«В связи с …»: what has happened before the thing that is told."""
    activity = found.activities[0]
    past = found.main.tense == "Past" or activity.noun.lemma in COME
    if activity.empty is not None:
        return False
    if not activity.pf and activity.government.get("gen") == "subj":
        return _while_it_lasts(redraft, found)
    known = past or activity.noun.lemma.startswith("не")
    thing = object_of(redraft.sentence, activity.noun)
    of_person = thing is not None and thing.feats.get("Animacy") == "Anim" and activity.transitive
    theirs = habit_of(activity.noun) in {"reader", "self"} and addresses_reader(redraft.sentence)
    if not known or of_person or theirs or not activity.pf:
        return False
    put_word(redraft, found.words, BECAUSE)
    return as_finites(redraft, found.activities, "Past", perfective=True)


def _while_it_lasts(redraft: Redraft, found: Circumstance) -> bool:
    """«вследствие нахождения врача в отпуске» -> «так как врач находился в отпуске»."""
    finite = found.main.chain[-1].feats.get("VerbForm") == "Fin"
    put_word(redraft, found.words, BECAUSE)
    tense = found.main.tense
    return (
        finite
        and tense in {"Past", "Pres"}
        and as_finites(redraft, found.activities, tense, perfective=False)
    )


def as_there_is(redraft: Redraft, words: tuple[Token, ...], noun: Token) -> bool:
    """«в связи с отсутствием средств» -> «так как нет средств», while it lasts."""
    return _absence(redraft, words, noun, BECAUSE)


def if_there_is(redraft: Redraft, words: tuple[Token, ...], noun: Token) -> bool:
    """«при условии отсутствия долга» -> «если нет долга», «в случае наличия…» -> «если есть…»."""
    return _absence(redraft, words, noun, "если")


def _absence(redraft: Redraft, words: tuple[Token, ...], noun: Token, opener: str) -> bool:
    """Put «нет» and the genitive, or «есть» and the nominative, for as long as it lasts."""
    sentence = redraft.sentence
    thing = object_of(sentence, noun)
    others = [c for c in sentence.below(noun, *COMPLEMENTS) if c is not thing]
    joined = any(sentence.below(noun, "conj", "amod", "det"))
    if noun.lemma not in BEING or thing is None or others or joined:
        return False
    main = main_around(sentence, words, noun)
    if main is None or main.tense == "Past" or not can_be_clause(sentence, words[0], noun):
        return False
    put_word(redraft, words, opener)
    redraft.replace({noun.index: BEING[noun.lemma]})
    there_is = noun.lemma == "наличие"
    if there_is and not put(redraft, None, thing, "nom"):
        return False
    return set_off(redraft, words[0], noun)
