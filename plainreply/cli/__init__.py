"""The command line: arguments -> check -> reporter -> exit status.

Status 0 is clean, 1 is issues at or above ``--fail-on``, 2 is a job that could not be done,
130 is a job that the user stopped.
"""

import sys
from collections.abc import Sequence

__all__ = ["main"]

INTERRUPTED = 130
GARBAGE = 500_000
"""Objects made between two looks for cyclic garbage: to look as often as Python does costs a tenth
of a run, and hardly any is made."""


def main(args: Sequence[str] | None = None) -> int:
    """Run one command (``sys.argv`` by default) and return its exit status."""
    try:
        return _run(args)
    except KeyboardInterrupt:  # it may come while modules are being loaded
        sys.stderr.write("Прервано.\n")
        return INTERRUPTED


def _run(args: Sequence[str] | None) -> int:
    import atexit
    import gc
    import os

    from plainreply.cli.streams import prepare

    gc.set_threshold(GARBAGE)
    atexit.register(gc.freeze)  # to look for garbage once more at the end costs a fifth of a run
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # ours are small: more threads only wait
    prepare()
    from plainreply.cli import completion
    from plainreply.cli.app import app

    completion.prepare()
    try:
        app(args=args, prog_name="plainreply")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    return 0
