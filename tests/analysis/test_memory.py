"""What was said of a sentence is said again without asking."""

from collections.abc import Sequence

import pytest

from plainreply.analysis import memory
from plainreply.analysis.memory import remembered

Words = Sequence[str]


def asked(most: int, monkeypatch: pytest.MonkeyPatch, *calls: list[str]) -> list[list[str]]:
    """Return what is asked of one that can only count words, call by call."""
    heard: list[list[str]] = []

    def count(sentences: Sequence[Words]) -> list[int]:
        heard.append([" ".join(words) for words in sentences])
        return [len(words) for words in sentences]

    monkeypatch.setattr(memory, "KEPT", most)
    tell = remembered(count)
    for sentences in calls:
        assert tell([s.split() for s in sentences]) == [len(s.split()) for s in sentences]
    return heard


def test_a_sentence_is_asked_about_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = asked(9, monkeypatch, ["а б", "в", "а б"], ["в", "г"], [])
    assert told == [["а б", "в"], ["г"], []]


def test_the_oldest_sentences_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(2, monkeypatch, ["а", "б"], ["в"], ["б", "в", "а"])[-1] == ["а"]


@pytest.mark.parametrize("most", [0, 1])
def test_more_sentences_than_are_kept_are_told_all_the_same(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(asked(most, monkeypatch, ["а", "б", "в"], ["а", "б", "в"])[1]) == 3 - most
