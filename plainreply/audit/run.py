"""Does an audit: letters as a stream, checked by an engine, written part by part."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b

from plainreply.audit import engines
from plainreply.audit.parts import Parts, mark
from plainreply.audit.rows import SKIPPED, UNREADABLE
from plainreply.audit.sources import Found
from plainreply.audit.values import Entry, Letter, Load
from plainreply.batch.terms import Terms, digest
from plainreply.errors import UnreadableDocument

LETTERS = 32
"""How many letters are sent to a process at once."""
BYTES = 4 * 2**20
"""How many bytes of letters are sent at once, unless one alone has more."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to check by which terms, with which engine; ``texts`` keeps the words of letters."""

    found: Found
    terms: Terms
    engine: str = "local"
    processes: int = 1
    scheduler: str | None = None
    texts: bool = False

    @property
    def stamp(self) -> str:
        """What stands for all that decides the result but the letters."""
        told = repr((sorted(self.found.sources), self.found.columns))
        return blake2b(digest(self.terms) + told.encode(), digest_size=16).hexdigest()


@dataclass(slots=True)
class Progress:
    """How far an audit is: letters that were done before, checked now, and skipped now."""

    before: int = 0
    checked: int = 0
    skipped: int = 0


def audit(plan: Plan, parts: Parts, tell: Callable[[Progress], object] = id) -> Progress:
    """Check the letters that ``parts`` does not have yet, and write them there; to ``finish`` is
    for the caller.

    ``tell`` is called after every load. Whatever stops it, what is done stays done.
    """
    progress = Progress(len(parts.done))
    loads = _loads(_fresh(plan.found, parts.done), plan)
    with closing(_rows(plan, loads)) as coming:
        for rows in coming:
            parts.add(rows)
            skipped = sum(row["status"] == SKIPPED for row in rows.letters)
            progress.skipped += skipped
            progress.checked += len(rows.letters) - skipped
            tell(progress)
    parts.flush()
    return progress


def _rows(plan: Plan, loads: Iterable[Load]) -> "engines.Coming":
    if plan.engine == "dask":
        return engines.dask(loads, plan.scheduler)
    return engines.local(loads, plan.processes)


def _fresh(entries: Iterable[Entry], done: frozenset[int]) -> Iterator[Letter]:
    """Yield the letters that are not done yet, read."""
    for entry in entries:
        if mark(entry.place) not in done:
            yield _read(entry)


def _read(entry: Entry) -> Letter:
    data, fault = b"", ""
    try:
        data = entry.load()
    except UnreadableDocument as error:
        fault = str(error)
    except OSError:
        fault = UNREADABLE
    told = entry.told, entry.guessed
    return Letter(entry.place, entry.name, entry.file, entry.source, data, *told, fault)


def _loads(letters: Iterable[Letter], plan: Plan) -> Iterator[Load]:
    held: list[Letter] = []
    size = 0
    for letter in letters:
        if held and (len(held) >= LETTERS or size + len(letter.data) > BYTES):
            yield Load(tuple(held), plan.terms, plan.texts)
            held, size = [], 0
        held.append(letter)
        size += len(letter.data)
    if held:
        yield Load(tuple(held), plan.terms, plan.texts)
