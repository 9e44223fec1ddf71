"""What a text says about when: by when, on what day, at what hour, how long to wait."""

import re
from collections.abc import Iterator

from plainreply.facts.dates import WEEKDAY_STEMS, Day, days
from plainreply.facts.moments import Moment, moments
from plainreply.facts.terms import Term, terms
from plainreply.patterns import pattern

_DATED = pattern(r"\bот\s+$|\bот\s+\S+\s+$", re.IGNORECASE)
_RECEIVED = pattern(
    r"(?:поступ(?:ил|ивш)|зарегистриров|получ(?:ен|ил)|пода(?:н|л|вш)|направленн|пришл[аоие]\b|прин(?:ят|ял)"
    r"|обра(?:тил|щал)|писал|написал|прислал|датирован)\w*(?:\s+[^\s.!?;]+){0,3}\s+$",
    re.IGNORECASE,
)
_UNTIL = pattern(r"\b(?:до|к|ко|позднее|позже|с|по|на)\s+$", re.IGNORECASE)
_BY = pattern(
    r"(?:\b(?:до|к|ко|позднее|позже|по)\s+(?:\w+,\s+)?(?:(?:до|к)\s+)?"
    r"|\b(?:срок\w*|крайн\w+|последн\w+\s+д\w+|времени|дедлайн\w*)\b[^.;\d]{0,25})$",
    re.IGNORECASE,
)
_BY_MOMENT = pattern(
    r"\b(?:до|к|ко)\s+(?:конц[ау]|начал[ау]|середин[ыеу]|исход[ау]|вечер[ау]|обед[ау]|полудн[яю])\b"
    rf"|\b(?:до|к|ко|не\sпоз[жд]\w+)\s+(?:\w+(?:й|го|му)\s+)?(?:{'|'.join(WEEKDAY_STEMS)})\w*"
    r"|\b(?:сегодня|завтра|послезавтра)\b"
    r"|(?:месячн|недельн|дневн)\w*\s+срок|\bна\s+(?:эт|следующ|ближайш)\w+\s+неделе",
    re.IGNORECASE,
)
_WITHIN = pattern(
    r"\b(?:течени[еи]|через|более|свыше|срок\w*|ещё|есть|нужн\w+|понадоб\w+|займ[её]т|протяжении"
    r"|позднее|спустя|закону|них|ждать|ждите|уйд[её]т|истечени\w+)\b[^.;:]{0,15}$",
    re.IGNORECASE,
)
_FOR = pattern(r"\bза\s+$", re.IGNORECASE)
_CLOCK = pattern(
    r"(?<![\d.])\d{1,2}[:.]\d{2}(?!\d|\.\d)|\b(?:в|до|с|к|после)\s+\d{1,2}\s+час"
    r"|\b\d{1,2}\s+(?:ч\b|час|утра|дня|вечера|ночи)"
    r"|\b(?:в|к|до|с|после)\s+(?:половин[еуы]\s+\w+|полдень|полудня|полудню|полночь)\b"
    r"|\b(?:в|к|до|с|после|ровно)\s+(?:\w+[ьи]|час|два|двум|двух|три|тр[её]м|тр[её]х|четыре|четыр[её]м"
    r"|четыр[её]х|одиннадцат\w|двенадцат\w)\s+(?:час|утра|дня|вечера|ночи)"
    r"|(?<![\d-])(?:[01]?\d|2[0-3])-[0-5][05](?![\d-])"
    r"|\bс\s+\d{1,2}\s+до\s+\d{1,2}\b|\bкруглосуточно\b",
    re.IGNORECASE,
)
_SOON = pattern(
    r"\b(?:сегодня|завтра|послезавтра|полминуты|полчаса|получаса|полутора\s+час|минуту|минутку|минутой"
    r"|час[ау]?|в\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу)"
    r"|(?:до|к)\s+(?:конц[ау]|обеда|вечера|понедельника|вторника|среды|четверга|пятницы)"
    r"|пар[ау]\s+минут|нескольк\w+\s+минут|[а-яё]+\s+секунд|\d+\s+секунд)\b",
    re.IGNORECASE,
)
_RANGE = pattern(
    rf"\bс\s+(?:{'|'.join(WEEKDAY_STEMS)})\w*\s+по\s+(?:{'|'.join(WEEKDAY_STEMS)})\w*",
    re.IGNORECASE,
)
_WENT = pattern(
    rf"\b(?:сегодня|вчера|позавчера|утром)\b|\b(?:в|во)\s+(?:\w+(?:й|ий|ую|ое)\s+)?(?:{'|'.join(WEEKDAY_STEMS)})\w*"
    r"|\bна\s+(?:эт|прошл)\w+\s+неделе",
    re.IGNORECASE,
)
SHORT = frozenset({"minute", "hour"})
LOOKED_BACK = 60


def says_when(text: str) -> bool:
    """Tell whether a text says when something is done; the date of a paper and the days on which
    an office is open tell nothing."""
    timed = any(not _is_of_paper(text, day) for day in days(text))
    return timed or bool(terms(text)) or any(_counts(text))


def says_by_when(text: str) -> bool:
    """Tell whether a text says by when: «до 5 мая», «в течение 10 дней», «срок – пятница»."""
    if _BY_MOMENT.search(text):
        return True
    dated = any(_BY.search(_before(text, day)) for day in days(text))
    return dated or any(_limits(text, term) for term in terms(text))


def says_on_what_day(text: str) -> bool:
    """Tell whether a text says on what day something was done, not by when nor when it came."""
    dated = any(
        not _is_of_paper(text, day) and not _BY.search(_before(text, day)) for day in days(text)
    )
    return dated or bool(_WENT.search(text))


def says_clock(text: str) -> bool:
    """Tell whether a text names an hour of the day."""
    return bool(_CLOCK.search(text))


def says_wait(text: str) -> bool:
    """Tell whether a text says how long or until when to wait, as people say it aloud."""
    return bool(terms(text) or days(text) or _SOON.search(text) or _CLOCK.search(text))


def _counts(text: str) -> Iterator[Moment]:
    """Yield the moments of a text but for those of «с понедельника по пятницу»."""
    open_days = [match.span() for match in _RANGE.finditer(text)]
    for moment in moments(text):
        if not any(start <= moment.span.start < stop for start, stop in open_days):
            yield moment


def _is_of_paper(text: str, day: Day) -> bool:
    before = _before(text, day)
    if _UNTIL.search(before):
        return False
    return bool(_DATED.search(before) or _RECEIVED.search(before))


def _limits(text: str, term: Term) -> bool:
    """Tell whether a term is one to keep, not that of a paper («доходы за три месяца»)."""
    if term.unit in SHORT:
        return False
    before = _before(text, term)
    short = term.unit in {"day", "week"} or term.amount == 1
    return (
        bool(_WITHIN.search(before))
        or (short and bool(_FOR.search(before)))
        or (text[term.span.start : term.span.stop].lower().startswith(("в ", "через")))
    )


def _before(text: str, fact: Day | Term) -> str:
    return text[max(0, fact.span.start - LOOKED_BACK) : fact.span.start]
