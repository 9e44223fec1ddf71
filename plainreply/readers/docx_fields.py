"""Keeps track of complex fields: begin, instruction, separate, result, end.

Fields nest and may run over several paragraphs. Only results are visible.
"""

from dataclasses import dataclass

from plainreply.readers.docx_anchors import Mark
from plainreply.readers.docx_package import Node


@dataclass(slots=True)
class _Open:
    """A field that has begun. ``marks`` is empty while its instruction is being read."""

    begin: Node
    instruction: str = ""
    marks: Mark = Mark.NONE


class Fields:
    """The fields that are open at the walker's place. Fields of ``broken``, given by their
    ``begin`` elements, never end and are passed over, so that they do not hide all that follows.
    """

    def __init__(self, broken: frozenset[Node] = frozenset()) -> None:
        self._broken = broken
        self._stack: list[_Open] = []
        self._instructions = 0  # how many open fields are still in their instruction

    @property
    def hidden(self) -> bool:
        """True while some open field is in its instruction."""
        return self._instructions > 0

    @property
    def marks(self) -> Mark:
        """Marks of what stands here: FIELD in a result, LINK too for a HYPERLINK field."""
        return self._stack[-1].marks if self._stack else Mark.NONE

    @property
    def unclosed(self) -> frozenset[Node]:
        """The ``begin`` elements of the fields that are open."""
        return frozenset(field.begin for field in self._stack)

    def meet(self, node: Node, kind: str) -> None:
        """Take in a ``w:fldChar`` of the type ``kind``; one that does not fit is ignored."""
        if kind == "begin" and node not in self._broken:
            self._stack.append(_Open(node))
            self._instructions += 1
        elif kind == "separate" and self._stack:
            self._separate()
        elif kind == "end" and self._stack:
            self._instructions -= not self._stack.pop().marks

    def instruct(self, text: str) -> None:
        """Take in a piece of an instruction."""
        if self._stack and not self._stack[-1].marks:
            self._stack[-1].instruction += text[:80]

    def _separate(self) -> None:
        field = self._stack[-1]
        self._instructions -= not field.marks
        outer = self._stack[-2].marks if len(self._stack) > 1 else Mark.NONE
        field.marks = outer | field_marks(field.instruction)


_KINDS = {"HYPERLINK": Mark.LINK, "MERGEFIELD": Mark.MERGE}


def field_marks(instruction: str) -> Mark:
    """Return the marks of the result of a field."""
    words = instruction.split(maxsplit=1)
    return Mark.FIELD | _KINDS.get(words[0].upper() if words else "", Mark.NONE)
