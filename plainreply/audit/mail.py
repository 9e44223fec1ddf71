"""Letters in a mailbox (mbox): the text of each message, and the letters attached to it."""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from plainreply.audit.told import from_headers
from plainreply.audit.values import TOO_LARGE, Entries, Entry, broken
from plainreply.errors import UnreadableDocument
from plainreply.readers import MAX_FILE, SUFFIXES

NO_TEXT = "В письме нет текста, который программа читает: проверьте вложения отдельно."
_START = b"From "


def in_mbox(stream: IO[bytes], address: str) -> Entries:
    """Yield the letters of a mailbox, message by message."""
    for number, data in enumerate(_messages(stream), 1):
        place = f"{address}#{number}"
        if data is None:
            yield broken(place, TOO_LARGE)
        else:
            yield from _letters(data, place, address)


def _messages(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Yield each message as bytes, None for one that is too large; «From » after an empty line
    starts one."""
    lines: list[bytes] = []
    size, inside, after_empty = 0, False, True
    for line in stream:
        if after_empty and line.startswith(_START):
            if inside:
                yield b"".join(lines) if size <= MAX_FILE else None
            lines, size, inside = [], 0, True
        elif inside:
            size += len(line)
            if size <= MAX_FILE:
                lines.append(line[1:] if line.startswith(b">From ") else line)
            else:
                lines.clear()
        after_empty = line in (b"\n", b"\r\n")
    if inside:
        yield b"".join(lines) if size <= MAX_FILE else None


def _letters(data: bytes, place: str, address: str) -> Iterator[Entry]:
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    told = from_headers(message["Date"], message["From"])
    name = str(message["Subject"] or "").strip() or place.rpartition("/")[2]
    found = list(_parts(message))
    for number, (file, content) in enumerate(found):
        own = f"{place}/{number}/{file}" if number else place
        yield Entry(own, name, file, address, partial(bytes, content), told)
    if not found:
        yield broken(place, NO_TEXT)


def _parts(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield the body and what is attached in a format that is read: a name and its bytes."""
    body = message.get_body(("plain", "html"))
    if body is not None:
        text = _text(body)
        file = "письмо.txt" if body.get_content_subtype() == "plain" else "письмо.html"
        if text.strip() and PurePosixPath(file).suffix in SUFFIXES:
            yield file, text.encode("utf-8", "replace")
    for part in message.iter_attachments():
        name = part.get_filename() or ""
        if PurePosixPath(name).suffix.lower() in SUFFIXES:
            payload = part.get_payload(decode=True)
            yield name, payload if isinstance(payload, bytes) else b""


def _text(part: MIMEPart) -> str:
    try:
        content = part.get_content()
    except (LookupError, ValueError) as error:
        raise UnreadableDocument(NO_TEXT) from error
    return content if isinstance(content, str) else ""
