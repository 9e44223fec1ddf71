"""Dictionary readings (OpenCorpora grammemes) told in Universal Dependencies terms."""

from functools import cache
from typing import Any

from plainreply.words import Feats

POS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB",
    "PRTF": "VERB", "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON",
    "PRED": "ADV", "PREP": "ADP", "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
NEAR = {
    "PROPN": "NOUN", "DET": "ADJ", "AUX": "VERB", "SCONJ": "CCONJ", "X": "NOUN", "SYM": "NUM",
}  # fmt: skip
FEATURES = {
    "nomn": ("Case", "Nom"), "gent": ("Case", "Gen"), "gen2": ("Case", "Gen"),
    "datv": ("Case", "Dat"), "accs": ("Case", "Acc"), "ablt": ("Case", "Ins"),
    "loct": ("Case", "Loc"), "loc2": ("Case", "Loc"), "voct": ("Case", "Nom"),
    "sing": ("Number", "Sing"), "plur": ("Number", "Plur"),
    "masc": ("Gender", "Masc"), "femn": ("Gender", "Fem"), "neut": ("Gender", "Neut"),
    "anim": ("Animacy", "Anim"), "inan": ("Animacy", "Inan"),
    "perf": ("Aspect", "Perf"), "impf": ("Aspect", "Imp"),
    "past": ("Tense", "Past"), "pres": ("Tense", "Pres"), "futr": ("Tense", "Fut"),
    "1per": ("Person", "1"), "2per": ("Person", "2"), "3per": ("Person", "3"),
    "impr": ("Mood", "Imp"), "actv": ("Voice", "Act"), "pssv": ("Voice", "Pass"),
}  # fmt: skip
FORMS = {
    "INFN": (("VerbForm", "Inf"),),
    "PRTF": (("VerbForm", "Part"),),
    "PRTS": (("VerbForm", "Part"), ("Variant", "Short")),
    "GRND": (("VerbForm", "Conv"),),
    "ADJS": (("Variant", "Short"),),
    "COMP": (("Degree", "Cmp"),),
}


def feats_of(tag: Any) -> Feats:
    """Return the UD features of a pymorphy3 tag."""
    return _feats(str(tag))


def pos_of(tag: Any) -> str:
    """Return the UD part of speech of a pymorphy3 tag, ``X`` when it has none."""
    return _pos(str(tag))


@cache
def _feats(tag: str) -> Feats:
    """Return the features that the grammemes of a tag tell, read in order: «бацилла» is both
    animate and not, and the form's word counts."""
    grammemes = _grammemes(tag)
    feats = dict(FORMS.get(grammemes[0], ()))
    feats.update(FEATURES[g] for g in grammemes if g in FEATURES)
    if grammemes[0] == "VERB":
        feats["VerbForm"] = "Fin"
        feats.setdefault("Mood", "Ind")
    return Feats(sorted(feats.items()))


@cache
def _pos(tag: str) -> str:
    return POS.get(_grammemes(tag)[0], "X")


def _grammemes(tag: str) -> list[str]:
    """Return the grammemes of a tag, its part of speech first."""
    return tag.replace(" ", ",").split(",")


def coarse(pos: str) -> str:
    """Return the part of speech with the distinctions dropped that the dictionary lacks."""
    return NEAR.get(pos, pos)
