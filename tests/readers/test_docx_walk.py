import pytest
from docx_builder import docx, part, xml

from plainreply.readers import read_bytes
from plainreply.readers.docx_anchors import Mark

BEGIN, SEPARATE, END = (f"r/fldChar{{fldCharType={kind}}}" for kind in ("begin", "separate", "end"))


def read(body, styles="", **parts):
    return read_bytes(docx(body, styles, **parts), "a.docx")


def text(body, styles="", **parts):
    return read(body, styles, **parts).text


def marks(document, word):
    return document.source.anchors.at(document.text.index(word)).marks


def test_paragraphs_are_separated_by_a_line_break():
    document = read('p/r/t"Раз"', "")
    assert document.text == "Раз"
    document = read('p/r/t"Раз", p, p(r/t"Два", r/t" три")')
    assert document.text == "Раз\n\nДва три"
    assert [p.span.of(document.text) for p in document.paragraphs] == ["Раз", "Два три"]


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        ('r(t"а", tab, t"б")', "а\tб"),
        ('r(t"а", br, t"б")', "а\nб"),
        ('r(t"а", br{type=page}, t"б")', "а\nб"),
        ('r(t"а", cr, t"б")', "а\nб"),
        ('r(t"а", noBreakHyphen, t"б")', "а\u2011б"),
        ('r(t"а", softHyphen, t"б")', "а\u00adб"),
        ('r/sym{font=Wingdings char=F0FC}, r/t"а"', "\uf0fcа"),
        ('r/sym{font=Wingdings char=zzz}, r/t"а"', "а"),
        ('r/t"а", m:oMath/m:r/m:t"x", r/t"б"', "а\ufffcб"),
        ('ins{id=1}/r/t"новое"', "новое"),
        ('moveTo/r/t"сюда", moveFrom/r/t"отсюда"', "сюда"),
        ('del/r/delText"старое", r/t"а"', "а"),
        ('ins/del/r/t"старое", r/t"а"', "а"),
        ('hyperlink/r/t"ссылка"', "ссылка"),
        ('hyperlink/ins/r/t"ссылка"', "ссылка"),
        ('smartTag/customXml/r/t"а"', "а"),
        ('dir/bdo/r/t"а"', "а"),
        ('sdt/sdtContent/r/t"а"', "а"),
        ('sdt/sdtPr, r/t"а"', "а"),
        ('fldSimple{instr=PAGE}/r/t"7"', "7"),
        ('r/ruby(rt/r/t"над", rubyBase/r/t"слово")', "слово"),
        ('r(t"слово", footnoteReference{id=1})', "слово"),
        ('r(lastRenderedPageBreak, t"а")', "а"),
        ('r(rPr/vanish, t"тайна"), r/t"а"', "а"),
        ('r(rPr/vanish{val=0}, t"явно")', "явно"),
        ('r/t"а", proofErr, bookmarkStart, r/t"б"', "аб"),
        ('pPr/tabs/tab{pos=1}, r/t"а"', "а"),
    ],
)
def test_inline(inline, expected):
    assert text(f"p({inline})") == expected


def test_a_raw_line_break_in_the_xml_is_a_space():
    assert text('p/r/t"раз\nдва"') == "раз два"


def test_only_one_branch_of_alternatives():
    choices = 'mc:Choice{!Requires=%s}/r/t"новое", mc:Fallback/r/t"старое"'
    assert text(f"p/mc:AlternateContent({choices % 'wps'})") == "новое"
    assert text(f"p/mc:AlternateContent({choices % 'wp99'})") == "старое"
    inside = 'r/mc:AlternateContent(mc:Choice{!Requires=w14}/t"новое", mc:Fallback/t"старое")'
    assert text(f"p({inside})") == "новое"


def test_of_a_field_only_the_result():
    instruction = 'r/instrText"DATE", r/t"мусор"'
    document = read(f'p({BEGIN}, {instruction}, {SEPARATE}, r/t"5 мая", {END}, r/t" после")')
    assert document.text == "5 мая после"
    assert marks(document, "5 мая") == Mark.FIELD
    assert marks(document, "после") == Mark.NONE


