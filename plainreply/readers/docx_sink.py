"""Where the walker puts what it finds: text, atoms, stretches and paragraphs, in step."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plainreply.document import PLAIN, Face, Paragraph, Stretch
from plainreply.readers.docx_anchors import Atom, Mark, Place
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_styles import Look
from plainreply.readers.text import is_item
from plainreply.spans import Span

_SCRIPTS = re.compile(r"[A-Za-z0-9]+|[^\W\dA-Za-z_]+")


class Traits(NamedTuple):
    """What is known of a paragraph besides its text, as in Paragraph."""

    role: str = "body"
    style: str = ""
    label: str = ""


class Citation(NamedTuple):
    """A reference to a note: ``kind`` is ``footnote`` or ``endnote``, ``run`` its ``w:r``."""

    kind: str
    id: str
    run: Node | None


class Sink:
    """Collects a story that starts at ``start`` of Document.text; one that does not stand at the
    very beginning begins with a line break.

    The line breaks that separate paragraphs are stretches of their own with a plain face.
    """

    def __init__(self, start: int = 0) -> None:
        self.at = start
        self.texts: list[str] = []
        self.atoms: list[Atom] = []
        self.stretches: list[Stretch] = []
        self.paragraphs: list[Paragraph] = []
        self.places: list[Place] = []
        self.citations: list[Citation] = []
        self._follows = start > 0
        self._open: tuple[int, int] | None = None  # start of the paragraph: offset, len(texts)
        self._last = Traits()  # of the paragraph that ended last

    def begin(self) -> int:
        """Begin a ``w:p`` and return where its text starts."""
        if self._open is None:
            if self._follows or self.places:
                self._write("\n", PLAIN)
                self._follows = False
            self._open = self.at, len(self.texts)
        return self.at

    def end(self, place: Place, traits: Traits, runs_on: bool) -> None:
        """End a ``w:p``; one that ``runs_on`` makes one paragraph with the next."""
        self.places.append(place)
        self._last = traits
        if not runs_on:
            self.settle()

    def settle(self) -> None:
        """Close the paragraph that is open, if any; blank ones are not listed."""
        if self._open is None:
            return
        (start, index), (role, style, label) = self._open, self._last
        self._open = None
        text = "".join(self.texts[index:])
        if role == "body" and is_item(text.lstrip()):
            role = "list"
        if text.strip():
            self.paragraphs.append(Paragraph(Span(start, self.at), role, style or None, label))

    def add(self, text: str, node: Node, run: Node | None, marks: Mark, look: Look) -> None:
        """Add a visible leaf."""
        self.atoms.append(Atom(self.at, text, node, run, marks))
        if look.latin == look.other:
            self._write(text, look.other)
            return
        for piece, latin in _by_script(text):
            self._write(piece, look.latin if latin else look.other)

    def _write(self, text: str, face: Face) -> None:
        start, self.at = self.at, self.at + len(text)
        self.texts.append(text)
        last = self.stretches[-1] if self.stretches else None
        if last and last.face == face and self._open and last.span.start >= self._open[0]:
            start = self.stretches.pop().span.start
        self.stretches.append(Stretch(Span(start, self.at), face))


def _by_script(text: str) -> Iterator[tuple[str, bool]]:
    """Cut ``text`` into pieces that are Latin (True) or not; marks go with what they follow."""
    start, latin = 0, None
    for match in _SCRIPTS.finditer(text):
        found = match.group()[0] < "\x80"
        if latin is not None and found != latin:
            yield text[start : match.start()], latin
            start = match.start()
        latin = found
    yield text[start:], bool(latin)
