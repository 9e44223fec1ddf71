"""Standard streams: colour, width, and text that any console can show."""

import codecs
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from plainreply.errors import BadConfiguration

COLORS = ("auto", "always", "never")
NARROW, WIDE = 40, 120
PIPE_WIDTH = 80
FULL = "Не удалось вывести отчёт: проверьте место на диске."
AS_UTF8 = "Кодировка вывода не вмещает этот текст, он выведен в UTF-8."
NOT_ALL = "Экран показал не все знаки: запишите текст в файл (-o)."

_STAND_INS = {
    **dict.fromkeys("«»„“”", '"'),
    **dict.fromkeys("—–−─‑", "-"),
    "…": "...",
    "→": "->",
    "·": ".",
    "░": ".",
    "▒": ":",
    "▓": "+",
    "█": "#",
    "№": "N",
    "ё": "е",
    "Ё": "Е",
}


def prepare() -> None:
    """Make both streams able to take any text, whatever the encoding of the console.

    A file or a pipe whose encoding has no Russian letters at all gets UTF-8.
    """
    codecs.register_error("plainreply", _stand_in)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started us
            nothing = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nothing, "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="plainreply")
            if not (stream.isatty() or _holds("ю", stream.encoding)):
                reconfigure(encoding="utf-8", errors="plainreply")


def _holds(text: str, encoding: str | None) -> bool:
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """Give characters that the console lacks a look-alike, else «?»."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    bad = error.object[error.start : error.end]
    shown = (_STAND_INS.get(char, "?") for char in bad)
    return "".join(s if _holds(s, error.encoding) else "?" for s in shown), error.end


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
    with told_when_full():
        sys.stdout.writelines(text.splitlines(keepends=True))
        sys.stdout.flush()


def pour(text: str) -> None:
    """Write ``text``, which may be put into a file, to standard output without a loss.

    What the encoding of a file or a pipe cannot hold goes out as UTF-8.
    """
    encoding = sys.stdout.encoding or "utf-8"
    whole = _holds(text, encoding)
    if sys.stdout.isatty():
        say(text)
    else:
        with told_when_full():
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode(encoding if whole else "utf-8"))
            sys.stdout.flush()
    if not whole:
        complain(NOT_ALL if sys.stdout.isatty() else AS_UTF8)


@contextmanager
def told_when_full() -> Iterator[None]:
    """Turn a failure to write to standard output into BadConfiguration; a closed pipe passes."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        close_quietly()
        raise BadConfiguration(FULL) from error


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
