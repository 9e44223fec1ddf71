"""What each paragraph of a letter is, told without models."""

from dataclasses import replace
from pathlib import Path

import pytest

from plainreply.analysis.layout import Part, layout, spans
from plainreply.document import Document, Paragraph
from plainreply.readers import read, read_text
from plainreply.spans import Span

LETTERS = Path(__file__).resolve().parents[2] / "corpora" / "letters"
PROSE = "Мы рассмотрели ваше письмо и ответим вам до первого мая этого года."
FORM = ("МИНИСТЕРСТВО ТРУДА", "ул. Мира, д. 1, г. Луговск, 999100", "05.03.2026 № 04-12/2216")
SHORT = {
    "letterhead": "L",
    "addressee": "A",
    "subject": "?",
    "body": "b",
    "sign-off": "S",
    "executor": "E",
    "stamp": "P",
}


def document(*lines: str, roles: dict[int, str] | None = None) -> Document:
    """Return a document with a paragraph for each line."""
    paragraphs, at = [], 0
    for number, line in enumerate(lines):
        role = (roles or {}).get(number, "body")
        paragraphs.append(Paragraph(Span(at, at + len(line)), role))
        at += len(line) + 1
    return Document("\n".join(lines), tuple(paragraphs))


def told(*lines: str) -> str:
    return "".join(SHORT[part] for part in layout(document(*lines)))


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ((*FORM, "Окуневу В.В.", "ok@example.com", "Уважаемый Иван!", PROSE), "LLLAAbb"),
        ((*FORM, "Окуневу В.В.", "О ремонте дома", "Здравствуйте, Иван!"), "LLLA?b"),
        ((*FORM, "Окуневу В.В.", "УВЕДОМЛЕНИЕ", "о долге", "Добрый день!"), "LLLA??b"),
        ((*FORM, PROSE), "LLLb"),
        (("Кому: Окуневу В.В.", *FORM, "Уважаемый Иван!"), "AAALb"),
        (("на № ____ от ____", "Уважаемый налогоплательщик!"), "Lb"),
        ((PROSE, "Уважаемый Иван!", PROSE), "bbb"),
        (("Петровой Анне Сергеевне", "ул. Мира, 5", "Уважаемая Анна!"), "AAb"),
        (("Для Сомова Ивана Петровича", "Иван Петрович, добрый день!"), "Ab"),
    ],
)
def test_what_stands_above_the_body(lines: tuple[str, ...], parts: str) -> None:
    assert told(*lines) == parts


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ((PROSE, "Заместитель министра\tО.Л. Дроздов"), "bS"),
        ((PROSE, "Министр          Б.О. Ясинский", "исп. Ким А.Р., тел. 555-11"), "bSE"),
        ((PROSE, "С уважением,", "начальник отдела", "Марина Ковалёва"), "bSSS"),
        ((PROSE, "Начальник отдела", "И.И. Иванов", "Петров П.П.", "555-16-31"), "bSSEE"),
        ((PROSE, "Заместитель начальника,", "советник 2 класса\tР.Д. Валиев"), "bSS"),
        ((PROSE, "С уважением, Иван Петров", PROSE, "Министр\tИ.И. Иванов"), "bSbS"),
        ((PROSE, "Министр\tИ.И. Иванов", "Приложение 1", "Смета", "500 руб."), "bSbbb"),
        ((PROSE, "Министр\tИ.И. Иванов", *("Итого",) * 20), "b" + "S" * 8 + "b" * 13),
        ((PROSE, "Приложение: на 14 л. в 1 экз.", "Министр\tИ.И. Иванов"), "bbS"),
        ((PROSE, "Инспектор Рябова, 8 (3412) 78-32-66"), "bE"),
        ((PROSE, "Администратор А. Рябинин", "8 (3532) 44-08-71"), "bEE"),
        ((PROSE, "Остальное в порядке. Лилит Оганян, 8 (863) 255-80-06"), "bb"),
        ((PROSE, "Телефон отдела: 55-10-10"), "bb"),
    ],
)
def test_what_stands_below_the_body(lines: tuple[str, ...], parts: str) -> None:
    assert told(*lines) == parts


def test_a_stamp_may_stand_between_post_and_name() -> None:
    stamp = ("ДОКУМЕНТ ПОДПИСАН", "ЭЛЕКТРОННОЙ ПОДПИСЬЮ", "Сертификат: 00E2", "Владелец: Ким А.Р.")
    assert told(PROSE, "Начальник отдела", *stamp, "И.И. Иванов") == "bSPPPPS"


@pytest.mark.parametrize(
    "line",
    [
        "Документ подписан электронной подписью, поэтому копия вам не нужна.",
        "Сертификат на материнский капитал вы получите до 1 мая.",
        "Исполнителю нужно позвонить.",
        "Уважаемый суд не согласился с нами.",
        "Департамент получил ваше письмо.",
        "О сроке мы сообщим.",
        "Срок: 10 дней.",
        "С уважением относимся к вашему мнению, но отказать вынуждены.",
        "Слово",
    ],
)
def test_a_sentence_alone_is_body(line: str) -> None:
    assert told(line) == "b"
    assert told(line, PROSE) == "bb"


def test_roles_outside_the_body_are_kept() -> None:
    roles = {0: "header", 2: "note", 3: "footer"}
    found = layout(document("2", "Уважаемый Иван!", "Сноска.", "исп. Ким А.Р.", roles=roles))
    assert found == (Part.HEADER, Part.BODY, Part.NOTE, Part.FOOTER)


def test_a_text_without_words_has_no_trouble() -> None:
    assert layout(read_text("")) == ()
    assert spans(replace(read_text("Слово"), paragraphs=()), {Part.BODY}) == ()


@pytest.mark.parametrize("path", sorted(LETTERS.glob("*.[dt][ox]*")), ids=lambda path: path.stem)
def test_every_letter_has_its_parts_in_order(path: Path) -> None:
    letter = read(path)
    found = [part for part in layout(letter) if part in SHORT]
    ranks = "letterhead addressee subject body sign-off executor".split()
    order = [ranks.index(part) for part in found]
    assert order == sorted(order)
    assert set(ranks) - {"subject", "executor"} <= set(found)
    (first, *_) = spans(letter, {Part.BODY})
    assert first.of(letter.text).startswith(("Уважаем", "Здравствуйте"))
