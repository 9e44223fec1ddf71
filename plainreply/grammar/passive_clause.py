"""The parts of a passive clause that can be made active: what undergoes it, its predicate."""

from typing import NamedTuple

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import speaks, stood_for
from plainreply.grammar.forms import case_of
from plainreply.grammar.obstacles import unfit
from plainreply.grammar.phrase import Forms, Phrase, extent, recase
from plainreply.grammar.predicate import Predicate, of_acts, predicate_of
from plainreply.grammar.voice import Passive, active_verb, is_full_participle, modal_words

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Clause(NamedTuple):
    """What a passive clause is made of: the active ``verb``, the ``theme`` that undergoes it,
    whose words ``given`` puts into the accusative."""

    subject: Token
    theme: Phrase
    predicate: Predicate
    verb: str
    given: Forms


def clause_of(sentence: Sentence, passive: Passive) -> Clause | None:
    """Return the parts of a passive clause that can be made active."""
    subject, predicate = passive.subject, predicate_of(sentence, passive.verb)
    verb = active_verb(passive.verb)
    if passive.agent is not None and speaks(stood_for(sentence, passive.agent), passive.verb):
        verb, predicate = of_acts(predicate, stood_for(sentence, passive.agent))
    if verb is None or subject is None or passive.verb.lemma in modal_words():
        return None
    nominal = subject.pos in NOMINAL or subject.lemma in {"который", "следующий"}
    if not nominal or unfit(sentence, passive, predicate):
        return None
    given = {} if _stays_genitive(subject, predicate) else recase(sentence, subject, "acc")
    if given is None or is_torn(sentence, subject, given):
        return None
    return Clause(subject, extent(sentence, subject) or (), predicate, verb, given)


def is_torn(sentence: Sentence, noun: Token, given: Forms) -> bool:
    """Tell whether an adjective before the noun was left out of its phrase by the parser."""
    if case_of(noun) not in {"nom", "acc"}:
        return False
    before = sentence.tokens[noun.index - 1] if noun.index else noun
    adjective = before.pos in {"ADJ", "DET"} or is_full_participle(before)
    return adjective and case_of(before) in {"nom", "acc"} and before.index not in given


def _stays_genitive(subject: Token, predicate: Predicate) -> bool:
    """Tell whether the subject is a genitive of negation («нарушений не выявлено»)."""
    return case_of(subject) == "gen" and predicate.negation is not None
