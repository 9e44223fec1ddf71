"""Where in the XML of an ODT a comment on a span may begin and end.

Comments stand in the running text of the body only. One on a note stands at its reference, one
on a shape at the shape, one on a header or a footer at the first words of the letter.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from plainreply.readers.docx_package import Node
from plainreply.readers.odt_anchors import Atom, OdtAnchors
from plainreply.readers.odt_names import DRAW, OFFICE, TEXT
from plainreply.spans import Span

_PARAGRAPHS = (TEXT + "p", TEXT + "h")
_OPEN = (*_PARAGRAPHS, TEXT + "span", TEXT + "a")  # elements that marks may stand in
_FRAMES = (DRAW + "frame", DRAW + "text-box")


class Point(NamedTuple):
    """A place between two characters: ``at`` in the text or the tail of ``node``."""

    node: Node
    part: Literal["text", "tail"]
    at: int


class Spot(NamedTuple):
    """Where a comment begins and ends; without an end it stands at a point. ``exact`` tells
    that it stands at the very words."""

    start: Point
    stop: Point | None
    exact: bool


class Places:
    """Finds the places for comments in one document."""

    def __init__(self, anchors: OdtAnchors) -> None:
        self._anchors = anchors

    def spot(self, span: Span) -> Spot | None:
        """Return where a comment on ``span`` stands, None when there is no place at all."""
        atoms = self._anchors.within(span)
        if not atoms:
            return self._near(span.start)
        paragraph = _paragraph(atoms[0].node)
        home = stand(paragraph)
        if home is None:
            return self._first()
        if home is not paragraph:
            return _at(home)
        last = next(atom for atom in reversed(atoms) if _beside(atom, paragraph))
        return Spot(_start(atoms[0], span.start), _stop(last, span.stop), True)

    def _near(self, offset: int) -> Spot | None:
        """Return a point for a comment on no characters of the file, such as an empty span."""
        atom = self._anchors.at(offset) or self._anchors.at(offset - 1)
        if atom is None or (home := stand(_paragraph(atom.node))) is None:
            return self._first()
        if home.tag not in _PARAGRAPHS:
            return _at(home)
        return Spot(_start(atom, offset), None, True)

    def _first(self) -> Spot | None:
        """Return the point before the first words that a comment can stand at."""
        for atom in self._anchors.atoms:
            home = stand(_paragraph(atom.node))
            if home is not None and home.tag in _PARAGRAPHS:
                return Spot(_start(atom, atom.start), None, False)
        blank = self._anchors.content.find(f"{OFFICE}body/{OFFICE}text/{TEXT}p")
        return None if blank is None else Spot(Point(blank, "text", 0), None, False)


def stand(paragraph: Node) -> Node | None:
    """Return ``paragraph`` itself when comments may stand in it, else the note or shape in the
    running text that it is part of, else None."""
    found = paragraph
    for node in paragraph.iterancestors():
        tag = str(node.tag)
        if tag == OFFICE + "text":
            parent = found.getparent()
            inline = parent is not None and parent.tag in _OPEN
            return found if inline or found is paragraph else None
        if tag == TEXT + "note" or (tag.startswith(DRAW) and tag not in _FRAMES):
            found = node
    return None


def _at(home: Node) -> Spot:
    """Return the place of a comment on something in a note or a shape: it covers the whole."""
    return Spot(_before(home), Point(home, "tail", 0), False)


def _beside(atom: Atom, paragraph: Node) -> bool:
    """Tell whether an atom is in ``paragraph`` or one next to it in the same cell or frame:
    a comment that runs out of these loses its end in LibreOffice."""
    return _paragraph(atom.node).getparent() is paragraph.getparent()


def _paragraph(node: Node) -> Node:
    """Return the paragraph that a leaf or an element of the text is in."""
    return node if node.tag in _PARAGRAPHS else next(node.iterancestors(*_PARAGRAPHS))


def _start(atom: Atom, offset: int) -> Point:
    """Return the point before the character at ``offset``, outside fields and the like."""
    closed = tuple(_closed(atom))
    if closed or atom.part == "element":
        return _before(closed[-1] if closed else atom.node)
    return Point(atom.node, atom.part, atom.at + max(offset - atom.start, 0))


def _stop(atom: Atom, offset: int) -> Point:
    """Return the point after the character before ``offset``, outside fields and the like."""
    closed = tuple(_closed(atom))
    if closed or atom.part == "element":
        return Point(closed[-1] if closed else atom.node, "tail", 0)
    return Point(atom.node, atom.part, atom.at + min(offset - atom.start, len(atom.text)))


def _closed(atom: Atom) -> Iterator[Node]:
    """Yield the elements around an atom that marks may not stand in, outwards."""
    node = atom.node if atom.part == "text" else atom.node.getparent()
    while node is not None and node.tag not in _PARAGRAPHS:
        if node.tag not in _OPEN:
            yield node
        node = node.getparent()


def _before(node: Node) -> Point:
    previous, parent = node.getprevious(), node.getparent()
    if previous is not None:
        return Point(previous, "tail", len(previous.tail or ""))
    assert parent is not None  # nothing shown is the root
    return Point(parent, "text", len(parent.text or ""))
