"""What makes a sentence hard besides its length: unfamiliar words, chains of nouns, passives.

These need a parsed sentence. Each is a plain count, so those of a text are the sums of its
sentences, and a person can check them with a pencil.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from plainreply.document import Token
from plainreply.resources import rules_dir

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
NOMINAL = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
PREDICATIVES = frozenset("можно нужно надо нельзя должен должна должно должны".split())
"""Words that make a predicate as a finite verb does: «нужно оплатить» for «надлежит оплатить»."""
DASHES = frozenset("—–")
VOWELS = frozenset("аеёиоуыэюяіїєaeiouy")
LONG_SYLLABLES = 3
ABSTRACT = ("ость", "ние", "тие", "ция", "сия", "изм", "ство", "ика", "ура")
"""Endings of nouns that name an action or a quality and no thing."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Counts of a sentence or a text.

    ``unfamiliar`` are nouns, verbs, adjectives and adverbs that are not in the list of familiar
    words, ``long_unfamiliar`` those of three syllables and more, ``unfamiliar_adjectives`` the
    adjectives among them. ``genitives`` are nouns that hang on a noun in the genitive,
    ``abstract`` nouns such as «выполнение», ``participles`` and ``passives`` verb forms,
    ``finite`` verbs with a person or a tense, and words such as «нужно» that do their work.
    """

    unfamiliar: int = 0
    long_unfamiliar: int = 0
    unfamiliar_adjectives: int = 0
    genitives: int = 0
    abstract: int = 0
    participles: int = 0
    passives: int = 0
    finite: int = 0

    @staticmethod
    def total(parts: Iterable["Marks"]) -> "Marks":
        """Return the sums of all parts."""
        rows = (tuple(getattr(part, name) for name in Marks.__slots__) for part in parts)
        return Marks(*map(sum, zip(*rows, strict=True)))


@cache
def familiar() -> frozenset[str]:
    """Return the words that every reader knows, as lemmas with «е» for «ё»."""
    path = rules_dir() / "readability" / "familiar.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def marks(tokens: Sequence[Token]) -> Marks:
    """Return the counts of the words of a parsed sentence, in one pass over its tokens."""
    unfamiliar = long = adjectives = genitives = abstract = participles = passives = finite = 0
    for token in tokens:
        pos, feats = token.pos, token.feats
        if pos in CONTENT and token.is_word:
            rare, extended, told = _strange(token.lemma)
            unfamiliar += rare
            long += extended
            adjectives += rare and pos == "ADJ"
            abstract += told and pos == "NOUN"
            genitives += token.rel == "nmod" and feats.get("Case") == "Gen"
        finite += token.lower in PREDICATIVES or _stands_for_verb(token, tokens)
        form = feats.get("VerbForm")
        if form:
            participles += form in ("Part", "Conv")
            finite += form == "Fin" and pos in VERBS
            passives += feats.get("Voice") == "Pass"
    return Marks(unfamiliar, long, adjectives, genitives, abstract, participles, passives, finite)


def _stands_for_verb(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a dash makes a noun the predicate: «министерство — учредитель школы»."""
    if token.text not in DASHES or token.head <= token.index:
        return False
    subjects = (t for t in tokens[: token.index] if t.rel == "nsubj" and t.head == token.head)
    return tokens[token.head].pos in NOMINAL and any(subjects)


@lru_cache(maxsize=1 << 15)
def _strange(lemma: str) -> tuple[bool, bool, bool]:
    """Tell whether a lemma is unfamiliar, whether it is long besides, and whether it ends as the
    names of actions and qualities do."""
    rare = lemma.replace("ё", "е") not in familiar()
    long = rare and sum(map(VOWELS.__contains__, lemma)) >= LONG_SYLLABLES
    return rare, long, lemma.endswith(ABSTRACT)
