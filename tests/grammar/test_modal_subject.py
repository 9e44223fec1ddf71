"""Action nouns as subjects of modal words: told by an infinitive, or left alone."""

import pytest
from parsing import applied, parsed, word

from plainreply.grammar.modal_subject import of_modal


def told(text: str, noun: str) -> str | None:
    """Return ``text`` with the subject ``noun`` told by an infinitive, None when it is not."""
    sentence = parsed(text)
    redraft = of_modal(sentence, text, word(sentence, noun))
    return applied(text, redraft) if redraft is not None else None


@pytest.mark.parametrize(
    ("text", "noun", "result"),
    [
        ("Возврат билета возможен в кассе.", "Возврат", "Вернуть билет можно в кассе."),
        ("Возможна подача иска через портал.", "подача", "Можно подать иск через портал."),
        ("Получение ключей будет возможно в мае.", "Получение",
         "Получить ключи можно будет в мае."),
        ("Перенос забора был невозможен.", "Перенос", "Перенести забор было невозможно."),
        ("Хранение шин в подвале недопустимо.", "Хранение", "Хранить шины в подвале нельзя."),
        ("Вам необходима оплата сбора.", "оплата", "Вам нужно оплатить сбор."),
        ("Не требуется получение визы.", "получение", "Не нужно получать визу."),
        ("Потребуется проведение осмотра моста.", "проведение", "Потребуется осмотреть мост."),
        ("Нам предстоит замена и проверка счётчиков.", "замена",
         "Нам предстоит заменить и проверить счётчики."),
        ("Звонок есть, но вызов мастера невозможен.", "вызов",
         "Звонок есть, но вызвать мастера невозможно."),
        ("Приём работ начнётся 5 мая.", "Приём", "Работы начнут принимать 5 мая."),
        ("Продолжается отделка зала.", "отделка", "Продолжают отделывать зал."),
    ],
)  # fmt: skip
def test_a_subject_is_told_by_an_infinitive(text: str, noun: str, result: str) -> None:
    assert told(text, noun) == result


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Возможно отключение света.", "отключение"),
        ("Отключение света возможно утром.", "Отключение"),
        ("Необходима консультация юриста.", "консультация"),
        ("Требуется ремонт.", "ремонт"),
        ("Приём врача начнётся в 9 часов.", "Приём"),
        ("Выдача ключей возможна и необходима.", "Выдача"),
        ("Выдача ключей гражданам комиссией возможна.", "Выдача"),
    ],
)
def test_a_subject_stays_where_the_infinitive_is_not_sure(text: str, noun: str) -> None:
    assert told(text, noun) is None
