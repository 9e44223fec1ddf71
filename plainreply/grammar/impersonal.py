"""Impersonal participles made personal: «установлено, что» -> «установили, что», «поручено
провести» -> «поручили провести»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import speaks
from plainreply.grammar.forms import case_of
from plainreply.grammar.phrase import recase
from plainreply.grammar.predicate import THEY, activated, actor_of, of_acts, predicate_of
from plainreply.grammar.rewrite import Rewrite, redrafted
from plainreply.grammar.voice import Passive, active_verb, is_short_participle

KNOWN_FIRST = frozenset({"принять", "указать", "привести"})
"""Participles that mean something else without a subject: «принято считать», «указано, что»."""
ADDRESSED = {"отказать": {"в", "во"}, "сообщить": {"о", "об"}, "указать": {"на"}}
"""Participles that need no subject beside a dative and a phrase with one of the prepositions."""


def personal(sentence: Sentence, text: str, passive: Passive) -> Rewrite | None:
    """Return the sentence with an impersonal participle told of its agent, or of no one in
    particular; None when what it says is no clause or infinitive."""
    verb, predicate = passive.verb, predicate_of(sentence, passive.verb)
    addressed = _is_addressed(sentence, verb)
    if not (addressed or is_impersonal(sentence, verb)):
        return None
    if passive.subject is not None or predicate.negation:
        return None
    plain, agent = active_verb(verb), passive.agent
    if agent is not None and speaks(agent, verb):
        plain, predicate = of_acts(predicate, agent)
    named = {} if agent is None else recase(sentence, agent, "nom")
    if (
        plain is None
        or (plain in KNOWN_FIRST and not addressed)
        or named is None
        or predicate.modal is not None
    ):
        return None
    forms = activated(predicate, plain, THEY if agent is None else actor_of(sentence, agent))
    if forms is None or _is_shared(sentence, verb):
        return None
    redraft = redrafted(sentence, text, {**named, **forms})
    if agent is not None and agent.pos == "PRON" and agent.index > verb.index:
        first = predicate.tokens[0].index
        told = sentence.tokens[first - 1] if first else verb
        dative = told.pos == "PRON" and case_of(told) == "dat"
        redraft.move([agent.index], before=told.index if dative else predicate.first.index)
    return Rewrite(redraft, safe=agent is not None)


def is_impersonal(sentence: Sentence, verb: Token) -> bool:
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


def _is_addressed(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a neuter participle says that someone was told or refused something («вам
    отказано в выплате»)."""
    wanted = ADDRESSED.get(verb.lemma)
    neuter = verb.feats.get("Gender") == "Neut" and is_short_participle(verb)
    if wanted is None or not neuter:
        return False
    below = list(sentence.below(verb, "obl", "iobj", "nmod"))
    given = any(case_of(t) == "dat" and not any(sentence.below(t, "case")) for t in below)
    marks = {mark.lemma for child in below for mark in sentence.below(child, "case")}
    return given and bool(marks & wanted)


def _is_content(sentence: Sentence, clause: Token) -> bool:
    return any(mark.lemma == "что" for mark in sentence.below(clause, "mark"))


def _is_shared(sentence: Sentence, verb: Token) -> bool:
    """Tell whether another predicate stands in a row with the participle."""
    return verb.rel == "conj" or any(
        child.rel == "conj" and child.pos in {"VERB", "ADJ"} for child in sentence.below(verb)
    )
