"""Reads a letter source: `key: value` lines, a line `---`, then the body."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

KINDS = (
    ("heading", re.compile(r"# ")),
    ("bullet", re.compile(r"- ")),
    ("number", re.compile(r"\d+\. ")),
    ("row", re.compile(r"\| ")),
)


class Block(NamedTuple):
    """One line of the body: heading, bullet, number, row or text."""

    kind: str
    text: str

    @property
    def cells(self) -> list[str]:
        """The cells of a table row (a link's bar never stands in a table)."""
        return [cell.strip() for cell in self.text.strip("|").split(" | ")]


@dataclass(frozen=True)
class Letter:
    """A parsed source: what the letterhead says and the blocks of the body."""

    name: str
    fields: dict[str, str]
    blocks: tuple[Block, ...]

    def __getitem__(self, key: str) -> str:
        """Give a field of the head, empty when it is not there."""
        return self.fields.get(key, "")

    def lines(self, key: str) -> list[str]:
        """Give a field that holds several lines, parted by bars."""
        return [line.strip() for line in self[key].split("|") if line.strip()]


def read(path: Path) -> Letter:
    """Read one source file (UTF-8)."""
    head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Letter(path.stem, fields, tuple(map(_block, filter(None, body.splitlines()))))


def _block(line: str) -> Block:
    """Tell the kind of a body line by its first characters."""
    for kind, start in KINDS:
        if match := start.match(line):
            return Block(kind, line[match.end() :].removesuffix(" |"))
    return Block("text", line)
