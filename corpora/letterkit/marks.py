"""The inline marks of a letter source: `[b:bold]`, `[link https://…|text]` and so on."""

import re
from typing import NamedTuple

OPEN = r"\[(?:link (?P<url>[^|\]]+)\||(?P<name>b|is|i|us|u|capss|caps|hl|ins|del|sdt|fn):)"
TOKEN = re.compile(rf"{OPEN}|\]")


class Mark(NamedTuple):
    """One mark in force: its name and, for a link, the address."""

    name: str
    url: str = ""


class Piece(NamedTuple):
    """A stretch of text and the marks around it, outermost first."""

    text: str
    marks: tuple[Mark, ...] = ()

    def has(self, name: str) -> bool:
        """Say whether a mark of this name covers the piece."""
        return any(mark.name == name for mark in self.marks)


def pieces(text: str) -> list[Piece]:
    """Split a source line into pieces; marks may nest, a stray `]` is an error."""
    found: list[Piece] = []
    stack: list[Mark] = []
    start = 0
    for token in TOKEN.finditer(text):
        found.append(Piece(text[start : token.start()], tuple(stack)))
        start = token.end()
        _step(stack, token)
    if stack:
        raise ValueError(f"unclosed mark {stack[-1].name!r} in {text[:60]!r}")
    found.append(Piece(text[start:]))
    return [piece for piece in found if piece.text]


def _step(stack: list[Mark], token: re.Match[str]) -> None:
    """Open or close one mark on the stack."""
    if token["url"]:
        stack.append(Mark("link", token["url"]))
    elif token["name"]:
        stack.append(Mark(token["name"]))
    elif stack:
        stack.pop()
    else:
        raise ValueError(f"stray closing bracket in {token.string[:60]!r}")
