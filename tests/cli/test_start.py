"""What a run loads: only what it needs, for to load is most of the work on one letter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainreply.keeping import SWITCH

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"
REPLY = LETTERS / "03-final-housing.docx"
PROGRAM = """
import sys
from plainreply.cli import main
status = main(sys.argv[1:])
print(*sys.modules, sep="\\n", file=sys.stderr)
"""
NEVER = {"docx", "email", "importlib.metadata", "asyncio", "multiprocessing", "jinja2", "yaml"}
NEVER |= {"markdown_it", "pathspec", "rich.console", "rich.text", "statistics", "csv"}
"""What no plain check of a Word file needs."""
UNASKED = {"sqlite3", "tomllib", "plainreply.adoption", "plainreply.filling", "plainreply.cli.fix"}
"""What a check that keeps nothing and has no settings does not need either."""
MODELS = {"numpy", "threadpoolctl", "plainreply.analysis.neural", "plainreply.facts"}
CHECKS = {"plainreply.checker", "plainreply.lint", "plainreply.analysis", "plainreply.grammar"}
OTHERS = {f"plainreply.kinds.{kind}" for kind in ("script_goal", "unsubscribe", "bot_exit")}
"""Kinds that only look at texts of other genres than a reply."""


def loaded(folder: Path, *args: str, keeps: bool = False) -> set[str]:
    """Return the modules that a check of a reply in ``folder`` has loaded."""
    (folder / "letter.docx").write_bytes(REPLY.read_bytes())
    env = {**os.environ, "XDG_CACHE_HOME": str(folder), "LOCALAPPDATA": str(folder)}
    env.pop(SWITCH, None)
    command = [sys.executable, "-X", "utf8", "-c", PROGRAM, "check", "letter.docx", *args]
    command += [] if keeps else ["--no-cache"]
    run = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8")
    assert "Оценка" in run.stdout, run.stderr
    return set(run.stderr.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which the rules are kept already, as after any first run."""
    loaded(tmp_path, "--select", "italic")
    return tmp_path


def test_a_check_of_the_look_loads_no_model(folder: Path) -> None:
    found = loaded(folder, "--select", "all-caps,italic")
    assert not found & (NEVER | UNASKED | MODELS | OTHERS)


def test_a_full_check_loads_only_the_kinds_of_its_genre(folder: Path) -> None:
    found = loaded(folder)
    assert found >= MODELS | CHECKS | {"plainreply.kinds.passive"}
    assert not found & (NEVER | UNASKED | OTHERS)


def test_a_recalled_report_loads_nothing_that_checks(folder: Path) -> None:
    assert loaded(folder, keeps=True) >= CHECKS
    assert not loaded(folder, keeps=True) & (NEVER | MODELS | CHECKS)


def test_threads_of_linear_algebra_are_not_started() -> None:
    code = "import os; from plainreply.cli import main; main(['profile']); print(os.environ)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert "'OPENBLAS_NUM_THREADS': '1'" in run.stdout
