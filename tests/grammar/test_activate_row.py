"""Rows of passives, impersonal participles and modal verbs told plainly, or left alone."""

import pytest
from parsing import applied, parsed

from plainreply.grammar.activate_row import activate_row
from plainreply.grammar.impersonal import personal
from plainreply.grammar.modal import modal
from plainreply.grammar.voice import passives


def told(way: object, text: str) -> str | None:
    """Return what ``way`` makes of the first passive of ``text`` that it can tell."""
    sentence = parsed(text)
    for passive in passives(sentence):
        rewrite = way(sentence, text, passive)  # type: ignore[operator]
        if rewrite is not None:
            return applied(text, rewrite.redraft)
    return None


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Акт был составлен и подписан.", "Акт составили и подписали."),
        ("Заявление будет рассмотрено и передано в банк.",
         "Заявление рассмотрят и передадут в банк."),
        ("Вопрос проработан и будет включён в план.", "Вопрос проработали и включат в план."),
        ("Дом осмотрен комиссией и признан аварийным.",
         "Дом осмотрела комиссия и признала аварийным."),
        ("Сроки исчисляются с 1 мая и зависят от категории дороги.", None),
        ("Посылка доставлена в пункт назначения и получена адресатом.", None),
        ("Участок обследован, нарушения устранены.", None),
        ("Акт составлен.", None),
    ],
)  # fmt: skip
def test_a_row_is_told_as_a_whole_or_not_at_all(text: str, result: str | None) -> None:
    assert told(activate_row, text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("В ходе проверки установлено, что лифт исправен.",
         "В ходе проверки установили, что лифт исправен."),
        ("Комиссией установлено, что лифт исправен.", "Комиссия установила, что лифт исправен."),
        ("Начальнику отдела поручено организовать проверку.",
         "Начальнику отдела поручили организовать проверку."),
        ("Принято считать, что это верно.", None),
        ("Не установлено, что лифт исправен.", None),
        ("Решение принято.", None),
    ],
)  # fmt: skip
def test_an_impersonal_participle_gets_a_verb(text: str, result: str | None) -> None:
    assert told(personal, text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Размещение объявления на фасаде дома запрещается.",
         "Размещать объявление на фасаде дома нельзя."),
        ("Курить в подъезде запрещается.", "Курить в подъезде нельзя."),
        ("Подача заявления по почте допускается.", "Подавать заявление по почте можно."),
        ("Взимание платы за приём документов не допускается.",
         "Взимать плату за приём документов нельзя."),
        ("Стоянка машин не разрешается.", None),
        ("Выдача и приём документов не допускаются.", None),
        ("Заявление рассматривается.", None),
    ],
)  # fmt: skip
def test_a_modal_verb_becomes_a_modal_word(text: str, result: str | None) -> None:
    assert told(modal, text) == result
