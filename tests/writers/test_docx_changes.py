"""Tracked changes in a DOCX: put where Word can accept and reject them, told where it cannot."""

import pytest
from docx_builder import part, xml
from test_docx_comments import BEGIN, BOX, END, shapes
from tracking import STAMP, accepted, letter, looks, named, place, rejected, revised, text_of, tree

from plainreply.readers import read_bytes
from plainreply.spans import Edit, Span, apply
from plainreply.writers.docx import FRAMES, PROTECTED, WORD, revise
from plainreply.writers.values import Change, Note

LETTER = 'p/r/t"Мы дали ответ."'
SENT = 'p(r/t"Мы ", ins{id=5 author=А}(r/t"вчера", r/t" дали"), r/t" ответ.")'


def settles(data, written, *edits):
    """Accepting gives the text with exactly these edits, rejecting the letter as it was."""
    text = text_of(data)
    done = []
    for old, new in edits:
        start = text.index(old.replace("|", ""))
        point = Span(start + old.find("|"), start + old.find("|"))
        done.append(Edit(point if "|" in old else Span(start, start + len(old)), new))
    assert text_of(written.data) == text_of(accepted(written.data)) == apply(text, done)
    assert text_of(rejected(written.data)) == text
    assert looks(rejected(written.data)) == looks(data)


@pytest.mark.parametrize(
    ("body", "edits", "expected"),
    [
        (LETTER, [("дали", "шлём")], "Мы del(дали)ins(шлём) ответ."),
        (LETTER, [("дали ", "")], "Мы del(дали )ответ."),
        (LETTER, [("дали| ответ", " вам")], "Мы далиins( вам) ответ."),
        (LETTER, [("|Мы", "И ")], "ins(И )Мы дали ответ."),
        (LETTER, [("ответ.|", " Да.")], "Мы дали ответ.ins( Да.)"),
        (LETTER + ', p/r/t"Всё."', [("Мы дали ответ.", "")], "del(Мы дали ответ.)"),
        (LETTER, [("Мы", "Вы"), ("ответ", "совет")], "del(Мы)ins(Вы) дали del(ответ)ins(совет)."),
        ('p(r/t"Мы да", r(rPr/b, t"ли от"), r/t"вет.")', [("дали ответ", "шлём")],
         "Мы del(да)del(ли от)del(вет)ins(шлём)."),
        ('p(r/t"На ", hyperlink/r/t"нашем сайте", r/t".")', [("нашем", "этом")],
         "На hyperlink(del(нашем)ins(этом) сайте)."),
        ('p(r/t"Мы", bookmarkStart{id=1}, r/t"да", bookmarkEnd{id=1}, r/t"ли")', [("дали", "шлём")],
         "МыbookmarkStart()del(да)bookmarkEnd()del(ли)ins(шлём)"),
        ('p(r/t"Закон", r/footnoteReference{id=2}, r/t" принят")', [("Закон", "Акт")],
         "del(Закон)ins(Акт)footnoteReference() принят"),
        ('p(r/t"Закон", r/footnoteReference{id=2}, r/t" принят")', [("Закон| пр", "ы")],
         "Законins(ы)footnoteReference() принят"),
        ('p/r(t"за", softHyphen, t"яви", noBreakHyphen, t"тель")', [("за\u00adяви", "про")],
         "del(заsoftHyphen()яви)ins(про)noBreakHyphen()тель"),
        (SENT, [("вчера", "уже")], "Мы ins(del(вчера))ins(уже)ins( дали) ответ."),
        (SENT, [("чер", "")], "Мы ins(вdel(чер)а дали) ответ."),
        (SENT, [("вч|ера", "!")], "Мы ins(вч)ins(!)ins(ера дали) ответ."),
        ('p/ins{id=5}/r/t"Мы дали"', [("|Мы", "И ")], "ins(И )ins(Мы дали)"),
    ],
)  # fmt: skip
def test_a_change_is_tracked_at_its_words(body, edits, expected):
    data = letter(body)
    written = revised(data, *edits)
    assert (shapes(written)[0], written.left) == (expected, ())
    settles(data, written, *edits)


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (f'p(r/t"От ", {BEGIN}, r/t"Иванов", {END}, r/t" да")', "Иванов", "Петров"),
        (f'p(r/t"От ", {BEGIN}, r/t"Иванов", {END}, r/t" да")', "Иванов да", "Петров"),
        ('p(fldSimple{instr=PAGE}/r/t"пять", r/t" да")', "пять", "шесть"),
        ('p(r/t"Да ", sdt/sdtContent/r/t"срок")', "срок", "день"),
        ('sdt/sdtContent/p/r/t"срок", p/r/t"Да"', "срок", "день"),
        (f'p(r/t"Да", {BOX})', "рамке", "рамках"),
        ('p/r(t"Да", tab, t"срок")', "Да\tсрок", "Да, срок"),
        ('p/r(t"Да", br, t"срок")', "Да\nсрок", "Да, срок"),
        ('p/r/t"Да срок"', "срок", "один\nдва"),
        ('p/r/t"Да срок"', "Да| ", "\t"),
        ('p/r/t"Да", p/r/t"срок"', "Да\nсрок", "Да, срок"),
        ('p(pPr/rPr/del, r/t"Да "), p/r/t"срок"', "Да срок", "Да, срок"),
        ('p(r/t"Да ", hyperlink/r/t"срок")', "Да срок", "Да, срок"),
        ('p(r/t"Да ", smartTag/r/t"срок")', "срок", "день"),
        ('p(r/t"Да ", moveTo{id=1}/r/t"срок")', "срок", "день"),
        ('p(r/t"Да ", r(t"срок", drawing))', "срок", "день"),
        ('p(r/t"Да ", r(t"срок", footnoteReference{id=2}))', "срок", "день"),
        ('p(r/t"Да ", r/sym{font=Symbol char=0431}, r/t"срок")', "бсрок", "день"),
        ('p(r/t"Да ", m:oMath, r/t"срок")', "\ufffcсрок", "день"),
    ],
)
def test_what_cannot_be_tracked_becomes_a_comment(body, old, new):
    data = letter(body)
    written = revised(data, (old, new))
    again = read_bytes(written.data)
    assert again.text == text_of(data)
    assert [item.reason for item in written.left] == [WORD]
    assert [remark.text.split("\n")[-1] for remark in again.remarks] == ["Вместо правки"]
    assert not [node for node in named(tree(written.data), "ins", "del") if node.get("author")]