def test_a_field_without_a_result_and_nested_fields():
    assert text(f'p({BEGIN}, r/instrText"TC", {END}, r/t"а")') == "а"
    inner = f'{BEGIN}, r/instrText"X", {SEPARATE}, r/t"внутри", {END}'
    assert text(f'p({BEGIN}, {inner}, {SEPARATE}, r/t"итог", {END})') == "итог"
    assert text(f'p({BEGIN}, {SEPARATE}, {inner}, {END}, r/t"!")') == "внутри!"


def test_a_field_runs_over_paragraphs():
    body = f'p({BEGIN}, r/instrText"TOC"), p/r/t"нет", p({SEPARATE}, r/t"да"), p({END}, r/t"всё")'
    assert text(body) == "\n\nда\nвсё"


def test_a_field_that_never_ends_hides_nothing():
    assert text(f'p({BEGIN}, r/t"текст"), p({SEPARATE}, r/t"письма"), p({END})').strip() == "письма"
    assert text(f'p({BEGIN}, r/t"текст"), p/r/t"письма"') == "текст\nписьма"


def test_a_hyperlink_field_is_a_link():
    document = read(f'p({BEGIN}, r/instrText"HYPERLINK x", {SEPARATE}, r/t"сайт", {END})')
    assert marks(document, "сайт") == Mark.FIELD | Mark.LINK
    assert document.faces[0].face.link


def test_marks():
    inline = (
        'ins/r/t"вставка", hyperlink/r/t"ссылка",'
        'sdt(sdtPr/showingPlcHdr, sdtContent/r/t"подсказка"),'
        'r/sym{font=Symbol char=F0B7}, r/tab, r/softHyphen, m:oMath, sdt/sdtContent/ins/r/t"оба"'
    )
    document = read(f"p({inline})")
    expected = {
        "вставка": Mark.INSERTED,
        "ссылка": Mark.LINK,
        "подсказка": Mark.CONTROL | Mark.PLACEHOLDER,
        "\uf0b7": Mark.SYMBOL,
        "\t": Mark.BREAK,
        "\u00ad": Mark.HYPHEN,
        "\ufffc": Mark.MATH,
        "оба": Mark.CONTROL | Mark.INSERTED,
    }
    assert {word: marks(document, word) for word in expected} == expected


@pytest.mark.parametrize("wrapper", ["sdt/sdtContent", "customXml", "ins", "smartTag"])
def test_wrappers_of_blocks(wrapper):
    assert text(f'{wrapper}(p/r/t"а", p/r/t"б"), p/r/t"в"') == "а\nб\nв"


def test_tables_cell_by_cell_and_nested():
    inner = 'tbl/tr/tc/p/r/t"внутри"'
    row = 'tr(tc/p/r/t"а", tc(p/r/t"б", p/r/t"в"))'
    document = read(f'p/r/t"до", tbl({row}, tr/tc({inner}, p/r/t"низ")), p/r/t"после"')
    assert document.text == "до\nа\nб\nв\nвнутри\nниз\nпосле"
    assert [p.role for p in document.paragraphs] == ["body", *["cell"] * 5, "body"]


def test_rows_and_cells_in_content_controls():
    body = 'tbl(sdt/sdtContent/tr(tc/p/r/t"а", sdt/sdtContent/tc/p/r/t"б"))'
    document = read(body)
    assert document.text == "а\nб"
    assert marks(document, "б") == Mark.CONTROL


def test_deleted_and_hidden_rows_and_deleted_cells():
    rows = (
        'tr(trPr/del, tc/p/r/t"нет"), tr(trPr/ins, tc/p/r/t"да"), tr(trPr/hidden, tc/p/r/t"нет"),'
        'tr(tc(tcPr/cellDel, p/r/t"нет"), tc(tcPr/cellIns, p/r/t"тоже"))'
    )
    assert text(f"tbl({rows})") == "да\nтоже"


def test_merged_cells_are_read_once():
    wide = 'tr(tc(tcPr/gridSpan{val=2}, p/r/t"шапка"))'
    tall = 'tr(tc(tcPr/vMerge{val=restart}, p/r/t"а"), tc/p/r/t"б"), tr(tc(tcPr/vMerge, p), tc/p)'
    assert text(f"tbl({wide}, {tall})").split() == ["шапка", "а", "б"]


