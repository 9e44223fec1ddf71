"""Kinds about typefaces, sizes, effects and backgrounds."""

from pathlib import Path

import pytest

from plainreply.document import Document, Face, Paragraph, Stretch
from plainreply.kinds.background import contrast
from plainreply.lint import Linter
from plainreply.readers import read
from plainreply.rule import Issue
from plainreply.rulebook import rulebook
from plainreply.spans import Span

LETTERS = Path(__file__).resolve().parents[2] / "corpora" / "letters"
LOOKS = ("italic", "underline", "font-effect", "background", "small-font", "mixed-fonts")
MAIN = Face("Arial", 14)
Piece = tuple[str, Face]


def document(*paragraphs: tuple[str, *tuple[Piece, ...]]) -> Document:
    """Return a document of paragraphs, each a role and then pieces of text with their faces."""
    text, found, faces = "", [], []
    for role, *pieces in paragraphs:
        start = len(text)
        for words, face in pieces:
            faces.append(Stretch(Span(len(text), len(text) + len(words)), face))
            text += words
        found.append(Paragraph(Span(start, len(text)), role))
        text += "\n"
    return Document(text, tuple(found), tuple(faces))


def body(*pieces: Piece) -> Document:
    return document(("body", ("Мы получили ваше письмо и всё проверили. ", MAIN), *pieces))


def issues(given: Document, id: str) -> tuple[Issue, ...]:
    return Linter([rulebook().rule(id)])(given)


def found(given: Document, id: str) -> list[str]:
    return [issue.span.of(given.text) for issue in issues(given, id)]


@pytest.mark.parametrize(
    ("words", "face", "odd"),
    [
        ("Ответ дадим.", Face("Calibri", 14), True),
        ("Ответ дадим.", Face("Arial", 13), True),
        ("Ответ дадим.", Face("Arial", 14, bold=True), False),
        ("05.03.2026", Face("Calibri", 14), False),
        ("e-mail", Face("Calibri", 14), False),
        ("e-mail", Face("Calibri", 11), True),
        ("пример.рф", Face("Calibri", 11, link=True), False),
        ("2", Face("Arial", 8), False),
        (" ", Face("Calibri", 8), False),
        ("Ответ дадим.", Face(), False),
    ],
)
def test_another_font_is_told(words: str, face: Face, odd: bool) -> None:
    assert found(body((words, face)), "mixed-fonts") == ([words] if odd else [])


def test_a_message_names_both_fonts() -> None:
    (issue,) = issues(body(("Ответ дадим.", Face("Calibri", 10.5))), "mixed-fonts")
    assert "Calibri 10,5" in issue.message and "Arial 14" in issue.message


def test_headings_and_the_size_of_tables_are_their_own() -> None:
    prose = ("body", ("Мы получили ваше письмо и проверили его.", MAIN))
    heading = ("heading", ("Заголовок", Face("Cambria", 16)))
    bold = ("body", ("Что мы решили", Face("Arial", 16, bold=True)))
    cells = [("cell", (word, Face("Arial", 12))) for word in ("Документ", "Срок")]
    assert found(document(heading, bold, prose, *cells), "mixed-fonts") == []
    odd = ("cell", ("Сумма", Face("Arial", 9)))
    other = ("cell", ("Итого", Face("Calibri", 12)))
    given = document(prose, *cells, odd, other)
    assert found(given, "mixed-fonts") == ["Сумма", "Итого"]


def test_a_font_odd_in_many_places_is_one_finding() -> None:
    pieces = [(word, face) for word in "абвгде" for face in (Face("Calibri", 14), MAIN)]
    mixed = document(("body", ("Мы " * 9, MAIN), *((w * 3 + " ", f) for w, f in pieces)))
    (issue,) = issues(mixed, "mixed-fonts")
    assert "мест 6, первое «ааа»" in issue.message


@pytest.mark.parametrize("id", ["italic", "underline", "font-effect", "background", "small-font"])
def test_a_look_of_the_whole_letter_is_one_finding(id: str) -> None:
    face = Face("Arial", 9, italic=True, underline=True, colour="AAAAAA", effects=frozenset({"3d"}))
    given = document(*(("body", (f"Абзац {number}.", face)) for number in "123"))
    (issue,) = issues(given, id)
    assert issue.span.of(given.text) == "Абзац 1."
    assert "почти всё письмо" in issue.message


