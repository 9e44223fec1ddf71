"""Reads styles as they are written; how they add up is the business of ``docx_styles``."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plainreply.readers.docx_names import W
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import VAL, Props, fill, run_props
from plainreply.readers.docx_theme import Theme

_BANDS = ("tblStyleRowBandSize", "tblStyleColBandSize")


class Style(NamedTuple):
    """One style as written. ``para`` holds ``num``, ``level``, ``outline`` and ``fill`` if it
    says so, and for a table how many rows and columns make a band; ``parts`` hold the
    formatting of a table's first row, last column and the like."""

    kind: str
    name: str
    base: str
    run: Props
    para: Props
    parts: Mapping[str, Props]


def read_style(node: Node, theme: Theme) -> Style:
    """Read one ``w:style``."""
    parts = {p.get(W + "type", ""): _run(p, theme) for p in node.iter(W + "tblStylePr")}
    return Style(
        node.get(W + "type", "paragraph"),
        _value(node, "name"),
        _value(node, "basedOn"),
        _run(node, theme),
        {**para_props(node.find(W + "pPr"), theme), **_bands(node.find(W + "tblPr"))},
        parts,
    )


def para_props(ppr: Node | None, theme: Theme) -> dict[str, str]:
    """Return what a ``w:pPr`` says of numbering, outline level and background. ``num`` is the
    id of a list, ``""`` for none."""
    props: dict[str, str] = {}
    for child in () if ppr is None else ppr:
        if child.tag == W + "numPr":
            props.update(_numbering(child))
        elif child.tag == W + "outlineLvl":
            props["outline"] = child.get(VAL, "9")
        elif child.tag == W + "shd":
            props["fill"] = fill(child, theme)
    return props


def merge(levels: Iterable[Props]) -> dict[str, str]:
    """Return what several levels say together; a later one overrides."""
    merged: dict[str, str] = {}
    for level in levels:
        merged.update(level)
    return merged


def _numbering(node: Node) -> dict[str, str]:
    props: dict[str, str] = {}
    if (num := node.find(W + "numId")) is not None:
        props["num"] = num.get(VAL, "0").lstrip("0")
    if (level := node.find(W + "ilvl")) is not None:
        props["level"] = level.get(VAL, "0")
    return props


def _bands(tblpr: Node | None) -> dict[str, str]:
    return {} if tblpr is None else {n: v for n in _BANDS if (v := _value(tblpr, n))}


def _run(node: Node, theme: Theme) -> Props:
    """Return the run formatting of a style or of a part of a table style, with its cell fill."""
    props = run_props(node.find(W + "rPr"), theme)
    cell = fill(node.find(f"{W}tcPr/{W}shd"), theme)
    return {**props, "cell": cell} if cell else props


def _value(node: Node, name: str) -> str:
    child = node.find(W + name)
    return "" if child is None else child.get(VAL, "")
