"""Reads the XML of one level of formatting (``w:rPr`` and the like) into a flat mapping.

A mapping holds only what the level says: on and off are ``"1"`` and ``""``; a property that
is absent leaves the word to the level below.
"""

import re
from collections.abc import Mapping

from docx.oxml.ns import nsmap
from lxml import etree

from plainreply.readers.docx_package import Node

W = "{" + nsmap["w"] + "}"
W14 = "{" + nsmap["w14"] + "}"
A = "{" + nsmap["a"] + "}"
VAL = W + "val"

Props = Mapping[str, str]

TOGGLES = frozenset(
    {"b", "i", "bCs", "iCs", "caps", "smallCaps", "strike"}
    | {"outline", "shadow", "emboss", "imprint", "vanish"}
)
_SWITCHES = frozenset({"dstrike", "rtl", "cs"})
_VALUES = frozenset({"u", "color", "highlight", "sz", "szCs", "effect"})
_THEMED = {  # where a font may be named -> the attribute that names it through the theme
    "ascii": "asciiTheme",
    "hAnsi": "hAnsiTheme",
    "eastAsia": "eastAsiaTheme",
    "cs": "cstheme",
}
_OFF = frozenset({"0", "false", "off"})
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_EFFECTS = {
    "shadow": "shadow",
    "glow": "glow",
    "textOutline": "outline",
    "reflection": "reflection",
    "props3d": "3d",
}


def theme_fonts(theme: Node | None) -> dict[str, str]:
    """Return the fonts of a theme by the names that ``w:rFonts`` uses, such as ``minorHAnsi``.

    Cyrillic takes the theme's Cyrillic font where it has one, else its Latin font.
    """
    fonts: dict[str, str] = {}
    for size in () if theme is None else ("major", "minor"):
        scheme = theme.find(f".//{A}{size}Font") if theme is not None else None
        if scheme is None:
            continue
        latin = _typeface(scheme.find(f"{A}latin"))
        cyrillic = _typeface(scheme.find(f"{A}font[@script='Cyrl']"))
        fonts[size + "Ascii"] = latin
        fonts[size + "HAnsi"] = cyrillic or latin
        fonts[size + "Bidi"] = _typeface(scheme.find(f"{A}cs"))
        fonts[size + "EastAsia"] = _typeface(scheme.find(f"{A}ea"))
    return {name: font for name, font in fonts.items() if font}


def run_props(rpr: Node | None, fonts: Mapping[str, str]) -> dict[str, str]:
    """Return what a ``w:rPr`` says; ``fonts`` are those of the theme."""
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
        elif name == "rFonts":
            props.update(_fonts(child, fonts))
        elif name == "shd":
            props["fill"] = fill(child)
        elif name == "rStyle":
            props["style"] = child.get(VAL, "")
    return props


def local(node: Node) -> str:
    """Return the tag of ``node`` without its namespace."""
    return etree.QName(node).localname


def is_on(node: Node | None) -> bool:
    """Read an on/off element: absent is off, present without a value is on."""
    return node is not None and node.get(VAL, "1").lower() not in _OFF


def fill(shd: Node | None) -> str:
    """Return the background that a ``w:shd`` gives, ``RRGGBB`` or ``""`` for none."""
    if shd is None:
        return ""
    return colour(shd.get(W + ("color" if shd.get(VAL) == "solid" else "fill"), ""))


def colour(value: str) -> str:
    """Return ``value`` if it is ``RRGGBB``, in upper case; ``auto`` and the like are ``""``."""
    return value.upper() if _HEX.fullmatch(value) else ""


def _typeface(node: Node | None) -> str:
    return "" if node is None else node.get("typeface", "")


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
