"""The dictionary of forms (pymorphy3): every reading of a word, and the one that fits a tag."""

from functools import lru_cache
from typing import Any

from plainreply.analysis.ud import coarse, feats_of, pos_of
from plainreply.memo import Once
from plainreply.words import Feats

AGREES = 1.0
CLASHES = 1.5
SECOND = 0.5
NAMES = frozenset({"Geox", "Surn", "Name", "Patr"})


@Once
def analyzer() -> Any:
    """Return the one pymorphy3 analyzer of the process, loaded at the first call.

    It is told where its dictionary lies: else it looks through every installed package.
    """
    from pymorphy3 import MorphAnalyzer
    from pymorphy3_dicts_ru import get_path

    return MorphAnalyzer(path=get_path(), lang="ru")


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[Any, ...]:
    """Return all pymorphy3 parses of ``word`` (any case), likeliest first."""
    return tuple(analyzer().parse(word))


@lru_cache(maxsize=200_000)
def known(word: str) -> bool:
    """Tell whether the dictionary has ``word`` itself, not a guess by its ending."""
    return bool(analyzer().word_is_known(word))


def fit(parse: Any, pos: str, feats: Feats) -> float:
    """Say how well a reading fits a tag: shared features count for it, clashing ones against."""
    return _alike(str(parse.tag), pos, feats) + float(parse.score)


@lru_cache(maxsize=100_000)
def _alike(tag: str, pos: str, feats: Feats) -> float:
    """Say how well a tag of the dictionary, of which there are few, fits one of the tagger."""
    own = feats_of(tag)
    points = 4.0 if pos_of(tag) == coarse(pos) else 0.0
    for name, value in feats.items():
        if name in own:
            points += AGREES if own[name] == value else -CLASHES
    if ("Variant" in own) != ("Variant" in feats):
        points -= CLASHES
    return points


@lru_cache(maxsize=200_000)
def reading(word: str, pos: str, feats: Feats) -> Any:
    """Return what ``fitting`` does, and remember it."""
    return fitting(word, pos, feats)


def fitting(word: str, pos: str, feats: Feats) -> Any:
    """Return the parse of ``word`` that fits the tag best; the likelier wins a tie.

    A reading that needs «ё» where the text has «е» («летом» as «лётом») comes second, and so do
    the name of a place or person written small («течи» as that of a place) and a noun that looks
    like an infinitive («статей» from «стать»).
    """
    first, *others = readings(word)
    if not others:
        return first
    dotted, small = "ё" in word.lower(), word.islower()

    def points(parse: Any) -> float:
        undotted = not dotted and "ё" in parse.word
        named = small and bool(NAMES & parse.tag.grammemes)
        return fit(parse, pos, feats) - SECOND * (undotted + named + _is_rare(parse))

    return max((first, *others), key=points)


def _is_rare(parse: Any) -> bool:
    """Tell whether a reading is a form of a noun that is spelt like an infinitive («стать»)."""
    lemma = str(parse.normal_form)
    noun = lemma.endswith("ть") and pos_of(parse.tag) == "NOUN"
    return noun and any(p.tag.POS == "INFN" for p in readings(lemma))
