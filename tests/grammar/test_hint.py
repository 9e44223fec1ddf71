"""Which verb is named for an action noun, and where such a noun is a thing."""

import pytest

import plainreply


def hints(text: str) -> list[str]:
    issues = [issue for issue in plainreply.check(text).issues if issue.rule == "verbal-noun"]
    return [issue.message.rsplit("«", 1)[1].rstrip("»") for issue in issues]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Для отказа от поездки позвоните нам.", ["отказаться"]),
        ("Мы сожалеем об отказе в льготе.", ["отказать"]),
        ("Школа закрыта после увольнения учителей по собственному желанию.", ["уволиться"]),
        ("Он недоволен увольнением за прогул.", ["уволить"]),
        ("Вы сообщили о не выполнении работ.", ["не выполнить"]),
        ("Вы сообщили о невыполнении работ.", ["не выполнить"]),
        ("Он боится освобождения от работы.", ["освободить"]),
    ],
)
def test_the_verb_fits_the_words_around_the_noun(text: str, verbs: list[str]) -> None:
    assert hints(text) == verbs


@pytest.mark.parametrize(
    "text",
    [
        "Вам подключена услуга доставка пенсии.",
        "Мы не получили согласований.",
        "Выберите место в любой организации отдыха и оздоровления.",
        "Мы знаем направление отдыха.",
        "Он студент заочной формы обучения.",
        "Вы недовольны оплатой труда.",
        "Проверьте написание букв.",
        "Дорога общего пользования закрыта.",
        "Вход для тех, кто имеет допуск.",
        "Вы были на приёме у врача.",
    ],
)
def test_a_noun_that_names_a_thing_is_no_action(text: str) -> None:
    assert hints(text) == []


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Мы начали согласование проекта.", ["согласовать"]),
        ("Для оплаты билета нужна карта.", ["оплатить"]),
        ("Для написания письма нужна ручка.", ["написать"]),
        ("Мы ждём направления ответа.", ["направить"]),
    ],
)
def test_the_same_nouns_name_actions_elsewhere(text: str, verbs: list[str]) -> None:
    assert hints(text) == verbs
