"""A question is read by what it asks for, an answer by what it states."""

import pytest

from plainreply.analysis import analyse
from plainreply.document import Need
from plainreply.facts.asked import asked_for, gives
from plainreply.readers import read_text


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("Сколько стоит билет?", "much"),
        ("А когда откроют каток?", "when"),
        ("До какого числа ждать?", "when"),
        ("Почему закрыли школу, когда кругом дети?", "why"),
        ("Можно ли ехать с собакой?", "whether"),
        ("Кто за это отвечает?", "who"),
        ("Прошу починить фонарь.", ""),
    ],
)
def test_what_a_question_asks_for(question: str, sort: str) -> None:
    assert asked_for(question) == sort


@pytest.mark.parametrize(
    ("said", "sort", "given"),
    [
        ("Проезд бесплатный.", "much", True),
        ("Проезд дешёвый.", "much", False),
        ("Каток откроют 1 декабря.", "when", True),
        ("Снег убрали 5 марта.", "when", False),
        ("Школу закрыли, потому что течёт крыша.", "why", True),
        ("Собаку можно везти в наморднике.", "whether", True),
        ("Врач принимает в кабинете 5.", "where", True),
        ("Каток откроют 1 декабря.", "", False),
    ],
)
def test_what_a_sentence_gives(said: str, sort: str, given: bool) -> None:
    (sentence,) = analyse(read_text(said), Need.MORPHOLOGY).sentences
    assert gives(sentence, said, sort) is given
