"""The encoder that both models begin with.

What a word gives in its first layer hangs on nothing but the word: it is computed once and kept,
for most words of a letter, and of many letters, repeat.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from plainreply.analysis import packs
from plainreply.analysis.kernels import Matrix, Rows, convolved
from plainreply.analysis.packs import vocabulary
from plainreply.analysis.shapes import shape
from plainreply.memo import Once

EMPTY = ""
"""Stands where there is no word: before each sentence and after the last."""
KEPT = 8192
"""How many words an encoder keeps (3 KB each) before it begins anew."""
WITHOUT_DOTS = str.maketrans("ёЁ", "еЕ")


class Encoder:
    """Three convolutions over the words of sentences.

    ``words`` (300 x 3·out) and ``shapes`` (shapes x 3·out, with the bias) are the first of them,
    ``layers`` the others.
    """

    def __init__(self, words: Matrix, shapes: Matrix, layers: tuple[Matrix, ...]) -> None:
        self._words, self._shapes, self._layers = words, shapes, layers
        self._given = np.zeros((KEPT, words.shape[1]), np.float32)
        self._rows = {EMPTY: 0}
        self._lock = Lock()

    def __call__(self, words: Sequence[str], empty: Rows) -> Matrix:
        """Return the values of words: words x (out + 1). ``empty`` says where ``EMPTY`` stands."""
        with self._lock:
            given = self._given[self._known(words)]
        values = convolved(given, empty)
        for layer in self._layers:
            values = convolved(values @ layer, empty)
        return values

    def _known(self, words: Sequence[str]) -> list[int]:
        """Return the rows that keep what these words give."""
        fresh = [word for word in dict.fromkeys(words) if word not in self._rows]
        if len(self._rows) + len(fresh) > KEPT:
            self._rows = {EMPTY: 0}
            fresh = [word for word in dict.fromkeys(words) if word != EMPTY]
        if fresh:
            self._learn(fresh)
        return [self._rows[word] for word in words]

    def _learn(self, words: Sequence[str]) -> None:
        start = len(self._rows)
        numbers, shapes = np.array([_coded(word) for word in words]).T
        given = _vectors(numbers) @ self._words
        self._given[start : start + len(words)] = given + self._shapes[shapes]
        self._rows.update((word, start + at) for at, word in enumerate(words))


def _vectors(numbers: Rows) -> Matrix:
    """Return the vectors of these words of the vocabulary: words x 300."""
    indexes, codes = _embedding()
    chosen: Matrix = codes[np.arange(len(codes)), indexes[numbers]]
    return chosen.reshape(len(numbers), -1)


@lru_cache(maxsize=KEPT)
def _coded(word: str) -> tuple[int, int]:
    """Return the number of a word in the vocabulary, and that of its shape."""
    return vocabulary().number(_known_spelling(word).lower()), _shapes()[shape(word)]


def _known_spelling(word: str) -> str:
    """Return the spelling of ``word`` that the models know: «перерасчет» for «перерасчёт».

    They learnt from news, which mostly write «е» for «ё»; an unknown word costs the tree.
    """
    if "ё" not in word and "Ё" not in word:
        return word
    return word if word.lower() in vocabulary() else word.translate(WITHOUT_DOTS)


@cache
def _shapes() -> dict[str, int]:
    return {name: number for number, name in enumerate(packs.labels("morph", "shape"))}


@Once
def _embedding() -> tuple[NDArray[np.uint8], Matrix]:
    return packs.embedding()
