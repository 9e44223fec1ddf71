"""Whether a stretch of text states a fact of some sort, by the names that lexicons use, or has a
slot for one."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from plainreply.facts.acts import acts
from plainreply.facts.contacts import contacts
from plainreply.facts.dates import days
from plainreply.facts.money import sums
from plainreply.facts.numbers import numbers, says_registered
from plainreply.facts.people import people
from plainreply.facts.slots import slots
from plainreply.facts.terms import terms
from plainreply.facts.times import (
    says_by_when,
    says_clock,
    says_on_what_day,
    says_wait,
    says_when,
)
from plainreply.patterns import pattern
from plainreply.spans import Span

_PLACE = pattern(
    r"\b(?:МФЦ|отделени[ея]|офис|кабинет|окн[оае]|центр[ае]?|приёмн|приемн|поликлиник|школ"
    r"|Госуслуг|сайт)",
    re.IGNORECASE,
)
_VAGUE = pattern(
    r"\b(?:соответств|надлежащ|уполномоч|компетентн|профильн|ответственн|друг(?:ой|ую|ое|ие)|ин(?:ой|ую"
    r"|ое|ые)\b|нужн|подведомств|вышестоящ)[а-яё]*"
    r"(?:\s+(?:государственн|структурн|муниципальн|исполнительн|надзорн)[а-яё]+)?\s+[а-яё]+",
    re.IGNORECASE,
)
_BODY = pattern(
    r"«[^»\n]{2,60}»|\b[А-ЯЁ]{3,}\b|\b[А-ЯЁ]\w*надзор\w*|(?i:\bгор(?:свет|транс|газ)\w*)"
    r"|(?<!щую )(?<!ной )(?<!ный )(?<!щий )(?<!щее )(?<!ное )(?<!ные )"
    r"(?i:\b(?:министерств|департамент|комитет|управлени|администраци|прокуратур|полици|инспекци"
    r"|служб|фонд|агентств|компани|предприяти|поликлиник|больниц|школ|центр|банк|почт|водоканал"
    r"|суд|комисси|учреждени|организаци|фирм|кооператив|товариществ|дирекци|архив|палат|завод|бюро"
    r"|мэри|музе|лесничеств|лесхоз|депо|заповедник|кадастр|коллеги|училищ|колледж|институт"
    r"|университет|собрани|дум[аыу]|колони|округ)\w*)"
)
_POST = pattern(
    r"\b(?:директор|начальник|руководител|мэр|губернатор|министр|председател|прокурор|ректор|проректор"
    r"|управляющ|заведующ|глав(?:а|е|у|ы)\b|главн\w+\s+(?:врач|бухгалтер|инженер|архитектор))",
    re.IGNORECASE,
)
_PROOF = pattern(
    r"\b(?:акт|фото\w*|протокол\w*|замер\w*|видео\w*|журнал\w*|камер\w*|показани\w*"
    r"|снимк\w*|лаборатори\w*|экспертиз\w*|проб[аыу]?|запис\w+|датчик\w*)\b",
    re.IGNORECASE,
)
_ONLINE = pattern(
    r"\b(?:госуслуг\w*|личн\w+\s+кабинет\w*|(?:в|через)\s+(?:\w+\s+)?приложени[еи]"
    r"|ответьте|(?:ответным|встречным)\s+(?:письмом|сообщением)|(?:на|в\s+ответ\s+на)\s+это\s+(?:письмо"
    r"|сообщение)|нажмите|кнопк\w+|чат-?бот\w*)\b",
    re.IGNORECASE,
)
READ = 4_000
"""How much of a sentence is read for facts, in code points: real ones are shorter."""


def _body(text: str) -> bool:
    """Tell whether a text names an office, not just «соответствующий орган»."""
    return bool(_BODY.search(_VAGUE.sub("", text)))


def _ways(*ways: str) -> Callable[[str], bool]:
    return lambda text: any(contact.way in ways for contact in contacts(text))


STATED: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "day": lambda text: bool(days(text)),
        "term": lambda text: bool(terms(text)),
        "when": says_when,
        "until": says_by_when,
        "on": says_on_what_day,
        "clock": says_clock,
        "wait": says_wait,
        "sum": lambda text: bool(sums(text)),
        "number": lambda text: bool(numbers(text)),
        "registered": says_registered,
        "person": lambda text: bool(people(text)),
        "body": _body,
        "post": lambda text: bool(_POST.search(text)),
        "law": lambda text: bool(acts(text)),
        "proof": lambda text: bool(_PROOF.search(text)),
        "place": lambda text: bool(_PLACE.search(text)) or _ways("address")(text),
        "online": lambda text: bool(_ONLINE.search(text)),
        "contact": _ways("phone", "email", "url", "address"),
        "phone": _ways("phone"),
        "email": _ways("email"),
        "url": _ways("url"),
        "address": _ways("address"),
    }
)
"""Tests of a text for each sort of fact; ``when`` is a time that is no date of a paper, ``until``
one by which something is done, ``on`` the day on which it was."""

_WHEN = ("срок", "дат", "день", "числ", "дн")
_TIMES = ("срок", "врем", "мин", "час", "дат", "дн", "интервал", "n")
_PHONE = ("телефон", "номер", "тел")
_EMAIL = ("почт", "e-mail", "email")
_URL = ("ссылк", "сайт", "url", "link", "отпис")
_ADDRESS = ("адрес", "мест")
SLOTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "day": ("дат", "день", "числ"),
        "term": ("срок", "дн"),
        "when": _WHEN,
        "until": _WHEN,
        "on": _WHEN,
        "clock": ("врем", "час"),
        "wait": _TIMES,
        "sum": ("сумм", "руб"),
        "number": ("номер",),
        "person": ("имя", "фио", "ф. и. о", "имен", "сотрудник", "оператор", "фамили"),
        "place": (*_ADDRESS, "офис", "отделен", "мфц"),
        "contact": (*_PHONE, *_EMAIL, *_URL, *_ADDRESS),
        "phone": _PHONE,
        "email": _EMAIL,
        "url": _URL,
        "address": _ADDRESS,
    }
)
"""How the words begin that name a slot for each sort of fact."""


def states(facts: Iterable[str], text: str) -> bool:
    """Tell whether a text states one of these sorts of fact, or has a slot for it; ``a+b`` asks
    for both."""
    return any(all(_states(one, text) for one in fact.split("+")) for fact in facts)


@lru_cache(maxsize=1_024)
def _states(fact: str, text: str) -> bool:
    return STATED[fact](text) or _has_slot(text, SLOTS.get(fact, ()))


def _has_slot(text: str, stems: tuple[str, ...]) -> bool:
    return bool(stems) and any(
        slot.name.startswith(stems) or any(f" {stem}" in slot.name for stem in stems)
        for slot in slots(text)
    )


def around(text: str, places: Iterable[Span]) -> str:
    """Return what stands at these places of a text, as much of each as is read for facts."""
    return "\n".join(text[place.start : min(place.stop, place.start + READ)] for place in places)
