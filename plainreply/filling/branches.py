"""Cuts a template into words, slots and tags, and tells which of them are read together.

Of «{% if … %}да{% else %}нет{% endif %}» a letter has one branch: the first stands in its
sentence, each other is read by itself.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from plainreply.document import Document
from plainreply.facts.slots import Slot, slots
from plainreply.readers.jinja import Tag, tags
from plainreply.spans import Span, held

Branch = tuple[tuple[int, int], ...]
"""The conditions around a place that are not in their first branch: number, branch."""
MAIN: Branch = ()
OPENS = frozenset("if for block call filter macro with autoescape trans raw".split())
TURNS = frozenset("elif else pluralize".split())


class Mark(NamedTuple):
    """A slot, or with ``slot`` None a tag that is left out; ``branch`` is that behind it."""

    span: Span
    slot: Slot | None
    branch: Branch


def marks(document: Document) -> Sequence[Mark]:
    """Return the slots and the tags of a template in order."""
    merged = getattr(document.source.anchors, "merge_fields", ())
    fields = (Slot(span, _named(span.of(document.text))) for span in merged)
    found = [slot for slot in slots(document.text) if not held(slot.span, merged)]
    return tuple(_branched(_items(document.text, sorted((*found, *fields), key=_place))))


def _named(shown: str) -> str:
    return shown.strip("«»").replace("_", " ").strip().lower()


def _place(slot: Slot) -> Span:
    return slot.span


def _items(text: str, found: Sequence[Slot]) -> Iterator[Tag | Slot]:
    """Yield tags and slots; what stands in a tag is no slot."""
    taken = [tag for tag in tags(text) if tag.opens != "{{"]
    at = 0
    for slot in found:
        while at < len(taken) and taken[at].span.stop <= slot.span.start:
            yield taken[at]
            at += 1
        if at == len(taken) or not taken[at].span.overlaps(slot.span):
            yield slot
    yield from taken[at:]


def _branched(items: Iterator[Tag | Slot]) -> Iterator[Mark]:
    open_: list[tuple[str, int, int]] = []  # what, its number, which branch
    numbers, branch = count(), MAIN
    for item in items:
        if isinstance(item, Slot):
            yield Mark(item.span, item, branch)
            continue
        if item.word in OPENS:
            open_.append((item.word, next(numbers), 0))
        elif item.word in TURNS and open_:
            word, number, turn = open_[-1]
            open_[-1] = (word, number, turn + 1)
            branch = _branch(open_)
        elif item.word.startswith("end") and open_:
            open_.pop()
            branch = _branch(open_)
        yield Mark(item.span, None, branch)


def _branch(open_: Sequence[tuple[str, int, int]]) -> Branch:
    return tuple((number, turn) for _, number, turn in open_ if turn)
