"""What is told, as a clause with «что» or «как», or left alone."""

import pytest
from parsing import applied, parsed, word

from plainreply.grammar.content import as_content


def told(text: str, noun: str) -> str | None:
    """Return ``text`` with the action noun ``noun`` in a clause of its own, None when not."""
    sentence = parsed(text)
    redraft = as_content(sentence, text, word(sentence, noun))
    return applied(text, redraft) if redraft is not None else None


@pytest.mark.parametrize(
    ("text", "noun", "result"),
    [
        ("Сообщаем о необходимости замены труб.", "замены",
         "Сообщаем, что нужно заменить трубы."),
        ("Отдел уведомил жильцов о необходимости замены труб и ждёт ответа.", "замены",
         "Отдел уведомил жильцов, что нужно заменить трубы, и ждёт ответа."),
        ("Напоминаем о необходимости своевременной оплаты счетов.", "оплаты",
         "Напоминаем, что нужно вовремя оплачивать счета."),
        ("Памятка о недопустимости разведения костров готова.", "разведения",
         "Памятка о том, что нельзя разводить костры, готова."),
        ("Мы разъяснили порядок получения путёвки.", "получения",
         "Мы разъяснили, как получить путёвку."),
        ("Уточните порядок возврата и замены товара.", "замены",
         "Уточните, как вернуть и заменить товар."),
    ],
)  # fmt: skip
def test_what_is_told_becomes_a_clause(text: str, noun: str, result: str) -> None:
    assert told(text, noun) == result


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Сообщаем о возможности отключения света.", "отключения"),
        ("Дежурный сообщит о возможности подачи иска по телефону.", "подачи"),
        ("Информируем о технической возможности подключения дома.", "подключения"),
        ("Сообщаем о порядке обжалования решения следующее.", "обжалования"),
        ("Разъясняем порядок рассмотрения жалоб.", "рассмотрения"),
        ("Узнайте порядок оплаты сбора в отделе.", "оплаты"),
        ("Порядок получения путёвки Вам разъяснили.", "получения"),
        ("Разъяснили Порядок получения путёвки.", "получения"),
    ],
)
def test_what_is_not_sure_is_not_told(text: str, noun: str) -> None:
    assert told(text, noun) is None
