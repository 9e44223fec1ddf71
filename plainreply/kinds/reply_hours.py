"""A reply that came too late, by the times that its front matter tells: «received», «answered».

Options: ``hours``, the most between them; ``working``: only the hours from 9 to 13 and 14 to 18 of
weekdays count; ``official``, the most where «official» says «да».
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
SHIFTS = ((9, 13), (14, 18))
LONGEST = timedelta(days=92)
YES = frozenset({"да", "yes", "true", "1"})
_LINE = re.compile(r"^answered[ \t]*:[^\n]*$", re.MULTILINE | re.IGNORECASE)


def build(rule: Rule) -> Finder:
    """Return a finder of late replies, at the line that says when they were sent."""
    hours = float(rule.options["hours"])
    official = float(rule.options.get("official", hours))
    working = bool(rule.options.get("working", False))

    def find(analysis: Analysis) -> Iterator[Finding]:
        meta = analysis.document.meta
        received, answered = _time(meta.get("received", "")), _time(meta.get("answered", ""))
        if received is None or answered is None:
            return
        most = official if meta.get("official", "").lower() in YES else hours
        passed = _passed(received, answered, working)
        line = _LINE.search(analysis.document.text)
        if passed > most and line:
            fields = {"passed": f"{passed:.0f}", "most": f"{most:.0f}"}
            yield Finding(Span(*line.span()), fields=fields)

    return find


def _time(told: str) -> datetime | None:
    try:
        return datetime.fromisoformat(told.strip()).replace(tzinfo=None)
    except ValueError:
        return None


def _passed(start: datetime, stop: datetime, working: bool) -> float:
    """Return the hours between two times, of the working day where only those count."""
    if not working or stop - start > LONGEST:
        return (stop - start).total_seconds() / 3600
    total, day = 0.0, start.replace(hour=0, minute=0, second=0, microsecond=0)
    while day <= stop:
        for first, last in SHIFTS if day.weekday() < 5 else ():
            opens, closes = day + timedelta(hours=first), day + timedelta(hours=last)
            total += max(0.0, (min(stop, closes) - max(start, opens)).total_seconds())
        day += timedelta(days=1)
    return total / 3600
