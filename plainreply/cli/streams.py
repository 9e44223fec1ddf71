"""Standard streams: colour, width, and text that any console can show."""

import codecs
import os
import shutil
import sys
from contextlib import suppress

from plainreply.errors import BadConfiguration

COLORS = ("auto", "always", "never")
NARROW, WIDE = 40, 120
PIPE_WIDTH = 80

_STAND_INS = {
    **dict.fromkeys("«»„“”", '"'),
    **dict.fromkeys("—–−─‑", "-"),
    "…": "...",
    "→": "->",
    "№": "N",
    "ё": "е",
    "Ё": "Е",
}


def prepare() -> None:
    """Make both streams able to take any text, whatever the encoding of the console."""
    codecs.register_error("plainreply", _stand_in)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="plainreply")


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """Give characters that the console lacks a look-alike, else «?»."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(_STAND_INS.get(char, "?") for char in bad), error.end


def wants_color(color: str, to_file: bool) -> bool:
    """Tell whether to colour; NO_COLOR beats FORCE_COLOR, the option beats both."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR") or to_file:
        return False
    return bool(os.environ.get("FORCE_COLOR")) or _shows_color()


def _shows_color() -> bool:
    modern = os.name != "nt" or bool(os.environ.get("WT_SESSION"))
    return modern and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return how wide to write: as wide as the terminal, within reason; 80 in a pipe."""
    columns = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
    return max(NARROW, min(columns, WIDE))


def speaks_utf8() -> bool:
    """Tell whether standard output takes every character."""
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def say(text: str) -> None:
    """Write ``text`` to standard output as it is.

    Line by line: an unbuffered stream loses the end of a large write without a word.
    """
    sys.stdout.writelines(text.splitlines(keepends=True))
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """Write one sentence to standard error."""
    with suppress(OSError):
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()


def stdin_bytes() -> bytes:
    """Return all of standard input."""
    if sys.stdin is None:
        raise BadConfiguration("Читать нечего: стандартного ввода нет, укажите файл.")
    return sys.stdin.buffer.read()


def close_quietly() -> None:
    """Point standard output at nothing, so that closing a broken pipe stays silent."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