@pytest.mark.parametrize("id", LOOKS)
def test_letterhead_sign_off_stamp_and_executor_are_spared(id: str) -> None:
    face = Face("Calibri", 8, True, True, True, background="FF0000", effects=frozenset({"glow"}))
    given = document(
        ("body", ("МИНИСТЕРСТВО ТРУДА", face)),
        ("cell", ("05.03.2026 № 04-12/2216", face)),
        ("cell", ("Окуневу В.В.", face)),
        ("body", ("Уважаемый Иван Иванович!", MAIN)),
        ("body", ("Мы ответим до 1 мая.", MAIN)),
        ("body", ("Министр\tА.Б. Ким", face)),
        ("body", ("ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ", face)),
        ("body", ("Исп. Иванов, тел. 555-16-31", face)),
        ("footer", ("Страница 1", face)),
    )
    assert found(given, id) == []


@pytest.mark.parametrize(
    ("face", "told"),
    [
        (Face(highlight="yellow"), True),
        (Face(highlight="white"), False),
        (Face(background="D9D9D9"), True),
        (Face(background="F8F9FA"), False),
        (Face(highlight="white", background="FF0000"), False),
        (Face(colour="808080"), True),
        (Face(colour="808080", size=18), False),
        (Face(colour="808080", size=14, bold=True), False),
        (Face(colour="808080", size=14), True),
        (Face(colour="0563C1", link=True), False),
        (Face(colour="FFFFFF"), True),
    ],
)
def test_background_and_contrast(face: Face, told: bool) -> None:
    assert found(body(("до 1 мая", face)), "background") == (["до 1 мая"] if told else [])


def test_a_cell_may_be_coloured_while_its_text_stands_out() -> None:
    clear, black, pale = (
        ("cell", (word, Face(background=fill, colour=colour)))
        for word, fill, colour in (
            ("Срок", "D9E2F3", None),
            ("Сумма", "000000", None),
            ("Итого", "D9D9D9", "999999"),
        )
    )
    given = document(clear, black, pale)
    (issue,) = issues(given, "background")
    assert issue.span.of(given.text) == "Итого"
    assert issue.message.startswith("Буквы сливаются с фоном")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("FF0000", "FF0000") == 1


@pytest.mark.parametrize(
    ("role", "size", "told"),
    [("body", 11.5, True), ("body", 12, False), ("cell", 10, False), ("cell", 9, True)],
)
def test_small_letters(role: str, size: float, told: bool) -> None:
    given = document((role, ("Срок ответа", Face("Arial", size))))
    assert found(given, "small-font") == (["Срок ответа"] if told else [])
    assert found(document(("note", ("Срок ответа", Face("Arial", size)))), "small-font") == []


@pytest.mark.parametrize(
    ("family", "told"),
    [
        ("Times New Roman", True),
        ("times new roman", True),
        ("Times New Roman CYR", True),
        ("PT Serif Caption", True),
        ("Century", True),
        ("Century Gothic", False),
        ("Arial Narrow", False),
        ("Segoe UI Semilight", False),
        ("Courier New", False),
        ("Шрифт Иванова", False),
    ],
)
def test_serifs(family: str, told: bool) -> None:
    given = document(("body", ("Мы ответим до 1 мая.", Face(family, 14))))
    assert bool(issues(given, "serif-font")) is told


def test_few_letters_with_serifs_pass() -> None:
    assert issues(body(("и", Face("Georgia", 14))), "serif-font") == ()
    (issue,) = issues(body(("Ответ дадим.", Face("Georgia", 14))), "serif-font")
    assert "Georgia: часть письма" in issue.message


def test_the_default_profile_leaves_the_choice_of_serifs_to_the_office() -> None:
    assert "serif-font" not in {rule.id for rule in rulebook().choose()}
    assert "Times New Roman" in rulebook().rule("serif-font").why


def test_capitals_set_by_formatting_are_told_without_a_fix() -> None:
    given = body(("Придите ", MAIN), ("лично", Face(caps=True)), (" с паспортом.", MAIN))
    (issue,) = issues(given, "all-caps")
    assert (issue.span.of(given.text), issue.fixes) == ("лично", ())
    assert "«ЛИЧНО»" in issue.message


def test_capitals_of_a_letterhead_are_spared() -> None:
    form = ("МИНИСТЕРСТВО ТРУДА\nул. Мира, д. 1, тел. 555-16-31", "Уважаемый Иван!")
    assert found(document(*(("body", (line, MAIN)) for line in form)), "all-caps") == []


@pytest.mark.parametrize("path", sorted(LETTERS.glob("good-*")), ids=lambda path: path.stem)
def test_a_good_letter_looks_well(path: Path) -> None:
    rules = [rulebook().rule(id) for id in (*LOOKS, "all-caps", "serif-font")]
    assert Linter(rules)(read(path)) == ()
