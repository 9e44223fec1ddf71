"""Reads the comments of a DOCX: what they say and which stretch of the text they cover."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from plainreply.document import Remark
from plainreply.readers.docx_anchors import Story
from plainreply.readers.docx_names import W
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import local
from plainreply.spans import Span, hull

_MARKS = tuple(W + f"comment{mark}" for mark in ("RangeStart", "RangeEnd", "Reference"))


def read_remarks(
    comments: Iterable[Node], stories: Iterable[Story], text: Callable[[Node], str]
) -> tuple[Remark, ...]:
    """Return the comments that are anchored in the stories, by span.

    ``comments`` are the roots of comment parts; ``text`` reads a comment.
    """
    nodes = {c.get(W + "id", ""): c for root in comments for c in root.iter(W + "comment")}
    if not nodes:
        return ()
    shared: dict[Node, list[Story]] = {}
    for story in stories:
        shared.setdefault(story.root, []).append(story)
    spans: dict[str, Span] = {}
    for id_, span in chain.from_iterable(_covered(*item) for item in shared.items()):
        spans.setdefault(id_, span)
    return tuple(
        Remark(span, text(nodes[id_]).strip(), nodes[id_].get(W + "author", ""))
        for id_, span in sorted(spans.items(), key=lambda item: item[1])
        if id_ in nodes
    )


def _covered(root: Node, stories: Iterable[Story]) -> Iterator[tuple[str, Span]]:
    """Yield the ids of the comments in stories that share a root, and what they cover.

    The marks of a comment may stand anywhere in the XML, even in what is not read.
    """
    spans, starts = _places(stories)
    begun: dict[str, int] = {}  # id -> how many atoms precede the range
    seen: list[Span] = []
    at = min(starts.values(), default=0)
    tags = {str(node.tag) for node in spans}
    for node in root.iter(W + "p", *_MARKS, *tags):
        id_ = node.get(W + "id", "")
        if node in spans:
            seen.append(spans[node])
            at = spans[node].stop
        elif local(node) == "commentRangeStart":
            begun[id_] = len(seen)
        elif local(node) in ("commentRangeEnd", "commentReference"):
            first = begun.pop(id_, len(seen))
            yield id_, hull((seen[first], seen[-1])) if first < len(seen) else Span(at, at)
        else:
            at = starts.get(node, at)


def _places(stories: Iterable[Story]) -> tuple[dict[Node, Span], dict[Node, int]]:
    """Return where the leaves stand and where the paragraphs start."""
    spans: dict[Node, Span] = {}
    starts: dict[Node, int] = {}
    for story in stories:
        spans |= {atom.node: atom.span for atom in story.atoms}
        starts |= {place.node: place.span.start for place in story.places}
    return spans, starts
