"""What is slow to compute is kept in the user's cache folder, and nothing fails without it."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from plainreply.keeping import OTHERS, SWITCH, kept
from plainreply.resources import lexicon, read_table, read_toml, rules_dir

VALUE = {"правило": ["ё", 1, 1.5, True, None, {"x": []}]}
posix = pytest.mark.skipif(os.name == "nt", reason="rights of files are those of POSIX")
USED = "from plainreply.rulebook import rulebook; print(len(rulebook().rules))"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, which is not there yet."""
    place = tmp_path / "home" / "cache" / "plainreply"
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: place)
    return place


class Count:
    """Computes the value and counts how often."""

    times = 0

    def __call__(self) -> Any:
        self.times += 1
        return VALUE


def test_a_value_is_computed_once_for_a_key(folder: Path) -> None:
    first, other = Count(), Count()
    assert kept("a", "1", first) == kept("a", "1", first) == VALUE
    assert first.times == 1
    assert kept("a", "2", other) == VALUE
    assert other.times == 1


@posix
def test_only_the_user_can_read_and_write_it(folder: Path) -> None:
    kept("a", "1", Count())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


def _damage(folder: Path) -> None:
    kept("a", "1", Count())
    (folder / "a-1.json").write_bytes(b'{"x": [1, ')


def _no_text(folder: Path) -> None:
    kept("a", "1", Count())
    (folder / "a-1.json").write_bytes(b"\xff\xfe\xff")


@pytest.mark.parametrize("spoil", [_damage, _no_text])
def test_a_damaged_file_is_computed_and_kept_anew(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(folder)
    count = Count()
    assert kept("a", "1", count) == kept("a", "1", count) == VALUE
    assert count.times == 1


def _switched_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "1")


def _a_file_in_its_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("")


def _open_to_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o777)


def _no_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(platformdirs, "user_cache_path", fail)


def _full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("tempfile.mkstemp", fail)


@posix
@pytest.mark.parametrize(
    "trouble", [_switched_off, _a_file_in_its_place, _open_to_all, _no_home, _full_disk]
)
def test_where_nothing_can_be_kept_it_is_computed_each_time(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    trouble(folder, monkeypatch)
    count = Count()
    assert kept("a", "1", count) == kept("a", "1", count) == VALUE
    assert count.times == 2
    assert not folder.is_dir() or not list(folder.iterdir())


def test_a_write_that_fails_leaves_no_draft(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> Path:
        raise PermissionError("in use")

    monkeypatch.setattr(Path, "replace", fail)
    assert kept("a", "1", Count()) == VALUE
    assert list(folder.iterdir()) == []


def test_old_files_are_removed_but_for_a_few(folder: Path) -> None:
    kept("other", "0", Count())
    for key in range(OTHERS + 4):
        kept("a", str(key), Count())
        os.utime(folder / f"a-{key}.json", (key, key))
    left = sorted(path.name for path in folder.iterdir())
    assert left == [*(f"a-{key}.json" for key in range(3, OTHERS + 4)), "other-0.json"]


def test_programs_that_start_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    env.pop(SWITCH, None)
    runs = [
        subprocess.Popen([sys.executable, "-c", USED], env=env, stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    told = {run.communicate()[0].strip() for run in runs}
    assert len(told) == 1 and int(told.pop()) > 100
    assert all(run.returncode == 0 for run in runs)
    assert not list(tmp_path.rglob(".*"))


def test_kept_rules_say_what_the_files_say(monkeypatch: pytest.MonkeyPatch) -> None:
    from plainreply import resources

    tables = [lexicon(path.stem) for path in sorted((rules_dir() / "lexicons").glob("*.tsv"))]
    rules = [read_toml(path) for path in sorted(rules_dir().rglob("*.toml"))]
    monkeypatch.setattr(resources, "_parsed", dict)
    assert tables == [read_table(path) for path in sorted((rules_dir() / "lexicons").glob("*.tsv"))]
    assert rules == [read_toml(path) for path in sorted(rules_dir().rglob("*.toml"))]
