"""«Который» in another case: its form asks for the noun that it stands for."""

from functools import lru_cache

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.bodies import gender_of
from plainreply.grammar.forms import CASES, GENDERS, case_of

WHICH = "который"
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP"})
GENDERLESS = frozenset({"Masc", "Neut"})


def is_which(token: Token) -> bool:
    """Tell whether the word is a form of «который»."""
    return token.lemma == WHICH


def which(sentence: Sentence, pronoun: Token, case: str) -> str | None:
    """Return «который» in ``case``, None when it is not sure which noun it stands for.

    «которого» may be of either gender, and «которых» may stand for people or for things.
    """
    number, gender = pronoun.feats.get("Number"), pronoun.feats.get("Gender", "")
    if number == "Sing" and gender == "Fem":
        return form_of_which(case, ("sing", "femn"))
    if pronoun.lower == "которое" and case in {"nom", "acc"}:
        return pronoun.lower
    noun = antecedent(sentence, pronoun)
    if noun is None:
        return None
    animacy = "anim" if noun.feats.get("Animacy") == "Anim" else "inan"
    if number == "Plur":
        return form_of_which(case, ("plur", animacy))
    gender = GENDERS[gender_of(noun)]
    return form_of_which(case, ("sing", gender, animacy) if gender == "masc" else ("sing", gender))


@lru_cache(maxsize=64)
def form_of_which(case: str, grammemes: tuple[str, ...]) -> str | None:
    """Return «который» of this case, number and gender; animacy counts in the accusative only."""
    animate = case == "acc"
    wanted = {CASES[case], *(g for g in grammemes if animate or g not in {"anim", "inan"})}
    form = next(p for p in readings(WHICH) if p.is_known).inflect(wanted)
    return None if form is None else str(form.word)


def antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the noun whose clause holds the pronoun, else the only one before that agrees."""
    above = pronoun
    while above.head >= 0:
        noun = sentence.tokens[above.head]
        if above.rel.startswith("acl") and noun.index < pronoun.index and _agrees(noun, pronoun):
            return noun
        above = noun
    near = [t for t in _before_comma(sentence, pronoun) if _agrees(t, pronoun)]
    alike = {(t.feats.get("Gender"), t.feats.get("Animacy")) for t in near}
    return near[-1] if len(alike) == 1 else None


def is_doubtful(sentence: Sentence, pronoun: Token) -> bool:
    """Tell whether «которые» may stand for more than the noun before it: one above that looks
    alike, or a row above («сметы и отчёта о ценах, составление которых»)."""
    nearest = above = antecedent(sentence, pronoun)
    if nearest is None or above is None or pronoun.feats.get("Number") != "Plur":
        return False
    while above.rel in {"nmod", "conj"} and above.head >= 0:
        below, above = above, sentence.tokens[above.head]
        row = above.rel == "conj" or any(sentence.below(above, "conj"))
        same = above.feats.get("Animacy") == nearest.feats.get("Animacy")
        if below.rel == "nmod" and (row or (_agrees(above, pronoun) and same)):
            return True
    return False


def _before_comma(sentence: Sentence, pronoun: Token) -> tuple[Token, ...]:
    """Return the words of the noun phrase that the clause of the pronoun follows."""
    stop = pronoun.index
    while stop > 0 and sentence.tokens[stop].text != ",":
        stop -= 1
    start = stop
    while start > 0 and sentence.tokens[start - 1].pos in NOMINAL:
        start -= 1
    return sentence.tokens[start:stop]


def _agrees(noun: Token, pronoun: Token) -> bool:
    number, own = pronoun.feats.get("Number"), pronoun.feats.get("Gender")
    if noun.pos not in {"NOUN", "PROPN"} or noun.feats.get("Number") != number:
        return False
    if number == "Plur":
        return True
    told = own == "Fem" or case_of(pronoun) == "nom"
    alike = gender_of(noun) == own if told else gender_of(noun) in GENDERLESS
    return bool(case_of(noun)) and alike
