"""What a writer is asked to put into a draft, and what it could not place."""

from dataclasses import dataclass
from datetime import datetime

from plainreply.spans import Edit, Span


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who signs comments and tracked changes, and when. ``date`` is local time: Word shows the
    time of a file as it stands, without a zone."""

    author: str
    date: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A comment to place on ``span`` of the document's text; its lines become paragraphs."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """A look to take off the words at ``span``: ``off`` is ``italic``, ``underline``, ``caps``,
    ``effects`` or ``background``."""

    span: Span
    off: str


@dataclass(frozen=True, slots=True)
class Change:
    """Edits of words, or looks to take off, that are tracked together, and the comment that
    stands in for them where the place cannot be tracked."""

    edits: tuple[Edit, ...]
    note: Note
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """What could not be put into the draft at ``span``; ``reason`` is a Russian clause."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Written:
    """A new file and what is missing from it."""

    data: bytes
    left: tuple[Left, ...] = ()
