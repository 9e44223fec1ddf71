"""Compound prepositions: found where they are ones, told by a plain word that fits."""

import pytest
from parsing import applied, parsed

from plainreply.grammar.forms import with_vowel
from plainreply.grammar.plainpreposition import plainly
from plainreply.grammar.preposition import index, matches
from plainreply.resources import lexicon

COMPOUNDS = index(lexicon("prepositions"))


def found(text: str) -> list[str]:
    return [
        " ".join(token.text for token in match.tokens) for match in matches(parsed(text), COMPOUNDS)
    ]


def plain(text: str) -> str | None:
    sentence = parsed(text)
    rewrite = plainly(sentence, text, next(matches(sentence, COMPOUNDS)))
    return None if rewrite is None else applied(text, rewrite.redraft)


@pytest.mark.parametrize(
    "marked",
    [
        "[В целях] безопасности проезд закрыли.",
        "Проезд закрыли [в целях] безопасности.",
        "Ответ дали [в соответствии с] законом.",
        "Ответ дали [в соответствии со] статьёй 5.",
        "[Ввиду] отсутствия мест ребёнку отказали.",
        "Ответ придёт [в течение] 30 дней.",
        "Подайте заявление [посредством] портала.",
        "[В случае] отказа подайте жалобу.",
        "[Согласно] графику уборка идёт днём.",
        "Работаем [за исключением] выходных.",
        "Оплату вернули [за счёт средств] бюджета.",
        "[В ходе] проверки нашли ошибку.",
        "Пишите [по вопросам] опеки.",
    ],
)
def test_compounds_are_found(marked: str) -> None:
    expected = [part.split("]")[0] for part in marked.split("[")[1:]]
    assert found(marked.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "В силу закон вступит 1 января.",
        "В части 2 статьи 5 указан срок.",
        "В Сахалинской области всё в порядке, в том числе в этом районе.",
        "Ответ придёт не позднее 1 мая.",
        "Течение реки здесь быстрое.",
        "Он прав в этом случае.",
        "По вопросу 5 собрание не голосовало.",
    ],
)
def test_what_only_looks_like_one_is_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("В целях уточнения адреса позвоните нам.", "Чтобы уточнить адрес, позвоните нам."),
        ("Позвоните нам в целях уточнения адреса.", "Позвоните нам, чтобы уточнить адрес."),
        ("В целях безопасности проезд закрыли.", "Для безопасности проезд закрыли."),
        ("Письмо по вопросу ремонта дороги пришло.", "Письмо о ремонте дороги пришло."),
        ("Ввиду аварии воды нет.", "Из-за аварии воды нет."),
        ("За исключением выходных мы работаем.", "Кроме выходных мы работаем."),
        ("В ходе проверки нашли ошибку.", "Во время проверки нашли ошибку."),
        ("При наличии вопросов звоните.", "Если есть вопросы, звоните."),
        ("Звоните при наличии вопросов.", "Звоните, если есть вопросы."),
        ("При отсутствии возражений договор продлят.", "Если нет возражений, договор продлят."),
        (
            "На основании вашего заявления выплату продлили.",
            "По вашему заявлению выплату продлили.",
        ),
        ("Подайте заявление посредством портала.", "Подайте заявление через портал."),
        ("По состоянию на 1 мая долга нет.", "На 1 мая долга нет."),
        ("Ответ придёт в течение 30 дней.", None),
        ("В случае, если лифт встанет, звоните.", "Если лифт встанет, звоните."),
        ("Звоните в случае когда лифт встанет.", "Звоните, если лифт встанет."),
        ("Мы придём лишь в случае, если лифт встанет.", "Мы придём, лишь если лифт встанет."),
        ("Звоните и в случае, если лифт встанет.", None),
        ("Мы придём не в случае, если лифт встанет, а завтра.", None),
        ("При отсутствии у вас справки приём платный.", None),
        ("В случае отказа подайте жалобу.", None),
    ],
)
def test_plainly(text: str, result: str | None) -> None:
    assert plain(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "Согласно представленной информации дом подключили к газу.",
        "На основании изложенного переписку прекратили.",
        "Исходя из изложенного, жалобу отклонили.",
    ],
)
def test_compounds_before_a_participle(text: str) -> None:
    assert len(found(text)) == 1


def test_no_comma_behind_the_plain_preposition() -> None:
    assert plain("Согласно графику, уборка идёт днём.") == "По графику уборка идёт днём."


@pytest.mark.parametrize(
    ("given", "following", "result"),
    [
        ("о", "адресе", "об"),
        ("о", "Опеке", "об"),
        ("о", "яме", "о"),
        ("о", "ёлке", "о"),
        ("о", "дороге", "о"),
        ("о", "1", "о"),
        ("по", "адресу", "по"),
        ("вместе с", "специалистами", "вместе со"),
        ("вместе с", "соседями", "вместе с"),
        ("о", "", "о"),
    ],
)
def test_with_vowel(given: str, following: str, result: str) -> None:
    assert with_vowel(given, following) == result


@pytest.mark.parametrize("row", lexicon("prepositions"), ids=lambda row: row["phrase"])
def test_every_row_finds_itself(row: dict[str, str]) -> None:
    """The part of the example before the colon has the preposition in it."""
    bad = row["example"].split(":")[0].strip()
    assert row["safe"] in {"auto", "suggest", "never"}
    assert row["phrase"] in bad.lower()
    conjunction = " , если" if row["unless"] == "alone" else ""
    assert found(f"Мы ответили {bad}.") == [row["phrase"] + conjunction]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "Комитет рассмотрел обращение по вопросу ремонта моста, а также по вопросу уборки.",
            "Комитет рассмотрел обращение о ремонте моста, а также об уборке.",
        ),
        (
            "Комитет рассмотрел обращение по вопросу ремонта моста и по вопросам уборки снега.",
            None,
        ),
        (
            "Проезд закрыт в соответствии с графиком и в соответствии с приказом.",
            "Проезд закрыт по графику и по приказу.",
        ),
        ("По вопросу ремонта моста и по вопросу уборки снега сообщаем следующее.", None),
    ],
)
def test_a_row_is_replaced_whole_or_not_at_all(text: str, result: str | None) -> None:
    assert plain(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "По результатам проверки установлено, что насос исправен.",
        "Общество «Тепло» на основании договора подаёт воду.",
        "Отдел (далее – Отдел) в соответствии с планом проверяет школы.",
        "МУП на основании заявки выдаёт справки.",
        "На основании приказа от 5 мая уведомляем Вас об увольнении.",
        "При наличии трудной жизненной ситуации Вам помогут.",
        "При наличии свободного места ребёнка переведут в другую группу.",
        "При наличии оснований материалы будут переданы в суд.",
        "При наличии паспорта и справки касса выдаст деньги.",
    ],
)
def test_the_plain_word_would_say_something_else(text: str) -> None:
    assert plain(text) is None


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "Дом подключат к сети при наличии технической возможности.",
            "Дом подключат к сети, если будет техническая возможность.",
        ),
        (
            "При наличии справки касса выдаёт деньги.",
            "Если есть справка, касса выдаёт деньги.",
        ),
        (
            "В соответствии с Вашей просьбой сообщаем номер счёта.",
            "По Вашей просьбе сообщаем номер счёта.",
        ),
    ],
)
def test_the_plain_word_fits_its_clause(text: str, result: str) -> None:
    assert plain(text) == result
