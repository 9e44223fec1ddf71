"""The models run in batches: the same words get the same answer, whatever stands beside them."""

import pytest

from plainreply.analysis import encoder
from plainreply.analysis.models import tagging, tagging_and_parsing
from plainreply.analysis.neural import LONGEST, Arc, parsed, tags

SENTENCES = [
    "Комиссия рассмотрела ваше заявление .".split(),
    ["Здравствуйте"],
    "Мы отправили ответ 5 мая 2025 года , он придёт почтой .".split(),
    ["."],
    "Заявление подано вовремя .".split(),
]


def trees(sentences: list[list[str]]) -> list[list[Arc]]:
    return [arcs for _, arcs in parsed(sentences)]


def roots(arcs: list[tuple[int, str]]) -> int:
    return sum(head == -1 for head, _ in arcs)


def reaches_root(arcs: list[tuple[int, str]], node: int) -> bool:
    for _ in range(len(arcs) + 1):
        if node == -1:
            return True
        node = arcs[node][0]
    return False


def test_nothing_gives_nothing() -> None:
    assert tags([]) == []
    assert trees([]) == []


def test_an_empty_sentence_in_a_batch_gets_an_empty_answer() -> None:
    batch = [[], ["Ответ", "готов"], []]
    assert [len(t) for t in tags(batch)] == [0, 2, 0]
    assert [len(t) for t in trees(batch)] == [0, 2, 0]


@pytest.mark.parametrize("words", SENTENCES, ids=" ".join)
def test_alone_and_in_a_batch_are_the_same(words: list[str]) -> None:
    at = SENTENCES.index(words)
    assert tags(SENTENCES)[at] == tags([words])[0]
    assert trees(SENTENCES)[at] == trees([words])[0]


def test_order_of_the_batch_does_not_matter() -> None:
    assert trees(SENTENCES[::-1])[::-1] == trees(SENTENCES)
    assert tags(SENTENCES[::-1])[::-1] == tags(SENTENCES)


def test_one_token_is_the_root() -> None:
    assert trees([["Ответ"]]) == [[(-1, "root")]]


@pytest.mark.parametrize("mark", [",", "и"])
def test_a_sentence_longer_than_the_parser_takes_is_one_tree(mark: str) -> None:
    words = ["комиссия", "проверила", "документы", mark] * (LONGEST // 2) + ["."]
    assert len(words) > 2 * LONGEST - 10
    (arcs,) = trees([words])
    assert len(arcs) == len(words) == len(tags([words])[0])
    assert roots(arcs) == 1
    assert all(reaches_root(arcs, node) for node in range(len(words)))


def test_a_plain_sentence_is_parsed_right() -> None:
    (arcs,) = trees(["Комиссия рассмотрела заявление .".split()])
    assert [head for head, _ in arcs] == [1, -1, 1, 1]
    assert [rel for _, rel in arcs[:3]] == ["nsubj", "root", "obj"]
    (marked,) = tags(["Комиссия рассмотрела заявление .".split()])
    assert [tag.pos for tag in marked] == ["NOUN", "VERB", "NOUN", "PUNCT"]


@pytest.mark.parametrize("times", [1, LONGEST])
def test_tags_are_the_same_with_trees_and_without(times: int) -> None:
    sentences = [[*words[:-1], ","] * times for words in SENTENCES]
    assert [marked for marked, _ in parsed(sentences)] == tags(sentences)


def test_long_sentences_are_tagged_in_stretches_as_if_they_were_whole() -> None:
    words = "Комиссия рассмотрела ваше заявление , которое вы подали 5 мая , и отказала".split()
    long = words * (3 * LONGEST // len(words))
    (marked,) = tags([long])
    assert len(marked) == len(long) > 2 * LONGEST
    period = len(words)
    assert marked[period:-period] == marked[period : 2 * period] * (len(long) // period - 2)


def test_forgetting_words_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = trees(SENTENCES), tags(SENTENCES)
    monkeypatch.setattr(encoder, "KEPT", 40)
    tagging.cache_clear()
    tagging_and_parsing.cache_clear()
    for _ in range(3):
        assert (trees(SENTENCES), tags(SENTENCES)) == told
        assert trees([[f"слово{i}" for i in range(30)]])
    monkeypatch.undo()
    tagging.cache_clear()
    tagging_and_parsing.cache_clear()
