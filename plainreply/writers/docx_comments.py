"""Comments in a DOCX: the part that holds them and the marks in the body."""

from collections.abc import Iterable

from plainreply.readers.docx_anchors import Anchors
from plainreply.readers.docx_package import Node
from plainreply.spans import Span
from plainreply.writers.docx_parts import Parts
from plainreply.writers.docx_place import Spot, refuge, spot
from plainreply.writers.docx_runs import SPACE, Runs
from plainreply.writers.values import Left, Note, Stamp
from plainreply.writers.words import NO_PLACE, clean, dated, quote

MOST = 30_000
"""Word does not open a document with more than 32,767 comments."""
TOO_MANY = "примечаний в файле слишком много"


class Comments:
    """Puts comments into the body; what cannot be put is kept in ``left``."""

    def __init__(self, parts: Parts, runs: Runs, anchors: Anchors, stamp: Stamp) -> None:
        self.left: list[Left] = []
        self._parts, self._runs, self._anchors, self._stamp = parts, runs, anchors, stamp

    def add(self, notes: Iterable[Note], text: str) -> None:
        """Place ``notes`` on a document whose text is ``text``; cuts come before any mark."""
        notes = sorted(notes, key=lambda note: (note.span.start, -note.span.stop))
        for note in notes:
            self._runs.cut(note.span.start)
            self._runs.cut(note.span.stop)
        for note in notes:
            self._place(note, text)

    def _place(self, note: Note, text: str) -> None:
        if len(self._parts.comments) >= MOST:
            self.left.append(Left(note.span, TOO_MANY))
            return
        spots = self._spots(note.span)
        if spots is None:
            self.left.append(Left(note.span, NO_PLACE))
            return
        first, last = spots
        exact = first.exact and last.exact
        words = note.text if exact else f"{quote(note.span.of(text))}\n{note.text}"
        self._mark(first, last, self._write(words))

    def _spots(self, span: Span) -> tuple[Spot, Spot] | None:
        """Return where a comment on ``span`` begins and ends."""
        pieces = self._runs.within(span)
        if pieces:
            ends = [spot(self._parts, self._runs, piece) for piece in (pieces[0], pieces[-1])]
            first, last = ends
            if first is not None and last is not None:
                return first, last
        near = self._near(span, pieces[0].leaf if pieces else None)
        found = refuge(self._parts, near)
        return (found, found) if found else None

    def _near(self, span: Span, leaf: Node | None) -> Node:
        """Return a node of the body near ``span``: the reference of a note, else the place."""
        if leaf is not None:
            return leaf
        for story in self._anchors.stories[1:]:
            inside = story.places and story.places[0].span.start <= span.start
            if inside and story.anchor is not None and span.start <= story.places[-1].span.stop:
                return self._parts.twins[story.anchor]
        body = self._anchors.stories[0].places
        if body and span.start > body[-1].span.stop:
            return self._parts.body
        piece = self._runs.near(span.start)
        return self._parts.body if piece is None else piece.leaf

    def _mark(self, first: Spot, last: Spot, comment: str) -> None:
        parts = self._parts
        run = parts.element("r")
        run.append(parts.element("commentReference", id=comment))
        end = parts.element("commentRangeEnd", id=comment)
        first.first.addprevious(parts.element("commentRangeStart", id=comment))
        if last.before:
            first.first.addprevious(end)
        else:
            last.last.addnext(end)
        end.addnext(run)

    def _write(self, words: str) -> str:
        """Add a comment to the part and return its id."""
        parts, stamp = self._parts, self._stamp
        number = str(parts.next_id())
        initials = "".join(word[0] for word in stamp.author.split())
        signed = {"author": clean(stamp.author), "initials": clean(initials)}
        comment = parts.element("comment", id=number, date=dated(stamp), **signed)
        comment.extend(_paragraph(parts, line) for line in clean(words).split("\n"))
        parts.comments.append(comment)
        return number


def _paragraph(parts: Parts, line: str) -> Node:
    paragraph, run, text = (parts.element(tag) for tag in ("p", "r", "t"))
    text.text = line
    text.set(SPACE, "preserve")
    run.append(text)
    paragraph.append(run)
    return paragraph
