"""Colours and backgrounds: of the theme, of patterns, of parts of tables and of the page."""

import pytest
from docx_builder import docx, members, part, xml, zipped
from test_docx_look import face, faces, style

from plainreply.readers import read_bytes

SCHEME = {
    "dk1": '<a:sysClr val="windowText" lastClr="000000"/>',
    "lt1": '<a:srgbClr val="FFFFFF"/>',
    "dk2": '<a:srgbClr val="1F497D"/>',
    "lt2": '<a:srgbClr val="EEECE1"/>',
    "accent1": '<a:srgbClr val="4F81BD"/>',
    "hlink": '<a:srgbClr val="0000ff"/>',
}
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme>'
    + "".join(f"<a:{slot}>{value}</a:{slot}>" for slot, value in SCHEME.items())
    + "</a:clrScheme></a:theme>"
)
FIRST = "firstRow=1 firstColumn=1 lastRow=1 lastColumn=1 noHBand=1 noVBand=1"


def near(one, other):
    """Tell whether two colours differ by no more than one step in each part."""
    parts = [[int(colour[i : i + 2], 16) for i in (0, 2, 4)] for colour in (one, other)]
    return all(abs(a - b) <= 1 for a, b in zip(*parts, strict=True))


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("val=auto themeColor=accent1", "4F81BD"),
        ("val=112233 themeColor=accent1", "4F81BD"),
        ("val=112233 themeColor=accent6", "112233"),
        ("val=auto themeColor=text1", "000000"),
        ("val=auto themeColor=background2", "EEECE1"),
        ("val=auto themeColor=hyperlink", "0000FF"),
        ("val=auto themeColor=accent1 themeTint=zz", "4F81BD"),
    ],
)
def test_theme_colours(attributes, expected):
    assert face(f"color{{{attributes}}}", theme=THEME).colour == expected


@pytest.mark.parametrize(
    ("base", "shift", "word"),
    [
        ("accent1", "themeShade=BF", "365F91"),
        ("accent1", "themeShade=80", "244061"),
        ("accent1", "themeTint=99", "95B3D7"),
        ("accent1", "themeTint=33", "DBE5F1"),
        ("text1", "themeTint=80", "7F7F7F"),
        ("background1", "themeShade=D9", "D9D9D9"),
    ],
)
def test_tints_and_shades_are_those_of_word(base, shift, word):
    assert near(face(f"color{{themeColor={base} {shift}}}", theme=THEME).colour, word)
    filled = f"shd{{val=clear themeFill={base} {shift.replace('theme', 'themeFill')}}}"
    assert near(face(filled, theme=THEME).background, word)


def test_settings_map_the_colours_of_text_and_background():
    settings = part("settings", xml("clrSchemeMapping{t1=light1 bg1=dark1}"))
    found = face("color{val=auto themeColor=text1}", theme=THEME, settings=settings)
    assert found.colour == "FFFFFF"


def test_a_nearer_colour_overrides_that_of_the_theme():
    styles = style("paragraph", "P", "color{themeColor=accent1}")
    assert face("color{val=auto}", styles, "pStyle{val=P}", theme=THEME).colour is None


@pytest.mark.parametrize(
    ("shading", "expected"),
    [
        ("val=clear fill=auto themeFill=accent1", "4F81BD"),
        ("val=solid color=auto themeColor=accent1 fill=FFFFFF", "4F81BD"),
        ("val=pct25 color=auto fill=auto", "BFBFBF"),
        ("val=pct50 color=FF0000 fill=0000FF", "800080"),
        ("val=nil", None),
    ],
)
def test_shading_of_runs_paragraphs_and_cells(shading, expected):
    shd = f"shd{{{shading}}}"
    assert face(shd, theme=THEME).background == expected
    assert face("", "", shd, theme=THEME).background == expected
    cell = f'tbl/tr/tc(tcPr/{shd}, p/r/t"а")'
    assert faces(cell, theme=THEME)[0][1].background == expected


def test_a_theme_fill_of_a_paragraph_style():
    styled = "style{type=paragraph styleId=P}(name{val=P}, pPr/shd{val=clear themeFill=accent1})"
    assert face("", styled, "pStyle{val=P}", theme=THEME).background == "4F81BD"


