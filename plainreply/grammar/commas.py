"""Places in a sentence where a comma is surely missing."""

from collections.abc import Callable, Iterator, Mapping

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of

Place = tuple[Token, Token]
"""The word that the comma comes behind, and the word that asks for it."""

TELLING = frozenset(
    "сообщать сообщить уведомлять уведомить информировать проинформировать считать полагать "
    "надеяться знать понимать отмечать отметить указать указывать пояснять пояснить разъяснять "
    "разъяснить напоминать напомнить подтверждать подтвердить убедиться выяснить узнать "
    "предупреждать предупредить объяснить написать думать решить".split()
)
"""Verbs that tell something by «что …»."""
BARE = frozenset("и или а но да либо ни не что как даже лишь только именно просто также хотя "
                 "словно чем нежели тем будто особенно разве вряд почти".split())  # fmt: skip
"""Words between which and a conjunction no comma stands, or may not."""
LETTERED = frozenset("пункт подпункт класс литера литер корпус дом буква категория подъезд "
                     "строение раздел приложение группа часть вариант".split())  # fmt: skip
"""Nouns behind which «а» is a letter."""
FINITE = frozenset({"Fin"})
MODEST = frozenset("тогда вдруг конечно потом также например лучше вообще хорошо зато".split())
"""Adverbs that belong to the clause of «если» behind them, or may."""
FAR = 60
"""The most words looked back over, so that time stays linear."""
OPENERS = frozenset(',;:—–-(«"')


def lacking(sentence: Sentence) -> Iterator[Place]:
    """Yield the places of a parsed sentence where a comma is missing."""
    yield from _greeted(sentence)
    for token in sentence.tokens[1:]:
        find = BY_WORD.get(token.lower) or (_before_which if token.lemma == "который" else None)
        before = sentence.tokens[token.index - 1]
        if find is not None and before.is_word and not token.text.isupper():
            place = find(sentence, before, token)
            if place is not None:
                yield place


def _greeted(sentence: Sentence) -> Iterator[Place]:
    """Yield «Здравствуйте(,) Анна Петровна»."""
    first, *rest = sentence.tokens[:2]
    if rest and first.lower == "здравствуйте" and rest[0].text[:1].isupper() and rest[0].is_word:
        yield first, rest[0]


def _before_which(sentence: Sentence, before: Token, word: Token) -> Place | None:
    """«дом(,) который», «дом(,) в котором»: no comma since the last finite verb, or none at all."""
    first = word.index - 1 if before.pos == "ADP" else word.index
    head = sentence.tokens[first - 1] if first else word
    if first == 0 or not head.is_word or head.lower in BARE or sentence.tokens[-1].text == "?":
        return None
    clause = _since_mark(sentence, first)
    open_ = len(clause) == first or any(map(_is_finite, clause))
    if not open_ or head.pos not in {"NOUN", "PROPN"}:
        return None
    if first == word.index and case_of(word) == "gen":
        return None
    return head, word


def _since_mark(sentence: Sentence, stop: int) -> list[Token]:
    """Return the words from the last mark before ``stop``."""
    found: list[Token] = []
    for token in reversed(sentence.tokens[max(stop - FAR, 0) : stop]):
        if token.text in OPENERS:
            break
        found.append(token)
    return found


def _is_finite(token: Token) -> bool:
    short = token.feats.get("Variant") == "Short"
    return token.feats.get("VerbForm") in FINITE or (short and token.pos in {"VERB", "ADJ"})


def _before_what(sentence: Sentence, before: Token, word: Token) -> Place | None:
    """«сообщаем(,) что», «о том(,) что», but «потому что» as a whole."""
    if before.lower == "потому":
        return _whole(sentence, before)
    if before.lower == "того":
        return (before, word) if _has_no_mark(sentence, before) else None
    if before.lower in {"том", "тому", "тем"} or _tells(sentence, before):
        return before, word
    return None


def _has_no_mark(sentence: Sentence, before: Token) -> bool:
    """Tell «из-за того(,) что» from «, из-за того что», whose comma stands before the whole."""
    by = sentence.tokens[before.index - 1] if before.index else before
    first = sentence.tokens[by.index - 1] if by.index else by
    return by.lower in {"из-за", "от", "кроме"} and first is not by and first.is_word


def _whole(sentence: Sentence, first: Token) -> Place | None:
    """A comma before a conjunction of two words: «закрыт(,) потому что», «закрыт(,) так как»."""
    before = sentence.tokens[first.index - 1] if first.index else first
    plain = before.is_word and before.lower not in BARE | {"же", "бы", "ли", "отчасти", "может"}
    return (before, first) if plain and before is not first else None


def _tells(sentence: Sentence, before: Token) -> bool:
    """Tell whether a verb of telling stands before «что», «вам» between them or not."""
    verb = before
    if before.lower in {"вам", "вас"} and before.index:
        verb = sentence.tokens[before.index - 1]
    return verb.lemma in TELLING and verb.pos == "VERB" and verb.feats.get("VerbForm") != "Part"


def _before_as(sentence: Sentence, before: Token, word: Token) -> Place | None:
    if before.lower != "так" or before.index == 0:
        return None
    return _whole(sentence, before)


def _before_that(sentence: Sentence, before: Token, word: Token) -> Place | None:
    """«чтобы» behind a verb or noun; «для того чтобы» may do without."""
    plain = before.pos in {"NOUN", "VERB", "PRON"} and before.lower not in {"того", "тому"}
    return (before, word) if plain and before.lower not in BARE else None


def _before_if(sentence: Sentence, before: Token, word: Token) -> Place | None:
    clause = _since_mark(sentence, word.index)
    adverb = before.pos == "ADV" and before.lower not in MODEST and any(map(_is_finite, clause))
    plain = before.pos in {"NOUN", "VERB"} and before.lower != "случае"
    return (before, word) if (plain or adverb) and before.lower not in BARE else None


def _before_but(sentence: Sentence, before: Token, word: Token) -> Place | None:
    last = word.index + 1 >= len(sentence.tokens)
    return None if last or before.lower in BARE else (before, word)


def _before_and(sentence: Sentence, before: Token, word: Token) -> Place | None:
    """«а» that is no letter of a list: a word follows, and no «пункт» stands before."""
    after = sentence.tokens[word.index + 1 : word.index + 2]
    joins = word.text == "а" and any(t.is_word and t.lower not in {"б", "в"} for t in after)
    lettered = before.lemma in LETTERED or before.pos == "ADP" or len(before.text) == 1
    return (before, word) if joins and not lettered and before.lower not in BARE else None


BY_WORD: Mapping[str, Callable[[Sentence, Token, Token], Place | None]] = {
    "что": _before_what,
    "как": _before_as,
    "чтобы": _before_that,
    "если": _before_if,
    "но": _before_but,
    "а": _before_and,
}
"""What decides on a comma before each conjunction."""
