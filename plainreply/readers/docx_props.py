"""Reads the XML of one level of formatting (``w:rPr`` and the like) into a flat mapping.

A mapping holds only what the level says: on and off are ``"1"`` and ``""``; a property that
is absent leaves the word to the level below.
"""

import re
from collections.abc import Mapping

from lxml import etree

from plainreply.readers.docx_names import W14, W
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_theme import Theme, mixed

VAL = W + "val"

Props = Mapping[str, str]

TOGGLES = frozenset(
    {"b", "i", "bCs", "iCs", "caps", "smallCaps", "strike"}
    | {"outline", "shadow", "emboss", "imprint", "vanish"}
)
_SWITCHES = frozenset({"dstrike", "rtl", "cs"})
_VALUES = frozenset({"u", "highlight", "sz", "szCs", "effect"})
_THEMED = {  # where a font may be named -> the attribute that names it through the theme
    "ascii": "asciiTheme",
    "hAnsi": "hAnsiTheme",
    "eastAsia": "eastAsiaTheme",
    "cs": "cstheme",
}
_OFF = frozenset({"0", "false", "off"})
_DECIMAL = re.compile(r"-?[0-9]{1,9}")
_PERCENT = re.compile(r"pct(\d{1,2})")
_EFFECTS = {
    "shadow": "shadow",
    "glow": "glow",
    "textOutline": "outline",
    "reflection": "reflection",
    "props3d": "3d",
}


def run_props(rpr: Node | None, theme: Theme) -> dict[str, str]:
    """Return what a ``w:rPr`` says."""
    props: dict[str, str] = {}
    for child in () if rpr is None else rpr:
        name = local(child)
        if child.tag == W14 + name:
            if name in _EFFECTS:
                props["fx:" + _EFFECTS[name]] = "1" if _has_effect(child) else ""
        elif name in TOGGLES or name in _SWITCHES:
            props[name] = "1" if is_on(child) else ""
        elif name in _VALUES:
            props[name] = child.get(VAL, "")
        elif name == "color":
            props[name] = theme.colour(child, "val", "themeColor", "theme")
        elif name == "rFonts":
            props.update(_fonts(child, theme.fonts))
        elif name == "shd":
            props["fill"] = fill(child, theme)
        elif name == "rStyle":
            props["style"] = child.get(VAL, "")
    return props


def local(node: Node) -> str:
    """Return the tag of ``node`` without its namespace."""
    return str(node.tag).rpartition("}")[2]


def is_on(node: Node | None) -> bool:
    """Read an on/off element: absent is off, present without a value is on."""
    return node is not None and node.get(VAL, "1").lower() not in _OFF


def fill(shd: Node | None, theme: Theme) -> str:
    """Return the background that a ``w:shd`` gives, ``RRGGBB`` or ``""`` for none."""
    if shd is None:
        return ""
    pattern = shd.get(VAL, "")
    ink = theme.colour(shd, "color", "themeColor", "theme")
    paper = theme.colour(shd, "fill", "themeFill", "themeFill")
    if pattern == "solid":
        return ink
    dots = _PERCENT.fullmatch(pattern)
    return mixed(ink or "000000", paper or "FFFFFF", int(dots[1]) / 100) if dots else paper


def number(value: str, otherwise: int) -> int:
    """Read a decimal number of up to nine digits; anything else is ``otherwise``."""
    return int(value) if _DECIMAL.fullmatch(value) else otherwise


def _fonts(node: Node, fonts: Mapping[str, str]) -> dict[str, str]:
    """Return the font of every slot that is named (``font:ascii``...); the theme's name wins."""
    found = {}
    for slot, attribute in _THEMED.items():
        font = fonts.get(node.get(W + attribute, "")) or node.get(W + slot)
        if font:
            found["font:" + slot] = font
    return found


def _has_effect(node: Node) -> bool:
    """Tell a real effect from the ways Word writes «none»: no fill, all sizes zero."""
    if node.find(f"{W14}noFill") is not None:
        return False
    shape = {etree.QName(name).localname: value for name, value in node.attrib.items()}
    match local(node):
        case "shadow":
            return any(shape.get(key, "1") != "0" for key in ("sx", "sy"))
        case "glow":
            return shape.get("rad", "0") != "0"
        case "reflection":
            return any(shape.get(key, "0") != "0" for key in ("stA", "endA"))
        case "props3d":
            return shape.get("extrusionH", "0") != "0" or len(node) > 0
        case _:
            return True
