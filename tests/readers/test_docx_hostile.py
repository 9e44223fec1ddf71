"""Files made to break or to bomb a reader: each is one Russian sentence, quickly, or is read."""

import struct
from io import BytesIO
from time import process_time
from zipfile import ZIP_STORED, ZipFile

import pytest
from docx_builder import DECLARED, docx, members, part, rels, xml, zipped

from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes

BODY = 'p/r/t"Тайна письма"'
WORDS = xml(BODY)


def refusal(data, name="a.docx"):
    started = process_time()
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(data, name)
    assert process_time() - started < 5
    sentence = str(caught.value)
    assert sentence.endswith(".") and "Тайна" not in sentence and "\n" not in sentence
    return sentence


def package(document, **more):
    return zipped({**members(BODY), "word/document.xml": document, **more})


def test_truncated():
    data = docx(BODY)
    for size in (4, len(data) // 2, len(data) - 4):
        assert "повреждён" in refusal(data[:size])


def test_a_flipped_byte():
    data = bytearray(zipped(members(BODY), ZIP_STORED))
    data[data.index("Тайна".encode()) + 1] ^= 1
    assert "повреждён" in refusal(bytes(data))


def test_an_encrypted_member():
    data = bytearray(docx(BODY))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<H", data, at + 8, 1)
        at += 1
    assert "без пароля" in refusal(bytes(data))


def test_no_document():
    assert "не документ Word" in refusal(zipped({"xl/workbook.xml": "<a/>"}))
    assert "не документ Word" in refusal(zipped({}))
    assert "не документ Word" in refusal(package(part("document", "")))


def test_malformed_xml():
    assert "повреждён" in refusal(package("<w:document>"))
    assert "повреждён" in refusal(package(b"\xff\xfe\x00"))


DTDS = [
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    "<!DOCTYPE x>",
]


@pytest.mark.parametrize("dtd", DTDS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_any_doctype(dtd, encoding):
    document = dtd + part("document", f"<w:body>{WORDS}</w:body>")
    assert "DTD" in refusal(package(document.encode(encoding)))


def test_a_doctype_in_another_part():
    assert "DTD" in refusal(docx(BODY, styles="", theme=DTDS[2] + "<a/>"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_given_twice():
    buffer = BytesIO(docx(BODY))
    with ZipFile(buffer, "a") as archive:
        archive.writestr("WORD/document.xml", part("document", "<w:body/>"))
    assert "повторённые" in refusal(buffer.getvalue())


def test_a_zip_bomb():
    assert "слишком большой" in refusal(package(part("document", " " * 3 * 2**20)))


def test_too_large_a_part():
    data = zipped({**members(BODY), "word/document.xml": " " * (20 * 2**20 + 1)}, ZIP_STORED)
    assert "слишком большой" in refusal(data)


@pytest.mark.parametrize("paragraph", ["<w:p/>", "<w:p><w:r><w:t>x</w:t></w:r></w:p>"])
@pytest.mark.parametrize("count", [60_000, 500_000])
def test_a_million_paragraphs(paragraph, count):
    document = part("document", f"<w:body>{paragraph * count}</w:body>")
    data = zipped({**members(BODY), "word/document.xml": document}, ZIP_STORED)
    assert "слишком большой" in refusal(data)


def test_paragraphs_are_counted_over_all_notes():
    cited = "".join(f'<w:footnoteReference w:id="{id_}"/>' for id_ in range(60))
    note = "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 1_000
    notes = "".join(f'<w:footnote w:id="{id_}">{note}</w:footnote>' for id_ in range(60))
    files = members(BODY, footnotes=part("footnotes", notes))
    document = part("document", f"<w:body>{WORDS}<w:p><w:r>{cited}</w:r></w:p></w:body>")
    data = zipped({**files, "word/document.xml": document}, ZIP_STORED)
    assert "слишком большой" in refusal(data)


def test_too_many_entries():
    many = {f"a{number}": b"" for number in range(2_001)}
    assert "слишком большой" in refusal(zipped({**members(BODY), **many}))


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:ins>", "</w:ins>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    ],
)
def test_nesting(opening, closing):
    depth = 240 // opening.count("<")
    nested = f"<w:body>{opening * depth}{WORDS}{closing * depth}</w:body>"
    assert read_bytes(package(part("document", nested))).text.strip() == "Тайна письма"
    depth *= 20
    refusal(
        package(part("document", f"<w:body>{opening * depth}{WORDS}{closing * depth}</w:body>"))
    )


def test_a_document_without_text():
    assert "нет текста" in refusal(docx("p, p/r/drawing"))


def test_pictures_of_any_size_are_never_inflated():
    picture = {"word/media/image1.png": bytes(30 * 2**20)}
    assert read_bytes(zipped({**members(BODY), **picture})).text == "Тайна письма"


def test_missing_parts_and_relationships_are_survived():
    document = part("document", f"<w:body>{WORDS}</w:body>")
    assert read_bytes(zipped({"word/document.xml": document})).text == "Тайна письма"
    broken = {**members(BODY), "word/_rels/document.xml.rels": rels(styles="../NULL", theme="")}
    assert read_bytes(zipped(broken)).text == "Тайна письма"


def test_the_main_part_may_have_another_name():
    files = {
        "_rels/.rels": rels(officeDocument="/word/document2.xml"),
        "word/document2.xml": part("document", f"<w:body>{WORDS}</w:body>"),
    }
    assert read_bytes(zipped(files)).source.anchors.stories[0].part == "word/document2.xml"


def test_a_damaged_header_or_note_is_damage():
    for body, kind in [("sectPr/headerReference{r:id=rheader}", "header"), ("", "footnotes")]:
        text = 'p(r/t"Тайна", r/footnoteReference{id=1})'
        data = docx(f"{text}, {body}" if body else text, **{kind: "<w:hdr>"})
        assert "повреждён" in refusal(data)


def test_endless_labels_and_many_open_comments_cost_little():
    level = f"lvl{{ilvl=0}}/lvlText{{val={'%1' * 100_000}}}"
    lists = f"abstractNum{{abstractNumId=1}}/{level}, num{{numId=1}}/abstractNumId{{val=1}}"
    item = xml('p(pPr/numPr/numId{val=1}, commentRangeStart{id=1}, r/t"а")')
    ranges = "".join(item.replace('w:id="1"', f'w:id="{number}"') for number in range(10_000))
    document = part("document", f"<w:body>{ranges}</w:body>")
    comments = part("comments", xml("comment{id=1}"))
    files = members(BODY, comments=comments, numbering=part("numbering", xml(lists)))
    started = process_time()
    found = read_bytes(zipped({**files, "word/document.xml": document}, ZIP_STORED))
    assert process_time() - started < 5
    assert found.remarks == () and len(found.paragraphs[-1].label) == 200


def test_strict_open_xml():
    strict = "http://purl.oclc.org/ooxml/"
    files = {
        name: str(content)
        .replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/", strict + "wordprocessingml/"
        )
        .replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/", strict + "officeDocument/"
        )
        for name, content in members(BODY, "docDefaults/rPrDefault/rPr/b").items()
    }
    document = read_bytes(zipped(files))
    assert document.text == "Тайна письма"
    assert document.faces[0].face.bold
    assert document.source.anchors.strict


def test_comments_and_instructions_inside_text_lose_nothing():
    body = "<w:body><w:p><w:r><w:t>Раз<!-- x --> два<?x y?> три</w:t></w:r></w:p></w:body>"
    assert read_bytes(package(f"<w:document {DECLARED}>{body}</w:document>")).text == "Раз два три"
