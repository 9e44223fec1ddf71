"""Tables: which cells are read and which parts of the table style apply to each."""

from collections.abc import Iterator
from typing import NamedTuple

from plainreply.readers.docx_anchors import Mark
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import VAL, W, fill, is_on
from plainreply.readers.docx_styles import Where
from plainreply.readers.docx_wrappers import inner

_GONE = tuple(f"{W}trPr/{W}{tag}" for tag in ("del", "moveFrom"))
_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
}


class Cell(NamedTuple):
    """A cell to read, what its wrappers mark it with and what its look starts from."""

    node: Node
    marks: Mark
    where: Where


def cells(table: Node) -> Iterator[Cell]:
    """Yield the cells in reading order; rows and cells deleted by tracked changes are left out."""
    style = _style(table)
    options = _options(table)
    rows = tuple((row, marks) for row, marks in inner(table, W + "tr") if not _is_gone(row))
    for number, (row, marks) in enumerate(rows):
        inside = tuple(inner(row, W + "tc", marks))
        for column, (cell, marked) in enumerate(inside):
            if cell.find(f"{W}tcPr/{W}cellDel") is None:
                parts = _parts(options, number, len(rows), column, len(inside))
                yield Cell(cell, marked, Where(style, parts, fill(cell.find(f"{W}tcPr/{W}shd"))))


def _is_gone(row: Node) -> bool:
    """Tell whether a row is deleted by a tracked change or hidden."""
    deleted = any(row.find(path) is not None for path in _GONE)
    return deleted or is_on(row.find(f"{W}trPr/{W}hidden"))


def _style(table: Node) -> str:
    """Return the id of the table style; ``*`` stands for the default style of tables."""
    node = table.find(f"{W}tblPr/{W}tblStyle")
    return "*" if node is None else node.get(VAL, "*")


def _options(table: Node) -> frozenset[str]:
    """Return which special parts the table shows, from ``w:tblLook`` in either spelling."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return frozenset({"noHBand"})
    bits = look.get(VAL, "0")
    mask = (
        int(bits, 16) if bits.isalnum() and not set(bits.lower()) - set("0123456789abcdef") else 0
    )
    on = ("1", "true", "on")
    return frozenset(n for n, bit in _BITS.items() if look.get(W + n) in on or (mask & bit))


def _parts(
    options: frozenset[str], row: int, rows: int, column: int, columns: int
) -> tuple[str, ...]:
    """Return the parts of a table style that apply to a cell, the weakest first."""
    banded = row - ("firstRow" in options)
    found = {
        "band1Horz": "noHBand" not in options and banded % 2 == 0,
        "band2Horz": "noHBand" not in options and banded % 2 == 1,
        "firstCol": "firstColumn" in options and column == 0,
        "lastCol": "lastColumn" in options and column == columns - 1,
        "firstRow": "firstRow" in options and row == 0,
        "lastRow": "lastRow" in options and row == rows - 1,
    }
    return tuple(part for part, applies in found.items() if applies)
