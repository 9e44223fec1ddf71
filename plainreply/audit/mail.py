"""Letters in a mailbox (mbox): the text of each message, and the letters attached to it."""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from plainreply.audit.told import from_headers
from plainreply.audit.values import TOO_LARGE, Entries, Entry, Leave, broken
from plainreply.errors import UnreadableDocument
from plainreply.readers import MAX_FILE, SUFFIXES

NO_MAIL = "Писем в файле нет: проверьте, почтовый ли это ящик (mbox)."
BROKEN = "Письмо в ящике повреждено: откройте его в почтовой программе."
NO_TEXT = "В письме нет текста, который программа читает: проверьте вложения отдельно."
_START = b"From "


def in_mbox(stream: IO[bytes], address: str, leave: Leave) -> Entries:
    """Yield the letters of a mailbox, message by message. Raises UnreadableDocument where there is
    something and no message."""
    number = 0
    for number, data in enumerate(_messages(stream), 1):
        place = f"{address}#{number}"
        if data is None:
            yield broken(place, TOO_LARGE)
            continue
        try:
            yield from list(_letters(data, place, address, leave))
        except Exception:  # what the library makes of bad headers must not cost the other messages
            yield broken(place, BROKEN)
    if not number and stream.tell():
        raise UnreadableDocument(NO_MAIL)


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


def _letters(data: bytes, place: str, address: str, leave: Leave) -> Iterator[Entry]:
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    told = from_headers(message["Date"], message["From"])
    name = str(message["Subject"] or "").strip() or place.rpartition("/")[2]
    found = False
    for number, (file, content) in enumerate(_parts(message)):
        own = f"{place}/{number}/{file}" if number else place
        if PurePosixPath(file).suffix.lower() in SUFFIXES:
            yield Entry(own, name, file, address, partial(bytes, content), told)
            found = True
        elif reason := leave(file):
            yield broken(own, reason)
            found = True
    if not found:
        yield broken(place, NO_TEXT)


def _parts(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield the body and what is attached: a name and its bytes."""
    body = message.get_body(("plain", "html"))
    if body is not None:
        text = _text(body)
        if text.strip():
            yield ("письмо.html" if body.get_content_subtype() == "html" else "письмо.txt"), text
    for part in message.iter_attachments():
        yield part.get_filename() or "", _bytes(part)


def _text(part: MIMEPart) -> bytes:
    """Return the text of a part; where it names no encoding that there is, the reader guesses."""
    if part.get_content_charset() is None:
        return _bytes(part)
    try:
        content = part.get_content()
    except (LookupError, ValueError):
        return _bytes(part)
    return content.encode("utf-8", "replace") if isinstance(content, str) else b""


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
