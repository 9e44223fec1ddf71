"""Notes, headers and footers: which are read, in what order and what they hang on."""

import pytest
from docx_builder import docx, part, xml
from test_docx_anchors import check

from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes

SEPARATORS = (
    "footnote{type=separator id=-1}/p/r/separator, footnote{id=0 type=continuationSeparator}"
)
NOTES = ", ".join(
    f'footnote{{id={number}}}(p(r/footnoteRef, r/t" {text}"))'
    for number, text in [(1, "первая"), (2, "вторая"), (3, "лишняя")]
)
FOOTNOTES = part("footnotes", xml(f"{SEPARATORS}, {NOTES}"))
ENDNOTES = part("endnotes", xml('endnote{id=1}(p/r/t"конец", p/r/t"и ещё")'))


def read(body, **parts):
    return read_bytes(docx(body, **parts))


def told(document):
    return [
        (story.kind, document.text[story.atoms[0].start : story.atoms[-1].span.stop])
        for story in document.source.anchors.stories
    ]


def edge(text):
    return part("hdr", xml(f'p/r/t"{text}"'))


def section(*references):
    made = (f"{kind}Reference{{type={type_} r:id=r{name}}}" for kind, type_, name in references)
    return f"sectPr({', '.join(made)})"


def test_notes_follow_the_body_in_the_order_of_their_references():
    body = (
        'p(r/t"Раз", r/footnoteReference{id=2}, r/endnoteReference{id=1}),'
        'p(r/t"два", r/footnoteReference{id=1}, r/footnoteReference{id=2})'
    )
    document = read(body, endnotes=ENDNOTES, footnotes=FOOTNOTES)
    assert document.text == "Раз\nдва\n вторая\n первая\nконец\nи ещё"
    assert told(document) == [
        ("body", "Раз\nдва"),
        ("footnote", " вторая"),
        ("footnote", " первая"),
        ("endnote", "конец\nи ещё"),
    ]
    assert [p.role for p in document.paragraphs] == ["body", "body", "note", "note", "note", "note"]
    check(document)


def test_a_note_knows_the_run_that_refers_to_it():
    document = read('p(r/t"Раз", r/footnoteReference{id=1})', footnotes=FOOTNOTES)
    body, note = document.source.anchors.stories
    assert body.anchor is None
    assert note.anchor.getparent() is body.places[0].node
    assert note.anchor[0].tag.endswith("}footnoteReference")
    assert (note.part, note.root.tag[-10:]) == ("word/footnotes.xml", "}footnotes")


@pytest.mark.parametrize(
    "reference",
    [
        "del/r/footnoteReference{id=1}",
        "r(rPr/vanish, footnoteReference{id=1})",
        "r/footnoteReference{id=-1}",
        "r/footnoteReference{id=99}",
    ],
)
def test_notes_that_the_reader_does_not_see_are_not_read(reference):
    assert read(f'p(r/t"а", {reference})', footnotes=FOOTNOTES).text == "а"


def test_a_note_referred_to_from_a_text_box_or_a_table_is_read():
    cited = "r/footnoteReference{id=1}"
    assert read(f'tbl/tr/tc/p(r/t"а", {cited})', footnotes=FOOTNOTES).text == "а\n первая"
    box = f'p(r/t"а", r/pict/v:textbox/txbxContent/p(r/t"б", {cited}))'
    assert read(box, footnotes=FOOTNOTES).text == "а\nб\n первая"


def test_headers_and_footers_of_all_sections_are_read_once():
    first = section(("header", "default", "header"), ("footer", "default", "footer"))
    last = section(
        ("header", "first", "header2"),
        ("header", "even", "header3"),
        ("header", "default", "header"),
    )
    document = read(
        f'p(pPr/{first}, r/t"Раз"), p/r/t"два", {last}',
        header=edge("бланк"),
        header2=edge("первая"),
        header3=edge("чётная"),
        header4=edge("забытая"),
        footer=edge("адрес"),
    )
    assert document.text == "Раз\nдва\nбланк\nпервая\nчётная\nадрес"
    assert [kind for kind, _ in told(document)] == ["body", *["header"] * 3, "footer"]
    assert [p.role for p in document.paragraphs][2:] == [*["header"] * 3, "footer"]
    assert all(story.anchor is None for story in document.source.anchors.stories)
    check(document)


def test_what_is_blank_adds_no_story():
    document = read(
        f'p/r/t"Раз", {section(("header", "default", "header"))}', header=part("hdr", "<w:p/>")
    )
    assert (document.text, len(document.source.anchors.stories)) == ("Раз", 1)


def test_tables_and_boxes_in_a_header_are_of_the_header():
    header = part("hdr", xml('tbl/tr/tc/p/r/t"а", p/r/pict/v:textbox/txbxContent/p/r/t"б"'))
    document = read(f'p/r/t"Раз", {section(("header", "default", "header"))}', header=header)
    assert document.text == "Раз\nа\n\nб"
    assert [p.role for p in document.paragraphs] == ["body", "header", "header"]


def test_a_missing_part_is_survived():
    assert read(f'p(r/t"Раз", r/footnoteReference{{id=1}}), {section(("header", "first", "x"))}')


def test_a_place_in_a_header_is_found_by_its_offset():
    document = read(f'p/r/t"Раз", {section(("header", "default", "header"))}', header=edge("бланк"))
    anchors = document.source.anchors
    offset = document.text.index("бланк")
    assert anchors.at(offset).text == "бланк"
    assert anchors.place(offset).node is anchors.stories[1].places[0].node
    assert anchors.place(3).node is anchors.stories[0].places[0].node
    assert anchors.at(3) is None


def test_a_scan_under_a_typed_letterhead_has_no_text():
    with pytest.raises(UnreadableDocument, match="нет текста"):
        read(f"p/r/drawing, {section(('header', 'default', 'header'))}", header=edge("бланк"))
