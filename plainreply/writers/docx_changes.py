"""Tracked changes in a DOCX: words struck out and put in, to be accepted or rejected in Word."""

from copy import deepcopy

from plainreply.readers.docx_anchors import Mark
from plainreply.readers.docx_package import Node
from plainreply.readers.docx_props import local
from plainreply.spans import Edit
from plainreply.writers.docx_format import can_restyle, restyle
from plainreply.writers.docx_parts import Parts
from plainreply.writers.docx_place import BLOCKED
from plainreply.writers.docx_runs import SPACE, UNCUT, Piece, Runs
from plainreply.writers.values import Change, Look, Stamp
from plainreply.writers.words import clean, dated

UNTRACKED = UNCUT | Mark.BREAK | Mark.SYMBOL
WRAPPERS = frozenset({"ins", "hyperlink"})
PLAIN_CHILDREN = frozenset({"rPr", "t", "softHyphen", "noBreakHyphen", "lastRenderedPageBreak"})


class Changes:
    """Puts edits into the body as tracked changes, where that is safe."""

    def __init__(self, parts: Parts, runs: Runs, stamp: Stamp) -> None:
        self._parts, self._runs, self._stamp = parts, runs, stamp

    def cut(self, change: Change) -> None:
        """Make run boundaries where the edits of ``change`` begin and end."""
        spans = [edit.span for edit in change.edits] + [look.span for look in change.looks]
        for offset in (offset for span in spans for offset in span):
            self._runs.cut(offset)

    def fits(self, change: Change) -> bool:
        """Tell whether all of ``change`` can be tracked without risk, once it is cut."""
        if not change.edits and not change.looks:
            return False
        return all(map(self._fits, change.edits)) and all(map(self._wears, change.looks))

    def track(self, change: Change) -> None:
        """Track the edits and looks of a change that fits."""
        for look in change.looks:
            for run in _runs_of(self._runs.within(look.span)):
                restyle(run, look.off, self._parts, self._wrapper("rPrChange"))
        for edit in sorted(change.edits, reverse=True):  # so that what is put in keeps its order
            pieces = self._runs.within(edit.span)
            beside = (pieces or self._beside(edit))[-1]
            assert beside.run is not None
            if edit.text:
                self._insert(beside.run, edit.text, not pieces and beside.start >= edit.span.stop)
            for run in _runs_of(pieces):
                self._strike(run)

    def _beside(self, edit: Edit) -> list[Piece]:
        """Return the piece that an insertion follows, or goes before at the start of a paragraph,
        if there is one: a paragraph's pieces lie without a gap, an empty one has none."""
        at = edit.span.start
        near = (self._runs.near(max(at - 1, 0)), self._runs.near(at))
        return [piece for piece in near if piece and piece.start <= at <= piece.stop][:1]

    def _fits(self, edit: Edit) -> bool:
        pieces = self._runs.within(edit.span)
        covered = sum(min(p.stop, edit.span.stop) - max(p.start, edit.span.start) for p in pieces)
        beside = pieces or self._beside(edit)
        if covered < edit.span.stop - edit.span.start or not beside:
            return False
        whole = all(p.start >= edit.span.start and p.stop <= edit.span.stop for p in pieces)
        parents = {id(p.run.getparent()) for p in beside if p.run is not None}
        return (
            whole
            and len(parents) == 1
            and all(map(self._is_plain, beside))
            and _is_typed(edit.text)
        )

    def _wears(self, look: Look) -> bool:
        """Tell whether the runs of a look can be changed on record."""
        pieces = self._runs.within(look.span)
        runs = _runs_of(pieces)
        whole = all(p.start >= look.span.start and p.stop <= look.span.stop for p in pieces)
        plain = all(map(self._is_plain, pieces)) and whole and bool(runs)
        return plain and all(can_restyle(run, look.off, self._parts) for run in runs)

    def _is_plain(self, piece: Piece) -> bool:
        """Tell whether a run holds text alone and stands where changes can be tracked."""
        run = piece.run
        if run is None or piece.marks & UNTRACKED or piece.leaf.getparent() is not run:
            return False
        above = [local(node) for node in run.iterancestors()]
        in_paragraph = above[0] == "p" or (above[0] in WRAPPERS and above[1] == "p")
        plain = all(local(child) in PLAIN_CHILDREN for child in run)
        return in_paragraph and plain and not BLOCKED & set(above)

    def _insert(self, anchor: Node, text: str, before: bool) -> None:
        """Put a tracked insertion beside a run that it looks like."""
        parts = self._parts
        insertion = self._wrapper("ins")
        run, leaf = parts.element("r"), parts.element("t")
        look = anchor.find(parts.w + "rPr")
        if look is not None:
            run.append(_without_history(deepcopy(look)))
        leaf.text = text
        leaf.set(SPACE, "preserve")
        run.append(leaf)
        insertion.append(run)
        place = self._out_of_insertion(anchor, before)
        if before:
            place.addprevious(insertion)
        else:
            place.addnext(insertion)

    def _out_of_insertion(self, run: Node, before: bool) -> Node:
        """Return the node beside which our insertion goes: someone else's is split for it."""
        struck = run.getparent()
        node = struck if struck is not None and local(struck) == "del" else run
        parent = node.getparent()
        if parent is None or local(parent) != "ins":
            return node
        if before:
            return self._runs.split(parent, node) if node.getprevious() is not None else parent
        behind = node.getnext()
        if behind is not None:
            self._runs.split(parent, behind)
        return parent

    def _strike(self, run: Node) -> None:
        """Wrap a run in a tracked deletion."""
        deletion = self._wrapper("del")
        run.addprevious(deletion)
        deletion.append(run)
        for leaf in run.findall(self._parts.w + "t"):
            leaf.tag = self._parts.w + "delText"

    def _wrapper(self, tag: str) -> Node:
        stamp = self._stamp
        number = str(self._parts.next_id())
        return self._parts.element(tag, id=number, author=clean(stamp.author), date=dated(stamp))


def _is_typed(text: str) -> bool:
    """Tell whether a ``w:t`` shows the text as it is: tabs and breaks are elements."""
    return clean(text) == text and not {"\n", "\t"} & set(text)


def _without_history(look: Node) -> Node:
    """Drop from run formatting what tells of earlier changes."""
    for child in list(look):
        if local(child) in {"rPrChange", "ins", "del", "moveFrom", "moveTo"}:
            look.remove(child)
    return look


def _runs_of(pieces: list[Piece]) -> list[Node]:
    return list(dict.fromkeys(piece.run for piece in pieces if piece.run is not None))
