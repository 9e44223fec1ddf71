"""Word forms from the dictionary: a token in another case or number, a verb in any form."""

from functools import lru_cache
from typing import Any

from plainreply.analysis.dictionary import reading, readings
from plainreply.document import Token
from plainreply.words import Feats

CASES = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "prep": "loct"}
UD_CASES = {
    "Nom": "nom", "Gen": "gen", "Dat": "dat", "Acc": "acc", "Ins": "ins", "Loc": "prep",
    "Par": "gen",
}  # fmt: skip
NUMBERS = {"Sing": "sing", "Plur": "plur"}
VOWELS = frozenset("аеёиоуыэюя")
OPEN = frozenset("аэиоу")
GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}


def parse_of(token: Token) -> Any:
    """Return the pymorphy3 parse that was chosen for ``token`` in its sentence."""
    return reading(token.text, token.pos, token.feats)


def case_of(token: Token) -> str:
    """Return the case as ``nom gen dat acc ins prep``, empty when there is none."""
    return UD_CASES.get(token.feats.get("Case", ""), "")


@lru_cache(maxsize=100_000)
def _inflected(word: str, pos: str, feats: Feats, grammemes: frozenset[str]) -> str | None:
    parse = reading(word, pos, feats)
    form = parse.inflect(grammemes)
    if form is None:
        return None
    undotted = "ё" in parse.word and "ё" not in word.lower()
    return str(form.word).replace("ё", "е") if undotted else str(form.word)


def inflect(token: Token, *grammemes: str) -> str | None:
    """Return ``token`` with the OpenCorpora ``grammemes`` changed, in the token's capitals.

    None when the dictionary has no such form.
    """
    form = _inflected(token.text, token.pos, token.feats, frozenset(grammemes))
    return None if form is None else in_capitals_of(token.text, form)


@lru_cache(maxsize=10_000)
def form_of(word: str, grammemes: frozenset[str]) -> str | None:
    """Return a form of a word, read as it is likeliest; None when the dictionary has no such."""
    form = readings(word)[0].inflect(grammemes)
    return None if form is None else str(form.word)


def in_capitals_of(model: str, word: str) -> str:
    """Return ``word`` capitalised as ``model`` is: all, first letter, or not at all."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return capital(word) if model[:1].isupper() else word


def capital(text: str) -> str:
    """Return ``text`` with its first letter in capitals."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=20_000)
def infinitive(verb: str) -> Any:
    """Return the pymorphy3 parse of an infinitive, or None when the dictionary has none."""
    return next((p for p in readings(verb) if p.tag.POS == "INFN" and p.is_known), None)


@lru_cache(maxsize=50_000)
def verb_form(verb: str, *grammemes: str) -> str | None:
    """Return a form of the infinitive ``verb``, «рассмотреть», past, plur -> «рассмотрели».

    What stands behind the infinitive stays («обеспечить лекарствами»).
    """
    head, space, tail = verb.partition(" ")
    parse = infinitive(head)
    form = parse.inflect(set(grammemes)) if parse is not None else None
    return None if form is None else f"{form.word}{space}{tail}"


def is_perfective(verb: str) -> bool:
    """Tell the aspect of an infinitive."""
    parse = infinitive(verb.partition(" ")[0])
    return parse is not None and "perf" in parse.tag


def finite(
    verb: str, tense: str, *, person: str = "3", number: str = "Plur", gender: str = ""
) -> str | None:
    """Return a finite form: ``tense`` is ``Past``, ``Pres`` or ``Fut``, the rest are UD values.

    The future of an imperfective verb is compound («будут проверять»).
    """
    if tense == "Past":
        number_or_gender = "plur" if number == "Plur" else GENDERS.get(gender, "masc")
        extra = () if number == "Plur" else ("sing",)
        return verb_form(verb, "past", number_or_gender, *extra)
    if tense == "Fut" and not is_perfective(verb):
        auxiliary = verb_form("быть", "futr", f"{person}per", NUMBERS[number])
        return f"{auxiliary} {verb}"
    return verb_form(verb, "futr" if tense == "Fut" else "pres", f"{person}per", NUMBERS[number])


def with_vowel(plain: str, following: str) -> str:
    """Return «об» for «о» before a vowel, «вместе со» before two consonants that begin with с."""
    start = following.lower()[:2]
    if plain == "о" and start[:1] in OPEN:
        return "об"
    if plain == "вместе с" and start[:1] in {"с", "з", "ш", "ж"} and start[1:] not in VOWELS:
        return "вместе со"
    return plain
