"""Turns resolved run properties into a Face."""

import re

from plainreply.document import Face
from plainreply.readers.docx_props import Props

DEFAULT_FONT, DEFAULT_SIZE = "Times New Roman", 10.0  # what Word shows when nothing is said

_SIZE = re.compile(r"(\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
_CLASSIC = ("outline", "shadow", "emboss", "imprint")
_MODERN = ("shadow", "glow", "outline", "reflection", "3d")


def make_face(props: Props, slot: str, behind: str, link: bool) -> Face:
    """Return the face of one script: ``slot`` is ``ascii`` for Latin, ``hAnsi`` for Cyrillic.

    ``props`` have every toggle; ``behind`` is the background, ``RRGGBB`` or ``""``.
    """
    complex_ = bool(props.get("rtl") or props.get("cs"))
    tail = "Cs" if complex_ else ""
    highlight, animation = props.get("highlight", "none"), props.get("effect", "none")
    effects = {name for name in _CLASSIC if props[name]}
    effects |= {name for name in _MODERN if props.get("fx:" + name)}
    return Face(
        family=props.get("font:" + ("cs" if complex_ else slot)) or DEFAULT_FONT,
        size=_points(props.get("sz" + tail, "")),
        bold=bool(props["b" + tail]),
        italic=bool(props["i" + tail]),
        underline=props.get("u", "none") not in ("none", ""),
        caps=bool(props["caps"]),
        small_caps=bool(props["smallCaps"]),
        strike=bool(props["strike"] or props.get("dstrike")),
        colour=props.get("color") or None,
        background=behind or None,
        highlight=None if highlight == "none" else highlight or None,
        effects=frozenset(effects | ({"animation"} if animation != "none" else set())),
        link=link,
    )


def _points(value: str) -> float:
    """Read a font size: half-points, or a number with its unit as Strict files write it."""
    match = _SIZE.fullmatch(value)
    if not match:
        return DEFAULT_SIZE
    number, unit = match.groups()
    return float(number) * _POINTS[unit] if unit else float(number) / 2
