"""A small runner: what a pipeline's shell sees, in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pipeline_runner import ROOT, Shell, clean


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with this checkout as ``plainreply``, and a ``pip`` that only notes its words."""
    folder = tmp_path / "bin"
    folder.mkdir()
    scripts = {
        "plainreply": f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m plainreply "$@"\n',
        "pip": f'echo "$@" >> "{folder}/pip.log"\n',
    }
    for name, text in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def shell(tmp_path: Path, programs: Path) -> Shell:
    """Run a script as runners do, with ``-e`` and ``pipefail``, in the folder ``work``."""
    work = tmp_path / "work"
    work.mkdir()

    def run(script: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        path = os.pathsep.join((str(programs), os.environ["PATH"]))
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=work, env=clean(PATH=path, **variables), capture_output=True, encoding="utf-8",
            check=False,
        )  # fmt: skip

    return run
