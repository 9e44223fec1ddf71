"""How a letter gets its typeface: through the theme, run by run, or without serifs."""

from dataclasses import dataclass

from lxml.etree import _Element

from letterkit.xml import w

SERIF = "Times New Roman"


@dataclass(frozen=True)
class Look:
    """Theme fonts, size in half-points, and the font that every run repeats (or none)."""

    latin: str
    cyrillic: str = ""
    size: int = 28
    direct: str = ""

    def fonts(self) -> _Element | None:
        """Give the run's own `w:rFonts`, or None when the styles and the theme decide."""
        face = self.direct
        return w("rFonts", ascii=face, eastAsia=face, hAnsi=face, cs=face) if face else None


LOOKS = {
    "theme": Look("Calibri", cyrillic=SERIF),
    "theme-times": Look(SERIF, cyrillic=SERIF),
    "direct": Look("Calibri", direct=SERIF),
    "sans": Look("Arial", cyrillic="Arial", size=24),
}
