"""The parts of a DOCX that a writer changes: parsed faithfully, saved next to the others.

Readers see a simplified tree (no comments, no blanks, Strict names mapped); what is written
is the original tree with nothing lost. The two have the same elements in the same order.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, count
from posixpath import dirname, join
from zipfile import BadZipFile

from lxml import etree

from plainreply.errors import UnreadableDocument
from plainreply.readers.docx_anchors import Anchors
from plainreply.readers.docx_names import relationships_of
from plainreply.readers.docx_package import DAMAGED, HARMLESS, Node, Package, untrusted
from plainreply.writers.archive import replaced

CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KINDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)
_NUMBER = re.compile(r"-?\d{1,9}")


class Parts:
    """The body of a DOCX and the parts around it, to be changed in place and saved."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self.package = Package(anchors.package)
        self._changed: dict[str, Node] = {}
        self.body = self.tree(self.package.main)
        self.w = "{" + str(etree.QName(self.body).namespace) + "}"

    def tree(self, name: str) -> Node:
        """Return the root of a part, parsed once with everything in it; it will be saved."""
        if name not in self._changed:
            self._changed[name] = untrusted(self.package.content(name), etree.XMLParser(**HARMLESS))
        return self._changed[name]

    @cached_property
    def twins(self) -> dict[Node, Node]:
        """The original of every element of the body that the reader saw."""
        seen = self._anchors.stories[0].root.iter("*")
        return dict(zip(seen, self.body.iter("*"), strict=True))

    def element(self, tag: str, **attributes: str) -> Node:
        """Return a new WordprocessingML element, its attributes in the same namespace."""
        node = etree.Element(self.w + tag, nsmap={"w": self.w[1:-1]})
        for name, value in attributes.items():
            node.set(self.w + name, value)
        return node

    @cached_property
    def comments(self) -> Node:
        """The root of the comments part, which is made when there is none."""
        name = next(iter(self.package.related("comments")), None)
        return self.tree(name) if name else self._new_comments()

    @cached_property
    def in_fields(self) -> frozenset[Node]:
        """The paragraphs between the one where a field begins and the one where it ends: a
        comment in them would be read as text of the letter."""
        order = list(self.body.iter(self.w + "p"))
        index = {paragraph: at for at, paragraph in enumerate(order)}
        deeper, begun = [0] * (len(order) + 1), []
        for mark in self.body.iter(self.w + "fldChar"):
            at = index.get(next(mark.iterancestors(self.w + "p"), self.body), 0)
            if mark.get(self.w + "fldCharType") == "begin":
                begun.append(at)
            elif mark.get(self.w + "fldCharType") == "end" and begun:
                first = begun.pop() + 1
                deeper[first] += first < at
                deeper[max(first, at)] -= first < at
        depths = accumulate(deeper)
        return frozenset(node for node, depth in zip(order, depths, strict=False) if depth)

    def next_id(self) -> int:
        """Return a number larger than every id in the body, its notes and its edges."""
        return next(self._fresh_ids)

    @cached_property
    def _fresh_ids(self) -> Iterator[int]:
        kinds = ("comments", "footnotes", "endnotes", "header", "footer")
        names = [name for kind in kinds for name in self.package.related(kind)]
        roots = [self.body, *(self.package.xml(name) for name in names)]
        return count(max((number for root in roots for number in _ids(root)), default=0) + 1)

    def saved(self) -> bytes:
        """Return the package with the changed parts in it.

        Raises UnreadableDocument for a package whose members claim more than it holds.
        """
        names = {_plain(name): name for name in self._anchors.names}
        changed = {
            names.get(_plain(name), name): etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
            for name, root in self._changed.items()
        }
        try:
            return replaced(self._anchors.package, changed)
        except BadZipFile as error:
            raise UnreadableDocument(DAMAGED) from error

    def _new_comments(self) -> Node:
        main = self.package.main
        numbers = ("", *range(2, 1000))
        names = (join(dirname(main), f"comments{number}.xml") for number in numbers)
        name = next(name for name in names if not self.package.has(name))
        self._changed[name] = root = self.element("comments")
        types = self.tree(CONTENT_TYPES)
        for stale in [node for node in types if node.get("PartName") == f"/{name}"]:
            types.remove(stale)
        etree.SubElement(types, _TYPES + "Override", PartName=f"/{name}", ContentType=_COMMENTS)
        self._relate(main, name)
        return root

    def _relate(self, main: str, name: str) -> None:
        """Say in the relationships of the body that it has comments."""
        rels = relationships_of(main)
        if self.package.has(rels):
            root = self.tree(rels)
        else:
            self._changed[rels] = root = etree.Element(_RELS + "Relationships")
        taken = {relation.get("Id") for relation in root.iter("*")}
        fresh = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        kind = _KINDS[self._anchors.strict] + "comments"
        target = name.rpartition("/")[2]
        etree.SubElement(root, _RELS + "Relationship", Id=fresh, Type=kind, Target=target)


def _plain(name: str) -> str:
    """Return the name of a member as it is compared: part names ignore case."""
    return name.replace("\\", "/").lstrip("/").lower()


def _ids(root: Node) -> Iterator[int]:
    for node in root.iter("*"):
        for name, value in node.attrib.items():
            if str(name).endswith("}id") and _NUMBER.fullmatch(str(value)):
                yield int(value)
