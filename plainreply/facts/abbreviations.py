"""Abbreviations in capitals: which tokens they are, and where the letter tells what they mean.

A letter tells one in brackets behind the full name, «(далее – ФОМ)» or «(ФОМ)», or the other way
round: «ФОМ (фонд охраны моря)», «ФОМ — это …».
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from plainreply.analysis.dictionary import known, readings
from plainreply.document import Sentence, Token
from plainreply.memo import remembered
from plainreply.patterns import pattern
from plainreply.spans import Span

CAPITALS = pattern(r"[А-ЯЁ]{2,7}|[А-ЯЁ][а-яё]?[А-ЯЁ]{2,5}")
NUMERAL = pattern(r"[ХІМСДЛ]{1,2}|Х+")
LONGEST_GUESS = 6
"""Letters: what is longer and in no table is a name («МОСГОРТУР»)."""
REACH = 40
"""The most tokens between brackets that tell an abbreviation."""
DASHES = frozenset("-–—:")


class Telling(NamedTuple):
    """A place that tells what an abbreviation means; ``bracketed`` when it is «(далее – …)»."""

    abbr: str
    span: Span
    bracketed: bool


@lru_cache(maxsize=10_000)
def is_abbreviation(text: str) -> bool:
    """Tell whether a word is an abbreviation in capitals, not a word that is shouted."""
    if not CAPITALS.fullmatch(text) or NUMERAL.fullmatch(text):
        return False
    if not known(text.lower()):
        return len(text) <= LONGEST_GUESS
    return any("Abbr" in parse.tag for parse in readings(text.lower()))


def tellings(sentence: Sentence, known_abbrs: frozenset[str]) -> Iterator[Telling]:
    """Yield where a sentence tells abbreviations, those of a table and those that look so."""
    for token in signs(sentence, known_abbrs):
        if token.text == "(":
            yield from _in_brackets(sentence, token, known_abbrs)
        elif _is_explained(sentence, token):
            yield Telling(token.text, token.span, False)


@remembered
def signs(sentence: Sentence, known_abbrs: frozenset[str]) -> Iterator[Token]:
    """Yield the opening brackets, the abbreviations of a table and what looks like one."""
    return (t for t in sentence.tokens if t.text == "(" or _is_told(t, known_abbrs))


def _is_told(token: Token, known_abbrs: frozenset[str]) -> bool:
    return token.text in known_abbrs or is_abbreviation(token.text)


def _in_brackets(sentence: Sentence, mark: Token, known_abbrs: frozenset[str]) -> Iterator[Telling]:
    after = sentence.tokens[mark.index + 1 : mark.index + REACH]
    inside = list(takewhile(lambda token: token.text != ")", after))
    words = [token for token in inside if token.is_word]
    before = sentence.tokens[mark.index - 1] if mark.index else mark
    whole = Span(mark.span.start, inside[-1].span.stop + 1) if inside else mark.span
    if words and words[0].lower == "далее":
        for token in words[1:]:
            if _is_told(token, known_abbrs):
                yield Telling(token.text, whole, True)
    elif len(words) == 1 and _is_told(words[0], known_abbrs) and before.is_word:
        yield Telling(words[0].text, whole, True)
    elif _is_told(before, known_abbrs) and _spells(before.text, words):
        yield Telling(before.text, before.span, False)


def _spells(abbr: str, words: list[Token]) -> bool:
    """Tell whether words can be what an abbreviation stands for: they share the first letter."""
    initials = [word.text[0].upper() for word in words]
    return len(words) > 1 and abbr[0] in initials[:2] and len(words) >= len(abbr) // 2


def _is_explained(sentence: Sentence, token: Token) -> bool:
    """Tell «ФОМ — это …», «ФОМ, то есть …»."""
    following = [t.lower for t in sentence.tokens[token.index + 1 : token.index + 4]]
    dash = len(following) > 1 and following[0] in DASHES and following[1] == "это"
    return dash or following == [",", "то", "есть"]
