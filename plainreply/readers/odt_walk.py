"""Walks the XML of an ODT in reading order and takes down every visible piece.

Tracked insertions are read, deletions are not: they are kept apart from the text. Of a field
its shown text is read; text boxes come after the paragraph that holds them, notes after the
body.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from plainreply.document import Remark
from plainreply.readers.docx_package import Node
from plainreply.readers.odt_anchors import Part
from plainreply.readers.odt_blanks import kept, spaces
from plainreply.readers.odt_names import DRAW, LOEXT, OFFICE, TABLE, TEXT
from plainreply.readers.odt_remarks import Remarks
from plainreply.readers.odt_shapes import boxes, is_object
from plainreply.readers.odt_sink import Sink
from plainreply.readers.odt_styles import LINK, STANDARD, Styles, Where

_BLOCKS = tuple(  # elements that only hold blocks
    TEXT + tag for tag in ("list-header", "index-title", "index-body", "note-body")
) + tuple(TABLE + tag for tag in ("table", "table-header-rows", "table-rows", "table-row-group"))
_ITEMS = tuple(TEXT + tag for tag in ("list", "list-item", "numbered-paragraph"))
_INDEXES = (
    *(TEXT + tag for tag in ("table-of-content", "bibliography", "object-index", "user-index")),
    *(TEXT + tag for tag in ("illustration-index", "table-index", "alphabetical-index")),
)
_UNSHOWN = frozenset(TEXT + tag for tag in ("number", "script", "ruby-text", "note-citation"))
_LEAVES = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}


class Context(NamedTuple):
    """What the walker is inside of; handed down, never changed. ``role`` is the paragraphs'
    role unless they are headings; ``story`` is ``body``, ``note``, ``header`` or ``footer``."""

    story: str = "body"
    role: str = "body"
    where: Where = Where()


class Walker:
    """Reads blocks into ``sink``; all of them use the same ``styles``."""

    def __init__(self, styles: Styles, sink: Sink) -> None:
        self._styles = styles
        self._sink = sink
        self._remarks = Remarks()
        self._after_blank = True
        self._aside: list[tuple[Node, Context]] = []
        self._notes: list[Node] = []
        self._block_readers: Mapping[str, Callable[[Node, Context], None]] = {
            TEXT + "p": self._paragraph,
            TEXT + "h": self._paragraph,
            TEXT + "section": self._section,
            TABLE + "table-row": self._row,
            TABLE + "table-cell": self._cell,
            **dict.fromkeys(_BLOCKS, self.blocks),
            **dict.fromkeys(_ITEMS, self._item),
            **dict.fromkeys(_INDEXES, self._section),
        }
        self._inline_readers: Mapping[str, Callable[[Node, Context], None]] = {
            TEXT + "span": self._span,
            TEXT + "a": self._link,
            TEXT + "s": self._spaces,
            TEXT + "note": self._note,
            OFFICE + "annotation": self._annotation,
            OFFICE + "annotation-end": self._annotation,
            **dict.fromkeys(_LEAVES, self._leaf),
        }

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The comments on what has been read, by span."""
        return self._remarks.found

    def story(self, root: Iterable[Node], context: Context) -> None:
        """Read the blocks of a story, then its footnotes and then its endnotes."""
        self.blocks(root, context)
        notes, self._notes = self._notes, []
        for note in sorted(notes, key=lambda note: note.get(TEXT + "note-class") == "endnote"):
            self.blocks(note, Context("note", "note"))

    def blocks(self, nodes: Iterable[Node], context: Context) -> None:
        """Read the blocks among ``nodes``."""
        for node in nodes:
            if reader := self._block_readers.get(str(node.tag)):
                reader(node, context)
            elif str(node.tag).startswith(DRAW):
                self._drawing(node, context)
                self._set_aside()

    def _paragraph(self, node: Node, context: Context) -> None:
        hidden = node.find(TEXT + "hidden-paragraph")
        if hidden is not None and hidden.get(TEXT + "is-hidden") == "true":
            return
        style = node.get(TEXT + "style-name", STANDARD)
        self._after_blank = True
        self._sink.begin()
        self._inline(node, context._replace(where=context.where._replace(paragraph=style)))
        self._sink.end(self._role(node, style, context), self._styles.name(style))
        self._set_aside()

    def _role(self, node: Node, style: str, context: Context) -> str:
        heading = node.tag == TEXT + "h" or self._styles.is_heading(style)
        return "heading" if heading and context.role in ("body", "list") else context.role

    def _set_aside(self) -> None:
        """Read the text boxes that stood in the paragraph."""
        aside, self._aside = self._aside, []
        for node, context in aside:
            self.blocks(node, context)

    def _item(self, node: Node, context: Context) -> None:
        role = "list" if context.role == "body" else context.role
        self.blocks(node, context._replace(role=role))

    def _section(self, node: Node, context: Context) -> None:
        shown = node.get(TEXT + "display", "true")
        if shown == "true" or (shown == "condition" and node.get(TEXT + "is-hidden") != "true"):
            self.blocks(node, context)

    def _row(self, node: Node, context: Context) -> None:
        if node.get(TABLE + "visibility", "visible") == "visible":
            self.blocks(node, context)

    def _cell(self, node: Node, context: Context) -> None:
        fill = self._styles.fill("table-cell", node.get(TABLE + "style-name", ""))
        role = "cell" if context.story == "body" else context.role
        where = Where(fill=fill or context.where.fill)
        self.blocks(node, context._replace(role=role, where=where))

    def _inline(self, node: Node, context: Context) -> None:
        self._data(node.text, node, "text", context)
        for child in node:
            tag = str(child.tag)
            if reader := self._inline_readers.get(tag):
                reader(child, context)
            elif tag.startswith(DRAW):
                self._drawing(child, context)
            elif tag.startswith((TEXT, LOEXT)) and tag not in _UNSHOWN and not _is_hidden(child):
                self._inline(child, context)
            self._data(child.tail, child, "tail", context)

    def _data(self, text: str | None, node: Node, part: Part, context: Context) -> None:
        """Take down the text or the tail of ``node``, with its blanks collapsed."""
        look = self._styles.look(context.where)
        if not text or look.hidden:
            return
        for index, piece in kept(text, self._after_blank):
            self._sink.add(piece, node, part, index, look.face)
            self._after_blank = piece[-1] == " "

    def _element(self, text: str, node: Node, context: Context) -> None:
        """Take down an element that is shown as ``text``."""
        look = self._styles.look(context.where)
        if text and not look.hidden:
            self._sink.add(text, node, "element", 0, look.face)
            self._after_blank = False

    def _leaf(self, node: Node, context: Context) -> None:
        self._element(_LEAVES[str(node.tag)], node, context)

    def _spaces(self, node: Node, context: Context) -> None:
        self._element(spaces(node.get(TEXT + "c", "1")), node, context)

    def _span(self, node: Node, context: Context) -> None:
        spans = (*context.where.spans, node.get(TEXT + "style-name", ""))
        self._inline(node, context._replace(where=context.where._replace(spans=spans)))

    def _link(self, node: Node, context: Context) -> None:
        spans = (*context.where.spans, node.get(TEXT + "style-name", LINK))
        where = context.where._replace(spans=spans, link=True)
        self._inline(node, context._replace(where=where))

    def _note(self, node: Node, context: Context) -> None:
        if not self._styles.look(context.where).hidden:
            self._notes.append(node)

    def _annotation(self, node: Node, context: Context) -> None:
        self._remarks.meet(node, self._sink.at)

    def _drawing(self, node: Node, context: Context) -> None:
        if is_object(node):
            self._element("\ufffc", node, context)
        role = "body" if context.story == "body" else context.role
        inside = Context(context.story, role)
        self._aside += ((box, inside) for box in boxes(node))


def _is_hidden(node: Node) -> bool:
    """Tell whether a field shows nothing."""
    return node.get(TEXT + "display") == "none" or node.get(TEXT + "is-hidden") == "true"
