"""Blanks that nobody has filled in."""

import pytest

from plainreply.lint import Linter
from plainreply.readers import read_bytes, read_text
from plainreply.rulebook import rulebook

LINTER = Linter([rulebook().rule("unfilled-blank")])


def found(text: str) -> list[str]:
    return [issue.span.of(text) for issue in LINTER(read_text(text))]


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("Ваше письмо от […] № […] получено.", ["[…]", "[…]"]),
        ("Срок до 5 мая [...] г.", ["[...]"]),
        ("Оплатите [ ] рублей.", ["[ ]"]),
        ("Договор от [дата договора] закончился.", ["[дата договора]"]),
        ("Вам ответит <ФИО исполнителя>.", ["<ФИО исполнителя>"]),
        ("Уважаемый {{имя}} {{отчество}}!", ["{{имя}} {{отчество}}"]),
        ("Мы ответили «___» __________ 20__ г.", ["«___» __________ 20__"]),
        ('Встреча "__" ____ 2026 года.', ['"__" ____']),
        ("Встреча будет 5 мая 20__ года.", ["20__"]),
        ("Позвоните по номеру 8-ХХХ-ХХХ-ХХ-ХХ сегодня.", ["ХХХ-ХХХ-ХХ-ХХ"]),
        ("Оплатите до ХХ.ХХ.20ХХ года.", ["ХХ.ХХ.20ХХ"]),
        ("Ваша заявка № ХХ закрыта.", ["ХХ"]),
        ("ООО «[наименование]» ответило.", ["[наименование]"]),
        ("Причина: ……………….", ["………………"]),
        ("Директор школы _________ ответил.", ["_________"]),
    ],
)
def test_blanks(text: str, blanks: list[str]) -> None:
    assert found(text) == blanks


@pytest.mark.parametrize(
    "text",
    [
        "Вы пишете: «Двор залило […] воды по колено».",
        "Об этом сказано в отчёте [3] и в законе [4, с. 5].",
        "По закону «он [истец] вправе отозвать иск».",
        "Начальник отдела ____________ П. П. Петров",
        "Начальник отдела ____________ (подпись)",
        "______________ № ________",
        "На № ________ от ________",
        "____________________",
        "Это было в ХХ веке и на XXX съезде.",
        "Пишите на my_mail_box@example.ru, файл my___file.txt готов.",
        "Раздел первый……………… 12",
        "Подождите… Мы ответим...",
        "Давление < 5 и > 3.",
    ],
)
def test_what_only_looks_like_a_blank(text: str) -> None:
    assert found(text) == []


def test_links_and_boxes_of_markdown_are_none() -> None:
    text = "- [ ] Справка\n- [ссылка](https://example.ru)\n- ответ от [дата]\n"
    document = read_bytes(text.encode(), "ответ.md")
    assert [document.place(issue.span).of(text) for issue in LINTER(document)] == ["[дата]"]


def test_a_brace_left_alone_is_to_be_deleted_and_no_blank() -> None:
    text = "Справку подписал Иванов}."
    (issue,) = LINTER(read_text(text))
    assert issue.message == "«}»: осталось от шаблона, удалите"


def test_a_blank_is_no_special_symbol() -> None:
    rules = [rulebook().rule(id) for id in ("unfilled-blank", "special-symbol", "all-caps")]
    issues = Linter(rules)(read_text("Счёт от […] № ХХХ → {дата}."))
    assert [issue.rule for issue in issues] == [
        "unfilled-blank", "unfilled-blank", "special-symbol", "unfilled-blank",
    ]  # fmt: skip