def table(look, parts, rows=3, columns=3, more=""):
    """Return the background of every cell of a table, its rows in order."""
    made = ",".join(
        f"tblStylePr{{type={name}}}/tcPr/shd{{val=clear fill={fill}}}"
        for name, fill in parts.items()
    )
    styles = f"style{{type=table styleId=T}}(name{{val=T}}, {more}{made})"
    row = f"tr({', '.join(['tc/p/r/t{0}а{0}'.format(chr(34))] * columns)})"
    body = f"tbl(tblPr(tblStyle{{val=T}}, tblLook{{{look}}}), {', '.join([row] * rows)})"
    found = [f.background for text, f in faces(body, styles) if text == "а"]
    return [found[at : at + columns] for at in range(0, len(found), columns)]


def test_corner_cells_are_the_strongest_part_of_a_table():
    parts = {"nwCell": "111111", "neCell": "222222", "swCell": "333333", "seCell": "444444"}
    parts |= {"firstRow": "AAAAAA", "firstCol": "BBBBBB"}
    assert table(FIRST, parts) == [
        ["111111", "AAAAAA", "222222"],
        ["BBBBBB", None, None],
        ["333333", None, "444444"],
    ]


def test_a_corner_needs_its_row_and_its_column():
    parts = {"nwCell": "111111", "seCell": "444444"}
    assert table("firstRow=1 lastColumn=1 noHBand=1", parts, 2, 2) == [[None] * 2] * 2


def test_vertical_bands():
    parts = {"band1Vert": "111111", "band2Vert": "222222"}
    one, two = "111111", "222222"
    assert table("val=0200", parts, 1) == [[one, two, one]]
    assert table("val=0280", parts, 1)[0][1:] == [one, two]
    assert table("val=0600", parts, 1) == [[None] * 3]
    wide = "tblPr/tblStyleColBandSize{val=2}, "
    assert table("val=0200", parts, 1, 5, wide) == [[one, one, two, two, one]]


def test_horizontal_bands_are_stronger_and_may_be_of_two_rows():
    parts = {"band1Vert": "999999", "band1Horz": "111111", "band2Horz": "222222"}
    wide = "tblPr/tblStyleRowBandSize{val=2}, "
    expected = [["111111"], ["111111"], ["222222"]]
    assert table("val=0000", parts, 3, 1, wide) == expected


def test_bands_count_the_columns_of_the_grid():
    styles = (
        "style{type=table styleId=T}(name{val=T},"
        "tblStylePr{type=band2Vert}/tcPr/shd{val=clear fill=222222})"
    )
    cells = 'tc(tcPr/gridSpan{val=2}, p/r/t"а"), tc/p/r/t"б"'
    body = f"tbl(tblPr(tblStyle{{val=T}}, tblLook{{val=0200}}), tr({cells}))"
    assert [f.background for text, f in faces(body, styles) if text != "\n"] == [None, None]


def page(background, shown="displayBackgroundShape", body='p/r/t"а"', **parts):
    settings = part("settings", xml(shown))
    files = members(body, "", settings=settings, **parts)
    root = part("document", xml(background) + f"<w:body>{xml(body)}</w:body>")
    return read_bytes(zipped({**files, "word/document.xml": root})).faces[0].face.background


def test_the_background_of_the_page_is_behind_what_has_none_of_its_own():
    assert page("background{color=ffffcc}") == "FFFFCC"
    shaded = 'p(pPr/shd{val=clear fill=EEEEEE}, r/t"а")'
    assert page("background{color=ffffcc}", body=shaded) == "EEEEEE"
    assert page("background{color=FFFFCC themeColor=accent1}", theme=THEME) == "4F81BD"


def test_a_page_background_that_word_does_not_show_is_none():
    assert page("background{color=ffffcc}", "displayBackgroundShape{val=0}") is None
    assert page("background{color=ffffcc}", "zoom") is None
    assert page("background{color=auto}") is None


def test_a_highlight_keeps_its_name():
    document = read_bytes(docx('p/r(rPr/highlight{val=darkYellow}, t"а")'))
    assert document.faces[0].face.highlight == "darkYellow"
