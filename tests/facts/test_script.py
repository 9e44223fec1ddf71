"""A call script is read: who speaks, in which section and branch; slots and stated facts."""

import pytest

from plainreply.facts import states
from plainreply.facts.script import Line, lines
from plainreply.facts.slots import slots
from plainreply.readers import read_text

SCRIPT = """
Сценарий входящего звонка

Оператор: Доброе утро! Чем могу помочь?
Клиент: Где моя справка?
Если клиент груб: «Прошу говорить спокойно».
(Отметьте статус в системе.)
Сотрудник (если ответа нет): «Перезвоню через час». (Запишите номер.)

Прощание

**Оператор:** До свидания!
"""


def read(text: str) -> list[tuple[str, str]]:
    document = read_text(text)
    return [(line.voice.value, line.span.of(text).strip()) for line in lines(document)]


def test_labels_say_who_speaks_and_brackets_are_notes() -> None:
    assert read(SCRIPT) == [
        ("title", "Сценарий входящего звонка"),
        ("clerk", "Доброе утро! Чем могу помочь?"),
        ("client", "Где моя справка?"),
        ("note", "Если клиент груб"),
        ("clerk", "Прошу говорить спокойно"),
        ("note", "(Отметьте статус в системе.)"),
        ("note", "(если ответа нет)"),
        ("clerk", "«Перезвоню через час»."),
        ("note", "(Запишите номер.)"),
        ("title", "Прощание"),
        ("clerk", "До свидания!"),
    ]


def test_every_condition_opens_a_branch_and_a_heading_ends_it() -> None:
    places = [(line.section, line.branch) for line in lines(read_text(SCRIPT))]
    assert places[1] == places[2] == (1, 0)
    assert places[3] == places[4] == (1, 1)
    assert places[6] == places[7] == (1, 2)
    assert places[-1] == (2, 0)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "1. Приветствие: «Добрый день!»",
            [("note", "1. Приветствие:"), ("clerk", "Добрый день!")],
        ),
        ("Чем могу помочь?", [("clerk", "Чем могу помочь?")]),
        ("Зафиксируйте итог разговора.", [("note", "Зафиксируйте итог разговора.")]),
        (
            "Если вопрос решён — «Всего доброго!»",
            [("note", "Если вопрос решён"), ("clerk", "Всего доброго!")],
        ),
        (
            "Бот: Выберите вопрос.\nПользователь: Запись.",
            [("clerk", "Выберите вопрос."), ("client", "Запись.")],
        ),
    ],
)
def test_a_script_without_labels_is_said_by_the_clerk(
    text: str, told: list[tuple[str, str]]
) -> None:
    assert read(text) == told


def test_a_long_script_is_read_in_linear_time() -> None:
    text = "Если да: Оператор: «да» (" * 20_000
    assert all(isinstance(line, Line) for line in lines(read_text(text)))
    assert len(lines(read_text("Оператор: Да.\n" * 5_000))) == 5_000


def test_slots_are_named() -> None:
    text = "{{Имя_отчество}}, {дата}, [номер], <сумма>, ___ и [ссылка](https://example.ru)"
    assert [slot.name for slot in slots(text)] == ["имя отчество", "дата", "номер", "сумма", ""]


@pytest.mark.parametrize(
    ("fact", "text", "stated"),
    [
        ("wait", "перезвоню до 15:00.", True),
        ("wait", "перезвоню завтра", True),
        ("wait", "перезвоню позже", False),
        ("phone", "номер: {телефон отдела}", True),
        ("phone", "номер заявления 12", False),
        ("clock", "с 9 до 18", True),
        ("address", "улица Лесная, 5", True),
        ("url", "{ссылка}", True),
        ("url", "info@example.ru", False),
    ],
)
def test_a_fact_is_stated_or_has_a_slot(fact: str, text: str, stated: bool) -> None:
    assert states({fact}, text) is stated
