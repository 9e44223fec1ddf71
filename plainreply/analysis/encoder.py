"""The encoders that both models begin with.

What a word gives in its first layer hangs on nothing but the word: it is computed once and kept,
for most words of a letter, and of many letters, repeat.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plainreply.analysis import packs
from plainreply.analysis.kernels import Matrix, Rows, convolved
from plainreply.analysis.packs import vocabulary
from plainreply.analysis.recall import EMPTY
from plainreply.analysis.shapes import shape
from plainreply.memo import Once

KEPT = 8192
"""How many words an encoder keeps (3 KB each for a tower) before it begins anew: those that look
alike to the models, as two unknown ones do, are kept as one."""
NOTHING = -1
"""The code of ``EMPTY``."""
WITHOUT_DOTS = str.maketrans("ёЁ", "еЕ")


class Tower(NamedTuple):
    """Three convolutions of one model: ``words`` (300 x 3·out) and ``shapes`` (shapes x 3·out, with
    the bias) are the first of them, ``layers`` the others."""

    words: Matrix
    shapes: Matrix
    layers: tuple[Matrix, ...]


class Encoder:
    """Towers side by side over the words of sentences. They see the same of a word, so that their
    first layers are one."""

    def __init__(self, *towers: Tower) -> None:
        self._words = np.hstack([tower.words for tower in towers])
        self._shapes = np.hstack([tower.shapes for tower in towers])
        self._layers = [tower.layers for tower in towers]
        self._given = np.zeros((KEPT, self._words.shape[1]), np.float32)
        self._rows = {NOTHING: 0}
        self._lock = Lock()

    def __call__(self, words: Sequence[str], empty: Rows) -> Matrix:
        """Return the values of words: words x (out + 1) for each tower, from left to right.
        ``empty`` says where ``EMPTY`` stands."""
        codes = list(map(_coded, words))
        with self._lock:
            given = self._given.take(self._known(codes), axis=0)
        sides = zip(np.split(given, len(self._layers), axis=1), self._layers, strict=True)
        return np.hstack([_climbed(side, layers, empty) for side, layers in sides])

    def _known(self, codes: Sequence[int]) -> list[int]:
        """Return the rows that keep what words with these codes give."""
        fresh = [code for code in dict.fromkeys(codes) if code not in self._rows]
        if len(self._rows) + len(fresh) > KEPT:
            self._rows = {NOTHING: 0}
            fresh = [code for code in dict.fromkeys(codes) if code != NOTHING]
        if fresh:
            self._learn(fresh)
        return [self._rows[code] for code in codes]

    def _learn(self, codes: Sequence[int]) -> None:
        start = len(self._rows)
        numbers, shapes = np.divmod(codes, len(self._shapes))
        given = self._given[start : start + len(codes)]
        np.matmul(_vectors(numbers), self._words, out=given)
        given += self._shapes[shapes]
        self._rows.update((code, start + at) for at, code in enumerate(codes))


def _climbed(given: Matrix, layers: Sequence[Matrix], empty: Rows) -> Matrix:
    values = convolved(given, empty)
    for layer in layers:
        values = convolved(values @ layer, empty)
    return values


def _vectors(numbers: Rows) -> Matrix:
    """Return the vectors of these words of the vocabulary: words x 300."""
    indexes, centroids = _embedding()
    rows = indexes[numbers] + np.arange(len(centroids), step=len(centroids) // indexes.shape[1])
    return centroids.take(rows, axis=0).reshape(len(numbers), -1)


@lru_cache(maxsize=4 * KEPT)
def _coded(word: str) -> int:
    """Return what the models see of a word: its number in the vocabulary and that of its shape."""
    if word == EMPTY:
        return NOTHING
    number = vocabulary().number(_known_spelling(word).lower())
    return number * len(_shapes()) + _shapes()[shape(word)]


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
    """Return the embedding, the centroids of all parts one below the other."""
    indexes, centroids = packs.embedding()
    return indexes, centroids.reshape(-1, centroids.shape[-1])
