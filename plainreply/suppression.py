"""Findings that the writer of a draft has looked at and wants no more of.

A comment in the draft says so: in Word «plainreply: пропустить passive» on a stretch, in a text
``<!-- plainreply: пропустить passive — причина -->``. Which words may stand there: ``orders``.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from plainreply.document import Document, Paragraph
from plainreply.orders import Order, Reach, file_order, is_order, order_of
from plainreply.rule import Issue
from plainreply.spans import Span

UNUSED = "{}пометка «{}» ничего не скрывает{}: удалите её."
UNKNOWN = "{}в пометке «{}» нет такого правила: {}{}. Список: plainreply rule."
NAMELESS = "{}пометка «{}» не называет правила: напишите его, например passive."
ODD = "{}пометка «{}» не понятна: напишите «plainreply: пропустить passive»."
LATE = "{}пометка «{}» действует только в начале файла: перенесите её туда."
LONE = "{}пометка «{}» ничего не включает: выше нет пометки «выкл» с этим правилом."
SHOWN = 60
"""How much of a comment is quoted, in code points."""


class Suppression(NamedTuple):
    """An order that silences its rules, all when it names none, in a stretch of the text."""

    order: Order
    span: Span
    at: int
    whole: bool = False

    def silences(self, issue: Issue) -> bool:
        """Tell whether the issue lies in the stretch and its rule is meant."""
        meant = not self.order.rules or issue.rule in self.order.rules
        return meant and (self.whole or self.span.overlaps(issue.span))


def unsilenced(
    document: Document, issues: Sequence[Issue], known: Collection[str], ran: Collection[str]
) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """Return the issues that no comment silences, and Russian sentences about the comments that
    silence nothing though their rules ``ran``, or name a rule that is not among ``known``."""
    orders = list(_orders(document))
    places = _Places(document, orders)
    found = [each for each in map(places.suppression, orders) if each]
    kept = tuple(issue for issue in issues if not any(s.silences(issue) for s in found))
    notes = [note for order, at in orders for note in _misread(document, order, at, known)]
    notes += [
        note.format(_line_of(document, at), order.words[:SHOWN])
        for order, at in orders
        if (note := places.idle(order, at))
    ]
    notes += [note for each in found for note in _unused(document, each, issues, known, ran)]
    return kept, tuple(notes)


def _orders(document: Document) -> Iterator[tuple[Order, int]]:
    """Yield the orders of a draft and where they stand, those of its front matter first."""
    own = file_order(document.text)
    if own:
        yield own, 0
    for remark in document.remarks:
        if is_order(remark.text):
            yield order_of(remark), remark.span.start


class _Places:
    """Where the orders of one draft hold."""

    def __init__(self, document: Document, orders: Sequence[tuple[Order, int]]) -> None:
        self._text = document.text
        self._paragraphs: Sequence[Paragraph] = document.paragraphs
        self._stops = [paragraph.span.stop for paragraph in document.paragraphs]
        self._starts = [(order, at) for order, at in orders if order.reach is Reach.START]
        self._ends = [(order, at) for order, at in orders if order.reach is Reach.END]

    def suppression(self, placed: tuple[Order, int]) -> Suppression | None:
        """Return what an order silences, None for one that silences nothing."""
        order, at = placed
        if order.reach in (Reach.ODD, Reach.END) or (not order.rules and not order.covers):
            return None
        if order.reach is Reach.FILE:
            whole = Suppression(order, Span(0, len(self._text)), at, whole=True)
            return None if self._is_late(at) else whole
        span = self._block(order, at) if order.reach is Reach.START else self._here(order, at)
        return Suppression(order, span, at)

    def idle(self, order: Order, at: int) -> str:
        """Return what to say of an order that can do nothing where it stands, or ``""``."""
        if order.reach is Reach.FILE and self._is_late(at):
            return LATE
        begun = any(
            start <= at and (not order.rules or order.rules & other.rules)
            for other, start in self._starts
        )
        return LONE if order.reach is Reach.END and not begun else ""

    def _is_late(self, at: int) -> bool:
        return bool(self._stops) and at > self._stops[0]

    def _block(self, order: Order, at: int) -> Span:
        """Return the stretch from the line of an order to what ends it, or to the end."""
        ends = (
            stop
            for end, stop in self._ends
            if stop >= at and (not end.rules or end.rules & order.rules)
        )
        return Span(self._line(at).start, next(ends, len(self._text)))

    def _here(self, order: Order, at: int) -> Span:
        """Return the words that a comment covers; at a point, the line before it or, at the start
        of a line, the paragraph behind it."""
        if order.covers:
            return order.covers
        line = self._line(at)
        number = bisect_right(self._stops, at)
        if self._text[line.start : at].strip() or number == len(self._stops):
            return line
        paragraph = self._paragraphs[number].span
        return line if paragraph.start < line.start else paragraph

    def _line(self, at: int) -> Span:
        start = self._text.rfind("\n", 0, at) + 1
        stop = self._text.find("\n", at)
        return Span(start, len(self._text) if stop < 0 else stop)


def _misread(document: Document, order: Order, at: int, known: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with an order as it is written."""
    where, words = _line_of(document, at), order.words[:SHOWN]
    if order.reach is Reach.ODD:
        yield ODD.format(where, words)
    elif not order.rules and order.covers is None and order.reach is not Reach.END:
        yield NAMELESS.format(where, words)
    elif unknown := sorted(order.rules - set(known)):
        near = [name for each in unknown for name in get_close_matches(each, list(known), 1)]
        hint = f" (возможно, {', '.join(near)})" if near else ""
        yield UNKNOWN.format(where, words, ", ".join(unknown), hint)


def _unused(
    document: Document,
    suppression: Suppression,
    issues: Sequence[Issue],
    known: Collection[str],
    ran: Collection[str],
) -> Iterator[str]:
    """Yield the sentence about an order that silences nothing, or whose rules partly do not."""
    rules = suppression.order.rules
    used = {issue.rule for issue in issues if suppression.silences(issue)}
    idle = sorted((rules & set(ran)) - used)
    if not (idle if rules else not used) or not rules <= set(known):
        return
    only = f" (правило {', '.join(idle)})" if used else ""
    where = _line_of(document, suppression.at)
    yield UNUSED.format(where, suppression.order.words[:SHOWN], only)


def _line_of(document: Document, at: int) -> str:
    """Return «Строка 3: » for a text with lines, nothing for a Word file."""
    if document.source.anchors is not None:
        return "В письме "
    place = document.place(Span(at, at)).start
    return f"Строка {document.written.count(chr(10), 0, place) + 1}: "
