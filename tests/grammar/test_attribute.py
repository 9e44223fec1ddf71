"""Participles of light verbs that say nothing of their own are left out."""

import pytest
from parsing import applied, parsed

from plainreply.grammar.split import splits
from plainreply.grammar.unsplit import unsplit


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "По итогам проведённой проверки штрафов нет.",
            "По итогам проверки штрафов нет.",
        ),
        (
            "Сведения о произведённых выплатах есть в кабинете.",
            "Сведения о выплатах есть в кабинете.",
        ),
        ("Проведённый анализ показал рост.", "Анализ показал рост."),
        ("По итогам проведённого 12 мая осмотра составили акт.", None),
        ("Проведённая прокурором проверка показала рост.", None),
        ("Мы оценили размер вреда, нанесённого реке.", None),
        ("Проведённое обследование и анализ показали рост.", None),
        ("Проверка, проведённая комиссией, показала рост.", None),
    ],
)
def test_an_empty_participle_goes(text: str, result: str | None) -> None:
    sentence = parsed(text)
    rewrite = unsplit(sentence, text, splits(sentence)[0])
    assert (None if rewrite is None else applied(text, rewrite.redraft)) == result
