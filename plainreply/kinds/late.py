"""A letter that was sent too late, by the dates of its front matter: ``received`` and ``sent``.

Options: ``hours`` and ``days`` map a genre to how long an answer of that kind may take;
``working`` counts only working hours' days: neither weekends nor public holidays. Hours are
counted where both dates have a time; without one 24 hours are till the end of the next day.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
RECEIVED = ("received", "получено", "поступило")
SENT = ("sent", "отправлено", "направлено")
STAMP = re.compile(
    r"(?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}))"
    r"(?:[T\s]+(?P<hour>\d{1,2}):(?P<minute>\d\d))?"
)
HOLIDAYS = frozenset(
    [(1, day) for day in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]
)
"""The public holidays of Russia, as month and day."""
SATURDAY = 5
DAY = 24


def build(rule: Rule) -> Finder:
    """Return a finder of letters sent too late; the message can name the ``limit``."""
    hours: Mapping[str, int] = rule.options.get("hours", {})
    days: Mapping[str, int] = rule.options.get("days", {})
    working = bool(rule.options.get("working", True))

    def find(analysis: Analysis) -> Iterator[Finding]:
        meta, genre = analysis.document.meta, analysis.setting.genre
        received, sent = _told(meta, RECEIVED), _told(meta, SENT)
        if received is None or sent is None:
            return
        if genre in hours:
            late = _after_hours(received, hours[genre], working) < _least(sent)
            limit = f"{hours[genre]} ч."
        else:
            late = genre in days and sent[0].date() > received[0].date() + timedelta(days[genre])
            limit = f"{days.get(genre, 0)} дн."
        if late:
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


def _moment(match: re.Match[str]) -> Moment | None:
    year, month, day = match["year"] or match["y"], match["month"] or match["m"], match["day"]
    try:
        known = datetime(int(year), int(month), int(day or match["d"]))
        clock = timedelta(hours=int(match["hour"] or 0), minutes=int(match["minute"] or 0))
    except ValueError:
        return None
    return known + clock, match["hour"] is not None


def _after_hours(received: Moment, hours: int, working: bool) -> datetime:
    """Return until when an answer is in time; to the end of the day where no time is known."""
    start, timed = received
    days, rest = divmod(hours, DAY)
    due = start + timedelta(hours=rest)
    for _ in range(days):
        due += timedelta(days=1)
        while working and _is_free(due.date()):
            due += timedelta(days=1)
    return due if timed else due.replace(hour=23, minute=59)


def _least(sent: Moment) -> datetime:
    """Return the earliest that the letter can have been sent."""
    return sent[0]


def _is_free(day: date) -> bool:
    return day.weekday() >= SATURDAY or (day.month, day.day) in HOLIDAYS


def _place(analysis: Analysis, meta: Mapping[str, str]) -> Span:
    """Return where the date of sending stands."""
    told = next(meta[key] for key in SENT if key in meta)
    at = analysis.document.text.find(told)
    return Span(at, at + len(told))
