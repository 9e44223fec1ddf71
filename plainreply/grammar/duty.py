"""Duties that are put on someone: «на отдел возложена обязанность по уборке» -> «отдел обязан
убирать»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.antecedent import is_which, which
from plainreply.grammar.derivation import families
from plainreply.grammar.forms import in_capitals_of
from plainreply.grammar.govern import as_infinitive, complement_key
from plainreply.grammar.phrase import Forms, recase
from plainreply.grammar.predicate import actor_of
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.split import Split

DUTY = "обязанность"
LAID = frozenset({"возложить", "возлагаться"})
WHICH = {"который": "обязан", "которая": "обязана", "которое": "обязано", "которые": "обязаны"}
OBLIGED = {"Masc": "обязан", "Fem": "обязана", "Neut": "обязано"}


def is_duty(split: Split) -> bool:
    """Tell whether a duty is said to lie on someone."""
    return split.noun.lemma == DUTY and split.light.lemma in LAID


def obliged(sentence: Sentence, text: str, split: Split) -> Rewrite | None:
    """Make the one who bears the duty the subject; what he must do becomes an infinitive."""
    light, duty = split.light, split.noun
    bearer = _bearer(sentence, light)
    if bearer is None or any(sentence.below(light, "aux:pass", "conj", "advmod")):
        return None
    named = _named(sentence, bearer)
    redraft = Redraft(sentence, text)
    if named is None or not _does(redraft, duty):
        return None
    form = _agreeing(sentence, bearer, named)
    if form is None:
        return None
    redraft.replace({**named, light.index: in_capitals_of(light.text, form)})
    redraft.drop(duty.index, *(mark.index for mark in sentence.below(bearer, "case")))
    return Rewrite(redraft, safe=False)


def _agreeing(sentence: Sentence, bearer: Token, named: Forms) -> str | None:
    """Return «обязан» as the subject asks."""
    if is_which(bearer):
        return WHICH.get(named[bearer.index])
    actor = actor_of(sentence, bearer)
    return "обязаны" if actor.number == "Plur" else OBLIGED.get(actor.gender)


def _bearer(sentence: Sentence, light: Token) -> Token | None:
    """Return «отдел» of «на отдел возложена»; it must stand before the verb."""
    found = [c for c in sentence.below(light, "obl") if complement_key(sentence, c) == "на+acc"]
    return found[0] if len(found) == 1 and found[0].index < light.index else None


def _named(sentence: Sentence, bearer: Token) -> Forms | None:
    if not is_which(bearer):
        return recase(sentence, bearer, "nom")
    form = which(sentence, bearer, "nom")
    return None if form is None else {bearer.index: form}


def _does(redraft: Redraft, duty: Token) -> bool:
    """Tell what must be done by an infinitive: one that is there, or that of «по уборке»."""
    sentence = redraft.sentence
    below = [c for c in sentence.below(duty) if c.rel != "punct"]
    if len(below) != 1:
        return False
    deed = below[0]
    if deed.feats.get("VerbForm") == "Inf":
        return True
    family = families().get(deed.lemma)
    preposition = next(sentence.below(deed, "case"), None)
    if complement_key(sentence, deed) != "по+dat" or family is None or not family.ipf:
        return False
    if any(sentence.below(deed, "conj")) or not as_infinitive(redraft, preposition, deed):
        return False
    redraft.replace({deed.index: family.ipf})
    return True
