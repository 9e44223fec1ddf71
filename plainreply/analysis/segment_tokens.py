"""Cuts a sentence into tokens as razdel does, which is what the natasha models were trained on.

Addresses of the net, files, times and cadastral numbers stay whole, a row of one mark
(«____», «----») is one token, and a hyphen joins nothing across a space.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from razdel import tokenize

from plainreply.document import Token
from plainreply.spans import Span

LONGEST = 200  # code points; a longer run without space is cut, so that time stays linear
CHUNK = re.compile(rf"\S{{1,{LONGEST}}}")
OPAQUE = re.compile(
    r"(?:https?://|www\.)[^\s()«»\"'<>]*[\w/]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])\w[\w-]*(?:\.[\w-]+)*\.(?:[a-z]{2,6}|рф|РФ|PDF|DOCX?|XLSX?|RTF|ODT)(?!\w|://)"
    r"|(?<!\d)\d+(?::\d+)+"
)
PLAIN = re.compile(r"([«(\"]?)([а-яё]+)([.,:;!?)»\"]?)", re.IGNORECASE)  # needs no rules
ROWS = "_-*=~#"  # marks that forms and rules are drawn with
HINT = re.compile(r"[@:]|\.[a-zрPDXRO]")


def pieces(text: str, span: Span) -> list[tuple[Span, str]]:
    """Return the words, numbers and marks of ``span`` in order, each with its place.

    Places are in code points of ``text``; together they tile every character that is no space.
    """
    found: list[tuple[Span, str]] = []
    for chunk in CHUNK.finditer(text, *span):
        start = chunk.start()
        for piece in _pieces(chunk.group()):
            stop = start + len(piece)
            found.append((Span(start, stop), piece))
            start = stop
    return found


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """Return the ``pieces`` of ``span`` as tokens without a reading."""
    return tuple(Token(at, *piece) for at, piece in enumerate(pieces(text, span)))


def is_opaque(text: str, at: int) -> bool:
    """Tell whether the character at ``at`` lies inside an address of the net or a file name."""
    start = max(text.rfind(space, max(0, at - LONGEST), at) for space in " \n\t\xa0") + 1
    chunk = CHUNK.match(text, max(start, at - LONGEST))
    return chunk is not None and any(
        m.start() <= at - chunk.start() < m.end() - 1 for m in OPAQUE.finditer(chunk.group())
    )


@lru_cache(maxsize=1 << 15)
def _pieces(chunk: str) -> tuple[str, ...]:
    if plain := PLAIN.fullmatch(chunk):
        return tuple(filter(None, plain.groups()))
    pieces = _around_opaque(chunk) if HINT.search(chunk) else _razdel(chunk)
    return tuple(pieces)


def _around_opaque(chunk: str) -> Iterator[str]:
    done = 0
    for match in OPAQUE.finditer(chunk):
        yield from _razdel(chunk[done : match.start()])
        yield match.group()
        done = match.end()
    yield from _razdel(chunk[done:])


def _razdel(chunk: str) -> list[str]:
    """Return razdel's tokens of ``chunk`` with rows of one mark put together."""
    found: list[str] = []
    for word in (token.text for token in tokenize(chunk)):
        if found and word[0] in ROWS and found[-1][0] == word[0] and not word.strip(word[0]):
            found[-1] += word
        else:
            found.append(word)
    return found
