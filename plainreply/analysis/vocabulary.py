"""The words that the models know, looked up by bisection: no dictionary of 250,000 strings."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

SPECIAL = 2
"""The last words are none: ``<unk>``, which stands for every unknown one, and ``<pad>``."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in the order of their code points, as UTF-8 lines.

    ``starts`` says where each begins, the end of the last one added; ``counts`` how often it
    stood in a billion words of news.
    """

    data: bytes
    starts: memoryview
    counts: NDArray[np.uint32]

    @classmethod
    def of(cls, data: bytes, counts: NDArray[np.uint32]) -> Self:
        """Return the vocabulary that the lines of ``data`` make."""
        ends = np.flatnonzero(np.frombuffer(data, np.uint8) == ord("\n"))
        starts = np.concatenate(([0], ends + 1, [len(data) + 1])).astype(np.uint32)
        return cls(data, starts.data, counts)

    @property
    def unknown(self) -> int:
        """The number that stands for every word that is not there."""
        return len(self.counts) - SPECIAL

    def number(self, word: str) -> int:
        """Return the number of a word in small letters, that of ``<unk>`` if it has none."""
        wanted = word.encode("utf-8", "replace")
        at = bisect_left(range(self.unknown), wanted, key=self._word)
        return at if at < self.unknown and self._word(at) == wanted else self.unknown

    def count(self, word: str) -> int:
        """Return how often a word in small letters stood in the news, 0 for an unknown one."""
        at = self.number(word)
        return int(self.counts[at]) if at < self.unknown else 0

    def __contains__(self, word: str) -> bool:
        return self.number(word) < self.unknown

    def _word(self, at: int) -> bytes:
        return self.data[self.starts[at] : self.starts[at + 1] - 1]
