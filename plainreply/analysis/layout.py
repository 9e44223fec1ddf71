"""What each paragraph of a letter is: letterhead, addressee, subject, body, sign-off and so on.

The texts, roles and order of the paragraphs decide; there are no models. A text that has none
of the other parts, such as a pasted sentence, is all body.
"""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from plainreply.analysis import layout_signs as signs
from plainreply.document import Document
from plainreply.spans import Span


class Part(StrEnum):
    """A part of a letter. The body goes from the salutation to the sign-off, both outside it
    but for the salutation itself; what follows the sign-off as prose is body again."""

    LETTERHEAD = "letterhead"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    BODY = "body"
    SIGN_OFF = "sign-off"
    EXECUTOR = "executor"
    STAMP = "stamp"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"


ROLES = {part.value: part for part in (Part.HEADER, Part.FOOTER, Part.NOTE)}
"""The roles of a paragraph that name its part themselves."""

WORDED = frozenset({Part.SUBJECT, Part.BODY, Part.NOTE})
"""The parts that are worded anew in every letter."""

HEAD_LIMIT = 60  # paragraphs: a salutation further down opens no letter
TAIL_LIMIT = 8  # paragraphs: a sign-off has no more


def layout(document: Document) -> tuple[Part, ...]:
    """Return what each of the document's paragraphs is."""
    lines = tuple(paragraph.span.of(document.text).strip() for paragraph in document.paragraphs)
    return _parts(lines, tuple(paragraph.role for paragraph in document.paragraphs))


@lru_cache(maxsize=16)
def _parts(lines: tuple[str, ...], roles: tuple[str, ...]) -> tuple[Part, ...]:
    """Return the part that each line is; many rules ask it of one letter."""
    parts = [ROLES.get(role) for role in roles]
    _mark_stamps(lines, parts)
    flow = [at for at, part in enumerate(parts) if part is None]
    told = dict(zip(flow, _flow([lines[at] for at in flow]), strict=True))
    return tuple(part or told[at] for at, part in enumerate(parts))


def spans(document: Document, parts: Collection[Part]) -> tuple[Span, ...]:
    """Return where the paragraphs of these ``parts`` stand, in order."""
    told = zip(document.paragraphs, layout(document), strict=True)
    return tuple(paragraph.span for paragraph, part in told if part in parts)


def _mark_stamps(lines: Sequence[str], parts: list[Part | None]) -> None:
    """Mark stamps and executors, which may stand in text boxes anywhere in the flow."""
    stamped = False
    for at, line in enumerate(lines):
        if parts[at] is not None:
            continue
        stamped = signs.is_stamp(line) or (stamped and signs.is_stamp_line(line))
        if stamped:
            parts[at] = Part.STAMP
        elif signs.is_executor(line):
            parts[at] = Part.EXECUTOR


def _flow(lines: Sequence[str]) -> Iterator[Part]:
    start = _body_start(lines)
    yield from _head(lines[:start])
    yield from _rest(lines[start:])


def _body_start(lines: Sequence[str]) -> int:
    """Return the index of the salutation or, without one, of the first line that is no form."""
    for at, line in enumerate(lines[:HEAD_LIMIT]):
        if signs.is_salutation(line):
            return at
        if signs.is_prose(line) and not signs.is_contact(line):
            break
    start = next((at for at, line in enumerate(lines) if not _is_form(line)), len(lines))
    sure = any(signs.is_contact(line) or signs.is_registration(line) for line in lines[:start])
    return start if sure or start > 1 else 0


def _is_form(line: str) -> bool:
    """Tell whether a line cannot but belong to a letterhead or an addressee."""
    tests = (signs.is_contact, signs.is_registration, signs.is_body_name, signs.is_to)
    return any(test(line) for test in tests)


def _head(lines: Sequence[str]) -> Iterator[Part]:
    """Yield the parts above the body: who gets the letter comes after its number and date."""
    part = Part.LETTERHEAD
    for line in lines:
        if signs.is_registration(line):
            part = Part.ADDRESSEE
            yield Part.LETTERHEAD
            continue
        if signs.is_to(line):
            part = Part.ADDRESSEE
        elif signs.is_subject(line):
            part = Part.SUBJECT
        yield part


def _rest(lines: Sequence[str]) -> Iterator[Part]:
    """Yield the parts from the body on; last lines that only tell whom to call are no body."""
    parts = list(_body(lines))
    at = len(lines) - 1
    while at > 0 and parts[at] is Part.BODY and signs.is_contact_person(lines[at]):
        parts[at] = Part.EXECUTOR
        at -= 1
    yield from parts


def _body(lines: Sequence[str]) -> Iterator[Part]:
    at = 0
    while at < len(lines):
        sign_off = _sign_off(lines, at)
        yield from (Part.BODY for _ in range(at, sign_off))
        tail = list(_tail(lines[sign_off:]))
        yield from tail
        at = sign_off + len(tail)


def _sign_off(lines: Sequence[str], start: int) -> int:
    """Return the index where the next sign-off begins, the posts above the name with it."""
    for at in range(start, len(lines)):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        posted = signs.is_position(lines[at]) and signs.is_person(following)
        if posted or signs.is_closing(lines[at]) or signs.is_signature(lines[at]):
            while at > start and signs.is_position(lines[at - 1]):
                at -= 1
            return at
    return len(lines)


def _tail(lines: Sequence[str]) -> Iterator[Part]:
    """Yield the parts of one sign-off, up to where prose or an attachment begins."""
    named = False
    for at, (line, following) in enumerate(pairwise((*lines[:TAIL_LIMIT], ""))):
        if at and (signs.is_prose(line) or signs.is_attachment(line)):
            return
        called = signs.has_phone(line) or (signs.is_person(line) and signs.has_phone(following))
        yield Part.EXECUTOR if named and called else Part.SIGN_OFF
        named = named or signs.is_signature(line) or signs.is_person(line)
