"""Reads e-mail (.eml): the reply itself, without the letters quoted below it.

The subject is a heading; what stands under «-- » is a footer. The history, attachments and the
second version of the text are left out, and the notes say so.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import Any, NamedTuple, TypeAlias

from plainreply.document import Document, Paragraph, Source
from plainreply.errors import UnreadableDocument
from plainreply.readers.encoding import declared, decode
from plainreply.readers.html import html_document
from plainreply.readers.text import text_document
from plainreply.spans import Span

NO_LETTER = "В письме нет текста: проверьте, тот ли файл выбран."
TOO_DEEP = "Письмо вложено в другие слишком много раз: сохраните его отдельно и проверьте ещё раз."
HISTORY = "Переписка под ответом не проверена."
ATTACHED = "Вложения не проверены: {}."
TWICE = "В письме две копии текста, с оформлением и без: проверена та, что без оформления."
NAMED = 10
"""How many attachments are named."""
_LONGEST_SUBJECT = 1000
_HISTORY = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]*(?:исходное|пересылаемое|original|forwarded)[ \t][^\n]{0,60}"
    r"|(?:от|from):[^\n]{1,200}\n[ \t]*(?:отправлено|дата|кому|sent|date|to):[^\n]*"
    r"|[^\n>]{0,200}(?:пишет|писал|писала|написал|написала|написал\(а\)|wrote):)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(r"^[ \t]*>[^\n]*\n?", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)

Part: TypeAlias = "Message[Any, Any]"


class _Letter(NamedTuple):
    """The part of an e-mail that is read, and what is not."""

    part: Part
    attached: tuple[str, ...]
    twice: bool


def eml_document(data: bytes, source: Source) -> Document:
    """Return the reply in an e-mail. Raises UnreadableDocument when it has no text."""
    try:
        message: Part = message_from_bytes(data, policy=policy.compat32)
        letter = _letter(message)
        subject = _decoded(message["Subject"])[:_LONGEST_SUBJECT]
    except (RecursionError, MessageError, LookupError, ValueError) as error:
        raise UnreadableDocument(TOO_DEEP) from error
    body = _body(letter.part, source)
    history = _history(body.text)
    paragraphs = tuple(_own(body, history))
    if not any(p.span.of(body.text).strip() for p in paragraphs):
        raise UnreadableDocument(NO_LETTER)
    notes = tuple(_notes(letter, bool(history)))
    told = replace(body.source, notes=(*body.source.notes, *notes))
    return _headed(replace(body, paragraphs=paragraphs, source=told), " ".join(subject.split()))


def _letter(message: Part) -> _Letter:
    """Choose the text of the reply: the plain one, else the one in HTML."""
    texts: dict[str, Part] = {}
    attached: list[str] = []
    for part in message.walk():
        name = part.get_filename()
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        if name or part.get_content_disposition() == "attachment":
            attached.append(" ".join(_decoded(name or kind).split())[:80])
        elif kind in ("text/plain", "text/html"):
            texts.setdefault(kind, part)
    chosen = texts.get("text/plain") or texts.get("text/html")
    if chosen is None:
        raise UnreadableDocument(NO_LETTER)
    return _Letter(chosen, tuple(attached), len(texts) > 1)


def _decoded(header: object) -> str:
    """Return a header in words: «=?utf-8?B?…?=» is base64."""
    try:
        return str(make_header(decode_header(str(header or ""))))
    except (LookupError, ValueError, MessageError):
        return str(header)


def _body(part: Part, source: Source) -> Document:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    page = part.get_content_type() == "text/html"
    told = part.get_content_charset() or (declared(data) if page else "")
    if not data.strip():
        raise UnreadableDocument(NO_LETTER)
    text, encoding, _ = decode(data, told)
    told_source = replace(source, encoding=encoding)
    if not page:
        return text_document(text, told_source)
    document = html_document(text, told_source)  # a place in a part leads to no line of the file
    return replace(document, source=replace(document.source, map=None))


def _history(text: str) -> tuple[Span, ...]:
    """Return the stretches that quote other letters: all below a line that says so, and lines
    that begin with «>»."""
    match = _HISTORY.search(text)
    stop = match.start() if match else len(text)
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(text, 0, stop)]
    return (*quoted, Span(stop, len(text))) if match else tuple(quoted)


def _own(body: Document, history: tuple[Span, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the reply itself, those under «-- » as footers."""
    stop = history[-1].start if history else len(body.text)
    signature = _SIGNATURE.search(body.text, 0, max(stop, 1))
    quoted = iter(history)
    span = next(quoted, None)
    for paragraph in body.paragraphs:
        while span and span.stop <= paragraph.span.start:
            span = next(quoted, None)
        if span and span.overlaps(paragraph.span):
            continue
        if signature and paragraph.span.start >= signature.start():
            if paragraph.span.start > signature.start():
                yield replace(paragraph, role="footer")
        else:
            yield paragraph


def _headed(body: Document, subject: str) -> Document:
    """Return the document with its subject above it, as a heading."""
    if not subject:
        return body
    by = len(subject) + 2
    moved = {"paragraphs": body.paragraphs, "faces": body.faces, "remarks": body.remarks}
    shifted = {key: tuple(_shifted(v, by) for v in values) for key, values in moved.items()}
    heading = Paragraph(Span(0, len(subject)), "heading")
    return replace(
        body,
        text=f"{subject}\n\n{body.text}",
        paragraphs=(heading, *shifted["paragraphs"]),
        faces=shifted["faces"],
        remarks=shifted["remarks"],
    )


def _shifted(value: Any, by: int) -> Any:
    return replace(value, span=value.span.shift(by))


def _notes(letter: _Letter, history: bool) -> Iterator[str]:
    if history:
        yield HISTORY
    if letter.twice:
        yield TWICE
    if letter.attached:
        more = ["…"] if len(letter.attached) > NAMED else []
        yield ATTACHED.format(", ".join([*letter.attached[:NAMED], *more]))
