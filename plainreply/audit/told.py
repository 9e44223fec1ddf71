"""What columns, headers, front matter and folder names say about date, office and template."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePosixPath
from typing import Any

from plainreply.audit.values import Told

DATE = ("date", "дата")
OFFICE = ("office", "ведомство", "орган", "отдел")
TEMPLATE = ("template", "шаблон")
_RUSSIAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ISO = re.compile(r"(\d{4})[-_./](\d{1,2})(?:[-_./](\d{1,2}))?(?!\d)")
_FOLDER = re.compile(r"((?:19|20)\d\d)(?:[-_. ]?(0[1-9]|1[0-2]))?(?:[-_. ]?([0-3]\d))?")
_MONTH = re.compile(r"0[1-9]|1[0-2]")


def day(value: Any) -> date | None:
    """Return the date that a cell or a header names, None when it names none.

    «2024-05-31», «31.05.2024», «2024-05» (its first day), the date of an e-mail, a datetime.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value or "").strip()
    if found := _RUSSIAN.match(text):
        return _date(found[3], found[2], found[1])
    if found := _ISO.match(text):
        return _date(found[1], found[2], found[3])
    with suppress(ValueError, TypeError, IndexError):
        return parsedate_to_datetime(text).date()
    return None


def _date(year: str, month: str | None, number: str | None) -> date | None:
    try:
        return date(int(year), int(month or 1), int(number or 1))
    except ValueError:
        return None


def from_front_matter(meta: Mapping[str, str]) -> Told:
    """Return what the front matter of a letter tells."""
    return Told(day(_first(meta, DATE)), _first(meta, OFFICE), _first(meta, TEMPLATE))


def _first(meta: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key].strip() for key in keys if meta.get(key, "").strip()), None)


def from_headers(sent: str | None, sender: str | None) -> Told:
    """Return what the headers of an e-mail tell: its date, and the name or the domain of who
    sent it."""
    name, address = parseaddr(sender or "")
    return Told(day(sent), name.strip() or address.rpartition("@")[2] or None)


def from_folders(inside: str) -> Told:
    """Return what the folders on the way to a letter tell: ``2024/05`` a month, the first of
    another kind the office."""
    names = PurePosixPath(inside).parent.parts
    when: date | None = None
    office = None
    for above, name in zip(("", *names), names, strict=False):
        if found := _FOLDER.fullmatch(name):
            when = _date(*found.groups()) or when
        elif when and _FOLDER.fullmatch(above) and _MONTH.fullmatch(name):
            when = _date(str(when.year), name, None)
        else:
            office = office or name
    return Told(when, office)
