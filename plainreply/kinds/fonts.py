"""Stretches of the body in another typeface or size than the rest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainreply.analysis.layout import Part
from plainreply.analysis.looks import Piece, Shown, letters, pieces, shown
from plainreply.document import Analysis, Document, Face, Need, Paragraph
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT


class Font(NamedTuple):
    """A typeface and its size in points."""

    family: str
    size: float

    def __str__(self) -> str:
        return f"{self.family} {self.size:g}".replace(".", ",")


class Usual(NamedTuple):
    """What the letter is mainly set in; its tables may have a size of their own. ``titles`` are
    the paragraphs wholly in bold, which are headings whatever their style."""

    main: Font
    in_table: float
    titles: frozenset[Span]


def build(rule: Rule) -> Finder:
    """Return a finder of odd stretches; a font odd in over ``most`` places is one finding.

    Spared are headings, links, digits, and Latin letters in another typeface of the same size,
    which a word processor chooses by itself.
    """
    most = int(rule.options["most"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        usual = _usual(analysis.document)
        if usual is None:
            return
        for stretch in _odd(analysis.document, usual, most):
            fields = {"what": stretch.what, "odd": str(stretch.verdict), "main": str(usual.main)}
            yield Finding(stretch.span, fields=fields)

    return find


def _usual(document: Document) -> Usual | None:
    """Return what most letters of the body are set in, None when the source does not say."""
    known = [piece for piece in pieces(document, {Part.BODY}) if _font(piece.face)]
    text = document.text
    in_cells = [piece for piece in known if piece.paragraph.role == "cell"]
    in_prose = [piece for piece in known if piece.paragraph.role in ("body", "list")]
    main = _most(text, in_prose or in_cells)
    if main is None:
        return None
    table = _most(text, in_cells) or main
    thin = {p.paragraph.span for p in known if not p.face.bold and letters(p.span.of(text))}
    titles = frozenset(piece.paragraph.span for piece in known) - thin
    return Usual(main, table.size, titles)


def _most(text: str, known: Sequence[Piece]) -> Font | None:
    filled: Counter[Font] = Counter()
    for piece in known:
        if font := _font(piece.face):
            filled[font] += letters(piece.span.of(text))
    return filled.most_common(1)[0][0] if filled else None


def _font(face: Face) -> Font | None:
    return Font(face.family, face.size) if face.family and face.size else None


def _odd(document: Document, usual: Usual, most: int) -> Iterator[Shown[Font]]:
    """Yield the stretches that are not set as is usual for their place."""

    def judge(face: Face, paragraph: Paragraph) -> Font | None:
        font = _font(face)
        cell = paragraph.role == "cell"
        title = paragraph.role == "heading" or (paragraph.span in usual.titles and not cell)
        if font is None or face.link or title:
            return None
        size = usual.in_table if cell else usual.main.size
        return None if font == Font(usual.main.family, size) else font

    def counts(words: str, font: Font) -> bool:
        native = any(char.isalpha() and not char.isascii() for char in words)
        return native or (font.size != usual.main.size and letters(words) > 0)

    return shown(document, judge, counts=counts, most=most)
