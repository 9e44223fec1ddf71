"""Tables: which cells are read and which parts of the table style apply to each."""

from collections.abc import Iterator
from typing import NamedTuple

from plainreply.readers.docx_anchors import Mark
from plainreply.readers.docx_names import W
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import VAL, fill, is_on, number
from plainreply.readers.docx_styles import Styles, Where
from plainreply.readers.docx_wrappers import inner

_GONE = tuple(f"{W}trPr/{W}{tag}" for tag in ("del", "moveFrom"))
_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


class Cell(NamedTuple):
    """A cell to read, what its wrappers mark it with and what its look starts from."""

    node: Node
    marks: Mark
    where: Where


class _Spot(NamedTuple):
    """Where a cell is: its row and column, numbered from 0 of how many, and its column in the
    grid, which is further right when cells to the left are merged."""

    row: int
    rows: int
    column: int
    columns: int
    grid: int


def cells(table: Node, styles: Styles) -> Iterator[Cell]:
    """Yield the cells in reading order; rows and cells deleted by tracked changes are left out."""
    style, options = _style(table), _options(table)
    bands = styles.bands(style)
    rows = tuple((row, marks) for row, marks in inner(table, W + "tr") if not _is_gone(row))
    for index, (row, marks) in enumerate(rows):
        inside = tuple(inner(row, W + "tc", marks))
        grid = _span(row, "trPr", "gridBefore", 0)
        for column, (cell, marked) in enumerate(inside):
            parts = _parts(options, _Spot(index, len(rows), column, len(inside), grid), bands)
            grid += _span(cell, "tcPr", "gridSpan", 1)
            if cell.find(f"{W}tcPr/{W}cellDel") is None:
                shading = fill(cell.find(f"{W}tcPr/{W}shd"), styles.theme)
                yield Cell(cell, marked, Where(style, parts, shading))


def _span(node: Node, properties: str, name: str, otherwise: int) -> int:
    """Return how many columns of the grid a property of a row or cell takes up."""
    found = node.find(f"{W}{properties}/{W}{name}")
    return otherwise if found is None else number(found.get(VAL, ""), otherwise)


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
        return frozenset({"noHBand", "noVBand"})
    bits = look.get(VAL, "0")
    mask = (
        int(bits, 16) if bits.isalnum() and not set(bits.lower()) - set("0123456789abcdef") else 0
    )
    on = ("1", "true", "on")
    return frozenset(n for n, bit in _BITS.items() if look.get(W + n) in on or (mask & bit))


def _parts(options: frozenset[str], spot: _Spot, bands: tuple[int, int]) -> tuple[str, ...]:
    """Return the parts of a table style that apply to a cell, the weakest first."""
    top, bottom = spot.row == 0, spot.row == spot.rows - 1
    left, right = spot.column == 0, spot.column == spot.columns - 1
    first, last = top and "firstRow" in options, bottom and "lastRow" in options
    west, east = left and "firstColumn" in options, right and "lastColumn" in options
    down = (spot.row - ("firstRow" in options)) // bands[0]
    across = (spot.grid - ("firstColumn" in options)) // bands[1]
    found = {
        f"band{across % 2 + 1}Vert": "noVBand" not in options,
        f"band{down % 2 + 1}Horz": "noHBand" not in options,
        "firstCol": west,
        "lastCol": east,
        "firstRow": first,
        "lastRow": last,
        "nwCell": first and west,
        "neCell": first and east,
        "swCell": last and west,
        "seCell": last and east,
    }
    return tuple(part for part, applies in found.items() if applies)
