"""Comments in a DOCX: right at the words, or around what must stay whole, and never inside it."""

from time import process_time

import pytest
from docx_builder import part, xml
from tracking import STAMP, letter, local, named, noted, tree

from plainreply.readers import read_bytes
from plainreply.spans import Span
from plainreply.writers.docx import annotate
from plainreply.writers.values import Note

SEPARATE = "r/fldChar{fldCharType=separate}"
BEGIN = f'r/fldChar{{fldCharType=begin}}, r/instrText" MERGEFIELD name ", {SEPARATE}'
END = "r/fldChar{fldCharType=end}"
BOX = 'r(t"до", pict/v:shape/txbxContent/p/r/t"в рамке")'
CHOICE = "r/mc:AlternateContent(mc:Choice{{!Requires=wps}}/{0}, mc:Fallback/{0})"
SHAPE = 'drawing/wps:txbx/txbxContent/p/r/t"в рамке"'


def shape(node):
    """Return a paragraph as its tags, with the text of what holds text; comments are [ ] and *."""
    signs = {"commentRangeStart": "[", "commentRangeEnd": "]", "commentReference": "*"}
    found = ""
    for child in node:
        tag = local(child)
        if tag in signs:
            found += signs[tag]
        elif tag == "r":
            found += shape(child)
        elif tag in ("t", "delText"):
            found += child.text or ""
        elif tag not in ("pPr", "rPr"):
            found += f"{tag}({shape(child)})"
    return found


def shapes(written):
    return [shape(paragraph) for paragraph in named(tree(written.data), "p")]


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        ('p/r/t"Мы дали ответ."', ["дали"], ["Мы [дали]* ответ."]),
        ('p(r/t"Мы да", r(rPr/b, t"ли ответ."))', ["дали"], ["Мы [дали]* ответ."]),
        ('p/r/t"Раз."', ["Раз", "."], ["[Раз]*[.]*"]),
        ('p/r/t"один два три"', ["один два", "два три"], ["[один [два]* три]*"]),
        ('p/r/t"Раз.", p/r/t"Два."', ["з.\nДв"], ["Ра[з.", "Дв]*а."]),
        ('p(r(t"а", tab, t"б", br, t"в"))', ["б"], ["аtab()[б]*br()в"]),
        ('p(r/t"на ", hyperlink/r/t"сайте", r/t" и")', ["сайт"], ["на [hyperlink(сайте)]* и"]),
        ('p(r/t"Мы ", smartTag/r/t"дали")', ["дали"], ["Мы [smartTag(дали)]*"]),
        ('p(r/t"Мы ", ins{id=5}/r/t"дали")', ["Мы дали"], ["[Мы ins(дали)]*"]),
        ('p/ins{id=5}/r/t"мы дали им"', ["дали"], ["ins(мы )[ins(дали)]*ins( им)"]),
        ('p/ins{id=5}(r/t"мы ", r/t"дали")', ["мы", "дали"], ["[ins(мы)]*ins( )[ins(дали)]*"]),
        (f'p(r/t"от ", {BEGIN}, r/t"Иванов", {END})', ["Иван"], [
            "от [fldChar()instrText()fldChar()ИвановfldChar()]*"]),
        ('p(fldSimple{instr=PAGE}/r/t"5", r/t" дней")', ["5 д"], ["[fldSimple(5) д]*ней"]),
        ('p(r/t"до ", sdt/sdtContent/r/t"пяти дней")', ["дней"], [
            "до [sdt(sdtContent(пяти дней))]*"]),
        ('p(r/t"до", bookmarkStart{id=1}, r/t"ма", bookmarkEnd{id=1})', ["дома"], [
            "[доbookmarkStart()ма]*bookmarkEnd()"]),
        ('p(r/t"Дом", r/footnoteReference{id=2}, r/t"и")', ["Дом"], ["[Дом]*footnoteReference()и"]),
    ],
)  # fmt: skip
def test_a_comment_stands_at_its_words(body, words, expected):
    written, _ = noted(letter(body), *words)
    assert (shapes(written), written.left) == (expected, ())


