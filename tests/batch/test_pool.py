"""Many items over processes: order, bounded memory, and what a process that dies costs."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from plainreply.batch import pool as pools
from plainreply.batch.items import Lost, Ready
from plainreply.batch.pool import AHEAD, Pool

DEADLY = -1


def doubled(number: int) -> int:
    if number == DEADLY:
        os._exit(9)
    time.sleep(0.02 * (number % 3))
    return 2 * number


def asleep(number: int) -> int:
    time.sleep(60)
    return number


def raising(number: int) -> int:
    raise ValueError(number)


def dying_midway(number: int) -> bytes:
    """Die with half of an answer written."""
    if number == DEADLY:

        def half(self: Any, data: bytes, *_: Any) -> None:
            os.write(self.fileno(), data[: len(data) // 2])
            os._exit(9)

        Connection._send = half  # type: ignore[attr-defined]
    return bytes(1000)


@pytest.mark.skipif(os.name == "nt", reason="pipes are others there")
def test_a_process_that_dies_in_the_midst_of_an_answer_is_noticed() -> None:
    found = list(Pool(dying_midway, 2).over([3, DEADLY, 2]))
    assert found == [bytes(1000), Lost(DEADLY), bytes(1000)]


def test_results_come_in_order() -> None:
    assert list(Pool(doubled, 2).over(range(20))) == [2 * number for number in range(20)]


def test_known_results_keep_their_place() -> None:
    items = [1, Ready("known"), 2, Ready("again")]
    assert list(Pool(doubled, 2).over(items)) == [2, "known", 4, "again"]


def test_a_dead_process_costs_its_item_alone() -> None:
    found = list(Pool(doubled, 2).over([*range(5), DEADLY, *range(5, 9), DEADLY, 9]))
    expected = [*(2 * number for number in range(5)), Lost(DEADLY)]
    assert found == [*expected, *(2 * number for number in range(5, 9)), Lost(DEADLY), 18]


def test_only_a_window_of_items_is_taken_ahead() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = Pool(doubled, 2).over(items())
    next(results)
    assert len(taken) <= 2 * AHEAD
    results.close()


def test_an_early_end_ends_the_processes() -> None:
    before = set(multiprocessing.active_children())
    results = Pool(asleep, 2).over([Ready("first"), *range(50)])
    started = time.monotonic()
    assert next(results) == "first"
    results.close()
    assert time.monotonic() - started < 10
    assert set(multiprocessing.active_children()) == before


def test_a_fault_of_the_work_is_raised_and_ends_the_processes() -> None:
    before = set(multiprocessing.active_children())
    with pytest.raises(ValueError, match="3"):
        list(Pool(raising, 2).over([3]))
    assert set(multiprocessing.active_children()) == before


def test_processes_that_share_nothing_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "FORKS", False)
    assert list(Pool(doubled, 2).over([1, 2, 3])) == [2, 4, 6]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc to see processes")
def test_processes_die_with_the_one_that_started_them(tmp_path: Path) -> None:
    program = (
        "import multiprocessing, test_pool\n"
        "from plainreply.batch.items import Ready\n"
        "from plainreply.batch.pool import Pool\n"
        "results = Pool(test_pool.asleep, 2).over([Ready(0), *range(50)])\n"
        "next(results)\n"
        "print(*(child.pid for child in multiprocessing.active_children()), flush=True)\n"
        "test_pool.asleep(0)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])},
    )
    assert parent.stdout is not None
    workers = [int(pid) for pid in parent.stdout.readline().split()]
    assert len(workers) == 2
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until = time.monotonic() + 10
    while any(map(_lives, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_lives, workers))


def _lives(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and that nobody has asked about does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
