"""Unknown words and what was meant by them."""

import pytest

from plainreply.grammar.spelling import is_unknown, meant
from plainreply.words import NO_FEATS, Feats


@pytest.mark.parametrize("word", ["обращение", "перерасчёт", "микрозайм", "соцвыплата"])
def test_words_of_the_dictionary_and_those_made_of_them_are_known(word: str) -> None:
    assert not is_unknown(word)


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("обрщение", "обращение"),
        ("коммисия", "комиссия"),
        ("докуметнов", "документов"),
        ("всвязи", "в связи"),
        ("неможем", "не можем"),
    ],
)
def test_one_slip_leads_to_the_word_that_was_meant(word: str, right: str) -> None:
    assert is_unknown(word)
    assert meant(word, "NOUN", NO_FEATS)[0] == right


def test_the_sentence_decides_between_forms() -> None:
    genitive = Feats({"Case": "Gen", "Number": "Plur"})
    assert meant("заявленй", "NOUN", genitive)[0] == "заявлений"


def test_a_strange_word_without_a_common_neighbour_means_nothing() -> None:
    assert meant("щкрыблуз", "NOUN", NO_FEATS) == ()
