"""Moments that are told less exactly than a date: «завтра», «в мае», «до конца июня»."""

import re
from functools import lru_cache
from typing import NamedTuple

from plainreply.facts.dates import MONTHS, WEEKDAY_STEMS
from plainreply.patterns import pattern
from plainreply.spans import Span

_MAY = "ма[йяею]"
_MONTH = rf"(?:{_MAY}|(?:{'|'.join(month[:-1] for month in MONTHS if month != 'мая')})[а-я]{{0,2}})"
_DAY = rf"(?:{'|'.join(WEEKDAY_STEMS)})[а-я]{{0,2}}"
_MOMENT = pattern(
    rf"\b(?:завтра|послезавтра|сегодня|вчера|позавчера)\b"
    rf"|\b(?:в|во|к|ко|до|с|на|конца|концу|конце|начала|начале|началу|середины|середине)\s+{_MONTH}\b"
    rf"|\b(?:в|во|к|ко|до|с|на|позже|позднее|раньше)\s+(?:(?:следующ|ближайш|эт)\w+\s+)?{_DAY}\b"
    rf"|\b(?:[IVХX1-4]+)(?:-?\w{{1,2}})?\s+(?:квартал\w*|полугоди\w*|кв\.)"
    rf"|\b(?:до|к)\s+(?:весн[еы]|лет[ау]|осени|зим[еы])\b"
    rf"|\b(?:весной|летом|осенью|зимой)\s+\d{{4}}\b"
    rf"|\b(?:эт|следующ|будущ)\w+\s+(?:весной|летом|осенью|зимой)\b"
    rf"|\b(?:на|в|до\s+конца)\s+(?:эт|следующ|будущ)\w+\s+(?:недел[еи]|месяц[еа]|год[уа]|квартал[еа])\b"
    rf"|\b(?:до|к|к\s+концу|до\s+конца)\s+(?:утра|утру|обеда|обеду|вечера|вечеру|ночи|дня|недели|месяца"
    rf"|года)\b"
    rf"|\b(?:в|до|к|на|с)\s+(?:конца\s+)?20\d\d\s+(?:год\w*|г\.)",
    re.IGNORECASE,
)


class Moment(NamedTuple):
    """A time that a text names without the day of the month."""

    span: Span


@lru_cache(maxsize=64)
def moments(text: str) -> tuple[Moment, ...]:
    """Return the moments that a text names, in order."""
    return tuple(Moment(Span(*match.span())) for match in _MOMENT.finditer(text))
