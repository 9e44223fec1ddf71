"""Comments in an ODT: the elements that mark and hold them, and putting these into the XML."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from lxml import etree

from plainreply.readers.docx_package import Node
from plainreply.readers.odt_names import DC, OFFICE, TEXT
from plainreply.writers.odt_place import Point, Spot
from plainreply.writers.values import Stamp
from plainreply.writers.words import clean, quote

_SPACES = {"office": OFFICE.strip("{}"), "dc": DC.strip("{}"), "text": TEXT.strip("{}")}


class Mark(NamedTuple):
    """An element to insert at ``point``; where several meet, those that end a comment first."""

    point: Point
    begins: bool
    element: Node


class Comments:
    """Makes comments for the tree ``content``, with names that are new to it."""

    def __init__(self, content: Node, stamp: Stamp) -> None:
        taken = {node.get(OFFICE + "name") for node in content.iter(OFFICE + "annotation")}
        fresh = (f"plainreply{number}" for number in count(1))
        self._names = (name for name in fresh if name not in taken)
        self._stamp = stamp

    def marks(self, spot: Spot, text: str, quoted: str) -> Iterator[Mark]:
        """Yield the marks of a comment at ``spot`` that says ``text``.

        ``quoted`` are the words that it is about, ``""`` when it stands right at them.
        """
        name = next(self._names)
        lines = clean(f"{quote(quoted)}\n{text}" if quoted else text).split("\n")
        yield Mark(spot.start, True, self._annotation(name, lines))
        if spot.stop is not None:
            yield Mark(spot.stop, False, _element("annotation-end", name))

    def _annotation(self, name: str, lines: Iterable[str]) -> Node:
        annotation = _element("annotation", name)
        date = self._stamp.date.replace(tzinfo=None).isoformat(timespec="seconds")
        etree.SubElement(annotation, DC + "creator").text = clean(self._stamp.author)
        etree.SubElement(annotation, DC + "date").text = date
        for line in lines:
            etree.SubElement(annotation, TEXT + "p").text = line
        return annotation


def insert(marks: Iterable[Mark], twins: Mapping[Node, Node]) -> None:
    """Insert ``marks``, which are in the order of the text, into the twins of their nodes."""
    places: dict[tuple[Node, str], list[Mark]] = defaultdict(list)
    for mark in marks:
        places[mark.point.node, mark.point.part].append(mark)
    for (node, part), here in places.items():
        here.sort(key=lambda mark: (mark.point.at, mark.begins))
        for mark in reversed(here):
            _insert(twins[node], part, mark.point.at, mark.element)


def _insert(node: Node, part: str, at: int, element: Node) -> None:
    """Cut the text or the tail of ``node`` at ``at`` and put ``element`` into the cut."""
    if part == "text":
        text = node.text or ""
        node.text, element.tail = text[:at], text[at:]
        node.insert(0, element)
        return
    parent, tail = node.getparent(), node.tail or ""
    assert parent is not None  # only the root has none, and it has no tail
    node.tail, element.tail = tail[:at], tail[at:]
    parent.insert(parent.index(node) + 1, element)


def _element(tag: str, name: str) -> Node:
    return etree.Element(OFFICE + tag, {OFFICE + "name": name}, nsmap=_SPACES)
