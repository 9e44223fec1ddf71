"""Runs one function over many items in processes: in order, in bounded memory.

Each process has a pipe of its own, so one that dies, even in the midst of an answer, is noticed at
once and costs the item that it had and no other. There are no threads beside the caller's: a fork
is safe, and an interrupt comes through. The executor of the standard library has neither.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, Generic, TypeVar

from plainreply.batch.items import Lost, Ready

T = TypeVar("T")
R = TypeVar("R")
S = TypeVar("S")
FORKS = sys.platform.startswith("linux")
"""Whether processes share what was loaded before they start. Elsewhere a fork is not safe."""
AHEAD = 4
"""How many items a process are at work or wait for their turn to be told."""
TRIES = 3
"""How many processes an item is offered to before it is lost: one may die before it takes it."""


@dataclass(slots=True)
class Slot:
    """An item on its way; ``done`` says that ``result`` is there."""

    item: Any
    result: Any = None
    done: bool = False
    tries: int = 0

    def settle(self, result: Any) -> None:
        """Take in the result."""
        self.result, self.done = result, True


@dataclass(slots=True)
class Worker:
    """A process, our end of its pipe, and what it has at work."""

    process: Any
    pipe: Any
    slot: Slot | None = None


class Pool(Generic[T, R]):
    """Processes that run ``work``, which must be a function of a module, as must be what it takes
    and gives. ``warm`` loads, before a fork, what the first item needs: all share it."""

    def __init__(
        self, work: Callable[[T], R], processes: int, warm: Callable[[T], object] | None = None
    ) -> None:
        self._work = work
        self._processes = processes
        self._warm = warm
        self._workers: list[Worker] = []

    def over(self, items: Iterable[T | Ready[S]]) -> Iterator[R | S | Lost[T]]:
        """Yield a result for every item, in their order; no more than a window of them is held.

        When the caller stops early or is interrupted, the processes are ended at once. What
        ``work`` raises is raised.
        """
        try:
            yield from self._over(iter(items))
        except BaseException:
            for worker in self._workers:
                worker.process.terminate()
            raise
        finally:
            self._close()

    def _over(self, items: Iterator[T | Ready[S]]) -> Iterator[R | S | Lost[T]]:
        window, waiting = deque[Slot](), deque[Slot]()
        more = True
        while more or window:
            while more and len(window) < AHEAD * self._processes:
                more = _take(items, window, waiting)
                self._hand_out(waiting)
            while window and window[0].done:
                yield window.popleft().result
            if window and not (more and len(window) < AHEAD * self._processes):
                self._gather(waiting)

    def _hand_out(self, waiting: deque[Slot]) -> None:
        """Give items that wait to processes that do not, and start some at need."""
        while waiting:
            idle = next((worker for worker in self._workers if worker.slot is None), None)
            if idle is None:
                if len(self._workers) == self._processes:
                    return
                idle = self._started(waiting[0].item)
            slot = waiting.popleft()
            try:
                idle.pipe.send(slot.item)
                idle.slot = slot
            except OSError:  # it died with nothing to do
                self._drop(idle)
                _again(slot, waiting)

    def _gather(self, waiting: deque[Slot]) -> None:
        """Wait for a process to answer or to die, and give it or another something to do before
        the answer is read."""
        busy = {worker.pipe: worker for worker in self._workers if worker.slot}
        answers = []
        for pipe in wait(list(busy)):
            worker = busy[pipe]
            assert worker.slot is not None
            try:
                answers.append((worker.slot, worker.pipe.recv_bytes()))
            except (EOFError, OSError):
                worker.slot.settle(Lost(worker.slot.item))
                self._drop(worker)
            worker.slot = None
        self._hand_out(waiting)
        for slot, answer in answers:
            good, result = pickle.loads(answer)
            if not good:
                raise result
            slot.settle(result)

    def _started(self, item: T) -> Worker:
        if FORKS:
            self._prepare_fork(item)
        context: Any = multiprocessing.get_context("fork" if FORKS else "spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        with _undisturbed():
            process.start()
        theirs.close()
        gc.unfreeze()
        self._workers.append(Worker(process, ours))
        return self._workers[-1]

    def _prepare_fork(self, item: T) -> None:
        """Load what is shared, and set it apart so that no process writes into its pages."""
        if self._warm:
            self._warm(item)
            self._warm = None
            gc.collect()
        gc.freeze()

    def _drop(self, worker: Worker) -> None:
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)

    def _close(self) -> None:
        for worker in self._workers:
            with suppress(OSError):
                worker.pipe.send(None)
        while self._workers:
            self._drop(self._workers[-1])


def _take(items: Iterator[Any], window: deque[Slot], waiting: deque[Slot]) -> bool:
    """Take in the next item; tell whether there was one."""
    for item in items:
        if isinstance(item, Ready):
            window.append(Slot(item, item.result, done=True))
        else:
            window.append(Slot(item))
            waiting.append(window[-1])
        return True
    return False


def _again(slot: Slot, waiting: deque[Slot]) -> None:
    """Let an item wait for another process, unless it has had enough of them."""
    slot.tries += 1
    if slot.tries < TRIES:
        waiting.appendleft(slot)
    else:
        slot.settle(Lost(slot.item))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put an interrupt off while a process is made: in the midst of a fork it would be lost."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """Answer until told to end. An interrupt is the parent's affair: it ends us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    Thread(target=_die_with_parent, daemon=True).start()
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        if item is None:
            return
        try:
            pipe.send((True, work(item)))
        except Exception as error:
            pipe.send((False, error))


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        with suppress(OSError):
            wait([parent.sentinel])
        os._exit(1)
