"""How text in an OpenDocument file looks, through automatic and named styles."""

import pytest
from odt_builder import default, odt, p, style

from plainreply.document import Face
from plainreply.readers import read_bytes


def faces(body, *more, **parts):
    document = read_bytes(odt(body, *more, **parts), "a.odt")
    return {
        s.span.of(document.text): s.face for s in document.faces if s.span.of(document.text) != "\n"
    }


def span(text, name="T1"):
    return f'<text:span text:style-name="{name}">{text}</text:span>'


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('fo:font-weight="bold"', Face(bold=True)),
        ('fo:font-weight="600"', Face(bold=True)),
        ('fo:font-style="oblique"', Face(italic=True)),
        ('style:text-underline-style="solid"', Face(underline=True)),
        ('style:text-underline-style="none"', Face()),
        ('fo:text-transform="uppercase"', Face(caps=True)),
        ('fo:text-transform="capitalize"', Face()),
        ('fo:font-variant="small-caps"', Face(small_caps=True)),
        ('style:text-line-through-style="solid"', Face(strike=True)),
        ('fo:color="#ff0000"', Face(colour="FF0000")),
        ('fo:color="#ff0000" style:use-window-font-color="true"', Face()),
        ('fo:background-color="#ffff00"', Face(background="FFFF00")),
        ('fo:background-color="transparent"', Face()),
        ('fo:font-size="14pt"', Face(size=14.0)),
        ('fo:font-size="1in"', Face(size=72.0)),
        ("fo:font-family=\"'PT Sans', Arial\"", Face(family="PT Sans")),
        ('style:font-name="F1"', Face(family="PT Astra Serif")),
        ('fo:text-shadow="1pt 1pt"', Face(effects=frozenset({"shadow"}))),
        ('style:text-outline="true"', Face(effects=frozenset({"outline"}))),
        ('style:font-relief="embossed"', Face(effects=frozenset({"emboss"}))),
        ('style:font-relief="engraved"', Face(effects=frozenset({"imprint"}))),
    ],
)
def test_direct_formatting(properties, expected):
    font = '<style:font-face style:name="F1" svg:font-family="\'PT Astra Serif\'"/>'
    assert faces(p(span("а")), style("T1", "text", properties), font) == {"а": expected}


def test_styles_inherit_from_parents_and_defaults():
    common = (
        default('fo:font-size="10pt" fo:font-style="italic"')
        + style("Standard", "paragraph", 'fo:font-size="12pt"')
        + style("Body", "paragraph", 'fo:font-size="150%" fo:color="#00ff00"', parent="Standard")
        + style("Strong", "text", 'fo:font-weight="bold" fo:font-style="normal"')
    )
    automatic = style("P1", "paragraph", 'fo:color="#0000ff"', parent="Body") + style(
        "T1", "text", 'fo:font-size="50%"', parent="Strong"
    )
    found = faces(p("а", span("б"), style_name="P1") + p("в"), automatic, common=common)
    assert found == {
        "а": Face(size=18.0, italic=True, colour="0000FF"),
        "б": Face(size=9.0, bold=True, colour="0000FF"),
        "в": Face(size=12.0, italic=True),
    }


def test_an_explicit_off_overrides_and_a_cycle_of_parents_ends():
    automatic = style("T1", "text", 'fo:font-weight="bold"', parent="T2") + style(
        "T2", "text", 'fo:font-style="italic"', parent="T1"
    )
    off = style("T3", "text", 'fo:font-weight="normal"')
    found = faces(p(span("а" + span("б", "T3"))), automatic + off)
    assert found == {"а": Face(bold=True, italic=True), "б": Face(italic=True)}


def test_links_take_the_style_of_links():
    common = style("Internet_20_link", "text", 'fo:color="#000080"')
    found = faces(p("а <text:a>б</text:a>"), common=common)
    assert found == {"а ": Face(), "б": Face(colour="000080", link=True)}


def test_backgrounds_of_paragraph_cell_and_page():
    automatic = style("P1", "paragraph", paragraph='fo:background-color="#aaaaaa"') + style(
        "C1", "table-cell", **{"table-cell": 'fo:background-color="#bbbbbb"'}
    )
    page = (
        '<style:page-layout style:name="L"><style:page-layout-properties '
        'fo:background-color="#cccccc"/></style:page-layout>'
    )
    master = '<style:master-page style:name="Standard" style:page-layout-name="L"/>'
    cell = f'<table:table-cell table:style-name="C1">{p("б")}</table:table-cell>'
    table = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    body = p("а", style_name="P1") + table + p("в")
    found = faces(body, automatic, layouts=page, masters=master)
    assert {word: face.background for word, face in found.items()} == {
        "а": "AAAAAA",
        "б": "BBBBBB",
        "в": "CCCCCC",
    }
