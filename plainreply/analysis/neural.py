"""Runs the natasha models over many sentences at once: tags, and sound dependency trees."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

import numpy as np
from threadpoolctl import ThreadpoolController

from plainreply.analysis.models import parser, tagger
from plainreply.analysis.tree import heads
from plainreply.document import Feats

Words = Sequence[str]
Tag = tuple[str, Feats]
Arc = tuple[int, str]
LONGEST = 160
STOPS = frozenset(",;:.!?")


def tags(sentences: Sequence[Words]) -> list[list[Tag]]:
    """Return for every word of every sentence its part of speech and UD features."""
    result: list[list[Tag]] = [[] for _ in sentences]
    order = _by_length(sentences)
    with one_thread():
        marked = list(tagger().map([sentences[i] for i in order]))
    for i, markup in zip(order, marked, strict=True):
        result[i] = [(t.pos, Feats(sorted(t.feats.items()))) for t in markup.tokens]
    return result


def one_thread() -> AbstractContextManager[Any]:
    """Keep the linear algebra on one thread: the matrices are small, and threads that wait for
    each other cost four times the work itself on a busy machine."""
    return _threads().limit(limits=1, user_api="blas")  # type: ignore[no-any-return]


@cache
def _threads() -> ThreadpoolController:
    tagger()
    return ThreadpoolController()


def trees(sentences: Sequence[Words]) -> list[list[Arc]]:
    """Return for every word its head (index in the sentence, -1 at the root) and relation.

    Every sentence gets one tree; one longer than ``LONGEST`` words is parsed in pieces that
    hang on the root of the first, so that time stays linear.
    """
    pieces = [(i, start, piece) for i, s in enumerate(sentences) for start, piece in _pieces(s)]
    order = _by_length([piece for _, _, piece in pieces])
    arcs: list[list[Arc]] = [[] for _ in pieces]
    size = parser().batch_size
    with one_thread():
        for at in range(0, len(order), size):
            batch = order[at : at + size]
            for i, tree in zip(batch, _parse([pieces[i][2] for i in batch]), strict=True):
                arcs[i] = tree
    result: list[list[Arc]] = [[] for _ in sentences]
    for (i, start, _), tree in zip(pieces, arcs, strict=True):
        result[i] += _joined(result[i], start, tree)
    return result


def known_spelling(word: str) -> str:
    """Return the spelling of ``word`` that the models know: «перерасчет» for «перерасчёт».

    They learnt from news, which mostly write «е» for «ё»; an unknown word costs the tree.
    """
    if "ё" not in word and "Ё" not in word:
        return word
    vocabulary = tagger().infer.encoder.words_vocab.item_ids
    return word if word.lower() in vocabulary else word.translate(WITHOUT_DOTS)


WITHOUT_DOTS = str.maketrans("ёЁ", "еЕ")


def _by_length(sentences: Sequence[Words]) -> list[int]:
    return sorted((i for i, s in enumerate(sentences) if s), key=lambda i: len(sentences[i]))


def _pieces(words: Words) -> Iterator[tuple[int, Words]]:
    start = 0
    while len(words) - start > LONGEST:
        stops = [i for i in range(start, start + LONGEST) if words[i] in STOPS]
        stop = (stops[-1] if stops else start + LONGEST - 1) + 1
        yield start, words[start:stop]
        start = stop
    yield start, words[start:]


def _joined(before: list[Arc], start: int, tree: list[Arc]) -> list[Arc]:
    root = next((i for i, (head, _) in enumerate(before) if head < 0), -1)
    return [(head + start, rel) if head >= 0 else (root, rel) for head, rel in tree]


def _parse(batch: Sequence[Words]) -> Iterator[list[Arc]]:
    infer = parser().infer
    model, rels = infer.model, infer.decoder.rels_vocab
    (given,) = infer.encoder(batch)
    hidden = model.encoder(model.emb(given.word_id, given.shape_id), given.pad_mask)
    scores = model.head(hidden)
    chosen = np.zeros(given.word_id.shape, dtype=np.int_)
    for i, words in enumerate(batch):
        size = len(words)
        chosen[i, :size] = np.array(heads(scores[i, :size, : size + 1])) + 1
    labels = model.rel(hidden, chosen).argmax(-1)
    for i, words in enumerate(batch):
        pairs = zip(chosen[i].tolist(), labels[i].tolist(), words, strict=False)
        yield [(head - 1, rels.decode(label) if head else "root") for head, label, _ in pairs]
