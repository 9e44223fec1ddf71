"""What stands around the body: letterhead, addressee, signature, page number."""

from docx.document import Document
from docx.shared import Cm
from lxml.etree import _Element

from letterkit.blocks import CM, WIDTH, cell, paragraph, plain
from letterkit.runs import Pen
from letterkit.source import Letter
from letterkit.xml import text, w

SMALL = 20


def head(pen: Pen, letter: Letter) -> list[_Element]:
    """Give the letterhead and the greeting; layout `side` is a table, `top` is lines."""
    parts = _side(pen, letter) if letter["layout"] == "side" else _top(pen, letter)
    subject = [plain(pen, line, "center", bold=True) for line in letter.lines("subject")]
    subject += [plain(pen, "")] if subject else []
    return [
        *parts,
        plain(pen, ""),
        *subject,
        plain(pen, letter["greeting"], "center"),
        plain(pen, ""),
    ]


def _side(pen: Pen, letter: Letter) -> list[_Element]:
    """Give a table of two columns: the body that writes on the left, the reader on the right."""
    half = WIDTH // 2
    left = [_name(pen, line) for line in letter.lines("org")]
    left += [plain(pen, line, "center", SMALL) for line in letter.lines("address")]
    left += [plain(pen, line, "center", 24) for line in ("", *_numbers(letter))]
    right = [plain(pen, line) for line in letter.lines("to")]
    head = w("tblPr", w("tblW", w=WIDTH, type="dxa"), w("tblLayout", type="fixed"))
    grid = w("tblGrid", w("gridCol", w=half), w("gridCol", w=half))
    return [w("tbl", head, grid, w("tr", cell(half, *left), cell(half, *right)))]


def _top(pen: Pen, letter: Letter) -> list[_Element]:
    """Give a centred letterhead over a rule, then the addressee at the right."""
    names = [_name(pen, line) for line in letter.lines("org")]
    rule = w("pBdr", w("bottom", val="single", sz=6, space=1, color="auto"))
    address = paragraph(pen.write(letter["address"], size=SMALL), rule, w("jc", val="center"))
    numbers = [plain(pen, line, size=24) for line in _numbers(letter)]
    to = [
        paragraph(pen.write(line), w("spacing", after=0), w("ind", left=9 * CM))
        for line in letter.lines("to")
    ]
    return [*names, address, *numbers, *to]


def _name(pen: Pen, line: str) -> _Element:
    """Give one line of the name of the body, in the letterhead style."""
    return paragraph(pen.write(line), w("pStyle", val="ad"))


def _numbers(letter: Letter) -> tuple[str, str]:
    """Give the two lines with the numbers and dates of the reply and of the request."""
    number, date = letter.lines("reply")
    return f"{letter['date']} № {letter['number']}", f"на № {number} от {date}"


def foot(pen: Pen, letter: Letter) -> list[_Element]:
    """Give the signature line and, for layout `top`, the executor under it."""
    *posts, name = letter.lines("sign")
    tabs = w("tabs", w("tab", val="right", pos=WIDTH))
    lines = [plain(pen, ""), *(plain(pen, post) for post in posts[:-1])]
    gap = w("r", w("tab"))
    lines.append(paragraph([*pen.write(posts[-1]), gap, *pen.write(name)], tabs))
    if letter["layout"] == "top":
        lines += [plain(pen, ""), plain(pen, letter["executor"], size=SMALL)]
    return lines


def margins(document: Document, pen: Pen, letter: Letter) -> None:
    """Set the sheet, the page number over the second page and the first page's footer."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1)
    section.top_margin = section.bottom_margin = Cm(2)
    section.different_first_page_header_footer = True
    _fill(section.header._element, _page_number(pen))
    if letter["layout"] == "side":
        _fill(section.first_page_footer._element, plain(pen, letter["executor"], size=SMALL))


def _fill(part: _Element, content: _Element) -> None:
    """Make the content the only paragraph of a header or footer."""
    for child in list(part):
        part.remove(child)
    part.append(content)


def _page_number(pen: Pen) -> _Element:
    """Give a centred PAGE field, with the result that Word stored last."""
    marks = [
        w("r", pen.mark(), w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")
    ]
    code = w("r", pen.mark(), text(" PAGE ", "instrText"))
    runs = [marks[0], code, marks[1], *pen.write("2"), marks[2]]
    return paragraph(runs, w("pStyle", val="a5"), w("jc", val="center"))
