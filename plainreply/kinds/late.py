"""An answer sent too late, by the front matter: ``received``, and ``sent`` or ``answered``.

Options: ``hours`` and ``days`` map a genre to how long an answer of that kind may take;
``official`` is the hours for a text whose front matter says ``official``, ``urgent`` the days for
one that says ``urgent``; ``working`` counts neither weekends nor public holidays. Less than a day
is then counted from 9 to 13 and from 14 to 18 o'clock. Without a time of day an answer is in time
till the end of its last day.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from plainreply.document import Analysis, Need
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
RECEIVED = ("received", "получено", "поступило")
SENT = ("sent", "answered", "отправлено", "направлено")
STAMP = pattern(
    r"(?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}))"
    r"(?:[T\s]+(?P<hour>\d{1,2}):(?P<minute>\d\d))?"
)
HOLIDAYS = frozenset(
    [(1, day) for day in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]
)
"""The public holidays of Russia, as month and day."""
SATURDAY = 5
OPEN = (range(9, 13), range(14, 18))
"""The hours in which offices work."""
URGENT = ("urgent", "срочно")
OFFICIAL = ("official", "официально")
YES = frozenset({"да", "yes", "true", "1"})
DAY = 24


def build(rule: Rule) -> Finder:
    """Return a finder of letters sent too late; the message can name the ``limit``."""
    hours: Mapping[str, int] = rule.options.get("hours", {})
    days: Mapping[str, int] = rule.options.get("days", {})
    official, urgent = (int(rule.options.get(name, 0)) for name in ("official", "urgent"))
    working = bool(rule.options.get("working", False))

    def find(analysis: Analysis) -> Iterator[Finding]:
        meta, genre = analysis.document.meta, analysis.setting.genre
        received, sent = _told(meta, RECEIVED), _told(meta, SENT)
        if received is None or sent is None:
            return
        if genre in hours:
            most = official if official and _says(meta, OFFICIAL) else hours[genre]
            due, limit = _after(received, most, working), f"{most} ч."
        elif urgent and _says(meta, URGENT):
            due, limit = _after(received, DAY * urgent, working), f"{urgent} раб. дн."
        elif genre in days:
            due, limit = _after(received, DAY * days[genre], False), f"{days[genre]} дн."
        else:
            return
        if due < sent[0]:
            yield Finding(_place(analysis, meta), fields={"limit": limit})

    return find


Moment = tuple[datetime, bool]
"""When something was, and whether its time of day is known."""


def _told(meta: Mapping[str, str], keys: tuple[str, ...]) -> Moment | None:
    """Return the moment under the first of these keys that has one."""
    for key in keys:
        match = STAMP.search(meta.get(key, ""))
        if match:
            return _moment(match)
    return None


def _says(meta: Mapping[str, str], keys: tuple[str, ...]) -> bool:
    return any(meta.get(key, "").lower() in YES for key in keys)


def _moment(match: re.Match[str]) -> Moment | None:
    year, month, day = match["year"] or match["y"], match["month"] or match["m"], match["day"]
    try:
        known = datetime(int(year), int(month), int(day or match["d"]))
        clock = timedelta(hours=int(match["hour"] or 0), minutes=int(match["minute"] or 0))
    except ValueError:
        return None
    return known + clock, match["hour"] is not None


def _after(received: Moment, hours: int, working: bool) -> datetime:
    """Return until when an answer is in time; to the end of the day where no time is known."""
    due, timed = received
    days, rest = divmod(hours, DAY)
    if rest and not timed:
        days, rest = days + 1, 0
    for _ in range(days):
        due += timedelta(days=1)
        while working and _is_free(due.date()):
            due += timedelta(days=1)
    if rest:
        return _within_office_hours(due, rest) if working else due + timedelta(hours=rest)
    return due if timed and days == 1 else due.replace(hour=23, minute=59)


def _within_office_hours(start: datetime, hours: int) -> datetime:
    """Return the time after so many hours in which offices work."""
    due, left = start, 60 * hours
    while left:
        left -= not _is_free(due.date()) and any(due.hour in shift for shift in OPEN)
        due += timedelta(minutes=1)
    return due


def _is_free(day: date) -> bool:
    return day.weekday() >= SATURDAY or (day.month, day.day) in HOLIDAYS


def _place(analysis: Analysis, meta: Mapping[str, str]) -> Span:
    """Return where the date of sending stands."""
    told = next(meta[key] for key in SENT if key in meta)
    at = analysis.document.text.find(told)
    return Span(at, at + len(told))
