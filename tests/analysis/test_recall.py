"""What is recalled of other sentences is what would be made anew."""

from collections.abc import Sequence

import numpy as np
import pytest

from plainreply.analysis import recall
from plainreply.analysis.kernels import Matrix, Rows
from plainreply.analysis.recall import EMPTY, MARGIN, Recalling

KNOWN = "по вашему заявлению комиссией было принято решение об отказе в выплате пособия".split()


class Listening:
    """An encoder whose values tell a word's neighbours, and that hears which words it is asked."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def __call__(self, words: Sequence[str], empty: Rows) -> Matrix:
        self.heard += [word for word in words if word != EMPTY]
        assert [at for at, word in enumerate(words) if word == EMPTY] == empty.tolist()
        values = np.array([float(sum(map(ord, word))) for word in words])
        for _ in range(MARGIN):
            values[1:-1] = 5 * values[1:-1] + 2 * values[:-2] + 3 * values[2:]
            values[empty] = 0
        return values[:, None]


def changed(*changes: tuple[int, int, str]) -> list[str]:
    words = list(KNOWN)
    for start, stop, new in changes:
        words[start:stop] = new.split()
    return words


SENTENCES = [
    KNOWN,
    changed((4, 6, "приняла")),
    changed((0, 1, "На")),
    changed((11, 12, "денег")),
    changed((5, 5, "не")),
    changed((5, 6, "")),
    changed((3, 4, ""), (8, 9, "")),
    KNOWN[:6],
    KNOWN[6:],
    KNOWN[:3],
    ["да", *KNOWN],
    [*KNOWN, *KNOWN],
    "ничего общего с ним нет".split(),
    [],
]


@pytest.mark.parametrize("words", SENTENCES, ids=" ".join)
def test_what_is_recalled_is_what_would_be_made_anew(words: list[str]) -> None:
    recalling = Recalling(Listening())
    recalling([KNOWN])
    values, rows = recalling([words, ["и", "ещё"], words])
    anew, same = Recalling(Listening())([words, ["и", "ещё"], words])
    assert np.array_equal(values, anew)
    assert np.array_equal(rows, same)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (KNOWN, []),
        (["да", *KNOWN], ["да", *KNOWN[: 2 * MARGIN]]),
        ([*KNOWN, "да"], [*KNOWN[-2 * MARGIN :], "да"]),
        ([*KNOWN[:-1], *KNOWN[1:]], [*KNOWN[-2 * MARGIN - 1 : -1], *KNOWN[1 : 2 * MARGIN + 1]]),
    ],
    ids=["same", "first", "last", "middle"],
)
def test_only_words_near_a_difference_are_encoded(words: list[str], asked: list[str]) -> None:
    encode = Listening()
    recalling = Recalling(encode)
    recalling([KNOWN])
    encode.heard.clear()
    recalling([words])
    assert encode.heard == asked


def test_the_oldest_sentences_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recall, "KEPT", 1)
    encode = Listening()
    recalling = Recalling(encode)
    for words in (KNOWN, ["другое"], KNOWN):
        recalling([words])
    assert encode.heard == [*KNOWN, "другое", *KNOWN]
