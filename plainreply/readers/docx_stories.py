"""Finds what a DOCX holds besides its body: notes in the order of their references, and the
headers and footers that its sections refer to."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plainreply.readers.docx_names import R, W
from plainreply.readers.docx_package import Node, Package
from plainreply.readers.docx_sink import Citation

_ID = R + "id"
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Found(NamedTuple):
    """A story to read: its kind and part as in Story, its blocks and what refers to it."""

    kind: str
    part: str
    node: Node
    anchor: Node | None


def other_stories(package: Package, body: Node, citations: Iterable[Citation]) -> Iterator[Found]:
    """Yield footnotes, endnotes, headers and footers, each once."""
    citations = tuple(citations)
    for kind in ("footnote", "endnote"):
        yield from _notes(package, kind, [cited for cited in citations if cited.kind == kind])
    for kind in ("header", "footer"):
        yield from _edges(package, kind, body)


def _notes(package: Package, kind: str, citations: Iterable[Citation]) -> Iterator[Found]:
    """Yield the notes that are cited, by their first citations; their separators are no notes."""
    cited: dict[str, Node | None] = {}
    for citation in citations:
        cited.setdefault(citation.id, citation.run)
    for part in package.related(f"{kind}s") if cited else ():
        notes = {node.get(W + "id"): node for node in package.xml(part).iter(W + kind)}
        for id_, run in cited.items():
            note = notes.get(id_)
            if note is not None and note.get(W + "type") not in _SEPARATORS:
                yield Found(kind, part, note, run)


def _edges(package: Package, kind: str, body: Node) -> Iterator[Found]:
    """Yield the headers or footers of the sections, in the order that sections refer to them."""
    ids = (node.get(_ID, "") for node in body.iter(f"{W}{kind}Reference"))
    targets = package.targets()
    for part in dict.fromkeys(targets[id_] for id_ in ids if id_ in targets):
        yield Found(kind, part, package.xml(part), None)
