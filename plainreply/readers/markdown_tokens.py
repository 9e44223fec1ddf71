"""Parses Markdown so that every token knows where it stands in its block.

markdown-it-py, which rich brings along, reads CommonMark right but tells only the lines of a
block. Here its inline parser notes where it stood when it made a token, and the lines of a block
are found again in the source.
"""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from functools import cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

AT, STOP = "at", "stop"
"""Keys of ``Token.meta``: where the parser was as it began the token, or ended the text."""
DEEPEST = 100
"""How deep blocks and looks may lie in each other; what lies deeper is not read."""
_LINE = re.compile(r"\r\n|\r|\n")


class _State(StateInline):
    def pushPending(self) -> Token:  # noqa: N802
        stop = self.pos
        token = super().pushPending()
        token.meta[STOP] = stop
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        at = self.pos
        token = super().push(ttype, tag, nesting)
        token.meta[AT] = at
        return token


class _Inline(ParserInline):
    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def _parser() -> MarkdownIt:
    """Return a parser of CommonMark with tables and strikethrough. Indented lines are prose: in a
    letter they are the first lines of paragraphs, not code."""
    md = MarkdownIt("commonmark")
    md.inline = _Inline()
    md.configure("commonmark")
    md.options["maxNesting"] = DEEPEST
    md.enable(["table", "strikethrough"])
    md.disable(["code", "text_join", "fragments_join"])
    return md


def parse(text: str) -> Sequence[Token]:
    """Return the tokens of a Markdown text, by blocks."""
    return _parser().parse(text)


def line_starts(text: str) -> list[int]:
    """Return where the lines of ``text`` start, and where a line behind the last one would."""
    return [0, *(match.end() for match in _LINE.finditer(text)), len(text) + 1]


class Located:
    """The content of a block with the offset in the source of each of its characters, and that of
    its end."""

    def __init__(
        self, source: str, starts: Sequence[int], token: Token, after: int | None = None
    ) -> None:
        """Find the content of ``token``; a cell of a table stands behind the offset ``after``."""
        self.content = token.content
        self._source = source
        first = token.map[0] if token.map else 0
        self.offsets: list[int] = []
        for number, line in enumerate(self.content.split("\n"), first):
            at = min(number, len(starts) - 2)
            self.offsets += self._line(line, max(starts[at], after or 0), starts[at + 1], after)

    def _line(self, line: str, start: int, stop: int, after: int | None) -> Iterator[int]:
        """Yield the offsets of a line of the content and of the line break behind it."""
        stop = min(stop, len(self._source))
        find = self._source.rfind if after is None else self._source.find
        found = find(line, start, stop)
        if found >= 0:
            yield from range(found, found + len(line) + 1)
            return
        for char in line:  # tabs, and bars behind a backslash, are not what they were
            found = self._source.find(char, start, stop)
            at = found if found >= 0 else start
            yield at
            start = min(at + 1, stop)
        yield start
