"""The reader's name, where the letter calls him otherwise than elsewhere.

The greeting is held against the initials of the addressee and the gender of «уважаемый»; every
later «Мария Петровна,» that opens a sentence is held against the greeting.
"""

import re
from collections.abc import Iterator

from plainreply.analysis.layout import Part, spans
from plainreply.document import Analysis, Document, Need
from plainreply.facts import Person, people
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
GREETING = re.compile(
    r"\s*(?P<word>(?:глубоко|много)?уважаем(?P<gender>ый|ая)\b|здравствуйте|добр(?:ый|ое)\s\w+)[\s,]*",
    re.IGNORECASE,
)
FATHERS = {"ый": "ич", "ая": "на"}
"""How a patronymic ends behind «уважаемый» and «уважаемая»."""
OPENED = re.compile(r"(?:^|[.!?])\s*$")


def build(rule: Rule) -> Finder:
    """Return a finder of the names that differ; the message can name the ``other``."""
    return _find


def _find(analysis: Analysis) -> Iterator[Finding]:
    document = analysis.document
    greeted: Person | None = None
    written = ""
    for place in spans(document, frozenset({Part.BODY})):
        line = place.of(document.text)
        called = [who for who in people(line) if who.father and not _is_short(who)]
        match = GREETING.match(line)
        if greeted is None and match and called:
            greeted, written = called[0], called[0].span.of(line)
            fault = _addressed(document, written) or _misgendered(match, written)
            if fault:
                yield Finding(greeted.span.shift(place.start), fields={"other": fault})
        elif greeted is not None:
            for who in called:
                if _opens(line, who.span) and not _is_same(who, greeted):
                    yield Finding(who.span.shift(place.start), fields={"other": written})


def _is_short(who: Person) -> bool:
    return len(who.first) == 1


def _opens(line: str, span: Span) -> bool:
    """Tell whether a name opens a sentence and is set off: «Мария Петровна, ждём Вас»."""
    return line[span.stop : span.stop + 1] in {",", "!"} and bool(OPENED.search(line[: span.start]))


def _is_same(one: Person, other: Person) -> bool:
    """Tell whether the names agree; the nominative of a given name is not always sure."""
    return one.father == other.father and one.first[:2] == other.first[:2]


def _addressed(document: Document, written: str) -> str:
    """Return the addressee's name when its initials are not those of the greeting."""
    initials = [word[0].lower() for word in written.split()]
    named = [
        (who, who.span.of(place.of(document.text)))
        for place in spans(document, frozenset({Part.ADDRESSEE}))
        for who in people(place.of(document.text))
        if who.father
    ]
    same = any([who.first[0], who.father[0]] == initials for who, _ in named)
    return "" if same or not named else named[0][1]


def _misgendered(match: re.Match[str], written: str) -> str:
    ending = FATHERS.get((match["gender"] or "").lower(), "")
    return "" if written.endswith(ending) else match["word"]
