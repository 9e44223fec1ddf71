"""What a token reads as in a table of formulas, and formulas read in a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.govern import short
from plainreply.grammar.voice import is_full_participle
from plainreply.memo import kept, remembered
from plainreply.resources import lexicon
from plainreply.words import folded

GAP = 2
TELLING = frozenset(
    """сообщать информировать уведомлять разъяснять пояснять доводить напоминать рекомендовать
    отвечать иметь мочь считать полагать являться быть""".split()
)
"""Verbs by which an office does no more than talk."""
GREETS = frozenset({"здравствовать"})
"""Verbs whose imperative asks for nothing."""
FAR = 40
"""How many words ``*`` may stand for."""
IMPERATIVE, FUTURE, OURS = "IMP", "FUT", "WE"
ATTRIBUTES = frozenset({"ADJ", "DET"})
ANY = frozenset({"ADJ", "NOUN", "PRON", "PROPN", "VERB"})


class Told(NamedTuple):
    """The words of a table that may stand for a token.

    It ``reads`` as its lemma, itself, ``IMP`` for an imperative, ``FUT`` for a verb in the future,
    ``WE`` for what we do or shall do, the classes that it belongs to (``word-classes.tsv``) and
    ``ADJ``, ``NOUN``, ``PRON`` or ``VERB``. It ``opens`` a formula as one of the same, or as a
    preposition without its filler vowel.
    """

    opens: tuple[str, ...]
    reads: tuple[str, ...]


def told(token: Token) -> Told:
    """Return the words of a table that may stand for a token."""
    participle = token.feats.get("VerbForm") == "Part"
    full = participle and "Case" in token.feats
    return _told(token.text, token.lemma, token.pos, participle, full)


@lru_cache(maxsize=50_000)
def _told(text: str, lemma: str, pos: str, participle: bool, full: bool) -> Told:
    words = folded(lemma), folded(text)
    verb = text if pos == "VERB" else ""
    mood = _mood(verb) if verb and not participle and lemma not in GREETS else ()
    ours = _first_plural(verb) if verb and words[0] not in TELLING else ()
    read = (*words, *mood, *ours, *_classes(*words))
    sorts = {pos, "ADJ" if full or pos in ATTRIBUTES else pos} & ANY
    return Told(tuple(dict.fromkeys((*read, short(words[1])))), (*read, *sorts))


def marks(token: Token) -> frozenset[str]:
    """Return ``IMP`` for what may be an imperative, else ``FUT`` for a verb in the future; taggers
    mistake «обратитесь» and «починим» for each other's mood."""
    return frozenset({IMPERATIVE, FUTURE}.intersection(told(token).reads))


@lru_cache(maxsize=10_000)
def _mood(verb: str) -> tuple[str, ...]:
    tags = [reading.tag for reading in readings(verb)]
    if any("impr" in tag and "incl" not in tag for tag in tags):
        return (IMPERATIVE,)
    return (FUTURE,) if any("futr" in tag for tag in tags) else ()


@lru_cache(maxsize=10_000)
def _first_plural(verb: str) -> tuple[str, ...]:
    """Return ``WE`` for what we ourselves do or shall do, other than talk."""
    ours = any({"1per", "plur"} <= reading.tag.grammemes for reading in readings(verb))
    return (OURS,) if ours else ()


def _classes(lemma: str, form: str) -> Iterator[str]:
    """Yield the classes of a word, in the order of their table."""
    words = _words_of_classes()
    return (name for name, members in words.items() if lemma in members or form in members)


@cache
def _words_of_classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in lexicon("word-classes")}


@remembered
def words_of(sentence: Sentence) -> Iterator[Told]:
    """Yield for every token the words of a table that may stand for it here: «вы просите» opens
    no request."""
    before = ""
    for token in sentence.tokens:
        words = told(token)
        if before == "вы" and IMPERATIVE in words.opens:
            words = words._replace(opens=tuple(w for w in words.opens if w != IMPERATIVE))
        yield words
        before = token.lower


@kept
def said(sentence: Sentence) -> frozenset[str]:
    """Return the words that may stand for a token of a sentence: no formula that has another, but
    for those in capitals, can be there, so that few of a long table need be looked for."""
    return frozenset(chain.from_iterable([words.opens for words in words_of(sentence)]))


def reads(words: tuple[str, ...], tokens: Sequence[Token]) -> bool:
    """Tell whether tokens read as a formula says, each as its word, «a|b» for either."""
    alike = (_is_read(word, told(token).reads) for word, token in zip(words, tokens, strict=False))
    return len(words) == len(tokens) and all(alike)


def read_on(words: Sequence[str], sentence: Sentence, first: int = 0) -> tuple[Token, ...]:
    """Return the tokens from the one at ``first``, which the first of ``words`` opens, to the
    last, the rest in this order with at most ``GAP`` others between one and the next («чем я могу
    помочь»), ``FAR`` where ``*`` stands between them. Empty when they do not read so.
    """
    at, gap = first, 0
    for word in words:
        if word == "*":
            gap = FAR
            continue
        near = enumerate(words_of(sentence)[at : at + gap + 1], at)
        found = next((place for place, words in near if _is_read(word, words.reads)), None)
        if found is None:
            return ()
        at, gap = found + 1, GAP
    return sentence.tokens[first:at]


def _is_read(word: str, read: tuple[str, ...]) -> bool:
    """Tell whether a word of a formula is among those that a token reads as."""
    return word in read or ("|" in word and not set(word.split("|")).isdisjoint(read))


def is_attribute(token: Token) -> bool:
    """Tell whether the token is a word that agrees with a noun: adjective or full participle."""
    return is_full_participle(token) or token.pos in ATTRIBUTES


def plain_lemma(token: Token) -> str:
    """Return the lemma with «е» for «ё»."""
    return token.lemma.replace("ё", "е")
