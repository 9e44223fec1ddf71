"""CPU time, in this process and of a program of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.contenders import Work

LAUNCHER = """\
import os, sys, time
started = time.perf_counter()
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - started
unit = 2**20 if sys.platform == "darwin" else 2**10
cpu = usage.ru_utime + usage.ru_stime
print(os.waitstatus_to_exitcode(status), cpu, wall, usage.ru_maxrss / unit)
"""
"""Starts a program from a small process: the peak of a child counts in that of its parent."""
ROOT = Path(__file__).resolve().parents[1]
USUAL = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}
"""The environment of a program: modules are compiled once, as where it is installed."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a program took: seconds of CPU, with those of its processes, seconds by the clock,
    and the most memory that one process of it had, in MB."""

    cpu: float
    wall: float
    peak: float


def cpu(work: Work, texts: Sequence[str]) -> float:
    """Return seconds of CPU for all ``texts``, one after another."""
    started = process_time()
    for text in texts:
        work(text)
    return process_time() - started


def interleaved(works: Mapping[str, Work], rounds: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return the median seconds of CPU a word of each work over ``rounds`` of texts.

    Each round goes once through all works, so that a busy hour hits them alike. No two works see
    one text: what the first looked up the second would have for nothing.
    """
    spent: dict[str, list[float]] = {name: [] for name in works}
    for number, texts in enumerate(rounds):
        share = len(texts) // len(works)
        for place, (name, work) in enumerate(works.items()):
            own = (place + number) % len(works) * share
            spent[name].append(
                cpu(work, texts[own : own + share]) / words(texts[own : own + share])
            )
    return {name: median(each) for name, each in spent.items()}


def words(texts: Sequence[str]) -> int:
    """Return how many words the texts have."""
    return sum(len(text.split()) for text in texts)


def program(args: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> Spent:
    """Run Python with ``args`` and return what that took. Raises RuntimeError when it fails, which
    finding faults in a letter is not."""
    known = {**os.environ, **USUAL, **environment}
    command = [sys.executable, "-S", "-c", LAUNCHER, sys.executable, *args]
    told = subprocess.run(command, cwd=cwd, env=known, capture_output=True, check=True).stdout
    status, *spent = map(float, told.split())
    if status not in (0, 1):
        raise RuntimeError(f"{' '.join(args)}: status {status:.0f}")
    return Spent(*spent)


def at_once(commands: Sequence[Sequence[str]], cwd: Path, environment: Mapping[str, str]) -> Spent:
    """Run several programs at the same time; they share nothing but the machine."""
    with ThreadPoolExecutor(len(commands)) as threads:
        run = partial(program, cwd=cwd, environment=environment)
        each = list(threads.map(run, commands))
    return Spent(
        sum(spent.cpu for spent in each),
        max(spent.wall for spent in each),
        max(spent.peak for spent in each),
    )


def typical(runs: Sequence[Spent]) -> Spent:
    """Return the median of each figure."""
    return Spent(*(median(getattr(run, name) for run in runs) for name in ("cpu", "wall", "peak")))
