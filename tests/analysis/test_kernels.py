"""The kernels give what slovnet's own layers give, on the sentences of real letters."""

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from slovnet.api import Morph, Syntax
from slovnet.shape import word_shape

from plainreply.analysis import packs
from plainreply.analysis.kernels import are_trees, best_heads
from plainreply.analysis.neural import LONGEST, parsed, tags
from plainreply.analysis.segment import sentences, tokens
from plainreply.analysis.shapes import shape
from plainreply.analysis.tree import heads
from plainreply.readers import read

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"
NAMES = sorted(path.name for path in LETTERS.glob("*.txt"))


@cache
def words(letter: str) -> list[list[str]]:
    document = read(LETTERS / letter)
    return [[t.text for t in tokens(document.text, span)] for span in sentences(document)]


@cache
def slovnet(name: str) -> Any:
    indexes, codes = packs.embedding()
    quantised = SimpleNamespace(indexes=np.asarray(indexes), codes=codes)
    meta = SimpleNamespace(id="news_v1_1B_250K_300d_100q")
    kind = {"morph": Morph, "syntax": Syntax}[name]
    model = kind.load(packs.natasha_data() / "model" / packs.PACK.format(name), batch_size=1)
    return model.navec(SimpleNamespace(meta=meta, pq=quantised))


def undotted(sentence: list[str]) -> list[str]:
    known = packs.vocabulary()
    return [w if w.lower() in known else w.replace("ё", "е").replace("Ё", "Е") for w in sentence]


@pytest.mark.parametrize("letter", NAMES)
def test_tags_are_those_of_slovnet(letter: str) -> None:
    own = tags(words(letter))
    for sentence, told in zip(words(letter), own, strict=True):
        marked = slovnet("morph")(undotted(sentence)).tokens
        assert [(t.pos, t.feats) for t in told] == [(t.pos, t.feats) for t in marked], sentence


@pytest.mark.parametrize("letter", NAMES)
def test_trees_are_the_best_by_the_scores_of_slovnet(letter: str) -> None:
    infer = slovnet("syntax").infer
    for sentence, (_, arcs) in zip(words(letter), parsed(words(letter)), strict=True):
        if len(sentence) > LONGEST:
            continue
        (given,) = infer.encoder([undotted(sentence)])
        model = infer.model
        hidden = model.encoder(model.emb(given.word_id, given.shape_id), given.pad_mask)
        best = heads(model.head(hidden)[0])
        assert [head for head, _ in arcs] == best, sentence
        labels = model.rel(hidden, np.array([best]) + 1)[0].argmax(-1)
        names = [infer.decoder.rels_vocab.decode(label) for label in labels]
        expected = [name if at >= 0 else "root" for at, name in zip(best, names, strict=True)]
        assert [rel for _, rel in arcs] == expected, sentence


@pytest.mark.parametrize(
    "word",
    "ответ Ответ ОТВЕТ ПриТ Я я Санкт-Петербург по-новому v2 PDF Word iPhone 5 5-й +7 -3 2011-2020 "
    "« » — … № ... ?! ** СИЗО-6 Ёж ё 日本 😀 _ А- -а 1а ъ-Ы".split(),
)
def test_shapes_are_those_of_slovnet(word: str) -> None:
    assert shape(word) == word_shape(word)


def test_the_vocabulary_finds_every_word_and_nothing_else() -> None:
    known = packs.vocabulary()
    told = known.data.decode().split("\n")[1:-2]
    assert len(told) == known.unknown
    assert [known.number(word) for word in told[::97]] == list(range(len(told)))[::97]
    assert [known.number(told[at]) for at in (0, -1)] == [0, len(told) - 1]
    assert "комиссия" in known
    assert known.count("комиссия") > known.count("подкомиссия") > 0
    for word in ("", "ккомиссия", "яяяяя", "<unk>", "<pad>", "\udcd0"):
        assert word not in known
        assert known.number(word) == known.unknown
        assert known.count(word) == 0


EMPTY = np.array([0, 3, 6])
"""Two sentences of two words."""


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ([0, 0, 1, 3, 3, 4, 6], [True, True]),
        ([0, 2, 1, 3, 3, 4, 6], [False, True]),
        ([0, 0, 0, 3, 5, 3, 6], [False, True]),
        ([0, 0, 1, 3, 5, 4, 6], [True, False]),
    ],
    ids=["trees", "cycle", "two roots", "cycle in the last"],
)
def test_trees_are_told_from_other_heads(chosen: list[int], told: list[bool]) -> None:
    assert are_trees(np.array(chosen), EMPTY).tolist() == told


def test_no_word_hangs_on_itself() -> None:
    first, second = np.zeros((3, 3), np.float32), np.zeros((3, 3), np.float32)
    first[1, 1] = second[1, 1] = 9
    first[1, 2] = first[2, 0] = second[1, 0] = second[2, 1] = 5
    assert best_heads([first, second], EMPTY).tolist() == [0, 2, 0, 3, 3, 4, 6]
