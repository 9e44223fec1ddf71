"""An audit on a cluster of Dask with two workers as processes, one of which is killed midway."""

import csv
import os
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from audit_runner import FAULTY, table

pytest.importorskip("distributed", reason="needs plainreply[dask]")


def test_worker_killed_midway_costs_nothing(audit: Any, tmp_path: Path) -> None:
    from distributed import LocalCluster

    number = 400
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["text"], *([FAULTY.format(at)] for at in range(number))])
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True}
    with LocalCluster(**options, dashboard_address=None, memory_limit=0) as cluster:
        pids = [worker.pid for worker in cluster.workers.values()]
        killed = threading.Event()
        killer = threading.Thread(target=_kill, args=(cluster, pids[0], killed))
        killer.start()
        result = audit("a.csv", "--engine", "dask", "--scheduler", cluster.scheduler_address)
        killer.join()
    assert result.exit_code == 0 and killed.is_set()
    places = [row["place"] for row in table("letters")]
    assert len(places) == len(set(places)) == number
    passive = [row["place"] for row in table("findings") if row["rule"] == "passive"]
    assert len(passive) == len(set(passive)) == number


def _kill(cluster: Any, pid: int, killed: threading.Event) -> None:
    """Kill a worker as soon as both have given something back."""
    until = time.monotonic() + 240
    while time.monotonic() < until:
        done = [state for state in cluster.scheduler.tasks.values() if state.state == "memory"]
        busy = [worker for worker in cluster.scheduler.workers.values() if worker.processing]
        if done and len(busy) == 2:
            os.kill(pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
            killed.set()
            return
        time.sleep(0.005)


def test_silent_scheduler_is_told(audit: Any, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("plainreply.audit.engines.TIMEOUT", "1s")
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    result = audit("a.txt", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 2 and "не отвечает" in result.stderr
