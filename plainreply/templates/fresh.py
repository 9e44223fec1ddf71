"""Checks of a template's age and slots."""

import re
from collections.abc import Iterator
from datetime import date

from plainreply.facts.dates import days
from plainreply.rule import Rule
from plainreply.spans import Span
from plainreply.templates.fill import unknown
from plainreply.templates.library import Library, Template
from plainreply.templates.values import Flaw

_DATED = re.compile(r"^(?:updated|reviewed)[ \t]*:[^\n]*$", re.MULTILINE | re.IGNORECASE)


def stale(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find templates that nobody has reviewed for more than the rule's ``days``."""
    limit = int(rule.options["days"])
    for template in library.templates:
        told = [d.date for key in ("reviewed", "updated") for d in days(template.meta.get(key, ""))]
        known = [day for day in told if day is not None]
        age = (today - max(known)).days if known else -1
        if age > limit:
            fields = {"age": str(age), "limit": str(limit)}
            yield Flaw(template, _line(template), fields)


def _line(template: Template) -> Span:
    found = _DATED.search(template.document.text)
    return Span(*found.span()) if found else Span(0, 0)


def slots_formed(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find slots that are empty, or whose braces do not match."""
    for template in library.templates:
        for line in _lines(template):
            broken = _broken(line.of(template.document.text))
            if broken:
                yield Flaw(template, Span(line.start + broken.start, line.start + broken.stop))


def _lines(template: Template) -> Iterator[Span]:
    at = template.start
    for line in template.document.text[at:].splitlines(keepends=True):
        yield Span(at, at + len(line.rstrip("\r\n")))
        at += len(line)


def _broken(line: str) -> Span | None:
    """Return the first brace of a line that does not match, up to where the slot ends."""
    at = 0
    while (start := _next(line, at)) >= 0:
        if line[start] == "}":
            return Span(_word_start(line, start), start + 1)
        opening = 2 if line.startswith("{{", start) else 1
        stop = line.find("}", start)
        inner = line.find("{", start + opening)
        if stop < 0 or 0 <= inner < stop:
            return Span(start, inner if inner >= 0 else len(line))
        closing = 2 if line.startswith("}}", stop) else 1
        empty = not line[start + opening : stop].strip()
        if opening != closing or empty:
            return Span(start, stop + closing)
        at = stop + closing
    return None


def _next(line: str, at: int) -> int:
    found = [place for place in (line.find("{", at), line.find("}", at)) if place >= 0]
    return min(found, default=-1)


def _word_start(line: str, at: int) -> int:
    while at and not line[at - 1].isspace():
        at -= 1
    return at


def slots_known(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find named slots for which nobody gave an example."""
    for template in library.templates:
        told = set()
        for slot in unknown(template):
            if slot.name not in told:
                told.add(slot.name)
                yield Flaw(template, slot.span, {"name": slot.name})
