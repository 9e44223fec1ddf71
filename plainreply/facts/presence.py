"""Whether a stretch of text states a fact of some sort, by the names that lexicons use."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from plainreply.facts.acts import acts
from plainreply.facts.contacts import contacts
from plainreply.facts.dates import Day, days
from plainreply.facts.moments import moments
from plainreply.facts.money import sums
from plainreply.facts.numbers import numbers
from plainreply.facts.people import people
from plainreply.facts.terms import terms
from plainreply.spans import Span

_DATED = re.compile(r"\bот\s+$|\bот\s+\S+\s+$", re.IGNORECASE)
_RECEIVED = re.compile(
    r"(?:поступи|зарегистрир|получ|подан|направленн)\w*(?:\s+[^\s.!?;]+){0,2}\s+$", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:до|к|ко|позднее|позже|с|по|на)\s+$", re.IGNORECASE)
_BODY = re.compile(
    r"«[^»\n]{2,60}»|\b[А-ЯЁ]{3,}\b|\b[А-ЯЁ]\w*надзор\w*|(?i:\bгор(?:свет|транс|газ)\w*)"
    r"|(?<!щую )(?<!ной )(?<!ный )(?<!щий )(?<!щее )(?<!ное )(?<!ные )"
    r"(?i:\b(?:министерств|департамент|комитет|управлени|администраци|прокуратур|полици|инспекци"
    r"|служб|фонд|агентств|компани|предприяти|поликлиник|больниц|школ|центр|банк|почт|водоканал"
    r"|суд|комисси|учреждени|организаци|фирм|кооператив|товариществ|дирекци)\w*)"
)
_PROOF = re.compile(
    r"\b(?:акт|фото\w*|протокол\w*|замер\w*|видео\w*|журнал\w*|камер\w*|показани\w*"
    r"|снимк\w*|лаборатори\w*|экспертиз\w*|проб[аыу]?|запис\w+|датчик\w*)\b",
    re.IGNORECASE,
)
LOOKED_BACK = 60
READ = 4_000
"""How much of a sentence is read for facts, in code points: real ones are shorter."""


def _when(text: str) -> bool:
    """Tell whether a text says when something is done; the date of a paper tells nothing."""
    timed = any(not _is_of_paper(text, day) for day in days(text))
    return timed or bool(terms(text)) or bool(moments(text))


def _is_of_paper(text: str, day: Day) -> bool:
    before = text[max(0, day.span.start - LOOKED_BACK) : day.span.start]
    if _UNTIL.search(before):
        return False
    return bool(_DATED.search(before) or _RECEIVED.search(before))


def _ways(*ways: str) -> Callable[[str], bool]:
    return lambda text: any(contact.way in ways for contact in contacts(text))


STATED: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "day": lambda text: bool(days(text)),
        "term": lambda text: bool(terms(text)),
        "when": _when,
        "sum": lambda text: bool(sums(text)),
        "number": lambda text: bool(numbers(text)),
        "person": lambda text: bool(people(text)),
        "body": lambda text: bool(_BODY.search(text)),
        "law": lambda text: bool(acts(text)),
        "proof": lambda text: bool(_PROOF.search(text)),
        "contact": _ways("phone", "email", "url", "address"),
        "phone": _ways("phone"),
        "email": _ways("email"),
        "url": _ways("url"),
        "address": _ways("address"),
    }
)
"""Tests of a text for each sort of fact; ``when`` is a time that is no date of a paper."""


@lru_cache(maxsize=256)
def states(facts: frozenset[str], text: str) -> bool:
    """Tell whether a text states one of these sorts of fact; ``a+b`` asks for both."""
    return any(all(STATED[one](text) for one in fact.split("+")) for fact in facts)


def state_near(facts: frozenset[str], text: str, places: Iterable[Span]) -> bool:
    """Tell whether one of these sorts of fact is stated at these places of a text, together."""
    said = (text[place.start : min(place.stop, place.start + READ)] for place in places)
    return states(facts, "\n".join(said))
