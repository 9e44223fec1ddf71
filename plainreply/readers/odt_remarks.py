"""Collects the comments of an ODT: where each begins and ends, who wrote it and what."""

from plainreply.document import Remark
from plainreply.readers.docx_package import Node
from plainreply.readers.odt_names import DC, OFFICE, TEXT
from plainreply.spans import Span


class Remarks:
    """The comments met so far."""

    def __init__(self) -> None:
        self._begun: list[tuple[int, Node]] = []
        self._ends: dict[str, int] = {}

    def meet(self, node: Node, at: int) -> None:
        """Take in an ``office:annotation`` or its end, at the offset ``at``."""
        if node.tag == OFFICE + "annotation":
            self._begun.append((at, node))
        else:
            self._ends[node.get(OFFICE + "name", "")] = at

    @property
    def found(self) -> tuple[Remark, ...]:
        """The comments, by span."""
        return tuple(sorted((self._remark(*begun) for begun in self._begun), key=_place))

    def _remark(self, at: int, node: Node) -> Remark:
        end = self._ends.get(node.get(OFFICE + "name", ""), at)
        lines = ("".join(map(str, line.itertext())) for line in node.iter(TEXT + "p", TEXT + "h"))
        author = node.findtext(DC + "creator") or ""
        return Remark(Span(at, max(at, end)), "\n".join(lines), author)


def _place(remark: Remark) -> Span:
    return remark.span
