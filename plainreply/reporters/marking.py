"""Lays a sentence out in lines and marks places in it, by colour or by a line of carets."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from plainreply.reporters.styled import Styled, styled
from plainreply.reporters.words import visible
from plainreply.spans import Span

_WORD = re.compile(r"(?:\S|[\u00a0\u202f])+")

Line = list[tuple[int, str]]
"""The characters to print with their offsets in the text."""


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
    styles = _painted(marks)
    rows = [] if color else _rows(marks)
    for line in laid_out(text, span, width):
        yield _styled(line, styles) if color else styled("".join(char for _, char in line))
        for row in rows:
            below = _carets(line, row)
            if below:
                yield styled(below)


def laid_out(text: str, span: Span, width: int) -> Iterator[Line]:
    """Yield the lines of ``text[span]``; any white space becomes one space."""
    line: Line = []
    size = 0
    for match in _WORD.finditer(text, span.start, span.stop):
        word = [
            (at, shown) for at, c in enumerate(match[0], match.start()) if (shown := visible(c))
        ]
        more = _size(word)
        if line and size + 1 + more > width:
            yield line
            line, size = [], 0
        if line:
            line.append((match.start() - 1, " "))
            size += 1
        line += word
        size += more
        if size > width:
            *full, line = [line[at : at + width] for at in range(0, len(line), width)]
            yield from full
            size = _size(line)
    if line:
        yield line


def _size(line: Line) -> int:
    return cell_len("".join(char for _, char in line))


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
    runs = groupby(line, key=lambda cell: styles.get(cell[0], ""))
    return Styled(tuple(("".join(char for _, char in run), style) for style, run in runs))


def _carets(line: Line, row: Sequence[Mark]) -> str:
    """Return the line that stands below: at each mark its number, then carets to its end.

    A mark that goes on from the line above has its number again.
    """
    below, column = "", 0
    numbers, styles = _firsts(line, row), _painted(row)
    for at, char in line:
        size = cell_len(char)
        number = numbers.get(at, "")
        wanted = number or ("^" * size if at in styles else " " * size)
        below += wanted if number else wanted[max(0, len(below) - column) :]
        column += size
    return below.rstrip()


def _firsts(line: Line, row: Sequence[Mark]) -> dict[int, str]:
    """Return the number of each mark at its first character on this line."""
    first, last = line[0][0], line[-1][0]
    shown = (mark for mark in row if mark.span.start <= last and mark.span.stop > first)
    return {max(mark.span.start, first): _number(mark) for mark in shown if mark.number}
