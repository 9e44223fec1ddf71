"""A line of a report for people: stretches of text, each with its style.

The library that colours them is slow to load, so it is asked only where there is colour.
"""

from collections.abc import Iterable
from io import StringIO
from typing import NamedTuple


class Styled(NamedTuple):
    """A line without its end; ``pieces`` are its stretches, each with a style in the words of
    rich: ``bold red``, nothing for none."""

    pieces: tuple[tuple[str, str], ...] = ()

    @property
    def plain(self) -> str:
        """The line without styles."""
        return "".join(text for text, _ in self.pieces)

    def behind(self, lead: str) -> "Styled":
        """Return the line with ``lead`` in front of it."""
        return Styled(((lead, ""), *self.pieces))


def styled(text: str = "", style: str = "") -> Styled:
    """Return a line in one style."""
    return Styled(((text, style),))


def painted(lines: Iterable[Styled], color: bool) -> str:
    """Return the lines as one text, with the codes that make a terminal colour it."""
    if not color:
        return "".join(f"{line.plain.rstrip()}\n" for line in lines)
    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(
        file=out, force_terminal=True, color_system="standard", no_color=False, legacy_windows=False
    )
    for line in lines:
        console.print(Text.assemble(*line.pieces), soft_wrap=True, highlight=False)
    return out.getvalue()
