"""Whose deed it is: «выдача справок не входит в компетенцию комитета» -> «справки комитет не
вправе выдавать», «уборка двора возложена на дворника» -> «двор убирает дворник»."""

from typing import NamedTuple

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of, finite
from plainreply.grammar.govern import complement_key, govern
from plainreply.grammar.governed import tops
from plainreply.grammar.governors import is_someone
from plainreply.grammar.infinitive import NO_OBJECT, deed_of, is_ready
from plainreply.grammar.phrase import extent, recase
from plainreply.grammar.predicate import Actor, actor_of
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.subjects import SUBJECTS
from plainreply.grammar.voice import is_short_participle

BELONGING = {
    "входить": "в+acc", "относиться": "к+dat", "отнести": "к+dat", "находиться": "в+prep",
}  # fmt: skip
CONFERRED = {"возложить": "на+acc"}
OFFICES = frozenset("компетенция полномочие обязанность функция ведение задача".split())
POWERS = frozenset({"компетенция", "полномочие", "ведение"})
ONLY = "исключительный"


class Assignment(NamedTuple):
    """The predicate that assigns a deed, the noun for the office («компетенция»), who has it."""

    verb: Token
    office: Token | None
    owner: Token


def as_assigned(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """Return the sentence with the deed told of the one it is assigned to, None if unsure."""
    for top in tops(sentence, noun):
        if top.rel not in SUBJECTS or top.head < 0 or any(sentence.below(top, "conj")):
            continue
        found = assignment(sentence, sentence.tokens[top.head])
        if found is None:
            return None
        redraft = Redraft(sentence, text)
        return redraft if _told(redraft, top, found) and redraft.changes(noun) else None
    return None


def assignment(sentence: Sentence, verb: Token) -> Assignment | None:
    """Return the assignment that ``verb`` is the predicate of, if it is one in the present."""
    if verb.rel == "conj" or any(sentence.below(verb, "conj", "aux", "aux:pass", "cop")):
        return None
    present = verb.feats.get("Tense") == "Pres" and verb.feats.get("VerbForm") == "Fin"
    if not present and not is_short_participle(verb):
        return None
    wanted = BELONGING.get(verb.lemma) or CONFERRED.get(verb.lemma)
    complements = list(sentence.below(verb, "obl", "iobj", "obj", "nmod"))
    for child in complements:
        if wanted is None or complement_key(sentence, child) != wanted or len(complements) > 1:
            continue
        if verb.lemma in CONFERRED:
            return Assignment(verb, None, child) if is_someone(child) else None
        owner = _owner(sentence, child)
        return None if owner is None else Assignment(verb, child, owner)
    return None


def _owner(sentence: Sentence, office: Token) -> Token | None:
    """Return who holds the office, if it is told of nothing else."""
    below = [c for c in sentence.below(office) if c.rel != "case" and c.lemma != ONLY]
    right = office.lemma in OFFICES and len(below) == 1 and case_of(below[0]) == "gen"
    return below[0] if right and is_someone(below[0]) else None


def _told(redraft: Redraft, noun: Token, found: Assignment) -> bool:
    sentence = redraft.sentence
    deed, named = deed_of(sentence, noun), recase(sentence, found.owner, "nom")
    phrase, negation = extent(sentence, found.owner), _negation(sentence, found)
    if deed is None or named is None or phrase is None or not is_ready(sentence, deed):
        return False
    actor = actor_of(sentence, found.owner)
    denied = _negation(sentence, found) is not None
    form = _spoken(deed.ipf, actor, found, denied=denied)
    if form is None or not all(
        govern(redraft, light, NO_OBJECT, {deed.noun.index, *(t.index for t in deed.lights)})
        for light in deed.lights
    ):
        return False
    redraft.replace(named | {found.verb.index: form})
    _drop(redraft, found, *deed.lights, deed.noun)
    if negation is not None and phrase[0].index > found.verb.index:
        redraft.move((t.index for t in phrase), before=negation.index)
    return govern(redraft, deed.noun, deed.government)


def _spoken(verb: str, actor: Actor, found: Assignment, *, denied: bool) -> str | None:
    """Return what the owner does; what he has no power to do he «не вправе» do."""
    if not denied or not verb:
        return finite(verb, "Pres", number=actor.number, gender=actor.gender) if verb else None
    power = found.office is not None and found.office.lemma in POWERS
    return f"вправе {verb}" if power else None


def _negation(sentence: Sentence, found: Assignment) -> Token | None:
    return next((c for c in sentence.below(found.verb) if c.lemma == "не"), None)


def _drop(redraft: Redraft, found: Assignment, *nouns: Token) -> None:
    """Take out the nouns told by the verb, the office and the prepositions of all of them; an
    exclusive office says «только»."""
    sentence = redraft.sentence
    gone = [*nouns, found.owner] + ([found.office] if found.office is not None else [])
    redraft.drop(*(mark.index for each in gone for mark in sentence.below(each, "case")))
    redraft.drop(*(each.index for each in gone if each is not found.owner))
    for only in sentence.below(found.office, "amod") if found.office is not None else ():
        redraft.replace({only.index: "только"})
