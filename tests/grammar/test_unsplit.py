"""Split predicates told by one verb; the complements follow the verb's government."""

import pytest
from parsing import applied, parsed

from plainreply.grammar.split import splits
from plainreply.grammar.unsplit import unsplit


def retold(text: str) -> str | None:
    """Return the sentence with its first split predicate told by a verb, None when unsure."""
    sentence = parsed(text)
    rewrite = unsplit(sentence, text, next(splits(sentence)))
    return None if rewrite is None else applied(text, rewrite.redraft)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Комиссия осуществила проверку документов.", "Комиссия проверила документы."),
        ("Мы осуществили проверку вашего дома.", "Мы проверили ваш дом."),
        ("Отдел осуществляет контроль за работами.", "Отдел контролирует работы."),
        ("Отдел не осуществляет контроль за работами.", "Отдел не контролирует работы."),
        ("Осуществите оплату счёта до 10 мая.", "Оплатите счёт до 10 мая."),
        ("Осуществив проверку счётчика, он ушёл.", "Проверив счётчик, он ушёл."),
        ("Вам нужно осуществить оплату пошлины.", "Вам нужно оплатить пошлину."),
        ("Жители оказали помощь пострадавшим.", "Жители помогли пострадавшим."),
        ("Просим оказать содействие в получении путёвки.", "Просим помочь получить путёвку."),
        ("Отдел осуществил повторную проверку дома.", "Отдел повторно проверил дом."),
        ("Оператор несёт ответственность за вывоз.", "Оператор отвечает за вывоз."),
        ("Сотрудники принимают участие в конкурсе.", "Сотрудники участвуют в конкурсе."),
        ("Специалистами осуществлён выезд на место.", "Специалисты выехали на место."),
        ("Комиссией проведена проверка дома.", "Комиссия проверила дом."),
        ("Комиссией не проведена проверка дома.", "Комиссия не проверила дом."),
        ("Комиссией будет проведена проверка дома.", "Комиссия проверит дом."),
        (
            "Компания, осуществляющая вывоз мусора, ответит.",
            "Компания, которая вывозит мусор, ответит.",
        ),
        (
            "Гражданам, осуществившим подачу заявлений, ответили.",
            "Гражданам, которые подали заявления, ответили.",
        ),
        (
            "Компания произвела установку и настройку оборудования.",
            "Компания установила и настроила оборудование.",
        ),
    ],
)
def test_retold(text: str, result: str | None) -> None:
    found = retold(text)
    assert found == result


@pytest.mark.parametrize(
    "text",
    [
        "Вам следует осуществить проверку.",
        "Отдел осуществляет свою деятельность по закону.",
        "Организациям, осуществляющим перевозки, выдали предписания.",
        "Собственники обязаны обеспечить надлежащее содержание дома.",
    ],
)
def test_unsure_is_left_alone(text: str) -> None:
    assert retold(text) is None


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Вносим изменения в договор.", {None, "Изменяем договор."}),
        ("Просим внести изменения в реестр.", {None, "Просим изменить реестр."}),
        ("Изменения вносятся комиссией раз в год.", {None}),
    ],
)
def test_a_verb_is_never_left_without_its_object(text: str, results: set[str | None]) -> None:
    assert retold(text) in results


def test_the_vowel_of_the_preposition_fits_the_next_word() -> None:
    text = "Заявитель обязан осуществлять уведомление органа об изменении адреса."
    assert retold(text) == "Заявитель обязан уведомлять орган об изменении адреса."


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Комиссия осуществила проверку документов.", True),
        ("Проводится проверка документов.", False),
    ],
)
def test_safe_only_where_nothing_is_guessed(text: str, safe: bool) -> None:
    sentence = parsed(text)
    rewrite = unsplit(sentence, text, next(splits(sentence)))
    assert rewrite is not None
    assert rewrite.safe is safe
