"""How a sentence names again what the one before named: «он», «этот отдел», «комиссия»."""

from collections.abc import Sequence
from functools import cache, lru_cache

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.forms import CASES, GENDERS, NUMBERS, inflect
from plainreply.grammar.nominal import family_of
from plainreply.grammar.phrase import DATES
from plainreply.resources import lexicon

HE = {"Masc": "он", "Fem": "она", "Neut": "оно"}

MASCULINE = frozenset("он оно его него ему нему им ним нем".split())
RESUMING = {
    "Masc": MASCULINE,
    "Neut": MASCULINE,
    "Fem": frozenset("она ее нее ей ней".split()),
    "Plur": frozenset("они их них им ним ими ними".split()),
}
"""The pronouns that may stand for a noun, by its gender, or ``Plur``."""


def he(noun: Token) -> str | None:
    """Return the pronoun that agrees with ``noun``."""
    if noun.feats.get("Number") == "Plur":
        return "они"
    return HE.get(noun.feats.get("Gender", ""))


def this(noun: Token, case: str) -> str | None:
    """Return «этот» and the noun, in ``case`` and the noun's own number."""
    number = NUMBERS[noun.feats.get("Number", "Sing")]
    word = inflect(noun, CASES[case], number)
    wanted = {CASES[case], number}
    if number == "sing":
        wanted.add(GENDERS[noun.feats.get("Gender", "Masc")])
    if case == "acc":
        wanted.add("anim" if noun.feats.get("Animacy") == "Anim" else "inan")
    pointer = _pointer(frozenset(wanted))
    if word is None or pointer is None:
        return None
    return f"{pointer} {word if word[1:2].isupper() else word.lower()}"


@lru_cache(maxsize=64)
def _pointer(wanted: frozenset[str]) -> str | None:
    """Return «этот» in the form that is wanted."""
    pointer = next(p for p in readings("этот") if p.normal_form == "этот")
    form = pointer.inflect(wanted) or pointer.inflect(wanted - {"anim", "inan"})
    return None if form is None else str(form.word)


def is_act(noun: Token) -> bool:
    """Tell whether a noun names an action and no paper: a later rewrite may tell it by a verb,
    and a pronoun would stand for nothing."""
    return family_of(noun.lemma) is not None and noun.lemma not in papers()


@cache
def bodies() -> frozenset[str]:
    """Return the nouns of bodies and groups that act."""
    return frozenset(row["noun"] for row in lexicon("actors"))


@cache
def papers() -> frozenset[str]:
    """Return the nouns of letters, acts and their parts."""
    return frozenset(row["noun"] for row in lexicon("papers"))


def keeps_meaning(sentence: Sentence, before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Tell whether every «он» in ``behind`` has a noun ``before`` to stand for that no later
    rewrite takes away: one that names no act and hangs on none («внесение платы»)."""
    for at, token in enumerate(behind):
        if token.lower not in PRONOUNS or any(_means(token, t) for t in behind[:at]):
            continue
        nouns = [t for t in before if _means(token, t)]
        if nouns and all(_may_go(sentence, noun) for noun in nouns):
            return False
    return True


def stands_for(pronouns: Sequence[Token], gone: Sequence[Token], kept: Sequence[Token]) -> bool:
    """Tell whether a pronoun can only stand for a noun that a rewrite takes away: one of those
    ``gone`` agrees with it, and none of those ``kept`` or of its own sentence before it."""
    for at, token in enumerate(pronouns):
        if token.lower not in PRONOUNS or not any(_means(token, noun) for noun in gone):
            continue
        if not any(_means(token, noun) for noun in (*kept, *pronouns[:at])):
            return True
    return False


PRONOUNS = frozenset().union(*RESUMING.values())


def _means(pronoun: Token, noun: Token) -> bool:
    """Tell whether a pronoun agrees with a noun."""
    gender = "Plur" if noun.feats.get("Number") == "Plur" else noun.feats.get("Gender", "")
    return noun.pos in {"NOUN", "PROPN"} and pronoun.lower in RESUMING.get(gender, frozenset())


def _may_go(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun names an act, a date, or hangs on an act («расчёт размера ущерба»)."""
    if is_act(noun) or noun.lemma in DATES:
        return True
    return noun.rel == "nmod" and _may_go(sentence, sentence.tokens[noun.head])
