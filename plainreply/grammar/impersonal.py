"""Impersonal participles made personal: «установлено, что» -> «установили, что», «поручено
провести» -> «поручили провести»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.activate import Rewrite, active_verb, redrafted
from plainreply.grammar.phrase import recase
from plainreply.grammar.predicate import THEY, activated, actor_of, predicate_of
from plainreply.grammar.voice import Passive, is_short_participle

KNOWN_FIRST = frozenset({"принять", "указать", "привести"})
"""Participles that mean something else without a subject: «принято считать», «указано, что»."""


def personal(sentence: Sentence, text: str, passive: Passive) -> Rewrite | None:
    """Return the sentence with an impersonal participle told of its agent, or of no one in
    particular; None when what it says is no clause or infinitive."""
    verb, predicate = passive.verb, predicate_of(sentence, passive.verb)
    if not _is_impersonal(sentence, verb) or passive.subject is not None or predicate.negation:
        return None
    plain = active_verb(verb)
    agent = passive.agent
    named = {} if agent is None else recase(sentence, agent, "nom")
    if plain is None or plain in KNOWN_FIRST or named is None or predicate.modal is not None:
        return None
    forms = activated(predicate, plain, THEY if agent is None else actor_of(sentence, agent))
    if forms is None or _is_shared(sentence, verb):
        return None
    return Rewrite(redrafted(sentence, text, {**named, **forms}), safe=agent is not None)


def _is_impersonal(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a neuter participle says a clause with «что» or an infinitive."""
    neuter = verb.feats.get("Gender") == "Neut" and verb.feats.get("Number") == "Sing"
    return (
        is_short_participle(verb)
        and neuter
        and any(
            child.feats.get("VerbForm") == "Inf" or _is_content(sentence, child)
            for child in sentence.below(verb, "ccomp", "csubj", "csubj:pass", "xcomp", "nsubj:pass")
        )
    )


def _is_content(sentence: Sentence, clause: Token) -> bool:
    return any(mark.lemma == "что" for mark in sentence.below(clause, "mark"))


def _is_shared(sentence: Sentence, verb: Token) -> bool:
    """Tell whether another predicate stands in a row with the participle."""
    return verb.rel == "conj" or any(
        child.rel == "conj" and child.pos in {"VERB", "ADJ"} for child in sentence.below(verb)
    )
