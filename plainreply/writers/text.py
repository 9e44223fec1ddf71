"""Puts rewrites into the source of a text with markup, which stays as it is around them."""

from collections.abc import Iterable

from plainreply.document import Document
from plainreply.spans import Edit, apply
from plainreply.writers.values import Change, Left

IN_MARKUP = "правка задевает разметку"


def edits(
    document: Document, changes: Iterable[Change]
) -> tuple[tuple[Edit, ...], tuple[Left, ...]]:
    """Return the edits of the file's own text that make ``changes``, and those that could not be
    made without harm to its markup. A change is made whole or not at all."""
    found: list[Edit] = []
    left: list[Left] = []
    for change in changes:
        own = document.source.map.edits(change.edits) if document.source.map else change.edits
        if own is None:
            left.append(Left(change.note.span, IN_MARKUP))
        else:
            found += own
    return tuple(found), tuple(left)


def revised(document: Document, changes: Iterable[Change]) -> tuple[str, tuple[Left, ...]]:
    """Return the file's own text with ``changes`` made, and those that could not be made."""
    made, left = edits(document, changes)
    return apply(document.written, made), left
