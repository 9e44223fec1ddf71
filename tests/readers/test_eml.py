"""E-mail: the reply itself, whatever carries it."""

from base64 import b64encode
from email.header import Header
from quopri import encodestring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainreply.document import Document
from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes

REPLY = """\
Здравствуйте, Анна Петровна!

Мы починили фонарь.
> Почему на улице темно?
Если он погаснет, звоните.

--\x20
Ольга Лебедева, 8 (4942) 55-16-31

{}
> Прошу починить фонарь.
Комиссией рассмотрено.
"""
HISTORY = [
    "-----Исходное сообщение-----",
    "-------- Пересылаемое сообщение --------",
    "12.05.2026, 10:00, Иван Котов пишет:",
    "On Tue, May 12, 2026 Ivan wrote:",
    "From: Иван\nSent: Tuesday, May 12\nTo: Ольга",
]


def email(body: bytes, headers: str = "", subject: str = "Ответ") -> bytes:
    coded = Header(subject, "koi8-r").encode()
    return f"Subject: {coded}\nMIME-Version: 1.0\n{headers}\n".encode() + body


def parts(data: bytes) -> list[tuple[str, str]]:
    found = document(data)
    return [(p.role, p.span.of(found.text)) for p in found.paragraphs]


def document(data: bytes) -> Document:
    return read_bytes(data, "a.eml")


OWN = [
    ("heading", "Ответ"),
    ("body", "Здравствуйте, Анна Петровна!"),
    ("body", "Мы починили фонарь."),
    ("body", "Если он погаснет, звоните."),
    ("footer", "Ольга Лебедева, 8 (4942) 55-16-31"),
]


@pytest.mark.parametrize("line", HISTORY)
def test_only_the_reply_is_read(line: str) -> None:
    data = email(REPLY.format(line).encode())
    assert parts(data) == OWN
    assert document(data).source.notes == ("Переписка под ответом не проверена.",)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable", "8bit"])
def test_every_encoding_is_read(charset: str, transfer: str) -> None:
    body = REPLY.format(HISTORY[0]).encode(charset)
    coded = {"base64": b64encode, "quoted-printable": encodestring}.get(transfer, bytes)(body)
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {transfer}\n"
    assert parts(email(coded, head)) == OWN


MIXED = """\
--x
Content-Type: multipart/alternative; boundary=y

--y
Content-Type: text/plain; charset=utf-8

Мы починили фонарь.
--y
Content-Type: text/html; charset=utf-8

<p>Мы <b>починили</b> фонарь.</p>
--y--
--x
Content-Type: application/pdf
Content-Disposition: attachment; filename="a.pdf"

%PDF
--x--
"""


def test_attachments_and_the_second_copy_are_told() -> None:
    found = document(email(MIXED.encode(), "Content-Type: multipart/mixed; boundary=x\n"))
    assert found.text.endswith("Мы починили фонарь.")
    assert [note for note in found.source.notes if "a.pdf" in note or "две копии" in note]
    assert len(found.source.notes) == 2


def test_a_letter_in_html_is_read_with_its_looks() -> None:
    data = email("<p>Мы <b>ответили</b>.</p>".encode(), "Content-Type: text/html; charset=utf-8\n")
    found = document(data)
    assert parts(data) == [("heading", "Ответ"), ("body", "Мы ответили.")]
    assert any(s.face.bold and s.span.of(found.text).strip() == "ответили" for s in found.faces)


@pytest.mark.parametrize(
    "data",
    [
        email(b""),
        email(b"> a\n> b\n"),
        email(b"x", "Content-Type: image/png\n"),
        b"From: a\n" + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 3000,
        b"Content-Type: message/rfc822\n\n" * 20000,
    ],
)
def test_a_letter_without_text_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        document(data)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)


@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_result_or_a_sentence(data: bytes) -> None:
    try:
        found = document(b"Subject: a\nContent-Type: text/html; charset=x\n\n" + data)
    except UnreadableDocument:
        return
    assert all(p.span.of(found.text).strip() for p in found.paragraphs)
