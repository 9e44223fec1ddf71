"""Results kept from run to run: private, bounded, safe with two processes, never in the way."""

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from plainreply.batch.store import BATCH, NAME, Store

private = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")


def kept(folder: Path, **results: bytes) -> None:
    store = Store(folder)
    for key, data in results.items():
        store.put(key, data)
    store.close()


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    kept(tmp_path, a=b"1", b=b"2")
    store = Store(tmp_path)
    assert (store.get("a"), store.get("b"), store.get("c")) == (b"1", b"2", None)


@private
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    kept(folder, a=b"1")
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@private
def test_a_file_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    (tmp_path / NAME).chmod(0o644)
    kept(tmp_path, a=b"1")
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


@private
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / NAME).symlink_to(victim)
    assert not Store(tmp_path).works
    assert victim.read_text() == "mine"


def test_what_was_not_asked_for_longest_falls_out(tmp_path: Path) -> None:
    first = Store(tmp_path, largest=1000)
    for key in "abcde":
        first.put(key, key.encode() * 180)
        first.flush()
    assert first.get("a")
    first.flush()
    first.put("f", b"f" * 180)
    first.close()
    again = Store(tmp_path, largest=1000)
    assert [key for key in "abcdef" if again.get(key)] == ["a", "d", "e", "f"]


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 300])
def test_a_damaged_file_starts_afresh(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / NAME).write_bytes(damage)
    kept(tmp_path, a=b"1")
    assert Store(tmp_path).get("a") == b"1"


def test_a_file_damaged_inside_starts_afresh(tmp_path: Path) -> None:
    kept(tmp_path, **{f"k{number}": os.urandom(3000) for number in range(60)})
    path = tmp_path / NAME
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    store = Store(tmp_path)
    assert store.get("k7") is None
    store.put("a", b"1")
    store.close()
    assert Store(tmp_path).get("a") == b"1"


def test_a_value_of_another_kind_is_ignored(tmp_path: Path) -> None:
    kept(tmp_path, a=b"1")
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute("UPDATE results SET data = 'text'")
    base.close()
    assert Store(tmp_path).get("a") is None


def test_a_folder_that_cannot_be_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = Store(tmp_path / "file" / "folder")
    store.put("a", b"1")
    assert not store.works and store.get("a") is None
    store.close()


def test_two_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from plainreply.batch.store import Store\n"
        "store = Store(Path(sys.argv[1]))\n"
        "for number in range(300): store.put(sys.argv[2] + str(number), b'x' * 500)\n"
        "store.close()\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    runs = [subprocess.Popen([*command, name], env=environment) for name in "ab"]
    assert [run.wait() for run in runs] == [0, 0]
    store = Store(tmp_path)
    assert all(store.get(f"{name}{number}") for name in "ab" for number in range(300))
    assert BATCH < 300
