"""Ties every character of a document that came from a DOCX to the XML it was read from.

The writer finds an issue's exact runs here and learns from the flags what it may edit.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Flag, auto
from itertools import groupby
from typing import NamedTuple

from plainreply.readers.atoms import atom_at, atoms_within
from plainreply.readers.docx_package import Node
from plainreply.spans import Span

_UNMERGED = re.compile("«[^«»]{1,80}»")


class Mark(Flag):
    """What an atom stands in or is; decides whether the writer may edit it."""

    NONE = 0
    BREAK = auto()
    """a tab or a break of line, column or page: one character, not text"""
    HYPHEN = auto()
    """a soft (U+00AD) or non-breaking (U+2011) hyphen that is an element of its own"""
    SYMBOL = auto()
    """a ``w:sym``, a character of a symbol font"""
    MATH = auto()
    """a formula, read as one U+FFFC"""
    INSERTED = auto()
    """inside someone's tracked insertion"""
    FIELD = auto()
    """in the result of a field, which the word processor may work out anew"""
    LINK = auto()
    """inside a hyperlink"""
    CONTROL = auto()
    """inside a content control"""
    PLACEHOLDER = auto()
    """the prompt of an empty content control"""
    TEXTBOX = auto()
    """inside a text box"""
    RUBY = auto()
    """the base of a ruby annotation"""
    MERGE = auto()
    """in a field of a mail merge"""


class Atom(NamedTuple):
    """A visible leaf of the XML. ``text`` stands at ``start`` of Document.text; ``node`` is the
    leaf (``w:t``, ``w:tab``...), ``run`` its ``w:r``, None for a formula outside a run."""

    start: int
    text: str
    node: Node
    run: Node | None
    marks: Mark

    @property
    def span(self) -> Span:
        """Where the atom stands in Document.text."""
        return Span(self.start, self.start + len(self.text))


class Place(NamedTuple):
    """A ``w:p`` that has been read, empty or not, and where its text stands. A paragraph whose
    mark is deleted by a tracked change runs on into the next one."""

    span: Span
    node: Node


class Story(NamedTuple):
    """A flow of text of its own. ``kind`` is ``body``, ``footnote``, ``endnote``, ``header`` or
    ``footer``; ``part`` is the name of its part in the package, ``root`` the parsed XML that all
    its nodes live in, which the notes of a part share. ``anchor`` is the ``w:r`` of the body that
    refers to a note, None for the other kinds."""

    kind: str
    part: str
    root: Node
    atoms: tuple[Atom, ...]
    places: tuple[Place, ...]
    anchor: Node | None = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a writer needs of the file that a document was read from.

    ``stories`` follow one another in Document.text, the body first. ``atoms`` are those of all
    stories, by start; between them stand only the line breaks that separate paragraphs.
    ``package`` are the bytes of the whole file, ``names`` the names of its members in order,
    ``strict`` tells that it is Strict Open XML, whose namespaces were mapped for reading (so
    the trees here must not be written into it as they are).
    """

    stories: tuple[Story, ...]
    atoms: tuple[Atom, ...]
    package: bytes
    names: tuple[str, ...]
    strict: bool = False

    def at(self, offset: int) -> Atom | None:
        """Return the atom that holds the character at ``offset``, None between paragraphs."""
        return atom_at(self.atoms, offset)

    def within(self, span: Span) -> tuple[Atom, ...]:
        """Return the atoms that share a character with ``span``, in order."""
        return atoms_within(self.atoms, span)

    def place(self, offset: int) -> Place | None:
        """Return the last paragraph whose text holds or ends at ``offset``."""
        for story in reversed(self.stories):
            index = bisect_right(story.places, offset, key=lambda place: place.span.start) - 1
            if index >= 0:
                place = story.places[index]
                return place if offset <= place.span.stop else None
        return None

    @property
    def merge_fields(self) -> tuple[Span, ...]:
        """Where fields of a mail merge stand that nobody has merged yet: «ФИО»."""
        found: list[Span] = []
        for merged, group in groupby(self.atoms, lambda atom: Mark.MERGE in atom.marks):
            atoms = list(group) if merged else []
            text = "".join(atom.text for atom in atoms)
            found += (Span(*m.span()).shift(atoms[0].start) for m in _UNMERGED.finditer(text))
        return tuple(found)
