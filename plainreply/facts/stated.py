"""Whether a stretch of text states a fact of some sort, by the names that lexicons use, or has a
slot for one."""

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
from plainreply.facts.slots import slots
from plainreply.facts.terms import terms
from plainreply.spans import Span

_DATED = re.compile(r"\bот\s+$|\bот\s+\S+\s+$", re.IGNORECASE)
_RECEIVED = re.compile(
    r"(?:поступи|зарегистрир|получ|подан|направленн)\w*(?:\s+[^\s.!?;]+){0,2}\s+$", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:до|к|ко|позднее|позже|с|по|на)\s+$", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.])\d{1,2}[:.]\d{2}(?!\d|\.\d)|\b(?:в|до|с|к|после)\s+\d{1,2}\s+час"
    r"|\b\d{1,2}\s+(?:ч\b|час|утра|дня|вечера|ночи)"
    r"|\b(?:в|к|до|с|после)\s+(?:половин[еуы]\s+\w+|полдень|полудня|полудню|полночь)\b"
    r"|\b(?:в|к|до|с|после|ровно)\s+(?:\w+[ьи]|час|два|двум|двух|три|тр[её]м|тр[её]х|четыре|четыр[её]м"
    r"|четыр[её]х|одиннадцат\w|двенадцат\w)\s+(?:час|утра|дня|вечера|ночи)"
    r"|\bс\s+\d{1,2}\s+до\s+\d{1,2}\b|\bкруглосуточно\b",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"\b(?:сегодня|завтра|послезавтра|полминуты|полчаса|получаса|полутора\s+час|минуту|минутку|минутой"
    r"|час[ау]?|в\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу)"
    r"|(?:до|к)\s+(?:конц[ау]|обеда|вечера|понедельника|вторника|среды|четверга|пятницы)"
    r"|пар[ау]\s+минут|нескольк\w+\s+минут|[а-яё]+\s+секунд|\d+\s+секунд)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:МФЦ|отделени[ея]|офис|кабинет|окн[оае]|центр[ае]?|приёмн|приемн|поликлиник|школ"
    r"|Госуслуг|сайт)",
    re.IGNORECASE,
)
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
_ONLINE = re.compile(
    r"\b(?:госуслуг\w*|личн\w+\s+кабинет\w*|(?:в|через)\s+(?:\w+\s+)?приложени[еи]"
    r"|ответьте|(?:ответным|встречным)\s+(?:письмом|сообщением)|(?:на|в\s+ответ\s+на)\s+это\s+(?:письмо"
    r"|сообщение)|нажмите|кнопк\w+|чат-?бот\w*)\b",
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


def _wait(text: str) -> bool:
    """Tell whether a text says how long or until when to wait, as people say it aloud."""
    return bool(terms(text) or days(text) or _SOON.search(text) or _CLOCK.search(text))


def _ways(*ways: str) -> Callable[[str], bool]:
    return lambda text: any(contact.way in ways for contact in contacts(text))


STATED: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "day": lambda text: bool(days(text)),
        "term": lambda text: bool(terms(text)),
        "when": _when,
        "clock": lambda text: bool(_CLOCK.search(text)),
        "wait": _wait,
        "sum": lambda text: bool(sums(text)),
        "number": lambda text: bool(numbers(text)),
        "person": lambda text: bool(people(text)),
        "body": lambda text: bool(_BODY.search(text)),
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
"""Tests of a text for each sort of fact; ``when`` is a time that is no date of a paper."""

_TIMES = ("срок", "врем", "мин", "час", "дат", "дн", "интервал", "n")
_PHONE = ("телефон", "номер", "тел")
_EMAIL = ("почт", "e-mail", "email")
_URL = ("ссылк", "сайт", "url", "link", "отпис")
_ADDRESS = ("адрес", "мест")
SLOTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "day": ("дат", "день", "числ"),
        "term": ("срок", "дн"),
        "when": ("срок", "дат", "день", "числ", "дн"),
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
