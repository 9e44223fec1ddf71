"""Which rewrites are sound: facts kept, nothing that newly disagrees."""

import pytest
from parsing import parsed

from plainreply.grammar.agreement import facts, faults, names, sound


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Комиссией рассмотрено заявление.", "Комиссия рассмотрела заявление."),
        ("Ответ будет дан 5 мая.", "Мы дадим ответ 5 мая."),
        ("Жалоба не может быть подана.", "Жалобу нельзя подать."),
        ("Вами не представлены справки.", "Вы не представили справки."),
        ("Ивановой назначена пенсия.", "Ивановой назначили пенсию."),
        ("За исключением выходных, мы открыты.", "Кроме выходных, мы открыты."),
    ],
)
def test_sound_rewrites(before: str, after: str) -> None:
    assert sound(parsed(before), parsed(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ответ дан 5 мая.", "Ответ дали в мае."),
        ("Ответ дан 5 мая.", "Ответ дали 6 мая."),
        ("Ответ дан в мае.", "Ответ дали 5 мая."),
        ("Обращение № 123/25-ОГ рассмотрено.", "Обращение рассмотрели."),
        ("МФЦ выдана справка.", "Выдали справку."),
        ("Файл PDF отправлен.", "Файл отправили."),
        ("Справка не выдана.", "Справку выдали."),
        ("Справка выдана.", "Справку не выдали."),
        ("Дом на улице Садовой снесён.", "Дом на улице снесли."),
        ("Дом на улице снесён.", "Дом на улице Садовой снесли."),
        ("Жалоба Петровой отклонена.", "Жалобу Сидоровой отклонили."),
        ("Нами дан ответ.", "Мы мы дали ответ."),
    ],
)
def test_unsound_rewrites_lose_or_invent_facts(before: str, after: str) -> None:
    assert not sound(parsed(before), parsed(after))


def test_a_doubled_verb_is_unsound() -> None:
    assert not sound(parsed("Нами дан ответ."), parsed("Мы дали дали ответ."))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Мы получили ваша письмо вчера.", "modifier"),
        ("Мы живём в новый доме.", "modifier"),
        ("Ответ придёт без справке.", "preposition"),
        ("Он пришёл к комиссией.", "preposition"),
        ("Мы мы ответили вам.", "doubled"),
        ("Комиссия рассмотрели заявление.", "subject"),
    ],
)
def test_faults(text: str, kind: str) -> None:
    assert kind in {fault[0] for fault in faults(parsed(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Ваше письмо рассмотрела новая комиссия.",
        "Мы живём в новом доме без лифта.",
        "Граждане подают заявления в министерство.",
        "Прошло 15 рабочих дней.",
        "Большинство жителей ответили.",
        "Председатель и секретарь подписали акт.",
        "По новому порядку выплату получат все семьи.",
        "Дом № 5 по улице Мира снесли в 2024 году.",
        "Кто из вас не получил ответ?",
    ],
)
def test_right_sentences_have_no_faults(text: str) -> None:
    assert not faults(parsed(text))


def test_facts_are_numbers_codes_abbreviations_and_negations() -> None:
    sentence = parsed("МФЦ не принял 2 заявления, файл PDF от 05.05.2025 не открыт.")
    assert facts(sentence) == {"МФЦ": 1, "не": 2, "2": 1, "PDF": 1, "05.05.2025": 1}


def test_names_are_capitals_inside_but_not_polite_ones() -> None:
    found = names(parsed("Мы отправили Вам ответ на Ваше письмо в Кострому."))
    assert found == {"костр"}
