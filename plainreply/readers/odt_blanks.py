"""How OpenDocument shows blanks: any run of them is one space, none opens a paragraph."""

import re
from collections.abc import Iterator

MAX_SPACES = 1_000  # that one element may stand for

_BLANKS = " \t\r\n"
_EXTRA = re.compile(r"(?<=[ \t\r\n])[ \t\r\n]+")
_TO_SPACES = str.maketrans("\t\r\n", "   ")


def kept(text: str, after_blank: bool) -> Iterator[tuple[int, str]]:
    """Yield the pieces of ``text`` that are shown and where in it they start.

    ``after_blank`` tells that a blank or the start of the paragraph stands before it.
    """
    at = len(text) - len(text.lstrip(_BLANKS)) if after_blank else 0
    for match in _EXTRA.finditer(text, at):
        yield at, text[at : match.start()].translate(_TO_SPACES)
        at = match.end()
    if at < len(text):
        yield at, text[at:].translate(_TO_SPACES)


def spaces(count: str) -> str:
    """Return as many spaces as the attribute ``count`` of a ``text:s`` says."""
    return " " * min(int(count), MAX_SPACES) if count.isdecimal() else " "
