"""The lists of a DOCX, and counting the numbers that Word shows before paragraphs."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plainreply.readers.docx_names import W
from plainreply.readers.docx_numerals import numeral
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import VAL, is_on, number

DEEPEST = 8  # levels are 0..8
MAX_TEXT = 100  # characters of a label's pattern

_BULLET = "•"
_PLACE = re.compile(r"%([1-9])")
_SYMBOLIC = re.compile(r"symbol|wingdings|webdings|dingbats|marlett", re.IGNORECASE)


class Level(NamedTuple):
    """One level of a list. ``text`` has ``%1`` for the number of the first level; ``restart``
    is the level (1..) after whose items counting starts anew, 0 for never, None for any higher
    one; ``legal`` writes all numbers in digits; ``style`` is the paragraph style tied to it."""

    format: str
    text: str
    start: int
    restart: int | None
    legal: bool
    style: str


class List(NamedTuple):
    """A list as paragraphs refer to it. Lists of the same ``family`` go on with each other's
    numbers, except at the levels in ``anew``, which the first item of the list sets."""

    family: str
    levels: Mapping[int, Level]
    anew: Mapping[int, int]

    def start(self, depth: int) -> int:
        """Return the number of the first item of a level."""
        level = self.levels.get(depth)
        return self.anew.get(depth, 0 if level is None else level.start)

    def tied(self, styles: Iterable[str]) -> int | None:
        """Return the level that is tied to the first of the paragraph styles that has one."""
        ties = {level.style: depth for depth, level in self.levels.items() if level.style}
        return next((ties[style] for style in styles if style in ties), None)


Lists = Mapping[str, List]


def read_lists(root: Node | None, linked: Mapping[str, str]) -> Lists:
    """Read ``numbering.xml`` into lists by id; ``linked`` gives the list of a numbering style.
    ``root`` is None when the document has none."""
    if root is None:
        return {}
    families = {node.get(W + "abstractNumId", ""): node for node in root.iter(W + "abstractNum")}
    nums = {node.get(W + "numId", "").lstrip("0"): node for node in root.iter(W + "num")}
    return {id_: _list(num, _family(num, families, nums, linked)) for id_, num in nums.items()}


def _family(
    num: Node, families: Mapping[str, Node], nums: Mapping[str, Node], linked: Mapping[str, str]
) -> Node | None:
    """Return the ``w:abstractNum`` of a list, through a numbering style if it names one."""
    family = families.get(_value(num, "abstractNumId"))
    style = "" if family is None else _value(family, "numStyleLink")
    through = nums.get(linked.get(style, "")) if style else None
    return family if through is None else families.get(_value(through, "abstractNumId"))


def _list(num: Node, family: Node | None) -> List:
    levels = {} if family is None else dict(map(_level, family.iter(W + "lvl")))
    anew = {}
    for override in num.iter(W + "lvlOverride"):
        levels.update(map(_level, override.iter(W + "lvl")))
        if (start := override.find(W + "startOverride")) is not None:
            anew[_depth(override)] = number(start.get(VAL, ""), 0)
    return List("" if family is None else family.get(W + "abstractNumId", ""), levels, anew)


def _level(node: Node) -> tuple[int, Level]:
    format_ = _value(node, "numFmt") or "decimal"
    text = _value(node, "lvlText")[:MAX_TEXT]
    restart = _value(node, "lvlRestart")
    level = Level(
        format_,
        _bullet(node, text) if format_ == "bullet" else text,
        number(_value(node, "start"), 0),
        number(restart, 0) if restart else None,
        is_on(node.find(W + "isLgl")),
        _value(node, "pStyle"),
    )
    return _depth(node), level


def _bullet(node: Node, text: str) -> str:
    """Return the text of a bullet; a picture or a character of a symbol font is «•»."""
    fonts = node.find(f"{W}rPr/{W}rFonts")
    names = "" if fonts is None else " ".join(map(str, fonts.attrib.values()))
    private = any("\ue000" <= char <= "\uf8ff" for char in text)
    pictured = node.find(W + "lvlPicBulletId") is not None
    return _BULLET if pictured or private or (text and _SYMBOLIC.search(names)) else text


def _depth(node: Node) -> int:
    return min(max(number(node.get(W + "ilvl", ""), 0), 0), DEEPEST)


def _value(node: Node, name: str) -> str:
    child = node.find(W + name)
    return "" if child is None else child.get(VAL, "")


class Counter:
    """The numbers that the lists of a story have come to."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._numbers: dict[str, dict[int, int]] = {}  # by family and level
        self._begun: set[str] = set()

    def label(self, id_: str, told: str, usual: str, styles: Iterable[str]) -> str:
        """Count a paragraph of the list ``id_`` and return what Word shows before it.

        ``told`` is the level that the paragraph itself names, ``""`` for none: then it is that
        tied to the nearest of its ``styles`` (nearest first), else ``usual``.
        """
        found = self._lists.get(id_)
        if found is None:
            return ""
        tied = None if told else found.tied(styles)
        depth = number(told or usual, 0) if tied is None else tied
        if depth not in found.levels:
            return ""
        numbers = self._count(id_, found, depth)
        level = found.levels[depth]
        return _PLACE.sub(lambda at: _at(found, level, numbers, int(at[1]) - 1), level.text).strip()

    def _count(self, id_: str, found: List, depth: int) -> Mapping[int, int]:
        numbers = self._numbers.setdefault(found.family, {})
        if id_ not in self._begun:
            self._begun.add(id_)
            for level in found.anew:
                numbers.pop(level, None)
        for higher in range(depth):  # a level that is passed over counts as begun
            numbers.setdefault(higher, found.start(higher))
        numbers[depth] = numbers.get(depth, found.start(depth) - 1) + 1
        for lower in range(depth + 1, DEEPEST + 1):
            if lower in found.levels and _restarts(found.levels[lower], depth):
                numbers.pop(lower, None)
        return numbers


def _restarts(level: Level, depth: int) -> bool:
    """Tell whether an item at ``depth``, higher than ``level``, starts its counting anew."""
    return level.restart is None or depth < level.restart


def _at(found: List, shown: Level, numbers: Mapping[int, int], depth: int) -> str:
    """Return the number at one level of a label."""
    level = found.levels.get(depth)
    if level is None:
        return ""
    legal = shown.legal and level.format not in ("none", "bullet")
    return numeral(numbers.get(depth, 0), "decimal" if legal else level.format)
