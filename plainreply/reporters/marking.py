"""Lays a sentence out in lines and marks places in it, by colour or by a line of carets."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from plainreply.reporters.words import visible
from plainreply.spans import Span

_WORD = re.compile(r"(?:\S|[\u00a0\u202f])+")

Line = list[tuple[int, str]]
"""The characters to print with their offsets in the text."""


class Mark(NamedTuple):
    """A place to mark: what its number in the list below is, and its style."""

    span: Span
    number: int
    style: str


def marked(text: str, span: Span, marks: Sequence[Mark], width: int, color: bool) -> Iterator[Text]:
    """Yield the lines of ``text[span]``, wrapped to ``width``, with ``marks`` shown."""
    marks = [m for m in marks if m.span.overlaps(span)]
    styles = _painted(marks)
    rows = [] if color else [(_painted(row), _numbered(row)) for row in _rows(marks)]
    for line in laid_out(text, span, width):
        yield _styled(line, styles) if color else Text("".join(char for _, char in line))
        for row in rows:
            below = _carets(line, *row)
            if below:
                yield Text(below)


def laid_out(text: str, span: Span, width: int) -> Iterator[Line]:
    """Yield the lines of ``text[span]``; any white space becomes one space."""
    line: Line = []
    for match in _WORD.finditer(text, span.start, span.stop):
        word = [
            (at, shown) for at, c in enumerate(match[0], match.start()) if (shown := visible(c))
        ]
        if line and _size(line) + 1 + _size(word) > width:
            yield line
            line = []
        if line:
            line.append((match.start() - 1, " "))
        line += word
        if _size(line) > width:
            *full, line = [line[at : at + width] for at in range(0, len(line), width)]
            yield from full
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
    """Deal the marks out to marker lines, so that on none of them two numbers touch."""
    rows: list[list[Mark]] = []
    digits: list[set[int]] = []  # the offsets that the numbers of each row take up
    for mark in marks:
        start, size = mark.span.start, len(str(mark.number))
        around = range(start - 1, start + size + 1)
        row = next((at for at, taken in enumerate(digits) if taken.isdisjoint(around)), len(rows))
        if row == len(rows):
            rows.append([])
            digits.append(set())
        rows[row].append(mark)
        digits[row].update(range(start, start + size))
    return rows


def _numbered(marks: Sequence[Mark]) -> dict[int, str]:
    """Return the offsets where numbers stand."""
    return {mark.span.start: str(mark.number) for mark in marks}


def _styled(line: Line, styles: dict[int, str]) -> Text:
    text = Text("".join(char for _, char in line))
    at = 0
    for style, run in groupby(line, key=lambda cell: styles.get(cell[0], "")):
        stop = at + sum(len(char) for _, char in run)
        if style:
            text.stylize(style, at, stop)
        at = stop
    return text


def _carets(line: Line, styles: dict[int, str], numbers: dict[int, str]) -> str:
    """Return the line that stands below: the number of a place, then carets to its end."""
    below = ""
    column = 0
    for at, char in line:
        size = cell_len(char)
        wanted = numbers.get(at, "^" * size if at in styles else " " * size)
        below += wanted[max(0, len(below) - column) :] if at not in numbers else wanted
        column += size
    return below.rstrip()
