"""Runs one function over many items in processes: in order, in bounded memory.

A process that dies, of whatever cause, costs the item that killed it and no other. The processes
die with the one that started them.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from threading import Thread
from typing import Generic, TypeVar

from plainreply.batch.items import Lost, Ready

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")
FORKS = sys.platform.startswith("linux")
"""Whether processes share what was loaded before they start. Elsewhere a fork is not safe."""
AHEAD = 4
"""How many items a process are at work or wait for their turn to be told."""


Waiting = Ready[S] | tuple[T, Future[R]]


class Pool(Generic[T, R]):
    """Processes that run ``work``, which must be a function of a module, as must be what it takes
    and gives. ``warm`` loads, before a fork, what the first item needs: all share it."""

    def __init__(
        self, work: Callable[[T], R], processes: int, warm: Callable[[T], object] | None = None
    ) -> None:
        self._work = work
        self._processes = processes
        self._warm = warm
        self._running: ProcessPoolExecutor | None = None
        self._strangers = set(multiprocessing.active_children())

    def over(self, items: Iterable[T | Ready[S]]) -> Iterator[R | S | Lost[T]]:
        """Yield a result for every item, in their order; no more than a window of them is held.

        When the caller stops early or is interrupted, the processes are ended at once.
        """
        try:
            yield from self._over(items)
        except BaseException:
            self._kill()
            raise
        finally:
            self._close()

    def _over(self, items: Iterable[T | Ready[S]]) -> Iterator[R | S | Lost[T]]:
        window = deque[Waiting[S, T, R]]()
        for item in items:
            window.append(item if isinstance(item, Ready) else (item, self._submit(item)))
            if len(window) >= AHEAD * self._processes:
                yield from self._first(window)
        while window:
            yield from self._first(window)

    def _first(self, window: deque[Waiting[S, T, R]]) -> Iterator[R | S | Lost[T]]:
        """Yield the result of the item that has waited longest; when a process has died, those of
        all that were at work, for any of them may have killed it."""
        first = window.popleft()
        if isinstance(first, Ready):
            yield first.result
            return
        try:
            yield first[1].result()
        except BrokenProcessPool:
            suspects = [first, *window]
            window.clear()
            self._close()
            yield from self._alone(suspects)

    def _alone(self, suspects: Iterable[Waiting[S, T, R]]) -> Iterator[R | S | Lost[T]]:
        """Yield the results of suspects, one at a time: only the culprit is lost."""
        for suspect in suspects:
            if isinstance(suspect, Ready):
                yield suspect.result
                continue
            item, future = suspect
            try:
                yield future.result() if _has_result(future) else self._submit(item).result()
            except BrokenProcessPool:
                self._close()
                yield Lost(item)

    def _submit(self, item: T) -> Future[R]:
        try:
            executor = self._executor(item)
            with _undisturbed():
                return executor.submit(self._work, item)
        except BrokenProcessPool as error:  # it has died since; ``_first`` will see to it
            broken: Future[R] = Future()
            broken.set_exception(error)
            return broken

    def _executor(self, item: T) -> ProcessPoolExecutor:
        if self._running is None:
            if FORKS:
                self._prepare_fork(item)
            context = multiprocessing.get_context("fork" if FORKS else "spawn")
            self._running = ProcessPoolExecutor(self._processes, context, _start)
        return self._running

    def _prepare_fork(self, item: T) -> None:
        """Load what is shared, and set it apart so that no process writes into its pages."""
        if self._warm:
            self._warm(item)
            self._warm = None
        gc.collect()
        gc.freeze()

    def _kill(self) -> None:
        for child in set(multiprocessing.active_children()) - self._strangers:
            child.terminate()

    def _close(self) -> None:
        if self._running is not None:
            self._running.shutdown(wait=True, cancel_futures=True)
            self._running = None
            gc.unfreeze()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put an interrupt off while processes are made: in the midst of a fork it would be lost."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _has_result(future: Future[R]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _start() -> None:
    """Begin a process: an interrupt ends it without a word, and so does the end of its parent."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        with suppress(OSError):
            wait([parent.sentinel])
        os._exit(1)
