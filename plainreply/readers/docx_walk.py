"""Walks the XML of a story in reading order and takes down every visible leaf.

Tracked insertions are read, deletions are not, as if all changes were accepted. Of a field
only the result is read; text boxes come after the paragraph that holds them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from plainreply.document import PLAIN
from plainreply.errors import UnreadableDocument
from plainreply.readers.docx_anchors import Mark, Place
from plainreply.readers.docx_fields import Fields
from plainreply.readers.docx_names import W
from plainreply.readers.docx_numbering import Counter, Lists
from plainreply.readers.docx_package import HUGE, MAX_PARAGRAPHS, Node
from plainreply.readers.docx_props import VAL, is_on
from plainreply.readers.docx_sink import Citation, Sink, Traits
from plainreply.readers.docx_styles import NOWHERE, Look, Styles, Where
from plainreply.readers.docx_stylesheet import para_props
from plainreply.readers.docx_tables import cells
from plainreply.readers.docx_wrappers import boxes, unwrap
from plainreply.spans import Span

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_LEAVES: Mapping[str, tuple[str, Mark]] = MappingProxyType(
    {
        W + "tab": ("\t", Mark.BREAK),
        W + "ptab": ("\t", Mark.BREAK),
        W + "br": ("\n", Mark.BREAK),
        W + "cr": ("\n", Mark.BREAK),
        W + "noBreakHyphen": ("\u2011", Mark.HYPHEN),
        W + "softHyphen": ("\u00ad", Mark.HYPHEN),
    }
)
_BREAKS_TO_SPACES = {10: " ", 13: " "}  # how Word shows raw line breaks in w:t
_UNSEEN = Look(PLAIN, PLAIN, hidden=False)


class Context(NamedTuple):
    """What the walker is inside of; handed down, never changed."""

    marks: Mark = Mark.NONE
    where: Where = NOWHERE
    in_cell: bool = False
    in_paragraph: bool = False
    run: Node | None = None
    look: Look = _UNSEEN


class Book(NamedTuple):
    """What all stories of a document share."""

    styles: Styles
    lists: Lists


def walk(root: Node, book: Book, start: int = 0, role: str = "") -> Sink:
    """Read the story whose blocks are the children of ``root``; its text starts at ``start``.

    ``role`` is that of all paragraphs, unless each has its own. Raises UnreadableDocument when
    there are absurdly many paragraphs.
    """
    if sum(1 for _ in root.iter(W + "p")) > MAX_PARAGRAPHS:
        raise UnreadableDocument(HUGE)
    broken: frozenset[Node] = frozenset()
    while True:
        walker = _Walker(book, Sink(start), role, broken)
        unclosed = walker.story(root, Context())
        if unclosed <= broken:
            return walker.sink
        broken |= unclosed


class _Walker:
    """One pass over a story."""

    def __init__(self, book: Book, sink: Sink, role: str, broken: frozenset[Node]) -> None:
        self.sink = sink
        self._styles, self._lists = book
        self._role = role
        self._broken = broken
        self._unclosed: frozenset[Node] = frozenset()
        self._fields = Fields(broken)
        self._counter = Counter(self._lists)
        self._aside: list[tuple[Iterable[Node], Context]] = []
        self._readers: Mapping[str, Callable[[Node, Context], None]] = {
            W + "p": self._paragraph,
            W + "tbl": self._table,
            W + "r": self._run,
            W + "t": self._text,
            W + "sym": self._symbol,
            W + "fldChar": self._field_mark,
            W + "instrText": self._instruction,
            W + "footnoteReference": self._citation,
            W + "endnoteReference": self._citation,
            W + "drawing": self._drawing,
            W + "pict": self._drawing,
            W + "object": self._drawing,
            _M + "oMath": self._formula,
            _M + "oMathPara": self._formula,
            **dict.fromkeys(_LEAVES, self._leaf),
        }

    def story(self, root: Iterable[Node], context: Context) -> frozenset[Node]:
        """Read blocks as a flow of their own; return the fields in it that never end."""
        outer = self._fields, self._counter
        self._fields, self._counter = Fields(self._broken), Counter(self._lists)
        self._visit(root, context)
        self.sink.settle()
        self._unclosed |= self._fields.unclosed
        self._fields, self._counter = outer
        return self._unclosed

    def _visit(self, nodes: Iterable[Node], context: Context) -> None:
        for node in nodes:
            if reader := self._readers.get(str(node.tag)):
                reader(node, context)
            elif (wrapped := unwrap(node)) and wrapped[0] is not None:
                self._visit(wrapped[0], context._replace(marks=context.marks | wrapped[1]))

    def _paragraph(self, node: Node, context: Context) -> None:
        if context.in_paragraph:
            self._aside.append(((node,), context._replace(in_paragraph=False)))
            return
        ppr = node.find(W + "pPr")
        named = None if ppr is None else ppr.find(W + "pStyle")
        style = "" if named is None else named.get(VAL, "")
        direct = para_props(ppr, self._styles.theme)
        props = {**self._styles.paragraph(style), **direct}
        where = context.where._replace(style=style, fill=props.get("fill", ""))
        start = self.sink.begin()
        self._visit(node, context._replace(where=where, in_paragraph=True))
        place = Place(Span(start, self.sink.at), node)
        runs_on = _runs_on(ppr)
        role = self._role or ("cell" if context.in_cell else _role(props))
        label = "" if runs_on else self._label(style, props, direct)
        self.sink.end(place, Traits(role, self._styles.name(style), label), runs_on)
        self._set_aside()

    def _label(self, style: str, props: Mapping[str, str], direct: Mapping[str, str]) -> str:
        """Return the number or bullet of a paragraph; even an empty one is counted."""
        if not props.get("num"):
            return ""
        told = direct.get("level", "0" if "num" in direct else "")
        ids = self._styles.ids("paragraph", style)
        return self._counter.label(props["num"], told, props.get("level", "0"), ids)

    def _set_aside(self) -> None:
        """Read what stood in the paragraph but is a flow of its own, such as text boxes."""
        aside, self._aside = self._aside, []
        for nodes, context in aside:
            self.sink.settle()
            self.story(nodes, context)

    def _table(self, node: Node, context: Context) -> None:
        if context.in_paragraph:
            self._aside.append(((node,), context._replace(in_paragraph=False)))
            return
        self.sink.settle()
        for cell in cells(node, self._styles):
            marks = context.marks | cell.marks
            self._visit(cell.node, Context(marks, cell.where, in_cell=True))
            self.sink.settle()

    def _run(self, node: Node, context: Context) -> None:
        marks, where = context.marks | self._fields.marks, context.where
        if Mark.LINK in marks:
            where = where._replace(link=True)
        look = self._styles.look(where, node.find(W + "rPr")) if len(node) else _UNSEEN
        self._visit(node, context._replace(run=node, look=look))

    def _text(self, node: Node, context: Context) -> None:
        self._add((node.text or "").translate(_BREAKS_TO_SPACES), node, Mark.NONE, context)

    def _leaf(self, node: Node, context: Context) -> None:
        text, mark = _LEAVES[str(node.tag)]
        if context.run is not None:  # the same tags are also settings, as in w:tabs
            self._add(text, node, mark, context)

    def _symbol(self, node: Node, context: Context) -> None:
        """Read a character of a symbol font, by its code in that font."""
        try:
            text = chr(int(node.get(W + "char", ""), 16))
        except (ValueError, OverflowError):
            return
        family = node.get(W + "font") or context.look.other.family
        face = replace(context.look.other, family=family)
        symbol = context._replace(look=Look(face, face, context.look.hidden))
        self._add(text, node, Mark.SYMBOL, symbol)

    def _formula(self, node: Node, context: Context) -> None:
        if not context.in_paragraph:
            return
        look = self._styles.look(context.where, None)
        self._add("\ufffc", node, Mark.MATH, context._replace(look=look))

    def _add(self, text: str, node: Node, mark: Mark, context: Context) -> None:
        if text and context.in_paragraph and not context.look.hidden and not self._fields.hidden:
            marks = context.marks | self._fields.marks | mark
            self.sink.add(text, node, context.run, marks, context.look)

    def _field_mark(self, node: Node, context: Context) -> None:
        self._fields.meet(node, node.get(W + "fldCharType", ""))

    def _instruction(self, node: Node, context: Context) -> None:
        self._fields.instruct(node.text or "")

    def _citation(self, node: Node, context: Context) -> None:
        """Take down a reference to a note, which stands on no character of its own."""
        if context.in_paragraph and not context.look.hidden and not self._fields.hidden:
            kind = "footnote" if node.tag == W + "footnoteReference" else "endnote"
            self.sink.citations.append(Citation(kind, node.get(W + "id", ""), context.run))

    def _drawing(self, node: Node, context: Context) -> None:
        if context.look.hidden or self._fields.hidden:
            return
        inside = Context(context.marks | Mark.TEXTBOX)
        self._aside += ((box, inside) for box in boxes(node))


def _role(props: Mapping[str, str]) -> str:
    if props.get("heading") or props.get("outline", "9") in set("012345678"):
        return "heading"
    return "list" if props.get("num") else "body"


def _runs_on(ppr: Node | None) -> bool:
    """Tell whether a tracked change deletes the end of the paragraph, or the end is hidden:
    either joins it to the next."""
    mark = None if ppr is None else ppr.find(W + "rPr")
    if mark is None:
        return False
    deleted = any(mark.find(W + tag) is not None for tag in ("del", "moveFrom"))
    return deleted or is_on(mark.find(W + "vanish"))
