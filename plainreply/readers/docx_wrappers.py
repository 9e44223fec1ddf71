"""The elements that only wrap others, at any level: what is read of them and what it means."""

from collections.abc import Iterator
from types import MappingProxyType

from plainreply.readers.docx_anchors import Mark
from plainreply.readers.docx_fields import field_marks
from plainreply.readers.docx_names import W
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import is_on, local

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNDERSTOOD = (  # namespaces whose Choice we can read as well as its Fallback
    "http://schemas.microsoft.com/office/word/",
    "http://schemas.microsoft.com/office/drawing/",
    "urn:schemas-microsoft-com:",
)
_TRANSPARENT = MappingProxyType(
    {
        W + "customXml": Mark.NONE,
        W + "smartTag": Mark.NONE,
        W + "dir": Mark.NONE,
        W + "bdo": Mark.NONE,
        W + "ins": Mark.INSERTED,
        W + "moveTo": Mark.INSERTED,
        W + "hyperlink": Mark.LINK,
    }
)


def unwrap(node: Node) -> tuple[Node | None, Mark] | None:
    """Return the element whose children stand for ``node``, and what they are marked with.

    None when ``node`` is no wrapper; a wrapper of nothing gives ``(None, ...)``.
    """
    if node.tag in _TRANSPARENT:
        return node, _TRANSPARENT[str(node.tag)]
    if node.tag == W + "sdt":
        return node.find(W + "sdtContent"), _control(node)
    if node.tag == W + "fldSimple":
        return node, field_marks(node.get(W + "instr", ""))
    if node.tag == W + "ruby":
        return node.find(W + "rubyBase"), Mark.RUBY
    if node.tag == _MC + "AlternateContent":
        return _branch(node), Mark.NONE
    return None


def inner(parent: Node, tag: str, marks: Mark = Mark.NONE) -> Iterator[tuple[Node, Mark]]:
    """Yield the children of ``parent`` called ``tag``, in wrappers or not, with their marks."""
    for child in parent:
        if child.tag == tag:
            yield child, marks
        elif (wrapped := unwrap(child)) and wrapped[0] is not None:
            yield from inner(wrapped[0], tag, marks | wrapped[1])


def boxes(node: Node) -> Iterator[Node]:
    """Yield the text boxes of a drawing, each once, though it is stored for old readers too."""
    for child in node:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag == _MC + "AlternateContent":
            branch = _branch(child)
            yield from () if branch is None else boxes(branch)
        else:
            yield from boxes(child)


def _control(node: Node) -> Mark:
    prompt = is_on(node.find(f"{W}sdtPr/{W}showingPlcHdr"))
    return Mark.CONTROL | (Mark.PLACEHOLDER if prompt else Mark.NONE)


def _branch(node: Node) -> Node | None:
    """Return the first Choice that we understand, else the Fallback."""
    for child in node:
        if local(child) == "Fallback" or (local(child) == "Choice" and _understood(child)):
            return child
    return None


def _understood(choice: Node) -> bool:
    spaces = (choice.nsmap.get(prefix, "") for prefix in choice.get("Requires", "").split())
    return all(space.startswith(_UNDERSTOOD) for space in spaces)
