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
from plainreply.readers.docx_names import W
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import TOGGLES, Props, number, run_props
from plainreply.readers.docx_stylesheet import Style, merge, read_style
from plainreply.readers.docx_theme import Theme

MAX_BASES = 50  # Word itself stops far earlier

_HEADING = re.compile(r"(heading|title|subtitle|заголовок|название)\b", re.IGNORECASE)
_LINK = frozenset({"hyperlink", "followedhyperlink", "гиперссылка"})


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
    """All styles of a document by id, the background of its pages, and what has been worked out."""

    by_id: Mapping[str, Style]
    defaults: Props
    usual: Mapping[str, str]
    theme: Theme
    page: str = ""
    _looks: dict[tuple[Where, tuple[tuple[str, str], ...]], Look] = field(default_factory=dict)
    _paragraphs: dict[str, Props] = field(default_factory=dict)
    _ids: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def name(self, style: str) -> str:
        """Return the name of a paragraph style; an unknown id gives the default style's."""
        ids = self.ids("paragraph", style)
        return self.by_id[ids[0]].name if ids else ""

    def paragraph(self, style: str) -> Props:
        """Return what a paragraph style and its bases say, with ``heading`` if it is one."""
        if style not in self._paragraphs:
            chain = self.chain("paragraph", style)
            props = merge(link.para for link in chain)
            if any(_HEADING.match(link.name) for link in chain):
                props["heading"] = "1"
            self._paragraphs[style] = props
        return self._paragraphs[style]

    def bands(self, style: str) -> tuple[int, int]:
        """Return how many rows and how many columns make a band of a table style."""
        props = merge(link.para for link in self.chain("table", style))
        rows, columns = (props.get(f"tblStyle{way}BandSize", "1") for way in ("Row", "Col"))
        return max(number(rows, 1), 1), max(number(columns, 1), 1)

    def chain(self, kind: str, style: str) -> tuple[Style, ...]:
        """Return a style after all its bases, farthest first; a cycle is cut."""
        return tuple(self.by_id[id_] for id_ in reversed(self.ids(kind, style)))

    def ids(self, kind: str, style: str) -> tuple[str, ...]:
        """Return the ids of a style and its bases, nearest first; a cycle is cut."""
        if (kind, style) not in self._ids:
            self._ids[kind, style] = tuple(self._bases(kind, style))
        return self._ids[kind, style]

    def _bases(self, kind: str, style: str) -> list[str]:
        if style not in self.by_id or self.by_id[style].kind != kind:
            style = self.usual.get(kind, "")
        seen: list[str] = []
        while style in self.by_id and style not in seen and len(seen) < MAX_BASES:
            seen.append(style)
            style = self.by_id[style].base
        return seen

    def look(self, where: Where, rpr: Node | None) -> Look:
        """Return the look of a run with the direct formatting ``rpr``."""
        direct = run_props(rpr, self.theme)
        key = where, tuple(sorted(direct.items()))
        if key not in self._looks:
            self._looks[key] = self._work_out(where, direct)
        return self._looks[key]

    def _work_out(self, where: Where, direct: Props) -> Look:
        character = self.chain("character", direct.get("style", ""))
        levels = (
            self._table(where),
            merge(style.run for style in self.chain("paragraph", where.style)),
            merge(style.run for style in character),
        )
        props = merge((self.defaults, *levels, direct))
        for name in TOGGLES - direct.keys():
            props[name] = _toggle(name, self.defaults, levels)
        link = where.link or any(style.name.lower() in _LINK for style in character)
        own = props.get("fill") or where.fill or where.cell_fill or props.get("cell", "")
        behind = own or self.page
        latin, other = (make_face(props, slot, behind, link) for slot in ("ascii", "hAnsi"))
        return Look(latin, other, bool(props["vanish"]))

    def _table(self, where: Where) -> Props:
        """Return the table level: the style's own formatting, then the parts that apply."""
        if not where.table:
            return {}
        chain = self.chain("table", where.table)
        parts = (style.parts.get(part, {}) for part in where.parts for style in chain)
        return merge((*(style.run for style in chain), *parts))


def read_styles(root: Node | None, theme: Theme, page: str) -> Styles:
    """Read ``styles.xml``; ``root`` is None when the document has none. ``page`` is the
    background of the page, ``RRGGBB`` or ``""``."""
    nodes = () if root is None else tuple(root.iter(W + "style"))
    defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    usual = {
        node.get(W + "type", "paragraph"): node.get(W + "styleId", "")
        for node in nodes
        if node.get(W + "default", "0").lower() in ("1", "true", "on")
    }
    by_id = {node.get(W + "styleId", ""): read_style(node, theme) for node in nodes}
    return Styles(by_id, run_props(defaults, theme), usual, theme, page)


def _toggle(name: str, defaults: Props, levels: Iterable[Props]) -> str:
    """Start from the default and flip it once for each level that says otherwise."""
    start = bool(defaults.get(name))
    flips = sum(name in level and bool(level[name]) != start for level in levels)
    return "1" if start ^ (flips % 2 == 1) else ""
