import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes
from plainreply.readers.encoding import decode

LETTER = "Уважаемый Иван Иванович! Ваше обращение от 12 мая рассмотрено, ответ направлен почтой."
SINGLE = {
    "cp1251": "windows-1251",
    "koi8-r": "koi8-r",
    "cp866": "cp866",
    "iso8859-5": "iso8859-5",
    "mac-cyrillic": "mac-cyrillic",
}
SHORT = ["Ответ на обращение", "Отказать в выдаче", "Министр И. И. Иванов", "Привет всем"]


@pytest.mark.parametrize(("codec", "shown"), SINGLE.items())
@pytest.mark.parametrize("text", [LETTER, LETTER.upper(), *SHORT, *map(str.upper, SHORT)])
def test_single_byte_encodings(codec, shown, text):
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    if text.upper() == text and codec == "mac-cyrillic":
        return  # capitals have the same codes as in cp866
    assert (decoded.encoding, decoded.note) == (shown, f"Кодировка файла: {shown}.")


@pytest.mark.parametrize("text", [LETTER, "Да", "ДА, НЕТ", "Ok, да", "Привет 🙂 «мир»\r\n\tи всё"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("marked", [True, False])
def test_unicode_with_and_without_a_mark(text, codec, marked):
    mark = "\ufeff".encode(codec) if marked else b""
    assert decode(mark + text.encode(codec)).text == text


def test_utf32_needs_its_mark():
    assert decode(codecs.BOM_UTF32_LE + LETTER.encode("utf-32-le")).text == LETTER


def test_utf8_says_nothing_to_the_clerk():
    assert read_bytes(LETTER.encode()).source.notes == ()
    assert read_bytes(LETTER.encode()).source.encoding == "utf-8"


def test_a_note_names_another_encoding():
    source = read_bytes(LETTER.encode("cp1251"), "a.txt").source
    assert source.encoding == "windows-1251"
    assert source.notes == ("Кодировка файла: windows-1251.",)


def test_a_broken_byte_does_not_turn_utf8_into_gibberish():
    decoded = decode(LETTER.encode()[:-3] + b"\xd0.")
    assert decoded.text.startswith("Уважаемый Иван")
    assert decoded.note == "Кодировка файла UTF-8, повреждённых знаков: 1."


@pytest.mark.parametrize(
    "data", [b"a\0b\0\0\0c", bytes(range(1, 32)) * 9, b"\x7fELF\x01\x01" + bytes(90)]
)
def test_binary_is_refused(data):
    with pytest.raises(UnreadableDocument, match="не текстовый"):
        decode(data)


def test_an_old_end_of_file_mark_is_no_reason_to_refuse():
    assert decode("Ответ дан в срок.\x1a".encode("cp866")).encoding == "cp866"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf8_comes_back_as_it_was(text):
    text = text.lstrip("\ufeff")
    data = text.encode()
    if data:
        assert read_back(data) in (text, None)


def read_back(data):
    try:
        return decode(data).text
    except UnreadableDocument:
        return None
