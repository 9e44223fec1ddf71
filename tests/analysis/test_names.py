"""Names of bodies and acts without quotation marks: what they hold, and what is spared there."""

import pytest

import plainreply
from plainreply.analysis import analyse
from plainreply.document import Need
from plainreply.readers import read_text


def named(text: str) -> list[str]:
    (sentence,) = analyse(read_text(text)).sentences
    return [span.of(text) for span in sentence.names if " " in span.of(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Вам ответит отдел назначения пособий.", ["назначения пособий"]),
        (
            "Заявление приняло Управление по вопросам миграции.",
            ["Управление по вопросам миграции"],
        ),
        (
            "Жалобу направили в Федеральную службу государственной регистрации, кадастра и "
            "картографии.",
            ["государственной регистрации, кадастра и картографии"],
        ),
        ("Решение приняла комиссия по результатам проверки.", []),
        ("Дом осмотрела комиссия после ремонта кровли.", []),
        ("Справку выдаёт отдел, который ведёт учёт жилья.", []),
        ("Отдел отвечает за управление домом.", []),
        ("Читайте положение о проведении аукциона, его утвердили.", ["о проведении аукциона"]),
        ("Мы изменили положение дел.", []),
        ("Отдел отказал в предоставлении субсидии.", []),
        (
            "Срок назван в Порядке перевозки детей, живущих в сёлах, утверждённом приказом № 5.",
            ["Порядке перевозки детей, живущих в сёлах"],
        ),
        (
            "Об этом говорит порядок хранения книг, утверждённый приказом главы от 5 мая № 7.",
            ["хранения книг"],
        ),
        ("По Правилам приёма в кружки вас зачислят.", ["Правилам приёма в кружки"]),
        ("По Административному регламенту выдачи карт вам отказали.", ["регламенту выдачи карт"]),
        (
            "По Правилам хранения вещей в случае пожара мы платим.",
            ["Правилам хранения вещей"],
        ),
        ("Пунктом 5.1 Порядка ведения книг это запрещено.", ["Порядка ведения книг"]),
        ("Порядок хранения книг изменили.", []),
        ("Вы нарушили Порядок хранения книг, утверждённый приказом директора.", []),
        ("Мы изменили порядок хранения книг, утверждённый список отдали вам.", []),
        ("1. Порядок хранения книг.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Вам ответит отдел назначения пособий.", []),
        ("Напишите в управление по вопросам миграции.", []),
        ("Напишите нам по вопросам миграции.", ["compound-preposition"]),
        ("Вам ответили после назначения пособий.", ["verbal-noun"]),
        ("Он писал: «Мы ведём учёт в рамках закона».", []),
    ],
)
def test_wording_rules_spare_names_and_quotations(text: str, found: list[str]) -> None:
    wording = {"verbal-noun", "compound-preposition", "split-predicate", "genitive-chain"}
    issues = plainreply.check(text).issues
    assert [issue.rule for issue in issues if issue.rule in wording] == found


def test_names_need_a_tree() -> None:
    analysis = analyse(read_text("Вам ответит отдел назначения пособий."), Need.MORPHOLOGY)
    assert all(sentence.names == () for sentence in analysis.sentences)


def test_spared_stretches_do_not_overlap() -> None:
    text = "Ответил «Отдел назначения пособий» и отдел приёма граждан."
    spared = analyse(read_text(text)).spared
    assert [span.of(text) for span in spared] == [
        "«Отдел назначения пособий»",
        "приёма граждан",
    ]
