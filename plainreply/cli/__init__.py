"""The command line: arguments -> check -> reporter -> exit status.

Status 0 is clean, 1 is issues at or above ``--fail-on``, 2 is a job that could not be done.
"""

from collections.abc import Sequence

__all__ = ["main"]


def main(args: Sequence[str] | None = None) -> int:
    """Run one command (``sys.argv`` by default) and return its exit status."""
    from plainreply.cli.app import app
    from plainreply.cli.streams import prepare

    prepare()
    try:
        app(args=args, prog_name="plainreply")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    return 0
