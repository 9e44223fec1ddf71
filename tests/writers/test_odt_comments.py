"""Comments in an OpenDocument text: right at the words, and nothing else changed."""

import re
import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from plainreply.document import Remark
from plainreply.readers import read_bytes
from plainreply.readers.convert import office
from plainreply.spans import Span
from plainreply.writers.odt import annotate
from plainreply.writers.values import Note, Stamp

URN = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {"office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing"}
DECLARED = " ".join(f'xmlns:{prefix}="{URN}{name}:1.0"' for prefix, name in NAMES.items())
STAMP = Stamp("plainreply", datetime(2026, 5, 1, 10, 30))
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>сноска</text:p></text:note-body></text:note>"
)
MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{URN}manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def content(body):
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:document-content {DECLARED}>{inside}</office:document-content>"


def package(body, header=""):
    master = f"<style:master-page><style:header>{header}</style:header></style:master-page>"
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text", ZIP_STORED)
        made.writestr("Pictures/a.png", bytes(range(256)) * 4)
        made.writestr("content.xml", content(body))
        made.writestr("META-INF/manifest.xml", MANIFEST)
        made.writestr(
            "styles.xml", f"<office:document-styles {DECLARED}>{master}</office:document-styles>"
        )
    return buffer.getvalue()


def annotated(data, *words, text="Замечание"):
    """Return the document read from ``data``, what the writer made of it, and that read again."""
    document = read_bytes(data, "a.odt")
    spans = [
        Span(document.text.index(word), document.text.index(word) + len(word)) for word in words
    ]
    written = annotate(document, [Note(span, text) for span in spans], STAMP)
    again = read_bytes(written.data, "a.odt")
    assert again.text == document.text
    assert again.faces == document.faces
    return document, written, again


def covered(document):
    return [remark.span.of(document.text) for remark in document.remarks]


def body_of(data):
    with ZipFile(BytesIO(data)) as made:
        return made.read("content.xml").decode()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<text:p>Мы дали ответ.</text:p>", ["дали"]),
        ("<text:p>Мы <text:span>да</text:span>ли ответ.</text:p>", ["дали", "и ответ."]),
        ("<text:p>Мы  <text:span> дали</text:span>\n  ответ.</text:p>", ["Мы дали", "и о", "."]),
        ("<text:p>а<text:tab/>б<text:line-break/>в</text:p>", ["\t", "а\tб", "б\nв"]),
        ("<text:p>на <text:a>сайте</text:a> и</text:p>", ["а сай", "сайте", "йт"]),
        ("<text:p>Раз.</text:p><text:p>Два.</text:p>", ["з.\nДв"]),
        ("<text:p>один два три</text:p>", ["один два три", "два", "два три", "три", "один", "два"]),
    ],
)
def test_a_comment_covers_the_very_words(body, words):
    *_, again = annotated(package(body), *words)
    assert sorted(covered(again)) == sorted(words)


def test_a_field_is_covered_whole():
    body = "<text:p>от <text:date>5 мая</text:date> года</text:p>"
    *_, again = annotated(package(body), "мая", "т 5")
    assert covered(again) == ["т 5 мая", "5 мая"]


def test_what_a_comment_says():
    data = package("<text:p>Мы дали ответ.</text:p>")
    _, written, again = annotated(data, "дали", text="Первая <строка>\x07\nвторая\ufffe")
    assert again.remarks == (Remark(Span(3, 7), "Первая <строка>\nвторая", "plainreply"),)
    assert "<dc:date>2026-05-01T10:30:00</dc:date>" in body_of(written.data)


def test_names_are_new_and_unique():
    mine = '<office:annotation office:name="plainreply1"><text:p>м</text:p></office:annotation>'
    _, written, _ = annotated(package(f"<text:p>{mine}Мы дали ответ.</text:p>"), "Мы", "дали")
    names = re.findall(r'<office:annotation [^>]*office:name="(\w+)"', body_of(written.data))
    assert names == ["plainreply1", "plainreply2", "plainreply3"]


def test_a_comment_on_a_note_stands_at_its_reference_and_quotes_it():
    body = f"<text:p>Раз</text:p><text:p>Мы{NOTE} дали ответ.</text:p>"
    _, written, again = annotated(package(body), "сноска")
    assert [remark.text for remark in again.remarks] == ["К словам «сноска»:\nЗамечание"]
    assert re.search(
        r"Мы<office:annotation .*<text:note .*</text:note><office:annotation-end",
        body_of(written.data),
    )


