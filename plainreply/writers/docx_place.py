"""Where in a paragraph a comment may stand: around what must stay whole, never inside it."""

from collections.abc import Iterator
from typing import NamedTuple

from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import local
from plainreply.writers.docx_parts import Parts
from plainreply.writers.docx_runs import Piece, Runs

BLOCKED = frozenset({"sdt", "txbxContent", "del", "moveFrom"})
"""Ancestors of a paragraph in which word processors lose or ignore comments."""


PLAIN = frozenset({"r", "rPr", "t"}) | frozenset(
    "rFonts b bCs i iCs caps color sz szCs u lang spacing kern highlight shd rStyle".split()
)
"""What a run may hold to give shelter to a comment that cannot stand where it belongs."""


class Spot(NamedTuple):
    """The children of one paragraph between which a comment begins and ends. ``exact`` is false
    when it stands elsewhere than at its words; ``before``: it stands in front of ``first``."""

    first: Node
    last: Node
    exact: bool
    before: bool = False


def spot(parts: Parts, runs: Runs, piece: Piece) -> Spot | None:
    """Return the narrowest place around ``piece``, None when its paragraph has none."""
    node = piece.leaf if piece.run is None else piece.run
    paragraph, child = _top(parts, node)
    if paragraph is None or _is_blocked(parts, paragraph):
        return None
    if child.tag == parts.w + "ins" and node.getparent() is child:
        return _in_insertion(runs, child, node)
    if child is not node and _is_boxed(node, child):
        return None
    field = _field(parts, paragraph, child)
    if field is None:
        return Spot(child, child, exact=True)
    return Spot(*field, exact=True) if field else None


def refuge(parts: Parts, near: Node) -> Spot | None:
    """Return the run of plain text nearest to ``near`` that may hold a comment; failing that,
    the beginning of the nearest paragraph."""
    order = list(parts.body.iter(parts.w + "p"))
    at = next((i for i, paragraph in enumerate(order) if _holds(paragraph, near)), 0)
    free = [p for p in (*reversed(order[: at + 1]), *order[at + 1 :]) if not _is_blocked(parts, p)]
    for paragraph in free:
        run = next((child for child in paragraph if _is_plain(parts, child)), None)
        if run is not None and _depths(parts, paragraph) is not None:
            return Spot(run, run, exact=False)
    for paragraph in free:
        first = next((child for child in paragraph if child.tag != parts.w + "pPr"), None)
        if first is not None and _depths(parts, paragraph) is not None:
            return Spot(first, first, exact=False, before=True)
    return None


def _is_plain(parts: Parts, child: Node) -> bool:
    """Tell whether a child of a paragraph is a run with text and nothing drawn in it."""
    inside = {local(node) for node in child.iter("*")}
    return child.tag == parts.w + "r" and "t" in inside and inside <= PLAIN


def _holds(paragraph: Node, node: Node) -> bool:
    return node is paragraph or paragraph in node.iterancestors()


def _top(parts: Parts, node: Node) -> tuple[Node | None, Node]:
    """Return the outermost paragraph that ``node`` stands in and the child that leads to it."""
    found: tuple[Node | None, Node] = (None, node)
    child = node
    for above in node.iterancestors():
        if above.tag == parts.w + "p":
            found = above, child
        child = above
    return found


def _is_blocked(parts: Parts, paragraph: Node) -> bool:
    blocked = any(local(above) in BLOCKED for above in paragraph.iterancestors())
    return blocked or paragraph in parts.in_fields


def _is_boxed(node: Node, child: Node) -> bool:
    """Tell whether a text box stands between a node and the child of the outer paragraph."""
    for above in node.iterancestors():
        if above is child:
            return False
        if local(above) == "txbxContent":
            return True
    return False


def _in_insertion(runs: Runs, insertion: Node, run: Node) -> Spot:
    """Cut someone's insertion before and behind ``run``: comments stand at paragraph level."""
    if run.getprevious() is not None:
        insertion = runs.split(insertion, run)
    behind = run.getnext()
    if behind is not None:
        runs.split(insertion, behind)
    return Spot(insertion, insertion, exact=True)


def _field(parts: Parts, paragraph: Node, child: Node) -> tuple[Node, Node] | tuple[()] | None:
    """Return the children of the paragraph between which the field around ``child`` runs: None
    when there is no field, empty when it does not begin and end in this paragraph."""
    if next(paragraph.iter(parts.w + "fldChar"), None) is None:
        return None
    depths = _depths(parts, paragraph)
    if depths is None:
        return ()
    children = list(paragraph)
    first = last = children.index(child)
    if not depths[first]:
        return None
    while first and depths[first - 1]:
        first -= 1
    while last + 1 < len(children) and depths[last + 1]:
        last += 1
    return children[first], children[last]


def _depths(parts: Parts, paragraph: Node) -> list[int] | None:
    """Return for each child how many fields it stands in, None when one is not whole here."""
    depth, found = 0, []
    for child in paragraph:
        most = depth
        for kind in _field_marks(parts, child):
            depth += {"begin": 1, "end": -1}.get(kind, 0)
            most = max(most, depth)
            if depth < 0:
                return None
        found.append(most)
    return None if depth else found


def _field_marks(parts: Parts, child: Node) -> Iterator[str]:
    for mark in child.iter(parts.w + "fldChar"):
        yield mark.get(parts.w + "fldCharType", "")
