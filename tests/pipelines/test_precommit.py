"""The hooks for pre-commit, run by pre-commit itself in a repository of letters."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pipeline_runner import CLEAN, PASSIVE, ROOT, clean, skip_without_registry

from plainreply.readers import FORMATS

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
NEEDED = ("plainreply", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]


def test_manifest_is_sound() -> None:
    command = [*PRE_COMMIT, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert {hook["id"] for hook in HOOKS} == {"plainreply-check", "plainreply-fix"}
    assert all(hook["require_serial"] for hook in HOOKS)


def test_hook_is_given_every_file_that_is_read_and_no_other() -> None:
    pattern = re.compile(HOOKS[0]["files"])
    asked = {*FORMATS, ".py", ".toml", ".csv", ".docx.bak", ".png"}
    assert {suffix for suffix in asked if pattern.search(f"письмо{suffix}")} == set(FORMATS)


def git(folder: Path, *args: str) -> str:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false"]
    command = ["git", *who, *args]
    done = subprocess.run(
        command, cwd=folder, env=clean(), capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


def repository(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    git(folder, "init", "-q")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with this checkout as the repository of the hooks, and pre-commit's own store."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path_factory.mktemp("precommit")
    hooks = repository(folder / "hooks")
    for name in NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, hooks / name)
    git(hooks, "add", "-A")
    git(hooks, "commit", "-qm", "hooks")
    return folder


@pytest.fixture(scope="module")
def letters(home: Path) -> Path:
    """A repository of letters whose hooks are installed."""
    folder = repository(home / "letters")
    hooks = home / "hooks"
    known = {"repo": hooks.as_uri(), "rev": git(hooks, "rev-parse", "HEAD")}
    wanted = [{"id": "plainreply-check"}, {"id": "plainreply-fix", "stages": ["manual"]}]
    config = yaml.safe_dump({"repos": [{**known, "hooks": wanted}]})
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(folder, "add", "-A")
    done = pre_commit(folder, "install-hooks")
    skip_without_registry(done)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def pre_commit(folder: Path, *args: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*PRE_COMMIT, *args, "--color", "never"] if args[0] == "run" else [*PRE_COMMIT, *args],
        cwd=folder, env=clean(PRE_COMMIT_HOME=str(folder.parent / "store")),
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def run(folder: Path, texts: dict[str, str], *args: str) -> "subprocess.CompletedProcess[str]":
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    return pre_commit(folder, "run", *args, "--files", *texts)


def test_good_letter_passes(letters: Path) -> None:
    done = run(letters, {"хороший ответ.txt": CLEAN, "письмо.md": CLEAN})
    assert (done.returncode, "Passed" in done.stdout) == (0, True), done.stdout


def test_bad_letter_stops_the_commit_and_says_where(letters: Path) -> None:
    done = run(letters, {"хороший ответ.txt": CLEAN, "плохой.txt": PASSIVE})
    assert done.returncode == 1 and "exit code: 1" in done.stdout
    assert "плохой.txt:1:11: замечание passive" in done.stdout


def test_unreadable_letter_stops_the_commit_with_2(letters: Path) -> None:
    done = run(letters, {"битый.docx": "PK\x03\x04 не архив"})
    assert done.returncode == 1 and "exit code: 2" in done.stdout
    assert "битый.docx" in done.stdout


def test_files_that_are_no_letters_are_passed_over(letters: Path) -> None:
    done = run(letters, {"код.py": "x = 1\n", "README.md": PASSIVE})
    assert done.returncode == 0 and "Skipped" in done.stdout


def test_fix_rewrites_and_then_has_nothing_to_do(letters: Path) -> None:
    how = ("plainreply-fix", "--hook-stage", "manual")
    done = run(letters, {"а.txt": PASSIVE, "б.txt": CLEAN}, *how)
    assert done.returncode == 1 and "files were modified by this hook" in done.stdout
    fixed = (letters / "а.txt").read_text(encoding="utf-8")
    assert fixed == "Комиссия рассмотрела ваше заявление.\n"
    assert run(letters, {"а.txt": fixed}, *how).returncode == 0
