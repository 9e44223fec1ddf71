"""Finding word sequences of a table in a sentence: by first word, longest first, no overlap."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Protocol, TypeVar

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.govern import short
from plainreply.grammar.voice import is_full_participle
from plainreply.memo import kept, remembered
from plainreply.resources import lexicon


class Placed(Protocol):
    """What was found: it knows the tokens it takes."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens in text order."""


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
IMPERATIVE, FUTURE, OURS = MARKS = ("IMP", "FUT", "WE")
ANY = frozenset({"ADJ", "NOUN", "PRON", "PROPN", "VERB"})
Entry = TypeVar("Entry")
Found = TypeVar("Found", bound=Placed)


def by_first_word(
    entries: Iterable[Entry], words: Callable[[Entry], tuple[str, ...]]
) -> Mapping[str, Sequence[Entry]]:
    """Return the entries by the first of their ``words``, those with most words first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(words(entry)[0], []).append(entry)
    for row in found.values():
        row.sort(key=lambda entry: -len(words(entry)))
    return found


@kept
def places(sentence: Sentence) -> Mapping[str, Sequence[int]]:
    """Return the words of a table that may stand in a sentence, with the places in ``tokens`` of
    those that they may stand for (``keys``, and a preposition without its filler vowel)."""
    found: dict[str, list[int]] = {}
    for at, (token, words) in enumerate(zip(sentence.tokens, _keys(sentence), strict=True)):
        for key in {*words, short(token.lower)}:
            found.setdefault(key, []).append(at)
    return found


@remembered
def _keys(sentence: Sentence) -> Iterator[Sequence[str]]:
    """Yield for every token the words that may stand for it here: no request in «вы просите»."""
    before = ""
    for token in sentence.tokens:
        yield [key for key in keys(token) if not (before == "вы" and key == IMPERATIVE)]
        before = token.lower


def openings(sentence: Sentence, table: Mapping[str, object]) -> Iterator[Token]:
    """Yield the tokens, in order, that may stand for a first word of ``table``."""
    return (sentence.tokens[at] for at in _opened(sentence, table))


def _opened(sentence: Sentence, table: Mapping[str, object]) -> Sequence[int]:
    here = places(sentence)
    return sorted({at for word in here.keys() & table.keys() for at in here[word]})


def entries(
    sentence: Sentence, table: Mapping[str, Sequence[Entry]]
) -> Iterator[tuple[int, Entry]]:
    """Yield in order where in ``tokens`` an entry of a table ``by_first_word`` may begin, with the
    entry: those of the lemma, then those of the form or mood, each time the long ones first."""
    words = _keys(sentence)
    for at in _opened(sentence, table):
        for word in words[at]:
            for entry in table.get(word, ()):
                yield at, entry


def without_overlap(
    sentence: Sentence,
    table: Mapping[str, object],
    at: Callable[[Sentence, Token], Found | None],
) -> Iterator[Found]:
    """Yield what ``at`` finds at each token that may open an entry of ``table``, in order,
    passing over the tokens already taken."""
    free = 0
    for token in openings(sentence, table):
        found = at(sentence, token) if token.index >= free else None
        if found is not None:
            free = found.tokens[-1].index + 1
            yield found


def reads(words: tuple[str, ...], tokens: Sequence[Token]) -> bool:
    """Tell whether tokens read as a formula says: each word by its lemma or as it stands (with
    «е» for «ё»), ``ADJ``, ``NOUN``, ``PRON`` and ``VERB`` for any such word, «a|b» for either."""
    return len(words) == len(tokens) and all(map(_reads, words, tokens))


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
        found = _next(sentence, word, at)
        if found is None or found > at + gap:
            return ()
        at, gap = found + 1, GAP
    return sentence.tokens[first:at]


def _next(sentence: Sentence, word: str, at: int) -> int | None:
    """Return the first place from ``at`` on where a token reads as ``word`` says."""
    if "|" in word:
        found = (_next(sentence, choice, at) for choice in word.split("|"))
        return min((place for place in found if place is not None), default=None)
    here = _readings(sentence).get(word, ())
    after = bisect_left(here, at)
    return here[after] if after < len(here) else None


@kept
def _readings(sentence: Sentence) -> Mapping[str, Sequence[int]]:
    """Return the places in ``tokens`` by every word of a table that ``_reads`` them so."""
    found: dict[str, list[int]] = {}
    for at, token in enumerate(sentence.tokens):
        sort = "ADJ" if is_attribute(token) else token.pos
        for word in {*keys(token), *({token.pos, sort} & ANY)}:
            found.setdefault(word, []).append(at)
    return found


def keys(token: Token) -> Sequence[str]:
    """Return the words of a table that may stand for a token: its lemma, itself, ``IMP`` for an
    imperative, ``FUT`` for a verb in the future, ``WE`` for what we do or shall do, and the
    classes that it belongs to (``word-classes.tsv``)."""
    lemma, form = plain_lemma(token), token.lower
    words = lemma, form, *marks(token), *_ours(token), *_classes(lemma, form)
    return tuple(dict.fromkeys(words))


@lru_cache(maxsize=50_000)
def _classes(lemma: str, form: str) -> tuple[str, ...]:
    words = _words_of_classes()
    return tuple(name for name, members in words.items() if lemma in members or form in members)


@cache
def _words_of_classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in lexicon("word-classes")}


def marks(token: Token) -> frozenset[str]:
    """Return ``IMP`` for what may be an imperative, else ``FUT`` for a verb in the future; taggers
    mistake «обратитесь» and «починим» for each other's mood."""
    if token.pos != "VERB" or token.lemma in GREETS or token.feats.get("VerbForm") == "Part":
        return frozenset()
    return _mood(token.text)


@lru_cache(maxsize=10_000)
def _mood(verb: str) -> frozenset[str]:
    tags = [reading.tag for reading in readings(verb)]
    if any("impr" in tag and "incl" not in tag for tag in tags):
        return frozenset({IMPERATIVE})
    return frozenset({FUTURE}) if any("futr" in tag for tag in tags) else frozenset()


def _ours(token: Token) -> frozenset[str]:
    """Return ``WE`` for what we ourselves do or shall do, other than talk."""
    if token.pos != "VERB" or plain_lemma(token) in TELLING:
        return frozenset()
    return _first_plural(token.text)


@lru_cache(maxsize=10_000)
def _first_plural(verb: str) -> frozenset[str]:
    ours = any({"1per", "plur"} <= reading.tag.grammemes for reading in readings(verb))
    return frozenset({OURS}) if ours else frozenset()


def _reads(word: str, token: Token) -> bool:
    if word in ANY:
        return word in {token.pos, "ADJ" if is_attribute(token) else token.pos}
    if "|" in word:
        return any(_reads(choice, token) for choice in word.split("|"))
    if word in MARKS:
        return word in (*marks(token), *_ours(token))
    lemma, form = plain_lemma(token), token.lower
    return word in (form, lemma) or (word.isupper() and word in _classes(lemma, form))


def is_attribute(token: Token) -> bool:
    """Tell whether the token is a word that agrees with a noun: adjective or full participle."""
    return is_full_participle(token) or token.pos in {"ADJ", "DET"}


def plain_lemma(token: Token) -> str:
    """Return the lemma with «е» for «ё»."""
    return token.lemma.replace("ё", "е")