@pytest.mark.parametrize("old", ["сноске", "в| сноске", "|в сноске", "сноске|"])
def test_notes_and_headers_are_not_changed(old):
    notes = part("footnotes", xml('footnote{id=2}/p/r/t"в сноске"'))
    data = letter('p(r/t"Дом", r/footnoteReference{id=2})', footnotes=notes)
    written = revised(data, (old, "слово"))
    assert [item.reason for item in written.left] == [WORD]
    assert text_of(written.data) == text_of(data)


def test_nothing_is_put_into_an_empty_paragraph():
    data = letter('p/r/t"Раз", p, p/r/t"Два"')
    change = Change((Edit(Span(4, 4), "слово"),), Note(Span(4, 4), "м"))
    written = revise(read_bytes(data), [change], (), STAMP)
    assert len(written.left) == 1 and text_of(written.data) == text_of(data)


def test_edits_that_touch_keep_their_order():
    for body in ('p/r/t"Мы дали ответ."', 'p/ins{id=5}/r/t"Мы дали ответ."'):
        data = letter(body)
        document = read_bytes(data)
        spans = Span(3, 3), Span(3, 5), Span(5, 7), Span(7, 7), Span(0, 0), Span(0, 2)
        edits = tuple(Edit(span, str(number)) for number, span in enumerate(spans))
        change = Change(edits, Note(Span(0, 7), "м"))
        written = revise(document, [change], (), STAMP)
        assert written.left == ()
        assert text_of(written.data) == apply(document.text, edits) == "45 0123 ответ."
        assert text_of(rejected(written.data)) == document.text
        insertions = named(tree(written.data), "ins")
        assert not [
            node for node in insertions if any(n in insertions for n in node.iterancestors())
        ]


def test_a_change_is_tracked_whole_or_not_at_all():
    document = read_bytes(letter('p(r/t"Да и ", sdt/sdtContent/r/t"срок")'))
    edits = (Edit(place(document, "Да"), "Нет"), Edit(place(document, "срок"), "день"))
    written = revise(document, [Change(edits, Note(Span(0, 9), "м"))], (), STAMP)
    assert [item.span for item in written.left] == [(0, 9)]
    assert text_of(written.data) == document.text


def test_what_is_put_in_looks_like_what_it_replaces():
    data = letter('p(r/t"Мы ", r(rPr(b, rPrChange{id=1}/rPr), t"дали"), r/t" ответ")')
    insertion = named(tree(revised(data, ("дали", "шлём")).data), "ins")[0]
    assert [node.tag.rpartition("}")[2] for node in insertion.iter()] == [
        "ins",
        "r",
        "rPr",
        "b",
        "t",
    ]


def test_a_run_with_a_history_is_cut_without_doubling_ids():
    data = letter('p/r(rPr(b, rPrChange{id=1 author=А}/rPr), t"Мы дали ответ")')
    written = revised(data, ("дали", "шлём"))
    ids = [node.attrib.values()[0] for node in named(tree(written.data), "rPrChange", "ins", "del")]
    assert len(ids) == len(set(ids)) == 5


@pytest.mark.parametrize(
    ("body", "styles", "settings", "reason"),
    [
        (LETTER + ", p(pPr/framePr, r/t\"Рамка\")", "", "", FRAMES),
        (LETTER, "style{styleId=a}/pPr/framePr", "", FRAMES),
        (LETTER, "", "documentProtection{edit=readOnly enforcement=1}", PROTECTED),
        (LETTER, "", "documentProtection{edit=readOnly enforcement=0}", ""),
        (LETTER, "", "documentProtection{edit=readOnly}", ""),
    ],
)  # fmt: skip
def test_frames_and_protection_allow_comments_only(body, styles, settings, reason):
    parts = {"settings": part("settings", xml(settings))} if settings else {}
    written = revised(letter(body, styles, **parts), ("дали", "шлём"))
    assert [item.reason for item in written.left] == [reason] * bool(reason)
    assert len(read_bytes(written.data).remarks) == bool(reason)


def test_notes_and_changes_go_together():
    document = read_bytes(letter(LETTER))
    words = place(document, "дали")
    change = Change((Edit(words, "шлём"),), Note(words, "м"))
    notes = [Note(words, "раз"), Note(Span(4, 12), "два")]
    again = read_bytes(revise(document, [change], notes, STAMP).data)
    assert again.text == "Мы шлём ответ."
    assert sorted(remark.text for remark in again.remarks) == ["два", "раз"]