def test_a_moved_paragraph_is_read_where_it_went():
    gone = 'p(pPr/rPr/moveFrom, moveFromRangeStart, moveFrom/r/t"абзац")'
    came = 'p(pPr/rPr/moveTo, moveToRangeStart, moveTo/r/t"абзац")'
    assert text(f'{gone}, p/r/t"а", {came}') == "а\nабзац"


def test_a_deleted_paragraph_mark_joins_paragraphs():
    document = read('p(pPr/rPr/del, r/t"Раз "), p(pPr/pStyle{val=S}, r/t"два"), p/r/t"три"')
    assert document.text == "Раз два\nтри"
    assert len(document.paragraphs) == 2
    assert [p.span for p in document.source.anchors.stories[0].places] == [(0, 4), (4, 7), (8, 11)]


def test_a_wholly_deleted_paragraph_leaves_nothing():
    assert text('p/r/t"а", p(pPr/rPr/del, del/r/delText"б"), p/r/t"в"') == "а\nв"


def test_text_boxes_come_once_after_their_paragraph():
    box = 'txbxContent(p/r/t"рамка")'
    drawing = (
        f"mc:AlternateContent(mc:Choice{{!Requires=wps}}/drawing/wps:txbx/{box},"
        f"mc:Fallback/pict/v:textbox/{box})"
    )
    document = read(f'p(r/t"до", r({drawing}), r/t" после"), p/r/t"дальше"')
    assert document.text == "до после\nрамка\nдальше"
    assert marks(document, "рамка") == Mark.TEXTBOX
    assert text(f'p/r/pict/v:shape/v:textbox/{box}, p/r/t"б"') == "\nрамка\nб"


def test_blocks_astray_in_a_run_are_read_after_the_paragraph():
    assert text('p(r(t"а", tbl/tr/tc/p/r/t"таблица"), r/t"б")') == "аб\nтаблица"
    assert text('p(r/t"а", p/r/t"внутри", r/t"б")') == "аб\nвнутри"


STYLES = (
    "style{type=paragraph styleId=N default=1}(name{val=Normal}),"
    "style{type=paragraph styleId=H}(name{val=heading_1}),"
    "style{type=paragraph styleId=Sub}(name{val=Мой}, basedOn{val=H}),"
    "style{type=paragraph styleId=L}(name{val=Список}, pPr/numPr/numId{val=3}),"
    "style{type=paragraph styleId=O}(name{val=Раздел}, pPr/outlineLvl{val=0})"
).replace("heading_1", "heading")


@pytest.mark.parametrize(
    ("ppr", "role", "style"),
    [
        ("jc", "body", "Normal"),
        ("pStyle{val=H}", "heading", "heading"),
        ("pStyle{val=Sub}", "heading", "Мой"),
        ("pStyle{val=O}", "heading", "Раздел"),
        ("pStyle{val=L}", "list", "Список"),
        ("pStyle{val=L}, numPr/numId{val=0}", "body", "Список"),
        ("numPr(ilvl{val=0}, numId{val=10})", "list", "Normal"),
        ("pStyle{val=нет}", "body", "Normal"),
    ],
)
def test_roles_and_styles(ppr, role, style):
    (paragraph,) = read(f'p(pPr({ppr}), r/t"Текст")', STYLES).paragraphs
    assert (paragraph.role, paragraph.style) == (role, style)


def test_an_item_marked_by_hand_is_a_list_too():
    assert read('p/r/t"– копия паспорта;"').paragraphs[0].role == "list"


def test_embedded_files_are_not_read_and_this_is_said():
    said = ("Вставленные в документ файлы не проверены: вставьте их текст в письмо.",)
    assert read('p/r/t"а", altChunk').source.notes == said
    assert read('p/r/t"а"', header=part("hdr", xml('p/r/t"Бланк"'))).source.notes == ()


def test_a_hidden_paragraph_mark_joins_paragraphs():
    document = read('p(pPr/rPr(vanish, specVanish), r/t"Раздел. "), p/r/t"Текст", p/r/t"Ещё"')
    assert document.text == "Раздел. Текст\nЕщё"
    assert text('p(pPr/rPr/vanish{val=0}, r/t"а"), p/r/t"б"') == "а\nб"