def test_a_comment_on_a_shape_stands_at_the_shape():
    shape = "<draw:rect><text:p>фигура</text:p></draw:rect>"
    *_, again = annotated(package(f"<text:p>Мы {shape}дали ответ.</text:p>"), "фигура")
    assert again.remarks == (Remark(Span(3, 3), "К словам «фигура»:\nЗамечание", "plainreply"),)


def test_a_comment_in_a_text_box_stands_in_it():
    box = "<draw:frame><draw:text-box><text:p>в рамке</text:p></draw:text-box></draw:frame>"
    *_, again = annotated(package(f"<text:p>Мы {box}дали ответ.</text:p>"), "рамке")
    assert covered(again) == ["рамке"]


def test_a_comment_on_a_header_stands_at_the_first_words():
    data = package("<text:p/><text:p>Мы дали ответ.</text:p>", "<text:p>Департамент</text:p>")
    *_, again = annotated(data, "Департамент")
    assert again.remarks == (
        Remark(Span(1, 1), "К словам «Департамент»:\nЗамечание", "plainreply"),
    )


def test_a_long_quotation_is_cut():
    words = "слово " * 20
    shape = f"<draw:rect><text:p>{words}</text:p></draw:rect>"
    *_, again = annotated(package(f"<text:p>Мы{shape}</text:p>"), words.strip())
    assert again.remarks[0].text.startswith(f"К словам «{'слово ' * 9}слово…»:")


def test_a_comment_does_not_run_out_of_its_cell():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell.format('один')}{cell.format('два')}</table:table-row>"
    *_, again = annotated(
        package(f"<table:table>{row}</table:table><text:p>три</text:p>"), "ин\nдва"
    )
    assert covered(again) == ["ин"]


def test_an_empty_span_is_a_point():
    document = read_bytes(package("<text:p>Мы дали</text:p>"))
    written = annotate(document, [Note(Span(3, 3), "а"), Note(Span(7, 7), "б")], STAMP)
    spans = [remark.span for remark in read_bytes(written.data).remarks]
    assert spans == [(3, 3), (7, 7)]


def test_a_note_without_any_place_is_left():
    shape = "<draw:rect><text:p>фигура</text:p></draw:rect>"
    document, written, again = annotated(package(shape), "фигура")
    assert [left.span.of(document.text) for left in written.left] == ["фигура"]
    assert again.remarks == ()


def test_other_members_keep_their_bytes_and_order():
    data = package("<text:p>Мы дали ответ.</text:p>")
    document, written, _ = annotated(data, "дали")
    assert written == annotate(document, [Note(Span(3, 7), "Замечание")], STAMP)
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(written.data)) as new:
        assert new.namelist() == old.namelist()
        assert new.testzip() is None
        for name in set(old.namelist()) - {"content.xml"}:
            assert new.read(name) == old.read(name)
        assert (new.infolist()[0].filename, new.infolist()[0].compress_type) == (
            "mimetype",
            ZIP_STORED,
        )


def test_a_flat_file_stays_flat():
    data = (
        content("<text:p>Мы дали ответ.</text:p>").replace("document-content", "document").encode()
    )
    *_, written, again = annotated(data, "дали")
    assert written.data.startswith(b"<?xml") and covered(again) == ["дали"]


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_keeps_the_text(tmp_path):
    shape = '<draw:rect text:anchor-type="char"><text:p>фигура</text:p></draw:rect>'
    body = f"<text:p>Мы{NOTE} <text:span>дали</text:span>{shape} ответ.</text:p>"
    data = package(body, "<text:p>Департамент</text:p>")
    words = ("Мы", "дали ответ", "сноска", "фигура", "Департамент")
    _, written, _ = annotated(data, *words)
    (tmp_path / "a.odt").write_bytes(written.data)
    profile = (tmp_path / "profile").as_uri()
    command = [shutil.which(str(office())), f"-env:UserInstallation={profile}", "--headless"]
    arguments = ["--convert-to", "fodt", "--outdir", str(tmp_path), str(tmp_path / "a.odt")]
    subprocess.run([*command, *arguments], check=True, timeout=120, capture_output=True)
    again = read_bytes(Path(tmp_path, "a.fodt").read_bytes())
    assert again.text.startswith("Мы дали ответ.\n")
    assert sorted(covered(again)) == sorted(["", "", "", "Мы", "дали ответ"])
