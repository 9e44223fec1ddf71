"""Visible pieces of a file that tile the text read from it: which of them holds a place."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from plainreply.spans import Span

_START = attrgetter("start")


class Atom(Protocol):
    """A visible piece; ``start`` is where it stands in Document.text."""

    @property
    def start(self) -> int:
        """Where the atom starts."""

    @property
    def span(self) -> Span:
        """Where the atom stands in Document.text."""


Piece = TypeVar("Piece", bound=Atom)


def atom_at(atoms: Sequence[Piece], offset: int) -> Piece | None:
    """Return the atom that holds the character at ``offset``, None between paragraphs."""
    index = bisect_right(atoms, offset, key=_START) - 1
    atom = atoms[index] if index >= 0 else None
    return atom if atom and offset < atom.span.stop else None


def atoms_within(atoms: Sequence[Piece], span: Span) -> tuple[Piece, ...]:
    """Return the atoms that share a character with ``span``, in order."""
    first = max(bisect_right(atoms, span.start, key=_START) - 1, 0)
    stop = bisect_right(atoms, span.stop - 1, key=_START)
    return tuple(atom for atom in atoms[first:stop] if atom.span.overlaps(span))
