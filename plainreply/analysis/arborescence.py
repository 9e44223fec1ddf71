"""The maximum spanning arborescence (Chu-Liu, Edmonds), by way of paths as Tarjan does it.

From each node a path goes on from head to head. Where it meets itself, the cycle becomes one node,
and the path goes on from there: each contraction costs as much as the graph has nodes, so a graph
of n nodes n * n steps.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]
NOT = -np.inf


def arborescence(scores: Scores) -> list[int]:
    """Return the head of each node in the best tree rooted at node 0, -1 for that itself.

    ``scores`` is n x n: row = dependant, column = head.
    """
    graph = _Graph(scores)
    done = {0}
    for start in range(1, len(scores)):
        if start in graph.rows and start not in done:
            done.update(graph.followed(start, done))
    return [-1, *graph.opened()[1:]]


class _Graph:
    """A graph whose cycles are contracted as they are met.

    A node that was contracted is kept: nodes have numbers from 0 on, those that stand for cycles
    after the others. ``rows`` are the rows in which a node stands still.
    """

    def __init__(self, scores: Scores) -> None:
        size = len(scores)
        self.rows = set(range(size))
        self._gains = scores.astype(np.float64)
        self._edges = np.arange(size * size).reshape(size, size)
        self._every = np.arange(size)
        self._own = np.zeros(size)
        self._nodes = list(range(size))
        self._chosen = [-1] * size
        self._parents = [-1] * size

    def followed(self, start: int, done: set[int]) -> list[int]:
        """Return the rows of the path from ``start`` to a row that is ``done``."""
        path = [start]
        while True:
            row = path[-1]
            head = self._choose(row)
            if head in done:
                return path
            if head in path:
                at = path.index(head)
                self._contract(path[at:])
                del path[at + 1 :]
            else:
                path.append(head)

    def _choose(self, row: int) -> int:
        """Choose the best head of what stands in ``row``, and return its row."""
        head = int(self._gains[row].argmax())
        self._own[row] = self._gains[row, head]
        self._chosen[self._nodes[row]] = int(self._edges[row, head])
        return head

    def _contract(self, cycle: list[int]) -> None:
        """Make one node of a cycle of rows; it stands in the first of them."""
        first, *gone = cycle
        entering = self._gains[cycle] - self._own[cycle][:, None]
        best = entering.argmax(axis=0)
        self._gains[first] = entering[best, self._every]
        self._edges[first] = self._edges[cycle][best, self._every]
        leaving = self._gains[:, cycle]
        leaving[cycle] = NOT
        best = leaving.argmax(axis=1)
        self._gains[:, first] = leaving[self._every, best]
        self._edges[:, first] = self._edges[:, cycle][self._every, best]
        self._gains[:, gone] = NOT
        self.rows.difference_update(gone)
        self._add(first, [self._nodes[row] for row in cycle])

    def _add(self, row: int, members: list[int]) -> None:
        number = len(self._parents)
        for node in members:
            self._parents[node] = number
        self._chosen.append(-1)
        self._parents.append(-1)
        self._nodes[row] = number

    def opened(self) -> list[int]:
        """Return the head of every node that stands for no cycle: where a cycle is entered, its
        own choice gives way."""
        size = len(self._every)
        for node in range(len(self._parents) - 1, size - 1, -1):
            entered, _ = divmod(self._chosen[node], size)
            while self._parents[entered] != node:
                entered = self._parents[entered]
            self._chosen[entered] = self._chosen[node]
        return [edge % size for edge in self._chosen[:size]]
