"""A sound tree from head scores: the best of the arborescences over all roots.

The parser takes the best head of each word alone, which gives cycles, self-heads and several
roots in a third of real sentences.
"""

import numpy as np
from numpy.typing import NDArray

from plainreply.analysis.arborescence import arborescence

Scores = NDArray[np.floating]
NEVER = -1e9


def heads(scores: Scores) -> list[int]:
    """Return for each of n words the index of its head, -1 for the one root.

    ``scores`` is n x (n + 1): row = word, column 0 = root, column k = word k - 1.
    """
    scores = scores.astype(np.float64)
    n = len(scores)
    scores[np.arange(n), np.arange(1, n + 1)] = NEVER
    best = scores.argmax(axis=1)
    if (best == 0).sum() == 1 and not _has_cycle([-1, *best.tolist()]):
        return [int(head) - 1 for head in best]
    return [head - 1 for head in _best_rooted(scores)]


def _best_rooted(scores: Scores) -> list[int]:
    """Return the best tree over all roots; a root that cannot beat the best so far is not tried.

    No tree rooted at a word scores more than that word at the root and every other word at the
    best head it has.
    """
    rows = np.arange(len(scores))
    other = scores[:, 1:].max(axis=1) if len(scores) > 1 else np.zeros(len(scores))
    bounds = scores[:, 0] - other + other.sum()
    best: list[int] = []
    reached = -np.inf
    for root in np.argsort(-bounds, kind="stable"):
        if bounds[root] <= reached:
            break
        tree = _rooted(scores, int(root))
        total = float(scores[rows, tree].sum())
        if total > reached:
            best, reached = tree, total
    return best


def _rooted(scores: Scores, root: int) -> list[int]:
    """Return the best tree whose one root is the word ``root``, as columns of ``scores``."""
    n = len(scores)
    square = np.full((n + 1, n + 1), NEVER)
    square[1:] = scores
    square[1:, 0] = NEVER
    square[root + 1, 0] = scores[root, 0]
    return arborescence(square)[1:]


def _has_cycle(head: list[int]) -> bool:
    """Tell whether some nodes hang on each other. Node 0 is the root."""
    state = [0] * len(head)
    state[0] = 2
    for start in range(1, len(head)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = head[node]
        if state[node] == 1:
            return True
        for seen in path:
            state[seen] = 2
    return False
