"""How the styles of a web page make its words look: inline styles and plain rules of a sheet."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from plainreply.document import Face

Style = Mapping[str, str]
"""Properties of CSS by name, both in lower case."""

_SIMPLE = re.compile(r"([\w-]+|\*)?((?:[.#][\w-]+)*)$")
_SIZE = re.compile(r"([\d.]{1,9})\s*(px|pt|em|rem|%)?$")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})$")
_UNITS = {"px": 0.75, "pt": 1.0}
BASE = 12.0
"""The size of the words of a page that names none, in points: 16 pixels."""
NAMED = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "green": "008000",
    "blue": "0000FF",
    "yellow": "FFFF00",
    "gray": "808080",
    "grey": "808080",
    "orange": "FFA500",
    "navy": "000080",
    "maroon": "800000",
    "silver": "C0C0C0",
}


class Selector(NamedTuple):
    """What a rule of a sheet holds for: a tag, an id, classes; empty ones for any."""

    tag: str
    id: str
    classes: frozenset[str]

    @property
    def weight(self) -> tuple[int, int, int]:
        """How exact it is; of two rules the more exact one counts."""
        return bool(self.id), len(self.classes), bool(self.tag)

    def fits(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element is meant."""
        same = self.tag in ("", tag) and self.id in ("", attributes.get("id", ""))
        return same and self.classes <= frozenset(attributes.get("class", "").split())


class Sheet:
    """The rules of the style sheets of a page. Those with anything but a tag, classes and an id
    are passed over, such as «p > a», and so are the rules for some media only."""

    def __init__(self) -> None:
        self._rules: list[tuple[Selector, Style]] = []

    def read(self, text: str) -> None:
        """Take in the content of a ``<style>``."""
        for rule in _without_media(_without_comments(text)).split("}"):
            selectors, _, declarations = rule.partition("{")
            style = declared(declarations)
            for selector in selectors.split(",") if style else ():
                found = _selector(selector.strip())
                if found:
                    self._rules.append((found, style))
        self._rules.sort(key=lambda rule: rule[0].weight)

    def style(self, tag: str, attributes: Mapping[str, str]) -> Style:
        """Return what the sheets and the ``style`` of an element ask for."""
        found: dict[str, str] = {}
        for selector, style in self._rules:
            if selector.fits(tag, attributes):
                found |= style
        return found | declared(attributes["style"]) if "style" in attributes else found


def _without_comments(text: str) -> str:
    first, *rest = text.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _without_media(text: str) -> str:
    """Return the sheet without «@media {…}» and the like."""
    parts, depth, at = [], 0, 0
    for match in re.finditer(r"@[^{};@]*[{;]|[{}]", text):
        mark = match[0]
        if depth == 0 and mark[0] == "@":
            parts.append(text[at : match.start()])
            depth, at = (1, at) if mark[-1] == "{" else (0, match.end())
        elif depth:
            depth += (mark[-1] == "{") - (mark == "}")
            at = match.end()
    return "".join(parts) + (text[at:] if depth == 0 else "")


def _selector(text: str) -> Selector | None:
    match = _SIMPLE.match(text)
    if match is None or not text:
        return None
    names = re.findall(r"[.#][\w-]+", match[2])
    ids = [name[1:] for name in names if name[0] == "#"]
    classes = frozenset(name[1:] for name in names if name[0] == ".")
    return Selector((match[1] or "").strip("*").lower(), ids[0] if ids else "", classes)


def declared(text: str) -> dict[str, str]:
    """Return the properties of a list of declarations; the last of two with one name counts."""
    pairs = (part.partition(":") for part in text.split(";"))
    told = ((key.strip().lower(), value.strip().lower()) for key, _, value in pairs)
    return {key: value.removesuffix("!important").strip() for key, value in told if key and value}


def is_hidden(style: Style) -> bool:
    """Tell whether an element of this style is not shown."""
    return (
        style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
    )


def styled(face: Face, style: Style) -> Face:
    """Return the face of an element within one of ``face``."""
    return replace(face, **dict(_changes(face, style))) if style else face


def _changes(face: Face, style: Style) -> Iterator[tuple[str, Any]]:
    for key, value in style.items():
        if key == "font-weight":
            yield "bold", value in ("bold", "bolder") or (value.isdigit() and int(value[:4]) >= 600)
        elif key == "font-style":
            yield "italic", value in ("italic", "oblique")
        elif key in ("text-decoration", "text-decoration-line"):
            yield "underline", "underline" in value
            yield "strike", "line-through" in value
        elif key == "text-transform":
            yield "caps", value == "uppercase"
        elif key in ("font-variant", "font-variant-caps"):
            yield "small_caps", "small-caps" in value
        elif key == "text-shadow":
            yield "effects", frozenset() if value == "none" else frozenset({"shadow"})
        else:
            yield from _font(face, key, value)


def _font(face: Face, key: str, value: str) -> Iterator[tuple[str, Any]]:
    if key == "font-family":
        yield "family", value.split(",")[0].strip(" '\"").title()
    elif key == "font-size" and (size := _points(value, face.size or BASE)):
        yield "size", size
    elif key == "color" and (colour := colour_of(value)):
        yield "colour", colour
    elif key in ("background-color", "background") and (colour := _first_colour(value.split())):
        yield "background", colour


def _points(value: str, outer: float) -> float | None:
    """Return a size in points; one in «em» or «%» is a share of the ``outer`` one."""
    match = _SIZE.match(value)
    try:
        number = float(match[1]) if match else 0.0
    except ValueError:
        return None
    unit = (match[2] or "px") if match else "px"
    share = {"em": outer, "rem": BASE, "%": outer / 100}
    return round(number * (share.get(unit) or _UNITS[unit]), 1) or None


def colour_of(value: str) -> str | None:
    """Return a colour as ``RRGGBB``, ``None`` for one that is not told in one of the plain ways."""
    value = value.strip().lower()
    if found := _HEX.match(value):
        digits = found[1] if len(found[1]) == 6 else "".join(d * 2 for d in found[1])
        return digits.upper()
    if found := _RGB.match(value):
        return "".join(f"{min(int(part), 255):02X}" for part in found.groups())
    return NAMED.get(value)


def _first_colour(values: Iterable[str]) -> str | None:
    return next(filter(None, map(colour_of, values)), None)
