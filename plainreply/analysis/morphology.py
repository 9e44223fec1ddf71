"""One reading a token, chosen in context: the tagger proposes, the dictionary decides."""

from functools import lru_cache
from typing import Any, NamedTuple

from plainreply.analysis.dictionary import fitting, known, readings
from plainreply.analysis.ud import coarse, feats_of, pos_of
from plainreply.words import Feats, has_letter

KEPT = frozenset({"Degree", "Polarity", "Animacy", "Voice"})
NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})
OPEN = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "AUX", "ADV", "NUM", "DET", "PRON"})
GUESSED = frozenset({"ADJ", "VERB"})
SHORT_PRESENT = frozenset({"PRTS", "pres"})


class Reading(NamedTuple):
    """Lemma (lower case), UD part of speech and features of a word in its context."""

    lemma: str
    pos: str
    feats: Feats


def read(word: str, pos: str, feats: Feats) -> Reading:
    """Return the reading of ``word`` that fits the tagger's ``pos`` and ``feats``.

    A word that the dictionary has keeps only what the dictionary allows: where the tagger
    names a part of speech or a case that the form does not have, the nearest real reading
    replaces it. For an unknown word the tagger is believed, unless no word that ends so is of
    the part of speech it names («опрессовки» is no adjective).
    """
    if not has_letter(word):
        return Reading(word.lower(), pos, feats)
    parse = _finite(word, fitting(word, pos, feats))
    lemma = parse.normal_form
    own = pos_of(parse.tag)
    guessed = not known(word) and (coarse(pos) == own or pos not in GUESSED)
    if pos not in OPEN or guessed or own == "X":
        return Reading(lemma, pos, feats)
    if coarse(pos) != own or ("Variant" in feats and parse.tag.POS == "VERB"):
        return Reading(lemma, own, feats_of(parse.tag))
    return Reading(lemma, pos, _merge(feats, _present(lemma, feats_of(parse.tag))))


def _present(lemma: str, feats: Feats) -> Feats:
    """Give a -ся verb the aspect of its active: the dictionary knows «вывозится» only as the
    perfective future of «вывозиться», but «мусор вывозится» is the present of «вывозить»."""
    if feats.get("Aspect") != "Perf" or not lemma.endswith("ся") or not known(lemma[:-2]):
        return feats
    if not any("impf" in parse.tag for parse in readings(lemma[:-2])):
        return feats
    present = {"Aspect": "Imp"} | ({"Tense": "Pres"} if feats.get("Tense") == "Fut" else {})
    return Feats(sorted({**feats, **present}.items()))


def sense_of_capital(word: str, pos: str) -> str:
    """Return NOUN for an ordinary noun that the tagger took for a name where it opens a
    sentence."""
    if pos != "PROPN" or word.isupper() or not known(word):
        return pos
    tag = readings(word)[0].tag
    return pos if tag.POS != "NOUN" or NAMES & set(tag.grammemes) else "NOUN"


@lru_cache(maxsize=100_000)
def _merge(tagged: Feats, allowed: Feats) -> Feats:
    """Return the dictionary's features, with the tagger's where the dictionary is silent."""
    extra = {k: v for k, v in tagged.items() if k not in allowed and k in KEPT}
    return Feats(sorted({**allowed, **extra}.items()))


def _finite(word: str, parse: Any) -> Any:
    """Prefer a finite verb («направляем») to the short present participle that looks the same."""
    if parse.tag.grammemes >= SHORT_PRESENT:
        return next((p for p in readings(word) if p.tag.POS == "VERB"), parse)
    return parse
