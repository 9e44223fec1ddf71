"""What flows through an audit: letters, and the rows that their check gives."""

import datetime as dt
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import IO, Any

from plainreply.batch.terms import Terms
from plainreply.errors import UnreadableDocument
from plainreply.readers import MAX_FILE

Leave = Callable[[str], str]
"""Takes the name of what lies in an archive and is no letter; returns why it must be told."""
TOO_LARGE = "Письмо слишком большое: проверьте, письмо ли это."

Row = dict[str, Any]
"""A row of a table by the names of its columns."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is known about a letter besides its text; None where nobody says."""

    date: dt.date | None = None
    office: str | None = None
    template: str | None = None

    def over(self, other: "Told") -> "Told":
        """Return what this tells, and what ``other`` tells where this is silent."""
        return Told(
            self.date or other.date,
            self.office or other.office,
            self.template or other.template,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter that has been found but not read. ``place`` is its address, unlike any other's;
    ``name`` is what to call it; ``file`` ends as its format wants; ``source`` is the folder or
    archive it lies in. ``told`` comes from columns or headers, ``guessed`` from folder names.

    ``load`` returns its bytes; it may raise OSError, or UnreadableDocument. What the order of an
    archive wants to be read at once has been.
    """

    place: str
    name: str
    file: str
    source: str
    load: Callable[[], bytes]
    told: Told = Told()
    guessed: Told = Told()


Entries = Generator[Entry, None, None]
"""Letters as they are found; to close it lets go of what holds them."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its bytes, ready to go to another process; see ``Entry``. ``fault`` is why
    there are none."""

    place: str
    name: str
    file: str
    source: str
    data: bytes
    told: Told = Told()
    guessed: Told = Told()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """Some letters that are checked together, by the same terms. ``texts`` asks for rows with the
    words of the letters."""

    letters: tuple[Letter, ...]
    terms: Terms = field(default_factory=Terms)
    texts: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """What the check of some letters gives: a row each, and a row for every finding."""

    letters: tuple[Row, ...]
    findings: tuple[Row, ...]


def limited(stream: IO[bytes]) -> bytes:
    """Return all that a stream has. Raises UnreadableDocument when it is too much for a letter."""
    data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise UnreadableDocument(TOO_LARGE)
    return data


def broken(place: str, reason: str) -> Entry:
    """Return an entry for what cannot be read at all, so that it is told and not lost."""

    def load() -> bytes:
        raise UnreadableDocument(reason)

    name = place.rstrip("/").rpartition("/")[2]
    return Entry(place, name, name, place.rpartition("/")[0], load)
