"""Names of people: «Тихая Д.Б.», «Е.Ю. Сомова», «Анна Лисицына», «Мария Петровна»."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plainreply.analysis.dictionary import NAMES, known, readings
from plainreply.patterns import pattern
from plainreply.spans import Span

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"(?P<{}>[А-ЯЁ])\.\s?(?P<{}>[А-ЯЁ])\."
_SHORT = pattern(
    rf"\b(?:{_INITIALS.format('a', 'b')}\s?{_SURNAME}|{_SURNAME}\s{_INITIALS.format('c', 'd')})"
)
_PAIR = pattern(rf"\b(?P<first>{_SURNAME})[ \u00a0](?=(?P<second>{_SURNAME}))")
_SURE = 0.05
"""The least share of a reading that counts: «Надежда» is a name, «Дома» is none."""


class Person(NamedTuple):
    """Someone by name. ``first`` and ``father`` are the given name and the patronymic in the
    nominative and in lower case, or their initials; ``""`` where the text does not say them."""

    span: Span
    first: str = ""
    father: str = ""


@lru_cache(maxsize=64)
def people(text: str) -> tuple[Person, ...]:
    """Return the people whom a text names, in order."""
    return tuple(sorted((*_with_initials(text), *_in_full(text)), key=lambda who: who.span))


def _with_initials(text: str) -> Iterator[Person]:
    for match in _SHORT.finditer(text):
        first, father = match["a"] or match["c"], match["b"] or match["d"]
        yield Person(Span(*match.span()), first.lower(), father.lower())


def _in_full(text: str) -> Iterator[Person]:
    """Yield given names with the patronymic or surname behind or before them."""
    for match in _PAIR.finditer(text):
        first, second = match["first"], match["second"]
        span = Span(match.start("first"), match.end("second"))
        father = named(second, "Patr")
        if given := named(first, "Name") or (_stranger(first) if father else ""):
            if father or _may_be(second, "Surn"):
                yield Person(span, given, father)
        elif (given := named(second, "Name")) and _may_be(first, "Surn"):
            yield Person(span, given)


def same_name(one: str, other: str, sort: str) -> bool:
    """Tell whether two words are forms of one given name (``Name``) or patronymic (``Patr``);
    a name that the dictionary has not is known again by all of it but the ending."""
    forms, others = _forms(one, sort), _forms(other, sort)
    if forms and others:
        return bool(forms & others)
    stem = min(len(one), len(other)) - 1
    return one[:stem].lower() == other[:stem].lower()


def _forms(word: str, sort: str) -> frozenset[str]:
    """Return what the nominative may be."""
    found = (r for r in readings(word) if sort in r.tag.grammemes and "Fixd" not in r.tag)
    return frozenset(str(reading.normal_form) for reading in found)


def _stranger(word: str) -> str:
    """Return a word, in lower case, that can be a name though the dictionary does not say so."""
    names = any(NAMES & reading.tag.grammemes for reading in readings(word))
    return word.lower() if names or not known(word) else ""


@lru_cache(maxsize=10_000)
def named(word: str, sort: str) -> str:
    """Return a given name (``Name``) or patronymic (``Patr``) in the nominative, ``""`` for a
    word that is none."""
    found = (r for r in readings(word) if sort in r.tag.grammemes and r.score >= _SURE)
    return next((str(reading.normal_form) for reading in found), "")


def _may_be(word: str, sort: str) -> bool:
    return any(sort in reading.tag.grammemes for reading in readings(word))
