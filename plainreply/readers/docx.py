"""Reads a DOCX or DOCM into a Document whose every character knows its XML node."""

from collections.abc import Iterator

from plainreply.document import Document, Source
from plainreply.errors import UnreadableDocument
from plainreply.readers.docx_anchors import Anchors, Story
from plainreply.readers.docx_package import NOT_WORD, Node, Package
from plainreply.readers.docx_props import W, local, theme_fonts
from plainreply.readers.docx_styles import Styles, read_styles
from plainreply.readers.docx_walk import walk

NO_TEXT = "В документе нет текста (возможно, это скан): проверьте документ, в котором текст набран."

_EMBEDDED = "Вставленные в документ файлы не проверены: вставьте их текст в письмо."


def read_docx(data: bytes) -> Document:
    """Read the bytes of a DOCX or DOCM; Document.source.anchors are Anchors.

    Raises UnreadableDocument when the file is damaged, hostile, protected or has no text.
    """
    package = Package(data)
    body = package.xml(package.main).find(W + "body")
    if body is None:
        raise UnreadableDocument(NOT_WORD)
    sink = walk(body, _styles(package))
    text = "".join(sink.texts)
    if not text.strip():
        raise UnreadableDocument(NO_TEXT)
    atoms = tuple(sink.atoms)
    notes = tuple(_notes(package, body))
    story = Story("body", package.main, body.getroottree().getroot(), atoms, tuple(sink.places))
    anchors = Anchors((story,), atoms, data, package.names, package.strict)
    source = Source(format="docx", notes=notes, anchors=anchors)
    return Document(text, tuple(sink.paragraphs), tuple(sink.stretches), source)


def _styles(package: Package) -> Styles:
    """Read the styles with the fonts of the theme; either part may be missing."""
    fonts = theme_fonts(_part(package, "theme"))
    return read_styles(_part(package, "styles"), fonts)


def _part(package: Package, kind: str) -> Node | None:
    return next(map(package.xml, package.related(kind)), None)


def _notes(package: Package, body: Node) -> Iterator[str]:
    """Yield what was not read, so that unread never passes for clean."""
    if any(map(_has_text, map(package.xml, _edges(package)))):
        yield "Колонтитулы не проверены."
    references = (W + "footnoteReference", W + "endnoteReference")
    if next(body.iter(*references), None) is not None:
        yield "Сноски не проверены."
    if next(body.iter(W + "altChunk", W + "subDoc"), None) is not None:
        yield _EMBEDDED


def _edges(package: Package) -> tuple[str, ...]:
    return package.related("header") + package.related("footer")


def _has_text(root: Node) -> bool:
    return any(local(node) == "t" and (node.text or "").strip() for node in root.iter(W + "t"))
