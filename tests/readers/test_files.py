import sys
from subprocess import run

import pytest
from docx_builder import docx, zipped
from odt_builder import odt, p

from plainreply.errors import UnreadableDocument
from plainreply.readers import SUFFIXES, convert, read, read_bytes

BODY = 'p/r/t"Ответ дан."'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def refusal(data, name=""):
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(data, name)
    return str(caught.value)


@pytest.fixture
def no_office(monkeypatch):
    monkeypatch.setattr(convert, "_COMMANDS", ())


def test_suffixes():
    names = (
        ".txt .md .markdown .html .htm .xhtml .j2 .jinja .jinja2 .eml .docx .docm .odt .ott .fodt"
    )
    always = set(names.split())
    assert always | ({".doc", ".rtf"} if convert.office() else set()) == SUFFIXES


def test_reads_by_path(tmp_path):
    path = tmp_path / "ответ.TXT"
    path.write_bytes("Ответ дан.\r\n".encode("utf-8-sig"))
    document = read(path)
    assert (document.text, document.source.path) == ("Ответ дан.\r\n", path)


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.txt", "a", "a.doc"])
def test_the_bytes_are_believed_before_the_name(name):
    assert read_bytes(docx(BODY), name).source.format == "docx"
    assert read_bytes(odt(p("Ответ дан.")), name).source.format == "odt"


def test_markdown_is_told_by_its_name():
    assert read_bytes(b"# A", "a.md").source.format == "markdown"


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.txt", "пуст"),
        (b"\xef\xbb\xbf \r\n", "a.txt", "пуст"),
        (b"", "a.docx", "пуст"),
        (b"{\\rtf1 abc}", "a.docx", "RTF"),
        (b"%PDF-1.7\n", "a.txt", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "изображение"),
        (b"<!DOCTYPE html><p>", "a.txt", "текста нет"),
        (b"plain text", "a.docx", "не похож на DOCX"),
        (b"plain text", "a.odt", "не похож на ODT"),
        (b"plain text", "a.doc", ".doc"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "a.docx", "снимите пароль"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "a.docx", "старого формата .doc"),
        (COMPOUND, "a.doc", "не документ Word"),
        (b"PK\x03\x04 no zip", "a.docx", "повреждён"),
    ],
)
@pytest.mark.usefixtures("no_office")
def test_refusals(data, name, says):
    sentence = refusal(data, name)
    assert says in sentence
    assert sentence.endswith(".") and "\n" not in sentence


def test_other_opendocument_files_are_no_letters():
    sheet = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}
    assert "сохраните текст как .docx" in refusal(zipped(sheet, 0), "a.ods")


def test_missing_folder_and_special_files(tmp_path):
    with pytest.raises(UnreadableDocument, match="не найден"):
        read(tmp_path / "нет.docx")
    with pytest.raises(UnreadableDocument, match="папка"):
        read(tmp_path)


def test_too_large_a_text_is_refused(monkeypatch):
    monkeypatch.setattr("plainreply.readers.MAX_TEXT", 10)
    assert "слишком большой" in refusal(b"a" * 11, "a.txt")


HEAVY = ("docx", "lxml", "markdown_it", "email", "plainreply.readers.html")


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_code_for_a_format_is_loaded_only_for_it(name):
    code = (
        f"import sys; from plainreply.readers import read_bytes; read_bytes(b'text', {name!r});"
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    loaded = run([sys.executable, "-c", code], capture_output=True, text=True).stdout
    assert loaded == ("[]\n" if name == "a.txt" else "['plainreply.readers.html']\n")
