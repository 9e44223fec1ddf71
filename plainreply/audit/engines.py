"""Where letters are checked: in processes of this machine, or on a cluster of Dask."""

from collections.abc import Generator, Iterable, Iterator
from typing import Any

from plainreply.audit.rows import DIED, audited, skipped
from plainreply.audit.values import Load, Rows
from plainreply.batch.items import Lost
from plainreply.errors import BadConfiguration

NO_CLUSTER = "Планировщик Dask «{}» не отвечает: проверьте адрес и запущен ли он."
NO_WORKERS = "У планировщика Dask нет рабочих процессов: запустите dask worker."
Coming = Generator[Rows, None, None]
"""Rows as they come; to close it ends what is at work."""
AHEAD = 3
"""How many loads for each thread of the cluster are on their way at once."""
TIMEOUT = "10s"


def local(loads: Iterable[Load], processes: int) -> Coming:
    """Yield the rows of all loads, in order."""
    if processes == 1:
        yield from map(audited, loads)
        return
    from plainreply.batch.pool import Pool

    for result in Pool(audited, processes, _warm).over(loads):
        if not isinstance(result, Lost):
            yield result
            continue
        for single in Pool(audited, processes, _warm).over(_singles(result.item)):
            yield _died(single.item) if isinstance(single, Lost) else single


def _singles(load: Load) -> Iterator[Load]:
    """Yield the letters of a load one by one, to find the one that kills its process."""
    for letter in load.letters:
        yield Load((letter,), load.terms, load.texts)


def _died(load: Load) -> Rows:
    return Rows(tuple(skipped(letter, DIED) for letter in load.letters), ())


def _warm(load: Load) -> None:
    from plainreply.batch.many import warm

    warm(load.terms)


def dask(loads: Iterable[Load], scheduler: str | None) -> Coming:
    """Yield the rows of all loads as a cluster gives them: that of the scheduler at the address
    ``scheduler``, else one on this machine.

    A worker that dies costs nothing: the scheduler gives its loads to others. A load that kills
    one worker after another is split, and the letter at fault is told.
    """
    from distributed import Client

    try:
        client = Client(scheduler, timeout=TIMEOUT) if scheduler else _own_cluster()
    except (OSError, TimeoutError, ValueError) as error:
        raise BadConfiguration(NO_CLUSTER.format(scheduler)) from error
    with client:
        yield from _gathered(client, iter(loads))


def _own_cluster() -> Any:
    from distributed import Client

    return Client(threads_per_worker=1, processes=True, dashboard_address=None)


def _gathered(client: Any, loads: Iterator[Load]) -> Iterator[Rows]:
    """Hand out loads, a few for each thread, and yield what comes back as it does."""
    from distributed import KilledWorker, as_completed

    threads = sum(client.nthreads().values())
    if not threads:
        raise BadConfiguration(NO_WORKERS)
    running: dict[str, Load] = {}
    coming = as_completed()
    _hand_out(client, loads, AHEAD * threads, running, coming)
    for future in coming:
        load = running.pop(future.key)
        try:
            yield future.result()
        except KilledWorker:
            if len(load.letters) == 1:
                yield _died(load)
            else:
                _hand_out(client, _singles(load), len(load.letters), running, coming)
        future.release()
        _hand_out(client, loads, AHEAD * threads - len(running), running, coming)


def _hand_out(
    client: Any, loads: Iterator[Load], number: int, running: dict[str, Load], coming: Any
) -> None:
    for _ in range(number):
        load = next(loads, None)
        if load is None:
            return
        future = client.submit(audited, load, pure=False)
        running[future.key] = load
        coming.add(future)
