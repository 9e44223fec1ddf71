"""The styles of an ODT and how they add up to the look of a piece of text.

Order: the default style of paragraphs, the paragraph's style after its parents, then the
styles of the spans around the text, the inner ones last, each after its parents.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from plainreply.document import Face
from plainreply.readers.docx_package import Node
from plainreply.readers.odt_names import OFFICE, STYLE
from plainreply.readers.odt_props import Props, fill, font_faces, make_face, merged, text_props

MAX_PARENTS = 50
STANDARD, LINK = "Standard", "Internet_20_link"  # what LibreOffice takes when nothing is named

_HEADING = re.compile(r"(heading|title|subtitle|заголовок|название)\b", re.IGNORECASE)


class Style(NamedTuple):
    """One style as written. ``label`` is its name for people, ``""`` for an automatic one;
    ``fill`` is the background of its paragraphs or cells."""

    label: str
    parent: str
    text: Props
    fill: Props


class Where(NamedTuple):
    """What surrounds a piece of text: the style of its paragraph, the styles of the spans,
    whether it is in a link, and the background of its cell, ``RRGGBB`` or ``""``."""

    paragraph: str = STANDARD
    spans: tuple[str, ...] = ()
    link: bool = False
    fill: str = ""


class Look(NamedTuple):
    """How a piece of text looks, and whether it is hidden."""

    face: Face
    hidden: bool


@dataclass(frozen=True, eq=False)
class Styles:
    """The styles that one part may use, by family and name, and the looks worked out so far.

    ``page`` is the background of the page, ``RRGGBB`` or ``""``.
    """

    by_name: Mapping[tuple[str, str], Style]
    page: str
    _looks: dict[Where, Look] = field(default_factory=dict)

    def name(self, paragraph: str) -> str:
        """Return the name for people of a paragraph style; an automatic one gives its parent's."""
        labels = (style.label for style in reversed(self.chain("paragraph", paragraph)))
        return next(filter(None, labels), "")

    def is_heading(self, paragraph: str) -> bool:
        """Tell whether a paragraph style is, or comes from, one of headings or titles."""
        return any(_HEADING.match(style.label) for style in self.chain("paragraph", paragraph))

    def chain(self, family: str, name: str) -> tuple[Style, ...]:
        """Return a style after its parents, farthest first; a cycle is cut."""
        seen: dict[str, Style] = {}
        while (family, name) in self.by_name and name not in seen and len(seen) < MAX_PARENTS:
            seen[name] = self.by_name[family, name]
            name = seen[name].parent
        return tuple(reversed(seen.values()))

    def fill(self, family: str, name: str) -> str:
        """Return the background that a style gives its paragraphs or cells."""
        return merged(style.fill for style in self.chain(family, name)).get("fill", "")

    def look(self, where: Where) -> Look:
        """Return the look of the text that stands at ``where``."""
        if where not in self._looks:
            self._looks[where] = self._work_out(where)
        return self._looks[where]

    def _work_out(self, where: Where) -> Look:
        default = self.by_name.get(("paragraph", ""))
        chains = [self.chain("paragraph", where.paragraph)]
        chains += (self.chain("text", span) for span in where.spans)
        levels = [style.text for chain in chains for style in chain]
        props = merged([default.text, *levels] if default else levels)
        behind = self.fill("paragraph", where.paragraph) or where.fill or self.page
        return Look(make_face(props, behind, where.link), bool(props.get("hidden")))


def read_styles(common: Node | None, own: Node) -> Styles:
    """Read the styles that the part ``own`` may use: its automatic ones, and all those of the
    part ``common`` (``styles.xml``) that are not automatic."""
    roots = (own,) if common is None or common is own else (common, own)
    fonts = font_faces(node for root in roots for node in root.iter(STYLE + "font-face"))
    by_name: dict[tuple[str, str], Style] = {}
    for root in roots:
        for group in ("styles", "automatic-styles")[: 1 + (root is own)]:
            for node in root.iterfind(f"{OFFICE}{group}/*"):
                key = node.get(STYLE + "family", ""), node.get(STYLE + "name", "")
                by_name[key] = _style(node, fonts, group)
    return Styles(by_name, _page(roots[0]))


def _style(node: Node, fonts: Mapping[str, str], group: str) -> Style:
    label = node.get(STYLE + "display-name", node.get(STYLE + "name", ""))
    family = node.get(STYLE + "family", "")
    return Style(
        label if group == "styles" else "",
        node.get(STYLE + "parent-style-name", ""),
        text_props(node.find(STYLE + "text-properties"), fonts),
        fill(node.find(f"{STYLE}{family}-properties")),
    )


def _page(root: Node) -> str:
    """Return the background of the page that a letter starts on."""
    master = next(root.iter(STYLE + "master-page"), None)
    wanted = None if master is None else master.get(STYLE + "page-layout-name")
    for layout in root.iter(STYLE + "page-layout"):
        if layout.get(STYLE + "name") == wanted:
            return fill(layout.find(STYLE + "page-layout-properties")).get("fill", "")
    return ""
