"""Keeps results from run to run in one SQLite file of the user's cache folder.

Only its owner can read it, what is deleted is overwritten, and the results that were not asked
for longest fall out. Two processes may use it at once. A damaged file starts afresh; with one
that cannot be used nothing is kept, and nothing else happens.
"""

import os
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

R = TypeVar("R")
NAME = "results-1.sqlite"
"""The name of the file; the number is that of its form."""
LARGEST = 256 * 2**20
"""How many bytes of results are kept."""
LEFT = 0.8
"""What part of them is left when there were too many."""
PATIENCE = 5.0
"""How many seconds to wait for another process that is writing."""
BATCH = 100
"""How many new results are written at once; a run that is killed loses no more."""
PRIVATE = 0o600
FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
TABLE = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS results (
    key TEXT PRIMARY KEY, data BLOB NOT NULL, size INTEGER NOT NULL, used REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS by_use ON results (used, size);
"""
GET = "SELECT data FROM results WHERE key = ?"
PUT = "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)"
USE = "UPDATE results SET used = ? WHERE key = ?"
TOTAL = "SELECT COALESCE(SUM(size), 0) FROM results"


class Store:
    """The results kept in ``folder``, of ``largest`` bytes at most."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._path = folder / NAME
        self._largest = largest
        self._fresh: dict[str, bytes] = {}
        self._asked: set[str] = set()
        self._base = _opened(self._path)

    @property
    def works(self) -> bool:
        """Whether anything is kept at all."""
        return self._base is not None

    def get(self, key: str) -> bytes | None:
        """Return the result of this key, None when there is none."""
        found = self._do(lambda base: base.execute(GET, (key,)).fetchone(), None)
        if found is None or not isinstance(found[0], bytes):
            return None
        self._asked.add(key)
        return found[0]

    def put(self, key: str, data: bytes) -> None:
        """Keep a result."""
        self._fresh[key] = data
        if len(self._fresh) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is new, note what was asked for, and drop what is too much."""
        now = time.time()
        rows = [(key, data, len(data), now) for key, data in self._fresh.items()]
        asked = [(now, key) for key in self._asked]
        self._fresh, self._asked = {}, set()

        def write(base: sqlite3.Connection) -> None:
            base.executemany(USE, asked)
            base.executemany(PUT, rows)
            self._shrink(base)

        if rows or asked:
            self._do(write, None)

    def close(self) -> None:
        """Write what is new and let go of the file."""
        self.flush()
        if self._base is not None:
            self._base.close()
            self._base = None

    def _shrink(self, base: sqlite3.Connection) -> None:
        total = base.execute(TOTAL).fetchone()[0]
        if total <= self._largest:
            return
        for key, size in base.execute("SELECT key, size FROM results ORDER BY used").fetchall():
            base.execute("DELETE FROM results WHERE key = ?", (key,))
            total -= size
            if total <= LEFT * self._largest:
                break
        base.execute("PRAGMA incremental_vacuum").fetchall()

    def _do(self, act: Callable[[sqlite3.Connection], R], otherwise: R) -> R:
        """Return what ``act`` does to the file in one go, ``otherwise`` when it cannot."""
        if self._base is None:
            return otherwise
        try:
            with self._base:
                return act(self._base)
        except sqlite3.OperationalError:  # locked for too long, or the disk is full
            return otherwise
        except sqlite3.DatabaseError:
            self._base.close()
            self._base = _afresh(self._path)
            return otherwise


def _opened(path: Path) -> sqlite3.Connection | None:
    """Return the file at ``path``, private and with its table; None where there can be none."""
    try:
        _make_private(path)
        return _with_table(path)
    except sqlite3.OperationalError:
        return None
    except sqlite3.DatabaseError:
        return _afresh(path)
    except OSError:
        return None


def _afresh(path: Path) -> sqlite3.Connection | None:
    """Put an empty file in the place of a damaged one."""
    try:
        for name in (path.name, f"{path.name}-journal"):
            path.with_name(name).unlink(missing_ok=True)
        _make_private(path)
        return _with_table(path)
    except (OSError, sqlite3.Error):
        return None


def _with_table(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=PATIENCE)
    try:
        base.executescript(TABLE)
    except sqlite3.Error:
        base.close()
        raise
    return base


def _make_private(path: Path) -> None:
    """Make the file, readable by its owner alone from the start. Raises OSError when it belongs
    to somebody else."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, FLAGS, PRIVATE)
    try:
        state = os.fstat(handle)
        if hasattr(os, "getuid") and state.st_uid != os.getuid():
            raise PermissionError(path)
        if stat.S_IMODE(state.st_mode) != PRIVATE:
            with suppress(OSError, NotImplementedError):
                path.chmod(PRIVATE)
    finally:
        os.close(handle)
