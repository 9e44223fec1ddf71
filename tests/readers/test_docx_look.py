import pytest
from docx_builder import docx

from plainreply.document import PLAIN
from plainreply.readers import read_bytes

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont>'
    '<a:latin typeface="Calibri"/><a:cs typeface="Arial"/>'
    '<a:font script="Cyrl" typeface="PT Sans"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)


def faces(body, styles="", **parts):
    document = read_bytes(docx(body, styles, **parts))
    return [(s.span.of(document.text), s.face) for s in document.faces]


def face(rpr, styles="", ppr="", text="слово", **parts):
    body = f'p({f"pPr({ppr})," if ppr else ""} r({f"rPr({rpr})," if rpr else ""} t"{text}"))'
    return faces(body, styles, **parts)[0][1]


def style(kind, name, rpr, base=""):
    based = f", basedOn{{val={base}}}" if base else ""
    return f"style{{type={kind} styleId={name}}}(name{{val={name}}}{based}, rPr({rpr}))"


def test_nothing_said_is_times_of_ten_points():
    found = face("")
    assert (found.family, found.size, found.bold, found.colour) == (
        "Times New Roman",
        10,
        False,
        None,
    )


@pytest.mark.parametrize(
    ("rpr", "name", "value"),
    [
        ("b", "bold", True),
        ("b{val=0}", "bold", False),
        ("b{val=false}", "bold", False),
        ("i{val=on}", "italic", True),
        ("caps", "caps", True),
        ("smallCaps", "small_caps", True),
        ("strike", "strike", True),
        ("dstrike", "strike", True),
        ("u{val=single}", "underline", True),
        ("u{val=none}", "underline", False),
        ("sz{val=25}", "size", 12.5),
        ("sz{val=14pt}", "size", 14),
        ("color{val=ff0000}", "colour", "FF0000"),
        ("color{val=auto}", "colour", None),
        ("highlight{val=yellow}", "highlight", "yellow"),
        ("highlight{val=none}", "highlight", None),
        ("shd{val=clear fill=D9D9D9}", "background", "D9D9D9"),
        ("shd{val=clear fill=auto}", "background", None),
        ("shd{val=solid color=112233 fill=FFFFFF}", "background", "112233"),
        ("shadow", "effects", {"shadow"}),
        ("outline, emboss, imprint", "effects", {"outline", "emboss", "imprint"}),
        ("w14:glow{w14:rad=63500}", "effects", {"glow"}),
        ("w14:glow{w14:rad=0}", "effects", set()),
        ("w14:shadow{w14:sx=100000 w14:sy=100000}", "effects", {"shadow"}),
        ("w14:shadow{w14:sx=0 w14:sy=0}", "effects", set()),
        ("w14:textOutline/w14:solidFill", "effects", {"outline"}),
        ("w14:textOutline/w14:noFill", "effects", set()),
        ("w14:props3d{w14:extrusionH=0}", "effects", set()),
        ("effect{val=blinkBackground}", "effects", {"animation"}),
        ("rFonts{hAnsi=Arial ascii=Courier}", "family", "Arial"),
        ("rFonts{ascii=Courier}", "family", "Times New Roman"),
        ("rFonts{hAnsi=Arial cs=David}, rtl", "family", "David"),
        ("b, bCs{val=0}, cs", "bold", False),
    ],
)
def test_direct_formatting(rpr, name, value):
    assert getattr(face(rpr), name) == value


def test_theme_fonts():
    both = "rFonts{asciiTheme=minorAscii hAnsiTheme=minorHAnsi hAnsi=Arial}"
    assert face(both, theme=THEME).family == "PT Sans"
    assert face(both, theme=THEME, text="word").family == "Calibri"
    assert face("rFonts{hAnsiTheme=majorHAnsi}", theme=THEME).family == "Cambria"
    assert face(both).family == "Arial"


def test_a_nearer_literal_font_beats_a_theme_font_of_the_style():
    styles = style("paragraph", "P", "rFonts{hAnsiTheme=minorHAnsi}")
    assert face("rFonts{hAnsi=Arial}", styles, "pStyle{val=P}", theme=THEME).family == "Arial"


