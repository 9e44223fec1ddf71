"""Runs of the body, cut where a span of the document's text begins or ends."""

from bisect import bisect_right
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from plainreply.readers.docx_anchors import Atom, Mark
from plainreply.readers.docx_package import Node
from plainreply.spans import Span
from plainreply.writers.docx_parts import Parts

UNCUT = Mark.FIELD | Mark.CONTROL | Mark.TEXTBOX | Mark.RUBY | Mark.MATH | Mark.PLACEHOLDER
"""What stands in these is left in one piece: comments go around it, edits are refused."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Piece:
    """A leaf of the original tree and where its text stands in Document.text."""

    start: int
    text: str
    leaf: Node
    run: Node | None
    marks: Mark

    @property
    def stop(self) -> int:
        """Where the text of the leaf ends."""
        return self.start + len(self.text)


class Runs:
    """The visible leaves of the body in reading order; cutting keeps every place right."""

    def __init__(self, parts: Parts, atoms: Iterable[Atom]) -> None:
        self._parts = parts
        twins = parts.twins
        self.pieces = [
            Piece(a.start, a.text, twins[a.node], None if a.run is None else twins[a.run], a.marks)
            for a in atoms
        ]

    def within(self, span: Span) -> list[Piece]:
        """Return the pieces that share a character with ``span``, in order."""
        first = max(self._index(span.start), 0)
        stop = self._index(span.stop - 1) + 1
        return [piece for piece in self.pieces[first:stop] if piece.stop > span.start]

    def near(self, offset: int) -> Piece | None:
        """Return the piece that holds the character at ``offset``, else the last one before."""
        return self.pieces[max(self._index(offset), 0)] if self.pieces else None

    def cut(self, offset: int) -> None:
        """Make a run boundary at ``offset``, unless it falls into what is left in one piece."""
        index = self._index(offset)
        if index < 0 or self.pieces[index].marks & UNCUT:
            return
        piece = self.pieces[index]
        if piece.start < offset < piece.stop and piece.leaf.tag == self._parts.w + "t":
            self._cut_leaf(index, offset)
            index += 1
        if self.pieces[index].start == offset:
            self._cut_run(index)

    def _index(self, offset: int) -> int:
        return bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1

    def _cut_leaf(self, index: int, offset: int) -> None:
        piece = self.pieces[index]
        head, tail = piece.text[: offset - piece.start], piece.text[offset - piece.start :]
        etree.strip_tags(piece.leaf, etree.Comment, etree.ProcessingInstruction)
        rest = _like(piece.leaf)
        piece.leaf.addnext(rest)
        for leaf, text in ((piece.leaf, head), (rest, tail)):
            leaf.text = text
            leaf.set(SPACE, "preserve")
        piece.text = head
        self.pieces.insert(index + 1, Piece(offset, tail, rest, piece.run, piece.marks))

    def _cut_run(self, index: int) -> None:
        """Begin a new run with the piece at ``index``, if another piece of its run is before."""
        piece = self.pieces[index]
        run = piece.run
        if run is None or index == 0 or self.pieces[index - 1].run is not run:
            return
        if piece.leaf.getparent() is not run:
            return
        fresh = _like(run)
        for change in fresh.iter(self._parts.w + "rPrChange"):
            change.set(self._parts.w + "id", str(self._parts.next_id()))
        moved = [piece.leaf, *piece.leaf.itersiblings()]
        run.addnext(fresh)
        fresh.extend(moved)
        while index < len(self.pieces) and self.pieces[index].run is run:
            self.pieces[index].run = fresh
            index += 1

    def split(self, wrapper: Node, first: Node) -> Node:
        """Begin a second ``wrapper`` (someone's tracked insertion) with its child ``first``."""
        rest = _like(wrapper)
        rest.set(self._parts.w + "id", str(self._parts.next_id()))
        moved = [first, *first.itersiblings()]
        wrapper.addnext(rest)
        rest.extend(moved)
        return rest


def _like(node: Node) -> Node:
    """Return an element with the tag, attributes and run formatting of ``node``."""
    attributes = {str(name): str(value) for name, value in node.attrib.items()}
    spaces: Any = node.nsmap  # a default namespace is under None
    fresh = etree.Element(str(node.tag), attributes, nsmap=spaces)
    for child in node:
        if str(child.tag).endswith("}rPr"):
            fresh.append(deepcopy(child))
    return fresh
