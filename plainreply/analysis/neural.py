"""Runs the natasha models over many sentences at once: tags, and sound dependency trees."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from plainreply.analysis.kernels import Matrix, Rows, are_trees, best_heads, bilinear, rectified
from plainreply.analysis.models import parser, tagger, tagging, tagging_and_parsing
from plainreply.analysis.recall import MARGIN
from plainreply.analysis.tree import heads
from plainreply.memo import Once
from plainreply.words import Feats

Words = Sequence[str]
Arc = tuple[int, str]
LONGEST = 160
"""The most words that are parsed, or tagged, at a stretch."""
ROWS = 384
"""How many words, or a few more, are worked on at a time: what they need stays in the cache."""
STOPS = frozenset(",;:.!?")


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """What the tagger says of a word. There is one object of each tag: they compare at once."""

    pos: str
    feats: Feats


def tags(sentences: Sequence[Words]) -> list[list[Tag]]:
    """Return for every word of every sentence its part of speech and UD features."""
    windows = [(i, *window) for i, words in enumerate(sentences) for window in _windows(words)]
    result: list[list[Tag]] = [[] for _ in sentences]
    with one_thread():
        encoded = map(tagging(), _batches([words for _, words, _ in windows]))
        told = [ids for batch in encoded for ids in _tag(*batch)]
    for (i, _, kept), ids in zip(windows, told, strict=True):
        result[i] += ids[kept]
    return result


def parsed(sentences: Sequence[Words]) -> list[tuple[list[Tag], list[Arc]]]:
    """Return for every word its tag, and its head (index in the sentence, -1 at the root) and
    relation.

    Every sentence gets one tree; one longer than ``LONGEST`` words is parsed in pieces that
    hang on the root of the first, so that time stays linear, and tagged as if it were whole.
    """
    pieces = [(i, *piece) for i, words in enumerate(sentences) for piece in _pieces(words)]
    result: list[tuple[list[Tag], list[Arc]]] = [([], []) for _ in sentences]
    with one_thread():
        encoded = map(tagging_and_parsing(), _batches([words for _, _, words in pieces]))
        told = [one for values, empty in encoded for one in _tag_and_parse(values, empty)]
    for (i, start, _), (marked, tree) in zip(pieces, told, strict=True):
        own, arcs = result[i]
        own += marked
        arcs += _joined(arcs, start, tree) if start else tree
    long = [i for i, words in enumerate(sentences) if len(words) > LONGEST]
    for i, marked in zip(long, tags([sentences[i] for i in long]), strict=True):
        result[i] = marked, result[i][1]
    return result


def one_thread() -> AbstractContextManager[Any]:
    """Keep the linear algebra on one thread: the matrices are small, and threads that wait for
    each other cost four times the work itself on a busy machine."""
    return _limit


class _Limit(AbstractContextManager[None]):
    """The limit of one thread, lifted when the last of those who want it is done: who came first
    found the number that is to hold again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._users = 0
        self._found: Any = None

    def __enter__(self) -> None:
        with self._lock:
            if not self._users:
                self._found = _threads().limit(limits=1, user_api="blas")
            self._users += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._users -= 1
            if not self._users:
                self._found.restore_original_limits()


@Once
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


_limit = _Limit()


@Once
def _tags() -> tuple[Tag, ...]:
    """Return the tags by number: «NOUN|Case=Nom|Number=Sing» told as the house tells them."""
    return tuple(map(_parsed_tag, tagger().names))


def _parsed_tag(name: str) -> Tag:
    pos, *feats = name.split("|")
    return Tag(pos, Feats(sorted((k, v) for k, _, v in (feat.partition("=") for feat in feats))))


def _windows(words: Words) -> Iterator[tuple[Words, slice]]:
    """Yield stretches of a sentence that can be tagged alone, and which part of each counts: the
    words whose neighbours are all there."""
    for start in range(0, len(words), LONGEST):
        first = max(start - MARGIN, 0)
        yield words[first : start + LONGEST + MARGIN], slice(start - first, start - first + LONGEST)


def _pieces(words: Words) -> Iterator[tuple[int, Words]]:
    start = 0
    while len(words) - start > LONGEST:
        stops = [i for i in range(start, start + LONGEST) if words[i] in STOPS]
        stop = (stops[-1] if stops else start + LONGEST - 1) + 1
        yield start, words[start:stop]
        start = stop
    if words:
        yield start, words[start:]


def _joined(before: list[Arc], start: int, tree: list[Arc]) -> list[Arc]:
    root = next((i for i, (head, _) in enumerate(before) if head < 0), -1)
    return [(head + start, rel) if head >= 0 else (root, rel) for head, rel in tree]


def _batches(pieces: Sequence[Words]) -> Iterator[Sequence[Words]]:
    start = rows = 0
    for at, piece in enumerate(pieces, 1):
        rows += len(piece) + 1
        if rows >= ROWS or at == len(pieces):
            yield pieces[start:at]
            start, rows = at, 0


def _tag_and_parse(values: Matrix, empty: Rows) -> Iterator[tuple[list[Tag], list[Arc]]]:
    of_tagger, of_parser = np.split(values, 2, axis=1)
    return zip(_tag(of_tagger, empty), _parse(of_parser, empty), strict=True)


def _tag(values: Matrix, empty: Rows) -> Iterator[list[Tag]]:
    names = _tags()
    chosen = (values @ tagger().tags).argmax(axis=1).tolist()
    for before, after in pairwise(empty.tolist()):
        yield [names[id] for id in chosen[before + 1 : after]]


def _parse(values: Matrix, empty: Rows) -> Iterator[list[Arc]]:
    model = parser()
    roles = rectified(values @ model.roles)
    roles[empty] = model.root
    dependant, head, above, below = np.split(roles, 4, axis=1)
    chosen = _tree(dependant @ model.arc, head, empty)
    labels = bilinear(above[chosen], below, model.rels).argmax(axis=1).tolist()
    for before, after in pairwise(empty.tolist()):
        inside = slice(before + 1, after)
        told = zip((chosen[inside] - before - 1).tolist(), labels[inside], strict=True)
        yield [(to, model.names[label] if to >= 0 else "root") for to, label in told]


def _tree(dependant: Matrix, head: Matrix, empty: Rows) -> Rows:
    """Return the rows of the heads that make the best tree of every sentence."""
    scores = [dependant[start:stop] @ head[start:stop].T for start, stop in pairwise(empty)]
    best = best_heads(scores, empty)
    for at in np.flatnonzero(~are_trees(best, empty)):
        first = empty[at] + 1
        best[first : empty[at + 1]] = np.array(heads(scores[at][1:])) + first
    return best
