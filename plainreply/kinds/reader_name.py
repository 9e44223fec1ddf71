"""The reader's name, where the letter calls him otherwise than elsewhere.

The greeting is held against the names of the addressee and the gender of «уважаемый»; every later
name by which the letter turns to someone («Мария Петровна, …», «Ждём Вас, Мария Петровна!») is
held against the greeting.
"""

import re
from collections.abc import Iterator

from plainreply.analysis.dictionary import readings
from plainreply.analysis.layout import Part, spans
from plainreply.analysis.layout_signs import is_salutation
from plainreply.document import Analysis, Document, Need
from plainreply.facts import Person, people, same_name
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
GENDER = pattern(r"уважаем(?P<ending>ый|ая)\b", re.IGNORECASE)
FATHERS = {"ый": "ич", "ая": "на"}
"""How a patronymic ends behind «уважаемый» and «уважаемая»."""
OPENED = pattern(r"(?:^|[.!?])[\s–—]*$|,\s*$")
BEFORE = pattern(r"(\w+),\s*$")


def build(rule: Rule) -> Finder:
    """Return a finder of the names that differ; the message can name the ``other``."""
    return _find


def _find(analysis: Analysis) -> Iterator[Finding]:
    document = analysis.document
    greeted = ""
    for place in spans(document, frozenset({Part.BODY})):
        line = place.of(document.text)
        called = [who for who in people(line) if who.father and not _is_short(who)]
        if not greeted and called and is_salutation(line.strip()):
            first, greeted = called[0], called[0].span.of(line)
            fault = _addressed(document, greeted) or _misgendered(line, greeted)
            if fault:
                yield Finding(first.span.shift(place.start), fields={"other": fault})
            called = called[1:]
        for who in called if greeted else ():
            if _is_called(line, who.span) and not _is_same(who.span.of(line), greeted):
                yield Finding(who.span.shift(place.start), fields={"other": greeted})


def _is_short(who: Person) -> bool:
    return len(who.first) == 1


def _is_called(line: str, span: Span) -> bool:
    """Tell whether a name is set off as one turns to somebody: «Ждём Вас, Мария Петровна!», not
    «Ваша соседка, Мария Петровна, …»."""
    before, behind = line[: span.start], line[span.stop : span.stop + 1]
    word = BEFORE.search(before)
    named = word is not None and _is_somebody(word[1])
    return behind in {",", "!", "?", "."} and bool(OPENED.search(before)) and not named


def _is_somebody(word: str) -> bool:
    return any({"NOUN", "anim"} <= reading.tag.grammemes for reading in readings(word))


def _is_same(one: str, other: str) -> bool:
    """Tell whether two full names agree and are written alike: «Наталья» is not «Наталия»."""
    pairs = zip(one.split(), other.split(), ("Name", "Patr"), strict=True)
    return all(same_name(word, known, sort) for word, known, sort in pairs)


def _addressed(document: Document, greeted: str) -> str:
    """Return the addressee's name when it is not that of the greeting."""
    named = [
        (who, who.span.of(place.of(document.text)))
        for place in spans(document, frozenset({Part.ADDRESSEE}))
        for who in people(place.of(document.text))
        if who.father
    ]
    same = any(_fits(who, written, greeted) for who, written in named)
    return "" if same or not named else named[0][1]


def _fits(who: Person, written: str, greeted: str) -> bool:
    if _is_short(who):
        return [who.first, who.father] == [word[0].lower() for word in greeted.split()]
    return _is_same(written, greeted)


def _misgendered(line: str, greeted: str) -> str:
    match = GENDER.search(line)
    ending = FATHERS[match["ending"].lower()] if match else ""
    return "" if match is None or greeted.endswith(ending) else match[0]
