"""An encoder that recalls what it made of other sentences.

A word's values hang on few neighbours to either side, and a rewrite that is held against its
sentence begins or ends with the same words: only those between are encoded.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from plainreply.analysis.kernels import Matrix, Rows
from plainreply.memo import Memory

Words = tuple[str, ...]
EMPTY = ""
"""Stands where there is no word: before each sentence and after the last."""
MARGIN = 3
"""How many neighbours to either side a word's values hang on, one for each convolution."""
ALIKE = MARGIN + 1
"""How many words two sentences must begin or end with alike, that one helps the other."""
KEPT = 1024
"""How many sentences are recalled by how they begin, and by how they end: some 10 KB each."""


class Known(NamedTuple):
    """A sentence and the values of its words."""

    words: Words
    values: Matrix


class Part(NamedTuple):
    """A sentence with what is recalled of it: the words before ``first`` as they stand at the start
    of one sentence, those from ``last`` on as they stand at the end of another."""

    words: Words
    first: int
    last: int
    start: Known | None
    end: Known | None

    @property
    def window(self) -> Words:
        """The words between with the neighbours that their values hang on."""
        asked = self.first < self.last
        return self.words[max(self.first - MARGIN, 0) : self.last + MARGIN] if asked else ()


class Recalling:
    """An encoder of sentences; ``encode`` makes the values of words that stand one below the other,
    told where ``EMPTY`` stands."""

    def __init__(self, encode: Callable[[Sequence[str], Rows], Matrix]) -> None:
        self._encode = encode
        self._starts, self._ends = (Memory[Words, Known](KEPT) for _ in range(2))

    def __call__(self, batch: Sequence[Sequence[str]]) -> tuple[Matrix, Rows]:
        """Return the values of the sentences' words, one below the other, and where no word stands:
        before each sentence and after the last."""
        parts = [self._part(tuple(words)) for words in batch]
        rows = _rows([part.words for part in parts])
        if any(part.start or part.end for part in parts):
            values = self._completed(parts, rows)
        else:
            values = self._encode(_stacked([part.words for part in parts]), rows)
        for part, row in zip(parts, (rows + 1).tolist(), strict=False):
            known = Known(part.words, values[row : row + len(part.words)])
            self._starts.keep(part.words[:ALIKE], known)
            self._ends.keep(part.words[-ALIKE:], known)
        return values, rows

    def _part(self, words: Words) -> Part:
        start, end = self._starts.get(words[:ALIKE]), self._ends.get(words[-ALIKE:])
        first = _same(words, start.words) if start else 0
        last = len(words) - (_same(words[::-1], end.words[::-1]) if end else 0)
        return Part(words, first, max(first, last), start, end)

    def _completed(self, parts: Sequence[Part], rows: Rows) -> Matrix:
        """Return the values of sentences of which parts are recalled."""
        windows = [part.window for part in parts]
        inside = _rows(windows)
        made = self._encode(_stacked(windows), inside)
        values = np.zeros((rows[-1] + 1, made.shape[1]), np.float32)
        for part, row, at in zip(parts, (rows + 1).tolist(), (inside + 1).tolist(), strict=False):
            own, shift = values[row : row + len(part.words)], at - max(part.first - MARGIN, 0)
            own[part.first : part.last] = made[part.first + shift : part.last + shift]
            if part.start:
                own[: part.first] = part.start.values[: part.first]
            if part.end and part.last < len(own):
                own[part.last :] = part.end.values[part.last - len(own) :]
        return values


def _same(words: Words, others: Words) -> int:
    """Return of how many words at the start the values are the same in two sentences."""
    if words == others:
        return len(words)
    told = enumerate(zip(words, others, strict=False))
    differs = next((at for at, (one, other) in told if one != other), min(len(words), len(others)))
    return max(differs - MARGIN, 0)


def _stacked(sentences: Sequence[Words]) -> list[str]:
    """Return the words of sentences one below the other, ``EMPTY`` before each and at the end."""
    return [*(word for words in sentences for word in (EMPTY, *words)), EMPTY]


def _rows(sentences: Sequence[Words]) -> Rows:
    """Return where ``EMPTY`` stands in ``_stacked`` sentences."""
    return np.cumsum([0, *(len(words) + 1 for words in sentences)])
