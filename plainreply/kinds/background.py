"""Text on a coloured background, or in a colour too near to its background."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from plainreply.analysis.layout import WORDED
from plainreply.analysis.looks import shown
from plainreply.document import Analysis, Face, Need, Paragraph
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.TEXT
WHITE, BLACK = "FFFFFF", "000000"
ENOUGH, ENOUGH_LARGE = 4.5, 3.0  # contrast ratios of WCAG 2, level AA
LARGE, LARGE_BOLD = 18.0, 14.0  # points
PALEST = 0xF0  # a background with no channel darker cannot be told from white

HIGHLIGHTS: Mapping[str, str] = MappingProxyType(
    {
        "black": BLACK,
        "blue": "0000FF",
        "cyan": "00FFFF",
        "green": "00FF00",
        "magenta": "FF00FF",
        "red": "FF0000",
        "yellow": "FFFF00",
        "white": WHITE,
        "darkBlue": "000080",
        "darkCyan": "008080",
        "darkGreen": "008000",
        "darkMagenta": "800080",
        "darkRed": "800000",
        "darkYellow": "808000",
        "darkGray": "808080",
        "lightGray": "C0C0C0",
    }
)
"""What Word calls the colours of its marker, as ``RRGGBB``."""


class Fault(StrEnum):
    """What is wrong: the background is coloured, or the letters hardly stand out from it."""

    COLOURED = "coloured"
    PALE = "pale"


def build(rule: Rule) -> Finder:
    """Return a finder of backgrounds; the option ``faults`` words each ``Fault`` in Russian.

    A cell of a table may be coloured while its text stands out.
    """
    faults = {Fault(name): str(words) for name, words in rule.options["faults"].items()}

    def find(analysis: Analysis) -> Iterator[Finding]:
        for stretch in shown(analysis.document, _judge, WORDED):
            fields = {"what": stretch.what, "fault": faults[stretch.verdict]}
            yield Finding(stretch.span, fields=fields)

    return find


def _judge(face: Face, paragraph: Paragraph) -> Fault | None:
    marked = HIGHLIGHTS.get(face.highlight or "")
    behind = marked or face.background or WHITE
    if contrast(face.colour or _automatic(behind), behind) < _enough(face):
        return Fault.PALE
    if min(_channels(behind)) >= PALEST or (paragraph.role == "cell" and not marked):
        return None
    return Fault.COLOURED


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``RRGGBB`` colours by WCAG 2, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _enough(face: Face) -> float:
    size = face.size or 0
    return ENOUGH_LARGE if size >= LARGE or (face.bold and size >= LARGE_BOLD) else ENOUGH


def _automatic(behind: str) -> str:
    """Return the colour that a word processor gives to text without one: what stands out."""
    return max(BLACK, WHITE, key=lambda colour: contrast(colour, behind))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)
