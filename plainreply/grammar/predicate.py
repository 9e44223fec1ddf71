"""The predicate around a verb form: its modal, auxiliary, negation, tense; and its active form."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import act_verbs
from plainreply.grammar.antecedent import antecedent, is_which
from plainreply.grammar.bodies import bodies, gender_of
from plainreply.grammar.forms import finite, inflect

BE = "быть"
SOON = frozenset({"состояться"})
"""Perfective verbs whose future the tagger takes for a present («состоится»)."""
MODALS = {"мочь": "можно", "должный": "нужно"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb form with the words that carry its tense and mood.

    ``tense`` is ``Past``, ``Pres``, ``Fut`` or ``""`` for an infinitive without a modal here;
    ``doubled`` tells of a second negation («не может не быть»).
    """

    verb: Token
    modal: Token | None
    auxiliary: Token | None
    negation: Token | None
    tense: str
    doubled: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Modal, auxiliary, negation and verb in text order."""
        parts = (self.modal, self.auxiliary, self.negation, self.verb)
        return tuple(sorted((t for t in parts if t is not None), key=lambda t: t.index))

    @property
    def first(self) -> Token:
        """The first word that an active predicate keeps."""
        return next(token for token in self.tokens if token is not self.auxiliary)


def predicate_of(sentence: Sentence, verb: Token) -> Predicate:
    """Gather the predicate that ``verb`` heads or hangs in («может быть рассмотрено»)."""
    modal = modal_of(sentence, verb)
    auxiliary = next(
        (t for v in (verb, modal) if v for t in sentence.below(v) if _is_auxiliary(t)), None
    )
    heads = [head for head in (modal, auxiliary, verb) if head is not None]
    negations = [t for head in heads for t in sentence.below(head) if t.lemma == "не"]
    negation = negations[0] if negations else None
    tense = _tense(verb, auxiliary)
    return Predicate(verb, modal, auxiliary, negation, tense, len(negations) > 1)


def modal_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the «может» or «должен» that ``verb`` depends on."""
    if verb.rel in {"xcomp", "csubj"} and verb.head >= 0:
        head = sentence.tokens[verb.head]
        return head if head.lemma in MODALS else None
    return _modal_behind(sentence, verb)


def _modal_behind(sentence: Sentence, verb: Token) -> Token | None:
    """Return the «могут» of «приняты быть не могут», which the parser takes for a second verb."""
    at = verb.index + 1
    if at >= len(sentence.tokens) or sentence.tokens[at].text != "быть":
        return None
    following = sentence.tokens[at + 1 : at + 3]
    heads = [t for t in following if t.lemma in MODALS and t.head == verb.index]
    plain = all(t.lemma == "не" or t in heads for t in following[: len(following)])
    return heads[0] if heads and (plain or following[0] is heads[0]) else None


def _is_auxiliary(token: Token) -> bool:
    return token.lemma == BE and token.rel in {"aux:pass", "aux", "cop"}


def _tense(verb: Token, auxiliary: Token | None) -> str:
    if auxiliary is not None and auxiliary.feats.get("VerbForm") == "Fin":
        return "Fut" if auxiliary.feats.get("Tense") in {"Fut", "Pres"} else "Past"
    if verb.feats.get("VerbForm") == "Part":
        return "Past"
    tense = verb.feats.get("Tense", "")
    return "Fut" if tense == "Pres" and verb.lemma in SOON else tense


class Actor(NamedTuple):
    """Who does it, as the verb must agree: UD person, number and gender."""

    person: str = "3"
    number: str = "Plur"
    gender: str = ""


THEY = Actor()
US = Actor(person="1")
PERSONS = {"мы": US, "вы": Actor("2"), "я": Actor("1", "Sing"), "ты": Actor("2", "Sing")}


