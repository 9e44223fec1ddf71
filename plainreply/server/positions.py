"""Positions as an editor counts them: lines, and units of UTF-16 unless it agrees on others.

Inside plainreply a place is an offset in code points; only here it is anything else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from lsprotocol import types

from plainreply.spans import Span

LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line in the protocol: fewer marks than Python knows, so that a vertical tab from Word
does not shift what stands below it."""
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""For each encoding of positions, the codec and the bytes of a unit."""
Change = types.TextDocumentContentChangeEvent


class Lines:
    """The lines of ``text`` for an editor that counts in ``encoding``."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.text, self.encoding = text, encoding
        self._codec, self._size = CODECS[encoding]
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        return types.Position(line, len(self._encoded(before)) // self._size)

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; one outside the text or inside a character is moved
        back to the nearest that there is."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        line = self.text[start : self.line_end(start)]
        before = self._encoded(line)[: position.character * self._size]
        return start + len(before.decode(self._codec, errors="ignore"))

    def range(self, span: Span) -> types.Range:
        """Return the range of a span."""
        return types.Range(self.position(span.start), self.position(span.stop))

    def span(self, range: types.Range) -> Span:
        """Return the span of a range."""
        return Span(self.offset(range.start), self.offset(range.end))

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends, before its line break."""
        found = LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

    def changed(self, changes: Iterable[Change]) -> "Lines":
        """Return the lines after the changes that an editor has made one after another."""
        lines = self
        for change in changes:
            text = change.text
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, stop = lines.span(change.range)
                text = lines.text[:start] + text + lines.text[stop:]
            lines = Lines(text, self.encoding)
        return lines

    def _encoded(self, text: str) -> bytes:
        return text.encode(self._codec, errors="surrogatepass")
