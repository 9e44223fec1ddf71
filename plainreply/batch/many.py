"""Checks many drafts: recalls what is kept, gives the rest to one process or several."""

import os
from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING

from plainreply.batch.items import Lost, Ready
from plainreply.batch.one import Answer, Asked, Task, answer, recalled
from plainreply.batch.terms import Terms, key
from plainreply.errors import UnreadableDocument
from plainreply.readers import load
from plainreply.reporters.outcome import Failed, Outcome

if TYPE_CHECKING:
    from plainreply.batch.store import Store

DIED = "Проверка этого файла оборвалась: сообщите о нём разработчикам."
MANY = 24
"""From so many drafts on several processes are worth their start."""
MOST = 4
"""How many processes are started unless told: without a fork each needs the memory of one."""
SAMPLE = "Мы получили ваше письмо."

Item = Task | Asked | Ready[Outcome]
"""What to check, or an outcome that is known already."""


def processes(asked: int | None, drafts: int) -> int:
    """Return how many processes to use for so many drafts: as many as ``asked``, 0 being one for
    every core; unless told, one for a few drafts and at most four for many."""
    if asked is None:
        asked = min(cores(), MOST) if drafts >= MANY else 1
    return max(1, min(asked or cores(), drafts))


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def outcomes(
    tasks: Iterable[Item], processes: int = 1, store: "Store | None" = None
) -> Generator[Outcome, None, None]:
    """Yield the outcome of every task, in order, and keep it in ``store``.

    Raises BadRule and what ends the whole run; processes are ended then, too.
    """
    items = (_known(task, store) if isinstance(task, Task) else task for task in tasks)
    try:
        for result in _results(items, processes):
            if isinstance(result, Answer):
                if store and result.packed:
                    store.put(*result.packed)
                yield result.whole()
            else:
                yield Failed(result.item.name, DIED) if isinstance(result, Lost) else result
    finally:
        if store:
            store.flush()


def _results(
    items: Iterable[Item], processes: int
) -> Iterator[Answer | Outcome | Lost[Task | Asked]]:
    if processes > 1:
        from plainreply.batch.pool import Pool

        yield from Pool(answer, processes, _warm).over(items)
        return
    for item in items:
        yield item.result if isinstance(item, Ready) else answer(item)


def _known(task: Task, store: "Store | None") -> Item:
    """Return the outcome of a task from what is kept, or the task itself."""
    if store is None:
        return task
    try:
        data = load(task.path)
    except UnreadableDocument as error:
        return Ready(Failed(task.name, str(error)))
    packed = store.get(key(task.terms, task.path.suffix, data))
    known = recalled(task, data, packed) if packed else None
    return Ready(known) if known else task


def _warm(task: Task | Asked) -> None:
    warm(task.terms)


def warm(terms: Terms) -> None:
    """Load rules and models, as far as the rules of these terms need them."""
    from plainreply.checker import checker_of

    checker_of(terms.choice)(SAMPLE)
