"""Reads OpenDocument texts (.odt, .ott, .fodt); every character knows its XML node.

lxml is used directly: odfdo finds text by pattern or by position within one paragraph, which does
not lead from a character of the document to its node, and gives styles without what they inherit.
"""

from collections.abc import Iterator

from plainreply.document import Document, Source
from plainreply.errors import UnreadableDocument
from plainreply.readers.docx_package import EMBEDDED, NO_TEXT, Node
from plainreply.readers.odt_anchors import OdtAnchors
from plainreply.readers.odt_names import DRAW, OFFICE, STYLE
from plainreply.readers.odt_package import NOT_ODT, SENTENCES, STYLES, OdtPackage, parse
from plainreply.readers.odt_sink import Sink
from plainreply.readers.odt_styles import read_styles
from plainreply.readers.odt_walk import Context, Walker
from plainreply.readers.sniff import ZIP

_EDGES = ("header", "header-first", "header-left", "footer", "footer-first", "footer-left")


def read_odt(data: bytes) -> Document:
    """Read the bytes of an OpenDocument text; Document.source.anchors are OdtAnchors.

    Raises UnreadableDocument when the file is damaged, hostile, protected or has no text
    but in its headers and footers.
    """
    try:
        content, common = _roots(data)
    except UnreadableDocument as error:
        raise UnreadableDocument(SENTENCES.get(str(error), str(error))) from error
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableDocument(NOT_ODT)
    return _document(data, content, common, body)


def _roots(data: bytes) -> tuple[Node, Node | None]:
    """Return the XML of the body and that of the styles, which are one in a flat file."""
    if not data.startswith(ZIP):
        root = parse(data)
        return root, root
    package = OdtPackage(data)
    return package.xml(package.main), package.xml(STYLES) if package.has(STYLES) else None


def _document(data: bytes, content: Node, common: Node | None, body: Node) -> Document:
    sink = Sink()
    walker = Walker(read_styles(common, content), sink)
    walker.story(body, Context())
    remarks = walker.remarks
    if not "".join(sink.texts).strip():
        raise UnreadableDocument(NO_TEXT)
    if common is not None:
        edges = Walker(read_styles(common, common), sink)
        for master in _masters(common, content):
            _read_edges(edges, master)
        remarks += edges.remarks
    anchors = OdtAnchors(tuple(sink.atoms), content, data, flat=common is content)
    source = Source(format="odt", notes=_notes(body), anchors=anchors)
    return Document(
        "".join(sink.texts), tuple(sink.paragraphs), tuple(sink.stretches), source, remarks
    )


def _masters(common: Node, content: Node) -> Iterator[Node]:
    """Yield the master pages in use: the first and those that a style turns to."""
    masters = tuple(common.iter(STYLE + "master-page"))
    named = {node.get(STYLE + "master-page-name") for node in content.iter(STYLE + "style")} | {
        master.get(STYLE + "next-style-name") for master in masters
    }
    for number, master in enumerate(masters):
        if number == 0 or master.get(STYLE + "name") in named:
            yield master


def _read_edges(walker: Walker, master: Node) -> None:
    """Read the headers and footers of a master page that show anything."""
    for tag in _EDGES:
        for edge in master.iterfind(STYLE + tag):
            if edge.get(STYLE + "display", "true") == "true" and _has_text(edge):
                story = tag.partition("-")[0]
                walker.story(edge, Context(story, story))


def _has_text(node: Node) -> bool:
    return any(str(text).strip() for text in node.itertext())


def _notes(body: Node) -> tuple[str, ...]:
    """Return what was not read, so that unread never passes for clean."""
    return (EMBEDDED,) if next(body.iter(DRAW + "object-ole"), None) is not None else ()
