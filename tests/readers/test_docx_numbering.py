"""The numbers and bullets that Word shows before paragraphs."""

import pytest
from docx_builder import docx, part, xml

from plainreply.readers import read_bytes
from plainreply.readers.docx_numerals import numeral


def level(depth, text, format_="decimal", start=1, more=""):
    inside = f"start{{val={start}}}, numFmt{{val={format_}}}, lvlText{{val={text}}}"
    return f"lvl{{ilvl={depth}}}({inside}{', ' if more else ''}{more})"


def family(id_, *levels):
    return f"abstractNum{{abstractNumId={id_}}}({', '.join(levels)})"


def num(id_, family_, more=""):
    return f"num{{numId={id_}}}(abstractNumId{{val={family_}}}{', ' if more else ''}{more})"


def item(id_, depth=0, text="слово"):
    return f'p(pPr/numPr(ilvl{{val={depth}}}, numId{{val={id_}}}), r/t"{text}")'


def labels(body, numbering, styles=""):
    document = read_bytes(docx(body, styles, numbering=part("numbering", xml(numbering))))
    return [paragraph.label for paragraph in document.paragraphs]


OUTLINE = family(0, level(0, "%1."), level(1, "%1.%2)"), level(2, "%3)", "russianLower"))


@pytest.mark.parametrize(
    ("depths", "expected"),
    [
        ((0, 0, 0), ["1.", "2.", "3."]),
        ((0, 1, 1, 0, 1), ["1.", "1.1)", "1.2)", "2.", "2.1)"]),
        ((0, 1, 2, 2, 1, 2), ["1.", "1.1)", "а)", "б)", "1.2)", "а)"]),
        ((2, 1, 0), ["а)", "1.2)", "2."]),
        ((5,), [""]),
    ],
)
def test_levels_count_and_start_anew_under_a_higher_one(depths, expected):
    body = ", ".join(item(1, depth) for depth in depths)
    assert labels(body, f"{OUTLINE}, {num(1, 0)}") == expected


def test_an_empty_item_is_counted_and_other_paragraphs_have_no_label():
    body = f'{item(1)}, p/r/t"а", {item(1, 0, "")}, {item(1)}'
    assert labels(body, f"{OUTLINE}, {num(1, 0)}") == ["1.", "", "3."]


def test_a_label_is_no_part_of_the_text():
    numbering = part("numbering", xml(f"{OUTLINE}, {num(1, 0)}"))
    document = read_bytes(docx(item(1), numbering=numbering))
    assert (document.text, document.paragraphs[0].role) == ("слово", "list")


def test_lists_of_one_family_go_on_unless_told_to_start_anew():
    anew = "lvlOverride{ilvl=0}/startOverride{val=5}"
    numbering = f"{OUTLINE}, {num(1, 0)}, {num(2, 0)}, {num(3, 0, anew)}"
    body = ", ".join(map(item, (1, 2, 3, 3, 1)))
    assert labels(body, numbering) == ["1.", "2.", "5.", "6.", "7."]


def test_a_list_may_replace_a_level():
    other = f"lvlOverride{{ilvl=0}}/{level(0, '(%1)', 'upperRoman', 4)}"
    assert labels(item(1), f"{OUTLINE}, {num(1, 0, other)}") == ["(IV)"]


def test_a_level_may_go_on_under_a_higher_one():
    steady = family(0, level(0, "%1."), level(1, "%2)", more="lvlRestart{val=0}"))
    body = ", ".join(item(1, depth) for depth in (0, 1, 0, 1))
    assert labels(body, f"{steady}, {num(1, 0)}") == ["1.", "1)", "2.", "2)"]


def test_legal_numbering_is_in_digits():
    legal = family(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="isLgl"))
    assert labels(f"{item(1)}, {item(1, 1)}", f"{legal}, {num(1, 0)}") == ["I.", "1.1"]


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("–", "", "–"),
        ("\uf0b7", "", "•"),
        ("·", "rPr/rFonts{ascii=Symbol hAnsi=Symbol}", "•"),
        ("o", "rPr/rFonts{ascii=Wingdings}", "•"),
        ("–", "rPr/rFonts{ascii=Arial}", "–"),
        ("*", "lvlPicBulletId{val=0}", "•"),
        ("", "", ""),
    ],
)
def test_bullets(text, more, expected):
    bulleted = family(0, level(0, text, "bullet", more=more))
    assert labels(item(1), f"{bulleted}, {num(1, 0)}") == [expected]


def test_numbering_of_a_style_takes_the_level_tied_to_it():
    tied = family(0, level(0, "%1.", more="pStyle{val=A}"), level(1, "%1.%2", more="pStyle{val=B}"))
    styles = (
        "style{type=paragraph styleId=A}(name{val=A}, pPr/numPr/numId{val=1}),"
        "style{type=paragraph styleId=B}(name{val=B}, pPr/numPr/numId{val=1}),"
        "style{type=paragraph styleId=C}(name{val=C}, basedOn{val=B}),"
        "style{type=paragraph styleId=D}(name{val=D}, basedOn{val=B}, pPr/numPr/numId{val=0}),"
        "style{type=paragraph styleId=E}(name{val=E}, pPr/numPr(ilvl{val=1}, numId{val=2}))"
    )
    body = ", ".join(f'p(pPr/pStyle{{val={style}}}, r/t"а")' for style in "ABCDE")
    plain = family(1, level(0, "%1."), level(1, "%2)"))
    numbering = f"{tied}, {plain}, {num(1, 0)}, {num(2, 1)}"
    assert labels(body, numbering, styles) == ["1.", "1.1", "1.2", "", "1)"]


def test_a_list_may_be_defined_by_a_numbering_style():
    linked = "abstractNum{abstractNumId=1}/numStyleLink{val=S}"
    styles = "style{type=numbering styleId=S}(name{val=S}, pPr/numPr/numId{val=1})"
    assert labels(item(2), f"{OUTLINE}, {linked}, {num(1, 0)}, {num(2, 1)}", styles) == ["1."]


def test_lists_that_are_not_there_give_no_label():
    assert labels(f"{item(7)}, {item(1)}", num(1, 9)) == ["", ""]
    assert [p.label for p in read_bytes(docx(item(1))).paragraphs] == [""]


def test_text_boxes_count_for_themselves():
    box = f'p(pPr/numPr/numId{{val=1}}, r/t"а", r/pict/txbxContent/{item(1)})'
    assert labels(f"{box}, {item(1)}", f"{OUTLINE}, {num(1, 0)}") == ["1.", "1.", "2."]


@pytest.mark.parametrize(
    ("value", "format_", "expected"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (1, "lowerLetter", "a"),
        (28, "upperLetter", "BB"),
        (10, "russianLower", "к"),
        (26, "russianLower", "ы"),
        (30, "russianUpper", "АА"),
        (1994, "lowerRoman", "mcmxciv"),
        (4, "upperRoman", "IV"),
        (0, "upperRoman", "0"),
        (3, "none", ""),
        (3, "bullet", ""),
        (3, "chicago", "3"),
        (999_999_999, "lowerLetter", "999999999"),
    ],
)
def test_numerals(value, format_, expected):
    assert numeral(value, format_) == expected