def test_scripts_split_a_stretch_only_when_fonts_differ():
    fonts = 'rPr/rFonts{ascii=Arial hAnsi=Georgia}, t"Слово, word 5 слово"'
    found = faces(f"p/r({fonts})")
    assert [(text, f.family) for text, f in found] == [
        ("Слово, ", "Georgia"),
        ("word 5 ", "Arial"),
        ("слово", "Georgia"),
    ]
    assert len(faces('p/r(rPr/rFonts{ascii=Arial hAnsi=Arial}, t"Слово, word 5")')) == 1


def test_stretches_are_merged_in_a_paragraph_and_not_across():
    assert [text for text, _ in faces('p(r/t"а", r/t"б", r(rPr/i, t"в")), p/r/t"г"')] == [
        "аб",
        "в",
        "\n",
        "г",
    ]
    assert faces('p/r/t"а", p/r/t"б"')[1] == ("\n", PLAIN)


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "italic"),
    [
        ("i", "", "", True),
        ("", "i", "", True),
        ("i", "i", "", False),
        ("i", "i{val=0}", "", True),
        ("i{val=0}", "i", "", True),
        ("i", "i", "i", True),
        ("i", "", "i{val=0}", False),
    ],
)
def test_toggles_cancel_out_between_levels_only(paragraph, character, direct, italic):
    styles = ",".join(
        style(kind, name, rpr) if rpr else style(kind, name, "lang")
        for kind, name, rpr in (("paragraph", "P", paragraph), ("character", "C", character))
    )
    rpr = "rStyle{val=C}" + (f", {direct}" if direct else "")
    assert face(rpr, styles, "pStyle{val=P}").italic is italic


def test_within_a_chain_the_nearer_style_overrides():
    styles = style("paragraph", "A", "i, sz{val=28}") + "," + style("paragraph", "B", "i", "A")
    found = face("", styles, "pStyle{val=B}")
    assert (found.italic, found.size) == (True, 14)


def test_cycles_and_wrong_kinds_of_styles_are_survived():
    styles = style("paragraph", "A", "i", "B") + "," + style("paragraph", "B", "b", "A")
    assert face("", styles, "pStyle{val=A}").italic
    assert not face("rStyle{val=A}", styles).italic


def test_document_defaults_and_the_default_style():
    styles = (
        "docDefaults/rPrDefault/rPr(rFonts{ascii=Arial hAnsi=Arial}, sz{val=24}),"
        "style{type=paragraph styleId=N default=1}(name{val=Normal}, rPr/sz{val=28})"
    )
    found = face("", styles)
    assert (found.family, found.size) == ("Arial", 14)


def test_a_toggle_that_is_on_by_default_is_flipped_by_each_level_that_differs():
    styles = f"docDefaults/rPrDefault/rPr/b, {style('paragraph', 'P', 'b{val=0}')}"
    assert face("", styles).bold
    assert not face("", styles, "pStyle{val=P}").bold


def test_hidden_by_style():
    styles = style("character", "V", "vanish")
    assert [text for text, _ in faces('p(r(rPr/rStyle{val=V}, t"нет"), r/t"да")', styles)] == ["да"]


def test_links():
    assert faces('p/hyperlink/r/t"сайт"')[0][1].link
    assert face("rStyle{val=Hyperlink}", style("character", "Hyperlink", "u{val=single}")).link
    assert not face("").link


def test_a_symbol_has_its_own_font():
    assert faces("p/r/sym{font=Wingdings char=F04A}")[0][1].family == "Wingdings"


def test_backgrounds_of_paragraph_and_cell():
    assert face("", "", "shd{val=clear fill=EEEEEE}").background == "EEEEEE"
    cell = 'tc(tcPr/shd{val=clear fill=CCCCCC}, p/r/t"а")'
    assert faces(f"tbl/tr({cell})")[0][1].background == "CCCCCC"


def test_table_styles_and_their_parts():
    styles = (
        "style{type=table styleId=T}(name{val=T}, rPr/i,"
        "tblStylePr{type=firstRow}(rPr/b, tcPr/shd{fill=ABCDEF}))"
    )
    table = (
        "tbl(tblPr(tblStyle{val=T}, tblLook{%s}),"
        'tr/tc/p/r/t"шапка", tr/tc/p/r(rPr/i{val=0}, t"тело"))'
    )
    for look in ("firstRow=1", "val=0620"):
        found = dict(faces(table % look, styles))
        head, body = found["шапка"], found["тело"]
        assert (head.bold, head.italic, head.background) == (True, True, "ABCDEF")
        assert (body.bold, body.italic, body.background) == (False, False, None)
