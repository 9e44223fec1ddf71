"""What the tests of pipelines share: sample letters, a clean environment, ways to skip."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PASSIVE = "Комиссией рассмотрено ваше заявление.\n"
CLEAN = "Мы получили ваше письмо 3 мая.\n"
Shell = Callable[..., "subprocess.CompletedProcess[str]"]

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def clean(**more: str) -> dict[str, str]:
    """The environment without what would lead a run back to this checkout or this terminal."""
    gone = ("PYTHONPATH", "FORCE_COLOR", "NO_COLOR", "VIRTUAL_ENV")
    kept = {k: v for k, v in os.environ.items() if k not in gone and not k.startswith("GIT_")}
    return {**kept, "PYTHONUTF8": "1", **more}


def check_schema(schema: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def skip_without_registry(done: "subprocess.CompletedProcess[Any]") -> None:
    told = f"{done.stdout}{done.stderr}"
    if done.returncode and re.search(r"No matching distribution|Connection|Max retries", told):
        pytest.skip("the package registry is not reached, so plainreply cannot be installed")
