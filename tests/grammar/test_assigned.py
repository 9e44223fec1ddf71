"""Deeds told of the one they are assigned to, aims of measures, nouns that can be spared."""

import pytest
from parsing import applied, parsed, word

from plainreply.grammar.assigned import as_assigned
from plainreply.grammar.measures import as_measure
from plainreply.grammar.spare import as_spared
from plainreply.grammar.verbalise import Way


def told(way: Way, text: str, noun: str) -> str | None:
    """Return ``text`` with the action noun ``noun`` told in this ``way``, None when it is not."""
    sentence = parsed(text)
    redraft = way(sentence, text, word(sentence, noun))
    return applied(text, redraft) if redraft is not None else None


@pytest.mark.parametrize(
    ("text", "noun", "result"),
    [
        ("Выдача пропусков не входит в компетенцию комитета.", "Выдача",
         "Пропуска комитет не вправе выдавать."),
        ("В компетенцию инспекции не входит оценка ущерба.", "оценка",
         "Инспекция не вправе оценивать ущерб."),
        ("Применение взыскания относится к исключительной компетенции суда.", "Применение",
         "Взыскание применяет только суд."),
        ("Осуществление контроля за ценами не входит в полномочия МВД.", "Осуществление",
         "Цены МВД не вправе контролировать."),
        ("Выполнение работ возложено на подрядную организацию.", "Выполнение",
         "Работы выполняет подрядная организация."),
    ],
)  # fmt: skip
def test_a_deed_is_told_of_the_one_it_is_assigned_to(text: str, noun: str, result: str) -> None:
    assert told(as_assigned, text, noun) == result


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Ремонт моста входит в план работ.", "Ремонт"),
        ("Вывоз мусора и уборка снега возложены на оператора.", "Вывоз"),
        ("Выплата пособия возложена законом на работодателя.", "Выплата"),
        ("Проверка входит в компетенцию суда.", "Проверка"),
        ("Стирка белья не входит в обязанности санитара.", "Стирка"),
    ],
)
def test_a_deed_stays_where_no_one_surely_has_it(text: str, noun: str) -> None:
    assert told(as_assigned, text, noun) is None


@pytest.mark.parametrize(
    ("text", "noun", "result"),
    [
        ("Мы приняли меры по устранению шума.", "устранению",
         "Мы приняли меры, чтобы устранить шум."),
        ("Приняли меры, направленные на восстановление моста, и ждём.", "восстановление",
         "Приняли меры, чтобы восстановить мост, и ждём."),
        ("Меры по устранению течи приняты вчера.", "устранению", None),
        ("Мы ждём от мер по снижению затрат.", "снижению", None),
        ("Меры поддержки по оплате жилья отменили.", "оплате", None),
    ],
)  # fmt: skip
def test_the_aim_of_measures_becomes_a_clause(text: str, noun: str, result: str | None) -> None:
    assert told(as_measure, text, noun) == result


@pytest.mark.parametrize(
    ("text", "noun", "result"),
    [
        ("Вы вправе обратиться за предоставлением ссуды.", "предоставлением",
         "Вы вправе обратиться за ссудой."),
        ("Семья претендует на получение комнаты.", "получение",
         "Семья претендует на комнату."),
        ("Семья претендует на скорое получение комнаты.", "получение", None),
        ("Семья пишет о получении комнаты.", "получении", None),
    ],
)  # fmt: skip
def test_a_noun_is_spared(text: str, noun: str, result: str | None) -> None:
    assert told(as_spared, text, noun) == result
