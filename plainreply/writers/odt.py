"""Writes findings back into an OpenDocument text as comments.

Only the part with the body is written anew; members that do not change keep their packed bytes.
"""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from plainreply.document import Document
from plainreply.readers.docx_package import Node
from plainreply.readers.odt_anchors import OdtAnchors
from plainreply.readers.odt_package import CONTENT
from plainreply.writers.archive import replaced
from plainreply.writers.odt_marks import Comments, Mark, insert
from plainreply.writers.odt_place import Places
from plainreply.writers.values import Left, Note, Stamp, Written
from plainreply.writers.words import NO_PLACE


def annotate(document: Document, notes: Sequence[Note], stamp: Stamp) -> Written:
    """Return the draft with ``notes`` as comments, signed with ``stamp``.

    A note on a header, a footer or a shape stands elsewhere and quotes its words.
    """
    anchors: OdtAnchors = document.source.anchors
    content = deepcopy(anchors.content)
    marks, left = _marks(document, anchors, notes, Comments(content, stamp))
    insert(marks, dict(zip(anchors.content.iter(), content.iter(), strict=True)))
    return Written(_saved(anchors, content), left)


def _marks(
    document: Document, anchors: OdtAnchors, notes: Sequence[Note], comments: Comments
) -> tuple[list[Mark], tuple[Left, ...]]:
    """Return what to insert where, in the order of the text, and what has no place."""
    marks: list[Mark] = []
    left: list[Left] = []
    places = Places(anchors)
    for note in sorted(notes, key=lambda note: (note.span.start, -note.span.stop)):
        spot = places.spot(note.span)
        if spot is None:
            left.append(Left(note.span, NO_PLACE))
        else:
            words = "" if spot.exact else note.span.of(document.text)
            marks += comments.marks(spot, note.text, words)
    return marks, tuple(left)


def _saved(anchors: OdtAnchors, content: Node) -> bytes:
    data = etree.tostring(content, xml_declaration=True, encoding="UTF-8")
    return data if anchors.flat else replaced(anchors.package, {CONTENT: data})
