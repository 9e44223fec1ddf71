"""Words of one root: a verb and its object that say the same («заказать заказ»)."""

from collections.abc import Iterator

from plainreply.document import Sentence, Token

PREFIXES = ("пере", "про", "при", "под", "раз", "рас", "из", "об", "на", "за", "вы", "до", "по",
            "от", "с", "о", "у")  # fmt: skip
VERB_ENDINGS = ("овать", "евать", "ывать", "ивать", "ать", "ять", "ить", "еть", "уть")
NOUN_ENDINGS = ("ание", "ение", "ок", "ка", "ие", "а", "я", "о", "е", "ь", "")
SHORTEST = 3
IDIOMS = frozenset({"дело", "вид", "срок"})


def same_root(verb: str, noun: str) -> bool:
    """Tell whether the stems of a verb and a noun are the same, a prefix of the verb aside."""
    if noun in IDIOMS:
        return False
    nouns = {_stem(noun, ending) for ending in NOUN_ENDINGS if noun.endswith(ending)}
    return any(stem in nouns for stem in _verb_stems(verb))


def _verb_stems(verb: str) -> Iterator[str]:
    plain = verb.removesuffix("ся")
    for ending in VERB_ENDINGS:
        if plain.endswith(ending):
            stem = _stem(plain, ending)
            yield from (s for s in (stem, *_unprefixed(stem)) if len(s) >= SHORTEST)
            return


def _unprefixed(stem: str) -> Iterator[str]:
    return (stem.removeprefix(prefix) for prefix in PREFIXES if stem.startswith(prefix))


def _stem(word: str, ending: str) -> str:
    return word.removesuffix(ending)


def tautologies(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Yield a verb and its bare accusative object where both have one root."""
    for noun in sentence.tokens:
        if noun.pos != "NOUN" or noun.rel != "obj" or noun.head < 0:
            continue
        verb = sentence.tokens[noun.head]
        bare = not any(sentence.below(noun, "case"))
        if verb.pos == "VERB" and bare and same_root(verb.lemma, noun.lemma):
            yield verb, noun
