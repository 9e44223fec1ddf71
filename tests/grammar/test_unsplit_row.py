"""Rows of passives told by verbs all together, or not at all."""

import pytest
from parsing import applied, parsed

from plainreply.grammar.split import splits
from plainreply.grammar.unsplit import unsplit
from plainreply.grammar.unsplit_row import unsplit_row


def retold(text: str) -> str | None:
    """Return the sentence with the row of its first split predicate active."""
    sentence = parsed(text)
    rewrite = unsplit_row(sentence, text, splits(sentence)[0])
    return None if rewrite is None else applied(text, rewrite.redraft)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "В марте проведён осмотр подвала, выполнена очистка труб и произведена замена вентиля.",
            "В марте осмотрели подвал, очистили трубы и заменили вентиль.",
        ),
        (
            "Комиссией проведено обследование двора, составлен акт и осуществлён замер шума.",
            "Комиссия обследовала двор, составила акт и замерила шум.",
        ),
        (
            "Сотрудниками отдела осуществлён выезд на место и произведён осмотр площадки.",
            "Сотрудники отдела выехали на место и осмотрели площадку.",
        ),
        (
            "Будет проведена проверка приборов и осуществлён перерасчёт платы.",
            "Проверят приборы и пересчитают плату.",
        ),
        (
            "Проведена проверка двора, нарушений не выявлено.",
            "Проверили двор, нарушений не выявили.",
        ),
        (
            "Отделом изучены документы, проведена сверка сведений и принято решение отказать.",
            "Отдел изучил документы, сверил сведения и решил отказать.",
        ),
    ],
)
def test_all_of_a_row_turns_active(text: str, result: str) -> None:
    assert retold(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "Проведена проверка двора.",
        "Инспекцией осуществлён выход на место и произведены замеры.",
        "Отделом проведена проверка двора, прокурором вынесено предписание.",
        "Проведён осмотр дома, не составлен акт.",
    ],
)
def test_a_row_with_an_unsure_member_is_left_alone(text: str) -> None:
    assert retold(text) is None


def test_one_member_is_never_turned_alone() -> None:
    text = "В марте проведён осмотр подвала и произведена замена вентиля."
    sentence = parsed(text)
    assert [unsplit(sentence, text, split) for split in splits(sentence)] == [None, None]
