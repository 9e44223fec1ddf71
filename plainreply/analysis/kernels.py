"""The arithmetic of the tagger and the parser: float32 matrices, nothing of Russian.

Sentences stand one below the other, a row a word, with an empty row before each and after the
last in place of a batch's padding. A convolution over three neighbours is then one product of
all rows and a sum of three shifted slices. The last column of words' values is 1, and 0 in empty
rows: it carries the biases.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.floating]
Rows = NDArray[np.intp]
Affine = tuple[NDArray[np.float64], NDArray[np.float64]]
"""A scale and a shift of each value."""
SAME: Affine = (np.ones(1), np.zeros(1))
WIDTH = 3


def batch_norm(weight: Matrix, bias: Matrix, mean: Matrix, std: Matrix) -> Affine:
    """Return the scale and the shift that a batch norm comes to."""
    scale = weight.astype(np.float64) / std
    return scale, bias - mean * scale


def folded(weight: Matrix, bias: Matrix, before: Affine) -> Matrix:
    """Return a layer's weight (in x out) and bias (out), and the batch norm before it, as one
    matrix: (in + 1) x out."""
    scale, shift = before
    lifted = np.broadcast_to(shift, len(weight)) @ weight + bias
    return np.vstack((weight * scale[:, None], lifted)).astype(np.float32, order="C")


def folded_convolution(weight: Matrix, bias: Matrix, before: Affine) -> Matrix:
    """Return a convolution's weight (out x in x 3) and bias (out), and the batch norm before it,
    as one matrix: (in + 1) x 3·out, what a word gives to the next one, to itself and to the one
    before it."""
    own = [bias if k == WIDTH // 2 else np.zeros_like(bias) for k in range(WIDTH)]
    return np.hstack([folded(weight[:, :, k].T, own[k], before) for k in range(WIDTH)])


def convolved(given: Matrix, empty: Rows) -> Matrix:
    """Return what words take from what they and their neighbours give (rows x 3·out), with
    negative values cut off: rows x (out + 1)."""
    rows, size = given.shape[0], given.shape[1] // WIDTH
    heard = given[:-2, :size] + given[1:-1, size : 2 * size]
    heard += given[2:, 2 * size :]
    taken = np.empty((rows, size + 1), np.float32)
    np.maximum(heard, 0, out=taken[1:-1, :size])
    taken[:, size] = 1
    taken[empty] = 0
    return taken


def rectified(values: Matrix) -> Matrix:
    """Cut off the negative values, in place."""
    return np.maximum(values, 0, out=values)


def best_heads(scores: Sequence[Matrix], empty: Rows) -> Rows:
    """Return for every row the row of its best head, which is itself for an empty row.

    ``scores`` has a square for each sentence with the empty row before it, which is its root: a
    row a dependant, a column a head. No word is its own head.
    """
    best = np.empty(empty[-1] + 1, np.intp)
    for square, start in zip(scores, empty.tolist(), strict=False):
        np.fill_diagonal(square, -np.inf)
        best[start : start + len(square)] = square.argmax(axis=1) + start
    best[empty] = empty
    return best


def are_trees(heads: Rows, empty: Rows) -> NDArray[np.bool_]:
    """Tell for every sentence whether its heads, as ``best_heads`` gives them, make a tree with
    one root: whoever climbs from head to head comes to the empty row."""
    above, climbed, sizes = heads, 1, np.diff(empty)
    while climbed < sizes.max(initial=0):
        above, climbed = above[above], 2 * climbed
    is_root = np.zeros(len(heads), np.intp)
    is_root[empty] = 1
    arrived = np.add.reduceat(is_root[above[:-1]], empty[:-1])
    roots = np.add.reduceat(is_root[heads[:-1]], empty[:-1])
    told: NDArray[np.bool_] = (arrived == sizes) & (roots == 2)
    return told


def bilinear(left: Matrix, right: Matrix, kernel: Matrix) -> Matrix:
    """Return what ``kernel`` (left x out·right) makes of two rows of values: rows x out."""
    rows, size = right.shape
    made: Matrix = (left @ kernel).reshape(rows, -1, size) @ right[:, :, None]
    return made[:, :, 0]
