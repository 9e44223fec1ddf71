"""Lays a sentence out in lines and marks places in it, by colour or by a line of carets."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from rich.cells import cell_len

from plainreply.reporters.styled import Styled, styled
from plainreply.reporters.words import visible
from plainreply.spans import Span

_WORD = re.compile(r"(?:\S|[\u00a0\u202f])+")

_cells = lru_cache(maxsize=4096)(cell_len)
"""How many columns a character takes."""


class Line(NamedTuple):
    """A line to print, and the offset in the text of each of its characters."""

    text: str
    places: tuple[int, ...]

    def cut(self, start: int, stop: int) -> "Line":
        """Return the characters from ``start`` to ``stop``."""
        return Line(self.text[start:stop], self.places[start:stop])


NOTHING = Line("", ())


class Mark(NamedTuple):
    """A place to mark: its number in the list below, 0 for none, and its style."""

    span: Span
    number: int
    style: str


def marked(
    text: str, span: Span, marks: Sequence[Mark], width: int, color: bool
) -> Iterator[Styled]:
    """Yield the lines of ``text[span]``, wrapped to ``width``, with ``marks`` shown."""
    marks = [m for m in marks if m.span.overlaps(span)]
    styles = _painted(marks) if color else {}
    rows = [] if color else _rows(marks)
    for line in laid_out(text, span, width):
        yield _styled(line, styles) if color else styled(line.text)
        yield from map(styled, _below(line, rows))


def laid_out(text: str, span: Span, width: int) -> Iterator[Line]:
    """Yield the lines of ``text[span]``; any white space becomes one space."""
    line, size = NOTHING, 0
    for match in _WORD.finditer(text, span.start, span.stop):
        word = _shown(match[0], match.start())
        more = cell_len(word.text)
        if line.text and size + 1 + more > width:
            yield line
            line, size = NOTHING, 0
        if line.text:
            line = Line(f"{line.text} {word.text}", (*line.places, match.start() - 1, *word.places))
            size += 1 + more
        else:
            line, size = word, more
        if size > width:
            *full, line = [line.cut(at, at + width) for at in range(0, len(line.text), width)]
            yield from full
            size = cell_len(line.text)
    if line.text:
        yield line


def _shown(word: str, start: int) -> Line:
    """Return what to print of a word that stands at ``start``."""
    if word.isprintable():
        return Line(word, tuple(range(start, start + len(word))))
    cells = [(at, shown) for at, char in enumerate(word, start) if (shown := visible(char))]
    return Line("".join([shown for _, shown in cells]), tuple([at for at, _ in cells]))


def _painted(marks: Sequence[Mark]) -> dict[int, str]:
    """Return the style of every marked offset; where marks overlap, the shorter is on top."""
    return {
        at: mark.style
        for mark in sorted(marks, key=lambda mark: mark.span.start - mark.span.stop)
        for at in range(*mark.span)
    }


def _rows(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Deal the marks out to marker lines, so that on none of them two marks touch."""
    rows: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.stop)):
        row = next((row for row in rows if _ends(row[-1]) < mark.span.start), None)
        if row is None:
            rows.append([mark])
        else:
            row.append(mark)
    return rows


def _number(mark: Mark) -> str:
    return str(mark.number) if mark.number else ""


def _ends(mark: Mark) -> int:
    """Return the offset behind a mark, or behind its number where that is longer."""
    return max(mark.span.stop, mark.span.start + len(_number(mark)))


def _styled(line: Line, styles: dict[int, str]) -> Styled:
    runs = groupby(
        zip(line.places, line.text, strict=True), key=lambda cell: styles.get(cell[0], "")
    )
    return Styled(tuple(("".join([char for _, char in run]), style) for style, run in runs))


def _below(line: Line, rows: Sequence[Sequence[Mark]]) -> Iterator[str]:
    """Yield the lines that stand below: a row of marks each, if any of it is on this line."""
    if rows:
        columns = list(accumulate(map(_cells, line.text), initial=0))
        yield from filter(None, (_carets(line.places, columns, row) for row in rows))


def _carets(places: Sequence[int], columns: Sequence[int], row: Sequence[Mark]) -> str:
    """Return at each mark its number, then carets to its end.

    ``places`` are the offsets of the characters above, ``columns`` where they are printed. A mark
    that goes on from the line above has its number again.
    """
    below = ""
    for mark in row:
        first, last = (bisect_left(places, offset) for offset in mark.span)
        if first < last:
            below = below.ljust(columns[first]) + _number(mark)
            below = below.ljust(columns[last], "^")
    return below
