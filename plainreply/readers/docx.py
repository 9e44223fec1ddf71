"""Reads a DOCX or DOCM into a Document whose every character knows its XML node."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from plainreply.document import Document, Source
from plainreply.errors import UnreadableDocument
from plainreply.readers.docx_anchors import Anchors, Story
from plainreply.readers.docx_names import W
from plainreply.readers.docx_numbering import read_lists
from plainreply.readers.docx_package import (
    EMBEDDED,
    HUGE,
    MAX_PARAGRAPHS,
    NO_TEXT,
    NOT_WORD,
    Node,
    Package,
)
from plainreply.readers.docx_props import is_on
from plainreply.readers.docx_remarks import read_remarks
from plainreply.readers.docx_sink import Sink
from plainreply.readers.docx_stories import Found, other_stories
from plainreply.readers.docx_styles import read_styles
from plainreply.readers.docx_theme import Theme, read_theme
from plainreply.readers.docx_walk import Book, walk

_ROLES = {"footnote": "note", "endnote": "note", "header": "header", "footer": "footer"}
_EDGES = ("header", "footer")


class _Told(NamedTuple):
    """A story and what was read in it."""

    found: Found
    sink: Sink

    @property
    def shows(self) -> bool:
        """True when there is something to read in it."""
        return any(text.strip() for text in self.sink.texts)


def read_docx(data: bytes) -> Document:
    """Read the bytes of a DOCX or DOCM; Document.source.anchors are Anchors.

    Raises UnreadableDocument when the file is damaged, hostile, protected or has no text
    (a scan under a typed letterhead has none either).
    """
    package = Package(data)
    body = package.xml(package.main).find(W + "body")
    if body is None:
        raise UnreadableDocument(NOT_WORD)
    book = _book(package, body)
    told = tuple(_tell(package, body, book))
    if not any(one.shows and one.found.kind not in _EDGES for one in told):
        raise UnreadableDocument(NO_TEXT)
    stories = tuple(map(_story, told))
    atoms = tuple(chain.from_iterable(story.atoms for story in stories))
    anchors = Anchors(stories, atoms, data, package.names, package.strict)
    comments = map(package.xml, package.related("comments"))
    sinks = tuple(one.sink for one in told)
    settings = _part(package, "settings")
    merges = settings is not None and settings.find(W + "mailMerge") is not None
    return Document(
        "".join(chain.from_iterable(sink.texts for sink in sinks)),
        tuple(chain.from_iterable(sink.paragraphs for sink in sinks)),
        tuple(chain.from_iterable(sink.stretches for sink in sinks)),
        Source(format="docx", notes=tuple(_notes(told)), anchors=anchors, template=merges),
        read_remarks(comments, stories, lambda node: "".join(walk(node, book).texts)),
    )


def _book(package: Package, body: Node) -> Book:
    """Read what all stories share; any of these parts may be missing."""
    settings = _part(package, "settings")
    theme = read_theme(_part(package, "theme"), settings)
    styles = read_styles(_part(package, "styles"), theme, _page(body, settings, theme))
    linked = {id_: style.para.get("num", "") for id_, style in styles.by_id.items()}
    return Book(styles, read_lists(_part(package, "numbering"), linked))


def _page(body: Node, settings: Node | None, theme: Theme) -> str:
    """Return the background of the pages, ``RRGGBB`` or ``""`` when none is shown."""
    page = body.getroottree().getroot().find(W + "background")
    shown = settings is not None and is_on(settings.find(W + "displayBackgroundShape"))
    return theme.colour(page, "color", "themeColor", "theme") if shown and page is not None else ""


def _part(package: Package, kind: str) -> Node | None:
    return next(map(package.xml, package.related(kind)), None)


def _tell(package: Package, body: Node, book: Book) -> Iterator[_Told]:
    """Yield the body and the other stories that have text, as they follow one another.

    Raises UnreadableDocument when there are absurdly many paragraphs in all.
    """
    sink = walk(body, book)
    yield _Told(Found("body", package.main, body, None), sink)
    at, paragraphs = sink.at, len(sink.places)
    for found in other_stories(package, body, sink.citations):
        told = _Told(found, walk(found.node, book, at, _ROLES[found.kind]))
        paragraphs += len(told.sink.places)
        if paragraphs > MAX_PARAGRAPHS:
            raise UnreadableDocument(HUGE)
        if told.shows:
            at = told.sink.at
            yield told


def _story(told: _Told) -> Story:
    kind, part, node, anchor = told.found
    root = node.getroottree().getroot()
    return Story(kind, part, root, tuple(told.sink.atoms), tuple(told.sink.places), anchor)


def _notes(told: tuple[_Told, ...]) -> Iterator[str]:
    """Yield what was not read, so that unread never passes for clean."""
    embedded = (one.found.node.iter(W + "altChunk", W + "subDoc") for one in told)
    if any(True for _ in chain.from_iterable(embedded)):
        yield EMBEDDED
