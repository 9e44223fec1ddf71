"""The theme of a DOCX: the fonts and colours that formatting may name instead of spelling out."""

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from types import MappingProxyType
from typing import NamedTuple

from plainreply.readers.docx_names import A, W
from plainreply.readers.docx_package import Node

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SLOTS = MappingProxyType(  # how formatting calls the colours of a theme -> how the theme does
    {
        "dark1": "dk1",
        "light1": "lt1",
        "dark2": "dk2",
        "light2": "lt2",
        **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
        "hyperlink": "hlink",
        "followedHyperlink": "folHlink",
    }
)
_MAPPED = MappingProxyType(  # names that the settings may map to others: attribute, usual name
    {
        "background1": ("bg1", "light1"),
        "text1": ("t1", "dark1"),
        "background2": ("bg2", "light2"),
        "text2": ("t2", "dark2"),
    }
)


class Theme(NamedTuple):
    """``fonts`` by the names that ``w:rFonts`` uses, such as ``minorHAnsi``; ``colours``
    (``RRGGBB``) by those that ``w:themeColor`` uses, such as ``accent1``."""

    fonts: Mapping[str, str] = MappingProxyType({})
    colours: Mapping[str, str] = MappingProxyType({})

    def colour(self, node: Node, literal: str, theme: str, shift: str) -> str:
        """Return a colour that ``node`` gives, ``RRGGBB`` or ``""`` for none.

        ``literal`` and ``theme`` name the attributes that spell it out and that name it, which
        wins; ``shift`` with ``Tint`` or ``Shade`` names those that make it lighter or darker.
        """
        base = self.colours.get(node.get(W + theme, ""))
        if base is None:
            return colour(node.get(W + literal, ""))
        tint, shade = (_share(node.get(W + shift + way)) for way in ("Tint", "Shade"))
        return base if tint == shade == 1 else _shifted(base, tint, shade)


def read_theme(root: Node | None, settings: Node | None) -> Theme:
    """Read a theme; ``settings`` may map its colours. Either part may be missing."""
    if root is None:
        return Theme()
    mapping = None if settings is None else settings.find(f"{W}clrSchemeMapping")
    return Theme(_fonts(root), _colours(root, mapping))


def colour(value: str) -> str:
    """Return ``value`` if it is ``RRGGBB``, in upper case; ``auto`` and the like are ``""``."""
    return value.upper() if _HEX.fullmatch(value) else ""


def mixed(ink: str, paper: str, share: float) -> str:
    """Return the colour of a pattern that covers ``share`` of the ``paper`` with ``ink``."""
    pairs = ((int(ink[i : i + 2], 16), int(paper[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(dark * share + light * (1 - share)):02X}" for dark, light in pairs)


def _fonts(root: Node) -> dict[str, str]:
    """Return the fonts: Cyrillic takes the Cyrillic one if there is one, else the Latin one."""
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        scheme = root.find(f".//{A}{size}Font")
        if scheme is None:
            continue
        latin = _typeface(scheme.find(f"{A}latin"))
        cyrillic = _typeface(scheme.find(f"{A}font[@script='Cyrl']"))
        fonts[size + "Ascii"] = latin
        fonts[size + "HAnsi"] = cyrillic or latin
        fonts[size + "Bidi"] = _typeface(scheme.find(f"{A}cs"))
        fonts[size + "EastAsia"] = _typeface(scheme.find(f"{A}ea"))
    return {name: font for name, font in fonts.items() if font}


def _typeface(node: Node | None) -> str:
    return "" if node is None else node.get("typeface", "")


def _colours(root: Node, mapping: Node | None) -> dict[str, str]:
    scheme = root.find(f".//{A}clrScheme")
    if scheme is None:
        return {}
    colours = {name: _swatch(scheme.find(A + slot)) for name, slot in _SLOTS.items()}
    for name, (attribute, usual) in _MAPPED.items():
        meant = usual if mapping is None else mapping.get(W + attribute, usual)
        colours[name] = colours.get(meant, "")
    return {name: value for name, value in colours.items() if value}


def _swatch(node: Node | None) -> str:
    """Return the colour of a slot: its value or, for a system colour, the last one seen."""
    for child in () if node is None else node:
        return colour(child.get("lastClr", child.get("val", "")))
    return ""


def _share(value: str | None) -> float:
    """Read a tint or shade, two hexadecimal digits, as a share of 1; 1 changes nothing."""
    try:
        return 1.0 if value is None else int(value, 16) / 255
    except ValueError:
        return 1.0


def _shifted(base: str, tint: float, shade: float) -> str:
    """Return a colour made darker, then lighter, by luminance (ECMA-376 part 1, 17.3.2.6).

    Word rounds in a way of its own: its result may differ by one step of 255 in each part.
    """
    hue, light, saturation = rgb_to_hls(*(int(base[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    light = light * shade * tint + 1 - tint
    return "".join(f"{int(part * 255 + 1e-6):02X}" for part in hls_to_rgb(hue, light, saturation))
