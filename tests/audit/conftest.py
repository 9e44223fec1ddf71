"""An audit run in this process."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from plainreply.cli.app import app

for package in ("pyarrow", "fsspec"):
    pytest.importorskip(package, reason="needs plainreply[audit]")

Audit = Callable[..., Result]


@pytest.fixture
def audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Audit:
    """Run an audit into ``out.parquet`` in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def invoke(*args: str, jobs: str = "1") -> Result:
        full = ["audit", *args, "-o", "out.parquet", "-j", jobs]
        return CliRunner().invoke(app, full, catch_exceptions=False, prog_name="plainreply")

    return invoke
