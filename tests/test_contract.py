"""What holds for the whole project: the tools that read the code, versions, the size of things."""

import ast
import os
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

import plainreply

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SOURCES = sorted((ROOT / "plainreply").rglob("*.py"))
MODULES = [path.relative_to(ROOT).as_posix() for path in SOURCES]
LONGEST_FILE, LONGEST_FUNCTION = 250, 45
TOOLS = {
    "ruff check": [sys.executable, "-m", "ruff", "check", "--no-cache", "."],
    "ruff format": [sys.executable, "-m", "ruff", "format", "--no-cache", "--check", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "lint-imports": [str(Path(sysconfig.get_path("scripts"), "lint-imports")), "--no-cache"],
}


@pytest.mark.parametrize("tool", TOOLS)
def test_tool_is_content(tool: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "FORCE_COLOR"}
    result = subprocess.run(
        TOOLS[tool],
        cwd=ROOT,
        env={**environment, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("module", MODULES)
def test_module_is_short(module: str) -> None:
    text = (ROOT / module).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    long = [
        f"{node.name}: {length} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long


def test_classifiers_name_the_versions_that_run() -> None:
    prefix = "Programming Language :: Python :: 3."
    minors = [int(c.removeprefix(prefix)) for c in PROJECT["classifiers"] if c.startswith(prefix)]
    assert minors == list(range(11, max(minors) + 1))
    assert PROJECT["requires-python"] == f">=3.{minors[0]}"
    assert sys.version_info >= (3, minors[0])


def test_version_is_one() -> None:
    assert PROJECT["version"] == plainreply.__version__


def test_public_names_are_there() -> None:
    assert all(hasattr(plainreply, name) for name in plainreply.__all__)
    assert {"check", "rewrite", "Document", "Issue", "Fix", "Report"} <= set(plainreply.__all__)
