"""Reads hand-marked sentences: ``{P|рассмотрено}`` in the line, overlapping marks behind tabs.

Kinds: P passive, V verbal noun, S split predicate, C compound preposition, K officialese,
N negation. A lower-case kind is optional: one reader saw a fault, the other did not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plainreply.spans import Span

MARK = re.compile(r"\{(\w)\|([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch; ``kind`` is a capital letter."""

    span: Span
    kind: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its marks."""

    text: str
    marks: tuple[Mark, ...]


def read_marks(path: Path) -> Iterator[Marked]:
    """Yield the marked sentences of a file; empty lines and lines that start with # are skipped."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield parse(line)


def parse(line: str) -> Marked:
    """Read one marked line. Raises ValueError when a mark behind a tab is not in the sentence."""
    line, *more = line.split("\t")
    text, marks, at = "", [], 0
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        marks.append(_mark(Span(len(text), len(text) + len(match[2])), match[1]))
        text += match[2]
        at = match.end()
    text += line[at:]
    for extra in more:
        kind, _, found = extra.partition(":")
        start = text.index(found)
        marks.append(_mark(Span(start, start + len(found)), kind))
    return Marked(text, tuple(marks))


def _mark(span: Span, kind: str) -> Mark:
    return Mark(span, kind.upper(), kind.islower())