def actor_of(sentence: Sentence, noun: Token) -> Actor:
    """Return the agreement that a noun or pronoun asks of its verb."""
    if noun.pos == "PRON" and noun.lemma in PERSONS:
        return PERSONS[noun.lemma]
    if is_which(noun):
        return _actor_again(sentence, noun)
    several = any(child.pos in {"NOUN", "PROPN"} for child in sentence.below(noun, "conj"))
    single = "Sing" if noun.text in bodies() else noun.feats.get("Number", "Sing")
    number = "Plur" if several else single
    return Actor("3", number, gender_of(noun))


def _actor_again(sentence: Sentence, pronoun: Token) -> Actor:
    """Return the agreement of «который», whose oblique forms do not tell masculine and neuter."""
    noun = antecedent(sentence, pronoun)
    number = pronoun.feats.get("Number", "Sing")
    gender = "" if noun is None else actor_of(sentence, noun).gender
    return Actor("3", number, gender)


def activated(
    predicate: Predicate, verb: str, actor: Actor, *, may: bool = False
) -> dict[int, str] | None:
    """Return new texts by token index that make ``predicate`` the active ``verb`` of ``actor``.

    A word that falls away maps to ``""``. ``may`` tells «могут» of no one in particular instead
    of «можно», which the reader may take for a permission. None when the dictionary lacks a
    form, for an infinitive without a modal, or when the past of «я» or «ты» would guess the
    writer's sex.
    """
    forms = {t.index: "" for t in (predicate.auxiliary,) if t is not None}
    if predicate.tense == "Past" and actor.number == "Sing" and actor.person in {"1", "2"}:
        return None
    if predicate.modal is not None and predicate.negation is not None and actor == THEY:
        return _forbidden(predicate, verb, forms)
    if predicate.modal is not None:
        modal = _modal(predicate.modal, actor, may=may)
        return (
            None
            if modal is None
            else forms | {predicate.modal.index: modal, predicate.verb.index: verb}
        )
    if not predicate.tense:
        return None
    spelled = finite(
        verb,
        predicate.tense,
        person=actor.person,
        number=actor.number,
        gender=actor.gender,
    )
    return None if spelled is None else forms | {predicate.verb.index: spelled}


def _forbidden(predicate: Predicate, verb: str, forms: dict[int, str]) -> dict[int, str] | None:
    """«не может быть осуществлена» -> «нельзя осуществить»; «не должен» is left alone."""
    modal, negation = predicate.modal, predicate.negation
    assert modal is not None and negation is not None
    if predicate.doubled or modal.lemma != "мочь" or modal.feats.get("Tense") == "Past":
        return None
    return forms | {negation.index: "", modal.index: "нельзя", predicate.verb.index: verb}


def _modal(modal: Token, actor: Actor, *, may: bool) -> str | None:
    """Return «может» or «должен» agreeing with ``actor``; «можно», «нужно» for no one."""
    past = modal.feats.get("Tense") == "Past"
    if actor == THEY and not (may and modal.lemma == "мочь"):
        return None if past else MODALS[modal.lemma]
    if modal.lemma == "мочь":
        return finite(
            "мочь",
            modal.feats.get("Tense", "Pres"),
            person=actor.person,
            number=actor.number,
            gender=actor.gender,
        )
    number = {"Plur": "plur"}.get(actor.number)
    return inflect(modal, number) if number else inflect(modal, "sing", _gender(actor))


def _gender(actor: Actor) -> str:
    return {"Fem": "femn", "Neut": "neut"}.get(actor.gender, "masc")


def same_aspect(verb: Token, ipf: str, pf: str) -> str:
    """Return the one of the two verbs that has the aspect of ``verb``."""
    return pf if verb.feats.get("Aspect") == "Perf" else ipf


def of_acts(predicate: Predicate, act: Token) -> tuple[str, Predicate]:
    """Return the verb that tells what an act does, and in which tense: a law goes on to provide,
    a court decided once."""
    row = act_verbs()[predicate.verb.lemma]
    if predicate.verb.feats.get("VerbForm") != "Part":
        return row["ipf"], predicate
    once = row["told"] == "past" or act.lemma in {"решение", "протокол"}
    if predicate.auxiliary is not None or once:
        return row["pf"], predicate
    return row["ipf"], replace(predicate, tense="Pres")
