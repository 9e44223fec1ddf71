"""Reads the formatting of one ODF style into a flat mapping, and a whole one into a Face.

A mapping holds only what the style says: on and off are ``"1"`` and ``""``; a property that is
absent leaves the word to the style below.
"""

import re
from collections.abc import Iterable, Mapping

from plainreply.document import Face
from plainreply.readers.docx_package import Node
from plainreply.readers.odt_names import FO, STYLE, SVG, TEXT

Props = Mapping[str, str]

_HEX = re.compile(r"#([0-9A-Fa-f]{6})")
_SIZE = re.compile(r"(\d+(?:\.\d+)?)(pt|in|cm|mm|pc|px|%)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
_VALUES = (  # attribute, what it sets, the values that set it
    (FO + "font-style", "italic", {"italic", "oblique"}),
    (FO + "font-weight", "bold", {"bold", "600", "700", "800", "900"}),
    (FO + "text-transform", "caps", {"uppercase"}),
    (FO + "font-variant", "small_caps", {"small-caps"}),
    (STYLE + "text-outline", "outline", {"true"}),
    (STYLE + "text-blinking", "animation", {"true"}),
    (STYLE + "font-relief", "emboss", {"embossed"}),
    (STYLE + "font-relief", "imprint", {"engraved"}),
    (TEXT + "display", "hidden", {"none"}),
)
_LINES = (  # attributes that draw something unless they are «none»
    (FO + "text-shadow", "shadow"),
    (STYLE + "text-underline-type", "underline"),
    (STYLE + "text-underline-style", "underline"),
    (STYLE + "text-line-through-type", "strike"),
    (STYLE + "text-line-through-style", "strike"),
)
_EFFECTS = ("shadow", "outline", "emboss", "imprint", "animation")


def font_faces(nodes: Iterable[Node]) -> dict[str, str]:
    """Return the font family that each ``style:font-face`` of ``nodes`` names."""
    return {node.get(STYLE + "name", ""): _family(node.get(SVG + "font-family")) for node in nodes}


def text_props(node: Node | None, fonts: Mapping[str, str]) -> dict[str, str]:
    """Return what a ``style:text-properties`` says; ``fonts`` are the declared faces."""
    if node is None:
        return {}
    props = {
        name: "1" if node.get(attribute) in on else ""
        for attribute, name, on in _VALUES
        if attribute in node.attrib
    }
    for attribute, name in _LINES:
        if attribute in node.attrib:
            props[name] = "" if node.get(attribute) == "none" else "1"
    named = fonts.get(node.get(STYLE + "font-name", "")) or _family(node.get(FO + "font-family"))
    found = {"family": named, "size": node.get(FO + "font-size"), "colour": _colour(node)}
    return {**props, **{k: v for k, v in found.items() if v is not None and v != ""}, **fill(node)}


def fill(node: Node | None) -> dict[str, str]:
    """Return the background that a properties element sets, as ``fill``: ``RRGGBB`` or ``""``."""
    value = None if node is None else node.get(FO + "background-color")
    return {} if value is None else {"fill": _hex(value)}


def merged(levels: Iterable[Props]) -> dict[str, str]:
    """Return what all ``levels`` say together; the later override, or scale the font size."""
    props: dict[str, str] = {}
    for level in levels:
        size = _scaled(props.get("size", ""), level.get("size", ""))
        props.update(level)
        props["size"] = size
    return props


def make_face(props: Props, behind: str, link: bool) -> Face:
    """Return the face of text with the properties ``props``; ``behind`` is the background of
    what it stands on, ``RRGGBB`` or ``""``."""
    return Face(
        family=props.get("family") or None,
        size=_points(props.get("size", "")),
        bold=bool(props.get("bold")),
        italic=bool(props.get("italic")),
        underline=bool(props.get("underline")),
        caps=bool(props.get("caps")),
        small_caps=bool(props.get("small_caps")),
        strike=bool(props.get("strike")),
        colour=props.get("colour", "").strip("-") or None,
        background=props.get("fill") or behind or None,
        effects=frozenset(name for name in _EFFECTS if props.get(name)),
        link=link,
    )


def _family(value: str | None) -> str:
    """Return the first family of a list, without its quotation marks."""
    return (value or "").split(",")[0].strip(" '\"")


def _hex(value: str) -> str:
    match = _HEX.fullmatch(value)
    return match[1].upper() if match else ""


def _colour(node: Node) -> str | None:
    """Return the colour of the letters, ``-`` for the automatic one, None when not said."""
    if node.get(STYLE + "use-window-font-color") == "true":
        return "-"
    value = node.get(FO + "color")
    return None if value is None else _hex(value) or "-"


def _scaled(size: str, by: str) -> str:
    """Return the font size ``by``; a percentage is taken of ``size``."""
    if not by.endswith("%"):
        return by or size
    points, share = _points(size), _SIZE.fullmatch(by)
    return f"{points * float(share[1]) / 100:g}pt" if points and share else size


def _points(size: str) -> float | None:
    match = _SIZE.fullmatch(size)
    if not match or match[2] == "%":
        return None
    return float(match[1]) * _POINTS[match[2]]
