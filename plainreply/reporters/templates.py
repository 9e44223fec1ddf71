"""The report on a folder of templates, for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from plainreply.reporters.full import PREFIX
from plainreply.reporters.outcome import Options
from plainreply.rule import SEVERITIES
from plainreply.templates import Note, Review
from plainreply.version import __version__

SCHEMA_VERSION = 1
WHOLE = "вся папка"
COMMON = "одно и то же во многих шаблонах"
MANY = 3
"""In so many templates a finding is told once."""
CLEAN = "Замечаний нет."
NAMES = {
    "error": ("ошибка", "ошибки", "ошибок"),
    "warning": ("замечание", "замечания", "замечаний"),
    "info": ("совет", "совета", "советов"),
}


def text(review: Review, folder: str, options: Options) -> str:
    """Return the report as lines to read: the folder first, then template by template."""
    return "".join(f"{line}\n" for line in _lines(review, folder, options))


def _lines(review: Review, folder: str, options: Options) -> Iterator[str]:
    names = ["", *(template.name for template in review.library.templates)]
    names += [reply.name for reply in review.library.sent]
    notes = [note for note in review.notes if options.info or note.severity != "info"]
    common = _common(notes)
    if common:
        yield f"{folder}: {COMMON}"
        yield from (_together(found) for found in common.values())
        yield ""
    for name in names:
        shown = [note for note in notes if note.template == name and _key(note) not in common]
        if shown:
            yield _title(review, folder, name)
            yield from map(_line, shown)
            yield ""
    for name, reason in review.library.failed:
        yield f"{PurePath(folder, name)}: не проверен. {reason}"
    yield from _totals(review)


def _key(note: Note) -> tuple[str, str]:
    return note.rule, note.message


def _common(notes: Sequence[Note]) -> dict[tuple[str, str], list[Note]]:
    """Return the findings that many templates share, by rule and message."""
    found: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        found.setdefault(_key(note), []).append(note)
    return {key: same for key, same in found.items() if len({n.template for n in same}) >= MANY}


def _together(notes: Sequence[Note]) -> str:
    """Return one line for a finding that many templates share, with its places."""
    places = ", ".join(f"{note.template}:{note.line}" for note in notes)
    first = notes[0]
    return f"  {PREFIX[first.severity]}{first.message} ({first.rule}), мест: {len(notes)}: {places}"


def _title(review: Review, folder: str, name: str) -> str:
    if not name:
        return f"{folder}: {WHOLE}"
    return (
        name
        if name in {reply.name for reply in review.library.sent}
        else f"{PurePath(folder, name)}"
    )


def _line(note: Note) -> str:
    place = f"строка {note.line}: " if note.line else ""
    return f"  {place}{PREFIX[note.severity]}{note.message} ({note.rule})"


def _totals(review: Review) -> Iterator[str]:
    library = review.library
    counts = Counter(note.severity for note in review.notes)
    failed = f", не прочитано: {len(library.failed)}" if library.failed else ""
    yield f"Итого: проверено шаблонов: {len(library.templates)}{failed}"
    told = [f"{counts[s]} {_named(counts[s], NAMES[s])}" for s in reversed(SEVERITIES) if counts[s]]
    yield f"Найдено: {', '.join(told)}" if told else CLEAN


def _named(number: int, forms: Sequence[str]) -> str:
    if number % 100 in range(11, 15):
        return forms[2]
    return forms[0] if number % 10 == 1 else forms[1] if number % 10 in (2, 3, 4) else forms[2]


def as_json(review: Review, folder: str, options: Options) -> str:
    """Return one JSON object with every finding."""
    counts = Counter(note.severity for note in review.notes)
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "plainreply", "version": __version__},
        "folder": folder,
        "summary": {
            "templates": len(review.library.templates),
            "failed": len(review.library.failed),
            "issues": {severity: counts[severity] for severity in reversed(SEVERITIES)},
        },
        "issues": [_issue(note) for note in review.of("")],
        "templates": [
            {
                "path": template.name,
                "kind": template.kind or None,
                "topic": template.meta.get("topic") or None,
                "issues": [_issue(note) for note in review.of(template.name)],
            }
            for template in (*review.library.templates, *review.library.sent)
        ],
        "failed": [{"path": name, "message": why} for name, why in review.library.failed],
    }
    return json.dumps(data, ensure_ascii=options.ascii, indent=2) + "\n"


def _issue(note: Note) -> dict[str, Any]:
    return {
        "rule": note.rule,
        "severity": note.severity,
        "message": note.message,
        "line": note.line or None,
        "span": {"start": note.span.start, "stop": note.span.stop} if note.template else None,
    }
