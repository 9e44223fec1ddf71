"""Paragraphs, headings, lists and tables of the body."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml.etree import _Element

from letterkit.runs import Pen
from letterkit.source import Block
from letterkit.xml import w

CM = 567
LISTS = {"number": 1, "bullet": 2}
WIDTH = 17 * CM


def paragraph(runs: Iterable[_Element], *properties: _Element | None) -> _Element:
    """Make a paragraph; the properties come in the schema's order."""
    return w("p", w("pPr", *properties), *runs)


def plain(pen: Pen, line: str, align: str = "left", size: int = 0, bold: bool = False) -> _Element:
    """Make a short line without indent: letterhead, address, table cell."""
    spacing = w("spacing", before=0, after=0, line=240, lineRule="auto")
    return paragraph(pen.write(line, bold=bold, size=size), spacing, w("jc", val=align))


def body(pen: Pen, blocks: Iterable[Block]) -> Iterator[_Element]:
    """Give the elements of the body in order; neighbouring rows make one table."""
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind == "row":
            yield table(pen, [block.cells for block in group])
            yield plain(pen, "")
        else:
            yield from (_single(pen, block) for block in group)


def _single(pen: Pen, block: Block) -> _Element:
    """Make one heading, list item or paragraph."""
    if block.kind == "heading":
        return paragraph(pen.write(block.text), w("pStyle", val="1"))
    if block.kind in LISTS:
        number = w("numPr", w("ilvl", val=0), w("numId", val=LISTS[block.kind]))
        return paragraph(pen.write(block.text), w("pStyle", val="a4"), number, pen.mark())
    return paragraph(pen.write(block.text), w("ind", firstLine=709), w("jc", val="both"))


def table(pen: Pen, rows: list[list[str]]) -> _Element:
    """Make a ruled table whose first row is its head."""
    width = WIDTH // len(rows[0])
    grid = w("tblGrid", *(w("gridCol", w=width) for _ in rows[0]))
    head = w(
        "tblPr",
        w("tblStyle", val="a3"),
        w("tblW", w=WIDTH, type="dxa"),
        w("tblLayout", type="fixed"),
    )
    return w("tbl", head, grid, *(_row(pen, row, width, n == 0) for n, row in enumerate(rows)))


def _row(pen: Pen, cells: list[str], width: int, first: bool) -> _Element:
    """Make one table row; the head row repeats on the next page."""
    made = (cell(width, plain(pen, value, size=24, bold=first)) for value in cells)
    return w("tr", w("trPr", w("tblHeader")) if first else None, *made)


def cell(width: int, *content: _Element) -> _Element:
    """Make a table cell of a width in twentieths of a point."""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *content)