@pytest.mark.parametrize(
    ("body", "words", "expected"),
    [
        ('sdt/sdtContent/p/r/t"Срок", p/r/t"Дом"', "Срок", ["Срок", "[Дом]*"]),
        ('p/r/t"Дом", tbl/tr/sdt/sdtContent/tc/p/r/t"Срок"', "Срок", ["[Дом]*", "Срок"]),
        ('p/r/t"Дом", p(r/t"м", ' + BOX + ")", "рамке", ["Дом", "[м]*доpict(shape(txbxContent(p("]),
        ('p/r/t"Дом", p/' + CHOICE.format(SHAPE), "рамке", ["[Дом]*", "AlternateContent("]),
        (f'p/r/t"Дом", p({BEGIN}, r/t"А"), p/r/t"Б", p(r/t"В", {END})', "А", ["[Дом]*"]),
        (f'p/r/t"Дом", p({BEGIN}, r/t"А"), p/r/t"Б", p(r/t"В", {END})', "В", ["[Дом]*"]),
        ('p(pPr/rPr/del, r/t"Мы "), p/r/t"дали"', "Мы дали", ["[Мы ", "дали]*"]),
    ],
)
def test_what_no_comment_may_stand_in_is_commented_nearby(body, words, expected):
    written, _ = noted(letter(body), words)
    found = shapes(written)
    assert all(one.startswith(other) for one, other in zip(found, expected, strict=False))
    assert written.left == () and "".join(found).count("*") == 1


def said(written):
    return [
        "\n".join("".join(run.itertext()) for run in named(comment, "p"))
        for comment in tree(written.data, "word/comments.xml")
    ]


def test_a_comment_that_stands_elsewhere_quotes_its_words():
    written, _ = noted(letter('sdt/sdtContent/p/r/t"Срок", p/r/t"Дом"'), "Срок", text="Раз\nДва")
    assert said(written) == ["К словам «Срок»:\nРаз\nДва"]
    long = "слово " * 20
    written, _ = noted(letter(f'sdt/sdtContent/p/r/t"{long}", p/r/t"Дом"'), long.strip())
    assert said(written) == [f"К словам «{'слово ' * 9}слово…»:\nЗамечание"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_is_commented_at_its_reference(kind):
    notes = part(f"{kind}s", xml(f'{kind}{{id=2}}/p/r/t"В сноске срок"'))
    body = f'p/r/t"Первый", p(r/t"Второй", r/{kind}Reference{{id=2}}), p/r/t"Третий"'
    written, _ = noted(letter(body, **{f"{kind}s": notes}), "срок")
    assert shapes(written)[1] == f"[Второй]*{kind}Reference()"
    assert said(written) == ["К словам «срок»:\nЗамечание"]


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_header_is_commented_at_the_first_words(kind):
    head = part("hdr", xml('p/r/t"Департамент"'))
    body = f'p, p/r/t"Дом", p/r/t"Сад", sectPr/{kind}Reference{{r:id=r{kind}}}'
    written, _ = noted(letter(body, **{kind: head}), "Департамент")
    assert shapes(written)[1] == "[Дом]*"
    assert said(written) == ["К словам «Департамент»:\nЗамечание"]


def test_without_plain_words_a_comment_begins_the_nearest_paragraph():
    written, _ = noted(letter('p/ins/r/t"Дом", sdt/sdtContent/p/r/t"Срок"'), "Срок")
    assert shapes(written)[0] == "[]*ins(Дом)"


def test_where_nothing_can_hold_a_comment_it_is_told():
    written, covered = noted(letter('sdt/sdtContent/p/r/t"Срок"'), "Срок")
    assert [(item.span, item.reason) for item in written.left] == [
        ((0, 4), "в этом месте файла примечание поставить нельзя")
    ]
    assert covered == []


def test_many_comments_in_one_long_paragraph_take_little_time():
    document = read_bytes(letter("p(" + ", ".join(['r/t"дом "'] * 3_000) + ")"))
    started = process_time()
    annotate(document, [Note(Span(at, at + 3), "м") for at in range(0, 12_000, 12)], STAMP)
    assert process_time() - started < 5
