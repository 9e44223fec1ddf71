"""Many drafts on the command line: what is kept from run to run, and how far the work is."""

from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plainreply.batch.items import Ready
from plainreply.batch.many import Item, outcomes, processes
from plainreply.batch.one import Task, outcome_of, report_on
from plainreply.batch.terms import Terms
from plainreply.cli.drafts import Draft
from plainreply.cli.progress import shown
from plainreply.errors import BadConfiguration
from plainreply.keeping import folder
from plainreply.reporters import Failed, Outcome

if TYPE_CHECKING:
    from plainreply.batch.store import Store

UNUSABLE = "Папка «{}» для --cache-dir не годится: проверьте путь и есть ли к ней доступ."


class Many(NamedTuple):
    """How to check many drafts: over how many processes (None: as fits their number), whether to
    keep results, and where (None: in the user's cache folder)."""

    jobs: int | None = None
    keeps: bool = True
    folder: Path | None = None


AS_FITS = Many()


def coming(
    items: Sequence[Draft | Failed],
    terms_of: Callable[[Path | None], Terms],
    how: Many,
    silent: bool = False,
) -> Generator[Outcome, None, None]:
    """Yield the outcome of every draft in order, as soon as it is known; a person at the screen
    sees how far the work is, unless ``silent``.

    Raises BadConfiguration for a folder of results that cannot be used.
    """
    with ExitStack() as closed:
        store = _store(how)
        if store:
            closed.enter_context(closing(store))
        tasks = (_task(item, terms_of, store is not None) for item in items)
        found = outcomes(tasks, processes(how.jobs, len(items)), store)
        closed.enter_context(closing(found))
        yield from found if silent else shown(found, len(items))


def _task(item: Draft | Failed, terms_of: Callable[[Path | None], Terms], keeps: bool) -> Item:
    """Return what to do with an item; standard input can be read in this process only."""
    if isinstance(item, Failed):
        return Ready(item)
    terms = terms_of(item.path)
    if item.path is None:
        return Ready(outcome_of(item.name, lambda: report_on(item.read(), terms)))
    return Task(item.name, item.path, terms, keeps)


def _store(how: Many) -> "Store | None":
    """Return where results are kept, None for nowhere."""
    if not how.keeps:
        return None
    from plainreply.batch.store import Store

    if how.folder is None:
        usual = folder()
        return Store(usual) if usual else None
    store = Store(how.folder)
    if not store.works:
        raise BadConfiguration(UNUSABLE.format(how.folder))
    return store
