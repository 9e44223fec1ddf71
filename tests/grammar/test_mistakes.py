"""Mistakes that grammar proves, missing commas, and where neither may be seen."""

import pytest
from parsing import parsed

from plainreply.grammar.commas import lacking
from plainreply.grammar.mistakes import mistakes


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Вам следует обратится в банк.", ["обратиться"]),
        ("Жильцы будут пользоватся лифтом.", ["пользоваться"]),
        ("Сбор взяли согласно закона.", ["закону"]),
        ("Вопреки прогноза дорога сухая.", ["прогнозу"]),
        ("Ответим в течении двух дней.", ["течение"]),
        ("Рейс отменили в виду тумана.", ["ввиду", ""]),
        ("По окончанию ремонта откроем зал.", ["окончании"]),
        ("Решение приниматься комиссией.", ["принимается"]),
        ("Документы храниться в архиве.", ["хранятся"]),
    ],
)
def test_a_mistake_is_put_right(text: str, forms: list[str]) -> None:
    (found,) = mistakes(parsed(text))
    assert list(found.forms.values()) == forms


@pytest.mark.parametrize(
    "text",
    [
        "Жалоба рассматривается в течение месяца.",
        "Жалоба может рассматриваться отделом.",
        "В течении ручья стоит плотина.",
        "Мы имели в виду отсутствие лифта.",
        "Меры по возвращению долга приняты.",
        "Согласно инструкции вход закрыт.",
        "Оплатите за май до десятого числа.",
        "Он участвует в следствии по делу.",
    ],
)
def test_no_mistake_is_seen(text: str) -> None:
    assert list(mistakes(parsed(text))) == []


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Договор который вы подписали расторгнут.", "Договор"),
        ("Мы проверили дом в котором вы живёте.", "дом"),
        ("Напоминаем вам что срок истёк.", "вам"),
        ("Воду отключили так как лопнула труба.", "отключили"),
        ("Приходите если хотите.", "Приходите"),
    ],
)
def test_a_missing_comma_is_found(text: str, behind: str) -> None:
    assert [before.text for before, _ in lacking(parsed(text))] == [behind]


@pytest.mark.parametrize(
    "text",
    [
        "Который из домов ваш?",
        "Дом, крыша которого течёт, проверят.",
        "Лифт отключили, из-за того что сгорел мотор.",
        "Именно потому что снег, дорога закрыта.",
        "В пункте а части первой сказано о сроке.",
        "Мы сделаем так, как вы просили, и даже если будет снег.",
    ],
)
def test_no_comma_is_missing(text: str) -> None:
    assert list(lacking(parsed(text))) == []
