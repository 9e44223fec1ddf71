"""Looks that are taken off on record: what was there can come back, in the schema's order."""

import pytest
from tracking import (
    STAMP,
    accepted,
    letter,
    local,
    looks,
    named,
    place,
    read_bytes,
    rejected,
    tree,
    unlooked,
)

from plainreply.spans import Edit, Span
from plainreply.writers.docx import revise
from plainreply.writers.docx_format import ORDER
from plainreply.writers.values import Change, Look, Note

FULL = "rPr(rStyle{val=a}, rFonts{ascii=Arial}, b, i, caps, outline, shadow, color{val=FF0000}, "
FULL += "sz{val=28}, highlight{val=yellow}, u{val=single}, effect{val=shimmer}, vertAlign, lang)"
STYLE = "style{type=character styleId=a}/rPr(i, caps, u{val=single})"


def face(data, words="дали"):
    document = read_bytes(data)
    at = place(document, words).start
    return next(s.face for s in document.faces if s.span.start <= at < s.span.stop)


@pytest.mark.parametrize(
    ("look", "off", "gone"),
    [
        ("rPr/i", "italic", "italic"),
        ("rPr/u{val=double}", "underline", "underline"),
        ("rPr/caps", "caps", "caps"),
        ("rPr/smallCaps", "caps", "small_caps"),
        ("rPr(shadow, emboss, effect{val=shimmer})", "effects", "effects"),
        ("rPr/w14:glow{w14:rad=63500}", "effects", "effects"),
        ("rPr/w14:shadow{w14:sx=1}", "effects", "effects"),
        ("rPr/highlight{val=yellow}", "background", "highlight"),
        ("rPr/shd{val=clear fill=FF0000}", "background", "background"),
        ("rPr/rStyle{val=a}", "italic", "italic"),
        ("rPr/rStyle{val=a}", "caps", "caps"),
        ("rPr/rStyle{val=a}", "underline", "underline"),
    ],
)  # fmt: skip
def test_a_look_is_taken_off_and_can_come_back(look, off, gone):
    data = letter(f'p(r/t"Мы ", r({look}, t"дали ответ"), r/t".")', STYLE)
    written = unlooked(data, "дали", off)
    assert written.left == ()
    assert getattr(face(data), gone) and not getattr(face(written.data), gone)
    assert not getattr(face(accepted(written.data)), gone)
    assert face(written.data, "ответ") == face(data, "ответ")
    assert face(rejected(written.data)) == face(data)
    assert looks(rejected(written.data)) == looks(data)


@pytest.mark.parametrize("off", ["italic", "underline", "caps", "effects", "background"])
def test_children_stand_in_the_order_of_the_schema(off):
    for look in (FULL, "rPr(rStyle{val=a}, lang)", "rPr(rStyle, w14:glow{w14:rad=63500})"):
        data = letter(f'p/r({look}, t"дали")')
        (look,) = named(tree(unlooked(data, "дали", off).data), "rPr")[:1]
        names = [local(child) for child in look if "2006/main" in child.tag]
        assert names[-1] == "rPrChange" and local(look[-1]) == "rPrChange"
        ranks = [ORDER.index(name) for name in names[:-1]]
        assert ranks == sorted(set(ranks))


def test_what_was_there_is_on_record_with_its_author():
    data = letter(f'p/r({FULL}, t"дали")')
    (record,) = named(tree(unlooked(data, "дали", "italic").data), "rPrChange")
    values = {name.rpartition("}")[2]: value for name, value in record.attrib.items()}
    assert values == {"id": "1", "author": "Проверка", "date": "2026-05-01T10:30:00Z"}
    assert [local(child) for child in record[0]][:4] == ["rStyle", "rFonts", "b", "i"]


@pytest.mark.parametrize(
    "body",
    [
        'p/r(rPr(i, rPrChange{id=1 author=А}/rPr), t"дали")',
        'p/fldSimple{instr=PAGE}/r(rPr/i, t"дали")',
        'p/sdt/sdtContent/r(rPr/i, t"дали")',
        'p/r(rPr/i, tab, t"дали", tab)',
    ],
)
def test_a_look_that_cannot_be_recorded_is_a_comment(body):
    data = letter(body)
    written = unlooked(data, "дали", "italic")
    if "tab" in body:
        assert not written.left and named(tree(written.data), "rPrChange")
        return
    assert len(written.left) == 1 and read_bytes(written.data).faces == read_bytes(data).faces
    assert len(read_bytes(written.data).remarks) == 1


def test_two_looks_of_one_word_are_recorded_once():
    document = read_bytes(letter('p/r(rPr(i, u{val=single}), t"дали")'))
    span = Span(0, 4)
    changes = [Change((), Note(span, off), (Look(span, off),)) for off in ("italic", "underline")]
    written = revise(document, changes, (), STAMP)
    assert len(named(tree(written.data), "rPrChange")) == 1
    assert [remark.text for remark in read_bytes(written.data).remarks] == ["underline"]


def test_words_and_look_of_one_stretch():
    document = read_bytes(letter('p(r/t"Мы ", r(rPr/i, t"дали ответ"))'))
    span, word = place(document, "дали ответ"), place(document, "ответ")
    look = Change((), Note(span, "м"), (Look(span, "italic"),))
    for changes in ([look, Change((Edit(word, "совет"),), Note(word, "м"))],):
        written = revise(document, changes, (), STAMP)
        assert written.left == () and read_bytes(written.data).text == "Мы дали совет"
        assert not face(written.data, "совет").italic
        assert looks(rejected(written.data)) == looks(document.source.anchors.package)
