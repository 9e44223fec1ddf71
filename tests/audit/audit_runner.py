"""Letters for audits, an audit started as a program of its own, and what it wrote."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

FAULTY = "Комиссией рассмотрено ваше заявление № {}."
CLEAN = "Мы получили ваше письмо № {}."


def table(name: str, folder: Path | str = "out.parquet") -> list[dict[str, Any]]:
    """Return the rows of a table that an audit has written, as anybody would read them."""
    from pyarrow import dataset

    rows: list[dict[str, Any]] = dataset.dataset(Path(folder) / name).to_table().to_pylist()
    return rows


def started(folder: Path, *args: str, by: str = "") -> "subprocess.Popen[bytes]":
    """Start plainreply as a program of its own, or the one in the file ``by``."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, *([by] if by else ["-m", "plainreply"]), *args],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=None if os.name == "nt" else _heed_interrupts,
    )


def _heed_interrupts() -> None:
    """Let an interrupt end the program, also where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
