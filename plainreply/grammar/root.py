"""Words of one root: a verb and its object that say the same («заказать заказ»)."""

from collections.abc import Iterator
from functools import lru_cache

from plainreply.document import Sentence, Token

PREFIXES = ("пере", "про", "при", "под", "раз", "рас", "из", "об", "на", "за", "вы", "до", "по",
            "от", "с", "о", "у")  # fmt: skip
VERB_ENDINGS = ("овать", "евать", "ывать", "ивать", "ать", "ять", "ить", "еть", "уть")
NOUN_ENDINGS = ("ание", "ение", "ок", "ка", "ие", "а", "я", "о", "е", "ь", "")
SHORTEST = 3
IDIOMS = frozenset({"дело", "вид", "срок"})


def same_root(verb: str, noun: str) -> bool:
    """Tell whether the stems of a verb and a noun are the same, a prefix of the verb aside."""
    return noun not in IDIOMS and not _verb_stems(verb).isdisjoint(_noun_stems(noun))


@lru_cache(maxsize=10_000)
def _noun_stems(noun: str) -> frozenset[str]:
    return frozenset(noun.removesuffix(end) for end in NOUN_ENDINGS if noun.endswith(end))


@lru_cache(maxsize=10_000)
def _verb_stems(verb: str) -> frozenset[str]:
    plain = verb.removesuffix("ся")
    ending = next((end for end in VERB_ENDINGS if plain.endswith(end)), None)
    stem = "" if ending is None else plain.removesuffix(ending)
    unprefixed = (stem.removeprefix(prefix) for prefix in PREFIXES if stem.startswith(prefix))
    return frozenset(each for each in (stem, *unprefixed) if len(each) >= SHORTEST)


def tautologies(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Yield a verb and its bare accusative object where both have one root."""
    for noun in sentence.tokens:
        if noun.pos != "NOUN" or noun.rel != "obj" or noun.head < 0:
            continue
        verb = sentence.tokens[noun.head]
        bare = not any(sentence.below(noun, "case"))
        if verb.pos == "VERB" and bare and same_root(verb.lemma, noun.lemma):
            yield verb, noun
