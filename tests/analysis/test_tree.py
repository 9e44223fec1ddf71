"""The tree from head scores is the best tree there is: compared with all trees."""

import time
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from plainreply.analysis.tree import heads


def is_tree(head: list[int] | tuple[int, ...]) -> bool:
    """Tell whether there is one root and every word reaches it."""
    if sum(h == -1 for h in head) != 1:
        return False
    for node in range(len(head)):
        steps = 0
        while node != -1 and steps <= len(head):
            node, steps = head[node], steps + 1
        if node != -1:
            return False
    return True


def weight(scores: np.ndarray, head: list[int] | tuple[int, ...]) -> float:
    return float(sum(scores[i, h + 1] for i, h in enumerate(head)))


def best_weight(scores: np.ndarray, root: int | None = None) -> float:
    """The weight of the best tree, of all or of those with this root."""
    n = len(scores)
    trees = (
        head
        for head in product(range(-1, n), repeat=n)
        if is_tree(head) and (root is None or head[root] == -1)
    )
    return max(weight(scores, head) for head in trees)


def matrices(least: int, most: int) -> st.SearchStrategy[np.ndarray]:
    cells = st.integers(-20, 20).map(float)
    return st.integers(least, most).flatmap(
        lambda n: arrays(np.float64, (n, n + 1), elements=cells)
    )


@settings(max_examples=150, deadline=None)
@given(matrices(1, 4))
def test_no_tree_with_the_same_root_is_better(scores: np.ndarray) -> None:
    found = heads(scores)
    assert is_tree(found)
    assert weight(scores, found) == pytest.approx(best_weight(scores, found.index(-1)))


@settings(max_examples=12, deadline=None)
@given(arrays(np.float64, (5, 6), elements=st.integers(-9, 9).map(float)))
def test_five_words(scores: np.ndarray) -> None:
    found = heads(scores)
    assert is_tree(found)
    assert weight(scores, found) == pytest.approx(best_weight(scores, found.index(-1)))


def test_no_tree_with_another_root_is_better() -> None:
    scores = np.array([[0.0, -1, -2, -3], [1, 1, 0, 3], [3, -2, 1, 1]])
    assert weight(scores, heads(scores)) == best_weight(scores)


@settings(max_examples=60, deadline=None)
@given(matrices(1, 30))
def test_always_one_root_and_no_cycle(scores: np.ndarray) -> None:
    assert is_tree(heads(scores))


def test_best_heads_that_make_a_tree_are_kept() -> None:
    scores = np.full((3, 4), -5.0)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 9.0
    assert heads(scores) == [1, -1, 1]


def test_one_word_is_the_root() -> None:
    assert heads(np.array([[-3.0, 8.0]])) == [-1]


def test_scores_are_not_changed() -> None:
    scores = np.zeros((4, 5), dtype=np.float32)
    heads(scores)
    assert not scores.any()


def test_a_long_chain_of_cycles_is_decoded_fast() -> None:
    """Every word prefers its neighbour, in pairs, and pairs prefer pairs: the worst case."""
    n = 160
    scores = -np.abs(np.arange(n)[:, None] - np.arange(-1, n)[None, :]).astype(float)
    scores[:, 0] = -1000.0
    started = time.perf_counter()
    assert is_tree(heads(scores))
    assert time.perf_counter() - started < 3
