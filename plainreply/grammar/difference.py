"""What was changed in a text, told word by word."""

import re
from collections.abc import Iterator
from itertools import accumulate

from plainreply.spans import Edit, Span

PIECE = re.compile(r"[^\W_]+|[\W_]")
"""A word or number, or any other single character."""


def difference(old: str, new: str, offset: int) -> tuple[Edit, ...]:
    """Return the word-by-word edits from ``old`` to ``new``; ``offset`` is where ``old`` starts.

    As ``difflib`` does, they leave the longest stretch that both share, then the longest on
    either side of it, and so on.
    """
    a, b = PIECE.findall(old), PIECE.findall(new)
    starts = list(accumulate(map(len, a), initial=offset))
    codes = {piece: chr(code) for code, piece in enumerate({*a, *b})}
    changes = _changes("".join(map(codes.__getitem__, a)), "".join(map(codes.__getitem__, b)))
    return tuple(
        Edit(Span(starts[i1], starts[i2]), "".join(b[j1:j2])) for i1, i2, j1, j2 in changes
    )


def _changes(a: str, b: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield in order where two strings differ: start and stop in ``a``, start and stop in ``b``."""
    open_stretches = [(0, len(a), 0, len(b))]
    while open_stretches:
        i1, i2, j1, j2 = open_stretches.pop()
        i, j, size = _longest(a[i1:i2], b[j1:j2])
        if size:
            i, j = i + i1, j + j1
            open_stretches += [(i + size, i2, j + size, j2), (i1, i, j1, j)]
        elif i1 < i2 or j1 < j2:
            yield i1, i2, j1, j2


def _longest(a: str, b: str) -> tuple[int, int, int]:
    """Return where the longest stretch that two strings share starts in each, and its length; of
    several the first in ``a``, then in ``b``."""
    first = start = size = 0
    while start + size < len(a):
        if a[start : start + size + 1] in b:
            first, size = start, size + 1
        else:
            start += 1
    return first, b.find(a[first : first + size]), size
