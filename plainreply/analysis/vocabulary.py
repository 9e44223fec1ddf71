"""The words that the models know, looked up as they stand: no dictionary of 250,000 strings."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

SPECIAL = 2
"""The last words are none: ``<unk>``, which stands for every unknown one, and ``<pad>``."""
STRETCH = 2048
"""How many bytes of words, or a few more, are searched for one."""
END = b"\n"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in the order of their code points, as UTF-8 lines after an empty one.

    They are cut into stretches: ``starts`` says where each begins, the end of the last one added,
    ``firsts`` what its first word is, and ``before`` how many words stand before it. ``counts``
    tells of each word how often it stood in a billion words of news.
    """

    data: bytes
    starts: list[int]
    firsts: list[bytes]
    before: list[int]
    counts: NDArray[np.uint32]

    @classmethod
    def of(cls, data: bytes, counts: NDArray[np.uint32]) -> Self:
        """Return the vocabulary that the lines of ``data``, of which the first is empty, make."""
        starts = [*_starts(data), len(data)]
        firsts = [data[start : data.index(END, start)] for start in starts[:-1]]
        sizes = (data.count(END, *stretch) for stretch in pairwise(starts))
        return cls(data, starts, firsts, [*accumulate(sizes, initial=0)], counts)

    @property
    def unknown(self) -> int:
        """The number that stands for every word that is not there."""
        return len(self.counts) - SPECIAL

    def number(self, word: str) -> int:
        """Return the number of a word in small letters, that of ``<unk>`` if it has none."""
        wanted = word.encode("utf-8", "replace")
        stretch = bisect_right(self.firsts, wanted) - 1
        if stretch < 0:
            return self.unknown
        start, stop = self.starts[stretch : stretch + 2]
        at = self.data.find(END + wanted + END, start - 1, stop)
        return (
            self.unknown if at < 0 else self.before[stretch] + self.data.count(END, start, at + 1)
        )

    def count(self, word: str) -> int:
        """Return how often a word in small letters stood in the news, 0 for an unknown one."""
        at = self.number(word)
        return int(self.counts[at]) if at < self.unknown else 0

    def __contains__(self, word: str) -> bool:
        return self.number(word) < self.unknown


def _starts(data: bytes) -> Iterator[int]:
    """Yield where the stretches of words begin, those that are none left out at the end."""
    stop = data.rindex(END + b"<unk>")
    start = 1
    while 0 < start < stop:
        yield start
        start = data.find(END, start + STRETCH, stop) + 1
