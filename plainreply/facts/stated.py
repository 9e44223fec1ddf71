"""Tests of whether a stretch of text states a sort of fact, or has a slot for it."""

import re
from collections.abc import Callable, Iterable, Mapping

from plainreply.facts.contacts import contacts
from plainreply.facts.dates import days
from plainreply.facts.money import sums
from plainreply.facts.slots import slots
from plainreply.facts.terms import terms

_CLOCK = re.compile(
    r"(?<![\d.])\d{1,2}[:.]\d{2}(?!\d|\.\d)|\b(?:в|до|с|к|после)\s+\d{1,2}\s+час"
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
_SLOT_STEMS: Mapping[str, tuple[str, ...]] = {
    "day": ("дат", "день", "числ"),
    "term": ("срок", "врем", "мин", "час", "дат", "дн", "интервал", "n"),
    "clock": ("врем", "час"),
    "phone": ("телефон", "номер", "тел"),
    "email": ("почт", "e-mail", "email"),
    "url": ("ссылк", "сайт", "url", "link", "отпис"),
    "address": ("адрес", "мест"),
    "sum": ("сумм", "руб"),
    "place": ("адрес", "мест", "офис", "отделен", "мфц"),
    "name": ("имя", "фио", "ф. и. о", "имен", "сотрудник", "оператор", "фамили"),
}


def states(fact: str, text: str) -> bool:
    """Tell whether a text states a fact of this sort, a key of ``FACTS``, or has a slot for it."""
    return FACTS[fact](text) or _has_slot(text, _SLOT_STEMS.get(fact, ()))


def states_any(facts: Iterable[str], text: str) -> bool:
    """Tell whether a text states one of these facts."""
    return any(states(fact, text) for fact in facts)


def _has_slot(text: str, stems: tuple[str, ...]) -> bool:
    return any(
        slot.name.startswith(stems) or any(f" {s}" in slot.name for s in stems)
        for slot in slots(text)
        if slot.name and stems
    )


def _way(way: str) -> Callable[[str], bool]:
    return lambda text: any(contact.way == way for contact in contacts(text))


FACTS: Mapping[str, Callable[[str], bool]] = {
    "day": lambda text: bool(days(text)),
    "term": lambda text: (
        bool(terms(text) or days(text) or _SOON.search(text)) or bool(_CLOCK.search(text))
    ),
    "clock": lambda text: bool(_CLOCK.search(text)),
    "sum": lambda text: bool(sums(text)),
    "place": lambda text: _way("address")(text) or bool(_PLACE.search(text)),
    "name": lambda text: False,
    **{way: _way(way) for way in ("phone", "email", "url", "address")},
}
