"""A sound tree from head scores: the maximum spanning arborescence (Chu-Liu, Edmonds).

The parser takes the best head of each word alone, which gives cycles, self-heads and several
roots in a third of real sentences.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]
NEVER = -1e9
ROOTS = 4


def heads(scores: Scores) -> list[int]:
    """Return for each of n words the index of its head, -1 for the one root.

    ``scores`` is n x (n + 1): row = word, column 0 = root, column k = word k - 1.
    """
    scores = scores.astype(np.float64)
    n = len(scores)
    scores[np.arange(n), np.arange(1, n + 1)] = NEVER
    best = scores.argmax(axis=1)
    if (best == 0).sum() == 1 and not _cycle(_padded(best)):
        return [int(head) - 1 for head in best]
    trees = [_rooted(scores, root) for root in _roots(scores)]
    best_tree = max(trees, key=lambda tree: scores[np.arange(n), tree].sum())
    return [head - 1 for head in best_tree]


def _rooted(scores: Scores, root: int) -> list[int]:
    """Return the best tree whose one root is the word ``root``, as columns of ``scores``."""
    n = len(scores)
    square = np.full((n + 1, n + 1), NEVER)
    square[1:] = scores
    square[1:, 0] = NEVER
    square[root + 1, 0] = scores[root, 0]
    return _arborescence(square)[1:]


def _roots(scores: Scores) -> list[int]:
    """Return the words that lose most by any head other than the root, best first."""
    other = scores[:, 1:].max(axis=1) if len(scores) > 1 else np.zeros(len(scores))
    order = np.argsort(other - scores[:, 0], kind="stable")
    return [int(root) for root in order[:ROOTS]]


def _padded(best: NDArray[np.integer]) -> list[int]:
    return [-1, *map(int, best)]


def _cycle(head: list[int]) -> list[int]:
    """Return the nodes of one cycle, empty when there is none. Node 0 is the root."""
    state = [0] * len(head)
    state[0] = 2
    for start in range(1, len(head)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = head[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _arborescence(scores: Scores) -> list[int]:
    """Return the heads of the best tree over nodes 0..n rooted at 0 (row = dependant)."""
    head = [-1, *(int(row.argmax()) for row in scores[1:])]
    cycle = _cycle(head)
    if not cycle:
        return head
    return _expand(scores, head, cycle)


def _expand(scores: Scores, head: list[int], cycle: list[int]) -> list[int]:
    """Contract ``cycle`` to one node, solve the smaller problem, and open the cycle again."""
    inside = set(cycle)
    rest = [node for node in range(len(head)) if node not in inside]
    own = np.array([scores[node, head[node]] for node in cycle])
    smaller = np.full((len(rest) + 1, len(rest) + 1), NEVER * 2)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    leaving = scores[np.ix_(rest, cycle)]
    smaller[:-1, -1] = leaving.max(axis=1)
    entering = scores[np.ix_(cycle, rest)] - own[:, None]
    smaller[-1, :-1] = entering.max(axis=0)
    solved = _arborescence(smaller)
    result = list(head)
    for at, node in enumerate(rest):
        if at:
            above = solved[at]
            out = cycle[int(leaving[at].argmax())]
            result[node] = out if above == len(rest) else rest[above]
    enter = solved[-1]
    broken = cycle[int(entering[:, enter].argmax())]
    result[broken] = rest[enter]
    return result
