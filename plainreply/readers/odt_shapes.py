"""Frames and shapes: what of them is text."""

from collections.abc import Iterator

from plainreply.readers.docx_package import Node
from plainreply.readers.odt_names import DRAW, TEXT

_BOX = DRAW + "text-box"
_OPAQUE = frozenset(DRAW + tag for tag in ("image", "object", "object-ole", "plugin", "applet"))
_PROSE = frozenset(TEXT + tag for tag in ("p", "h", "list"))


def boxes(node: Node) -> Iterator[Node]:
    """Yield the elements in a drawing whose children are blocks of text, each once."""
    if node.tag == _BOX or any(child.tag in _PROSE for child in node):
        yield node
        return
    for child in node:
        tag = str(child.tag)
        if tag.startswith(DRAW) and tag not in _OPAQUE:
            yield from boxes(child)


def is_object(node: Node) -> bool:
    """Tell an embedded object, such as a formula, that stands in the line as a character."""
    as_char = node.get(TEXT + "anchor-type") == "as-char"
    return as_char and node.find(DRAW + "object") is not None
