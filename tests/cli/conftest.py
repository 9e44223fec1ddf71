"""Ways to run the command line: in this process, or as a program of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from plainreply.cli.app import app
from plainreply.keeping import SWITCH

PASSIVE = "Комиссией рассмотрено ваше заявление."
CLEAN = "Мы получили ваше письмо 3 мая."
Run = Callable[..., Result]
Program = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv(SWITCH, "1")

    def invoke(*args: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(
            app, list(args), input=stdin, catch_exceptions=False, prog_name="plainreply"
        )

    return invoke


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Run plainreply as a program, in an empty folder."""

    def invoke(
        *args: str, stdin: bytes = b"", **variables: str
    ) -> "subprocess.CompletedProcess[bytes]":
        clean = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "NO_COLOR")}
        return subprocess.run(
            [sys.executable, "-m", "plainreply", *args],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**clean, "PYTHONUTF8": "1", **variables},
            check=False,
        )

    return invoke


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter with one fault."""
    path = tmp_path / "ответ.txt"
    path.write_text(PASSIVE, encoding="utf-8")
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A letter without faults."""
    path = tmp_path / "чистый.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path
