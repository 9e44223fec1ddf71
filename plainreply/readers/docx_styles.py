"""The styles of a DOCX and how they add up to the look of a run.

Order: document defaults, table style, paragraph style, character style, direct formatting.
(Numbering formats only the number itself.) Within a chain of ``basedOn`` the nearer style
overrides; between the table, paragraph and character levels toggles such as italic cancel
each other out (ECMA-376 part 1, 17.7.3); direct formatting is absolute.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from plainreply.document import Face
from plainreply.readers.docx_face import make_face
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import TOGGLES, VAL, Props, W, fill, run_props

MAX_BASES = 50  # Word itself stops far earlier

_HEADING = re.compile(r"(heading|title|subtitle|заголовок|название)\b", re.IGNORECASE)
_LINK = frozenset({"hyperlink", "followedhyperlink", "гиперссылка"})


class Style(NamedTuple):
    """One style as written. ``para`` holds ``num``, ``outline`` and ``fill`` if it says so;
    ``parts`` hold the formatting of a table's first row, last column and the like."""

    kind: str
    name: str
    base: str
    run: Props
    para: Props
    parts: Mapping[str, Props]


class Look(NamedTuple):
    """How a run looks: ``latin`` for ASCII letters and digits, ``other`` for Cyrillic."""

    latin: Face
    other: Face
    hidden: bool


class Where(NamedTuple):
    """What surrounds a run: its table style with the parts of it that apply, the fill of its
    cell, its paragraph style and the fill of the paragraph, and whether it is in a link."""

    table: str = ""
    parts: tuple[str, ...] = ()
    cell_fill: str = ""
    style: str = ""
    fill: str = ""
    link: bool = False


NOWHERE = Where()


@dataclass(frozen=True, eq=False)
class Styles:
    """All styles of a document by id, and the looks worked out so far."""

    by_id: Mapping[str, Style]
    defaults: Props
    usual: Mapping[str, str]
    fonts: Mapping[str, str]
    _looks: dict[tuple[Where, tuple[tuple[str, str], ...]], Look] = field(default_factory=dict)

    def name(self, style: str) -> str:
        """Return the name of a paragraph style; an unknown id gives the default style's."""
        chain = self.chain("paragraph", style)
        return chain[-1].name if chain else ""

    def paragraph(self, style: str) -> Props:
        """Return what a paragraph style and its bases say, with ``heading`` if it is one."""
        chain = self.chain("paragraph", style)
        props = _merge(link.para for link in chain)
        if any(_HEADING.match(link.name) for link in chain):
            props["heading"] = "1"
        return props

    def chain(self, kind: str, style: str) -> tuple[Style, ...]:
        """Return a style after all its bases, farthest first; a cycle is cut."""
        if style not in self.by_id or self.by_id[style].kind != kind:
            style = self.usual.get(kind, "")
        seen: dict[str, Style] = {}
        while style in self.by_id and style not in seen and len(seen) < MAX_BASES:
            seen[style] = self.by_id[style]
            style = seen[style].base
        return tuple(reversed(seen.values()))

    def look(self, where: Where, rpr: Node | None) -> Look:
        """Return the look of a run with the direct formatting ``rpr``."""
        direct = run_props(rpr, self.fonts)
        key = where, tuple(sorted(direct.items()))
        if key not in self._looks:
            self._looks[key] = self._work_out(where, direct)
        return self._looks[key]

    def _work_out(self, where: Where, direct: Props) -> Look:
        character = self.chain("character", direct.get("style", ""))
        levels = (
            self._table(where),
            _merge(style.run for style in self.chain("paragraph", where.style)),
            _merge(style.run for style in character),
        )
        props = _merge((self.defaults, *levels, direct))
        for name in TOGGLES - direct.keys():
            props[name] = _toggle(name, self.defaults, levels)
        link = where.link or any(style.name.lower() in _LINK for style in character)
        behind = props.get("fill") or where.fill or where.cell_fill or props.get("cell", "")
        latin, other = (make_face(props, slot, behind, link) for slot in ("ascii", "hAnsi"))
        return Look(latin, other, bool(props["vanish"]))

    def _table(self, where: Where) -> Props:
        """Return the table level: the style's own formatting, then the parts that apply."""
        if not where.table:
            return {}
        chain = self.chain("table", where.table)
        parts = (style.parts.get(part, {}) for part in where.parts for style in chain)
        return _merge((*(style.run for style in chain), *parts))


def read_styles(root: Node | None, fonts: Mapping[str, str]) -> Styles:
    """Read ``styles.xml``; ``root`` is None when the document has none."""
    nodes = () if root is None else tuple(root.iter(W + "style"))
    defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    by_id = {node.get(W + "styleId", ""): _style(node, fonts) for node in nodes}
    usual = {
        node.get(W + "type", "paragraph"): node.get(W + "styleId", "")
        for node in nodes
        if node.get(W + "default", "0").lower() in ("1", "true", "on")
    }
    return Styles(by_id, run_props(defaults, fonts), usual, fonts)


def para_props(ppr: Node | None) -> dict[str, str]:
    """Return what a ``w:pPr`` says of numbering, outline level and background."""
    props: dict[str, str] = {}
    if ppr is None:
        return props
    if (num := ppr.find(f"{W}numPr/{W}numId")) is not None:
        props["num"] = num.get(VAL, "0").strip("0")
    if (level := ppr.find(f"{W}outlineLvl")) is not None:
        props["outline"] = level.get(VAL, "9")
    if (shd := ppr.find(f"{W}shd")) is not None:
        props["fill"] = fill(shd)
    return props


def _style(node: Node, fonts: Mapping[str, str]) -> Style:
    parts = {part.get(W + "type", ""): _run(part, fonts) for part in node.iter(W + "tblStylePr")}
    return Style(
        node.get(W + "type", "paragraph"),
        _value(node, "name"),
        _value(node, "basedOn"),
        _run(node, fonts),
        para_props(node.find(W + "pPr")),
        parts,
    )


def _run(node: Node, fonts: Mapping[str, str]) -> Props:
    """Return the run formatting of a style or of a part of a table style, with its cell fill."""
    props = run_props(node.find(W + "rPr"), fonts)
    cell = fill(node.find(f"{W}tcPr/{W}shd"))
    return {**props, "cell": cell} if cell else props


def _value(node: Node, name: str) -> str:
    child = node.find(W + name)
    return "" if child is None else child.get(VAL, "")


def _merge(levels: Iterable[Props]) -> dict[str, str]:
    merged: dict[str, str] = {}
    for level in levels:
        merged.update(level)
    return merged


def _toggle(name: str, defaults: Props, levels: Iterable[Props]) -> str:
    """Start from the default and flip it once for each level that says otherwise."""
    start = bool(defaults.get(name))
    flips = sum(name in level and bool(level[name]) != start for level in levels)
    return "1" if start ^ (flips % 2 == 1) else ""
