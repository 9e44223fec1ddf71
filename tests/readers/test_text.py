import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainreply.readers import read_text

LONG = (
    "Министерство рассмотрело Ваше обращение и сообщает, что решение по нему принято "
    "в установленный законом срок."
)
WRAPPED = (
    "Министерство рассмотрело Ваше обращение по вопросу благоустройства\n"
    "придомовой территории и сообщает, что работы будут выполнены до\n"
    "конца текущего года."
)


def parts(text):
    return [(p.role, p.span.of(text)) for p in read_text(text).paragraphs]


def texts(text):
    return [found for _, found in parts(text)]


def test_a_blank_line_separates():
    assert texts("Первый.\n\nВторой.\n \t\nТретий.") == ["Первый.", "Второй.", "Третий."]


def test_lines_broken_by_the_margin_are_one_paragraph():
    assert texts(WRAPPED) == [WRAPPED]


def test_an_abbreviation_at_the_margin_does_not_end_a_paragraph():
    text = WRAPPED.replace("до\nконца", "до 31 дек.\nтекущего")
    assert texts(text) == [text]


def test_short_lines_stand_alone():
    text = "Иванову И. И.\nул. Ленина, д. 5\nг. Тамбов, 392000"
    assert texts(text) == text.split("\n")


def test_long_lines_are_paragraphs_of_their_own():
    text = f"{LONG}\n{LONG.removesuffix('.')}\n{LONG}"
    assert texts(text) == text.split("\n")


def test_a_line_that_ends_a_sentence_ends_the_paragraph():
    first, second = LONG[:79] + ".", "Новый абзац письма."
    assert texts(f"{first}\n{second}") == [first, second]


def test_an_indented_line_begins_a_paragraph():
    text = f"    {WRAPPED[:66]}\n    Кроме того, сообщаем, что срок продлён"
    assert len(texts(text.replace("\n    ", "\n      "))) == 2


@pytest.mark.parametrize("mark", ["1)", "1.", "1.2.", "-", "–", "—", "•", "а)", "(1)", "*"])
def test_list_items(mark):
    text = f"Приложите:\n{mark} копию паспорта;\n{mark} заявление."
    assert [role for role, _ in parts(text)] == ["body", "list", "list"]


@pytest.mark.parametrize(
    "line", ["12.05.2024 поступило обращение", "2024 год", "5 дней", "-5 градусов", "г. Москва"]
)
def test_what_only_looks_like_an_item(line):
    assert parts(line)[0][0] == "body"


def test_a_dash_thrown_over_by_the_margin_is_no_item():
    text = (
        "Основанием для отказа в предоставлении государственной услуги заявителю\n"
        "– физическому лицу является отсутствие у него права на получение меры\n"
        "социальной поддержки."
    )
    assert texts(text) == [text]


def test_an_item_keeps_its_second_line():
    text = (
        "1) копию документа, который удостоверяет личность заявителя или его\n"
        "   представителя, с переводом на русский язык;\n"
        "2) заявление."
    )
    assert [role for role, _ in parts(text)] == ["list", "list"]


def test_a_signature_with_columns_stands_alone():
    text = WRAPPED + "\nЗаместитель министра                                 И. И. Иванов"
    assert texts(text)[-1].startswith("Заместитель")


def test_a_short_line_over_prose_is_a_heading():
    assert parts(f"О рассмотрении обращения\n\n{LONG}")[0][0] == "heading"


@pytest.mark.parametrize(
    "text",
    [
        f"Уважаемый Иван Иванович!\n\n{LONG}",
        f"{LONG}\n\nМинистр\n\nИ. И. Иванов",
        "О рассмотрении обращения",
        f"Иванову И. И.\nул. Ленина, 5\n{LONG}",
    ],
)
def test_what_is_no_heading(text):
    assert "heading" not in [role for role, _ in parts(text)]


def test_markdown_headings():
    assert parts("# Ответ\nТекст ответа.") == [("heading", "# Ответ"), ("body", "Текст ответа.")]


def test_crlf_tabs_and_emoji_are_kept():
    text = "\tПервый 🙂 абзац.\r\n\r\nВторой\tабзац.\rТретий."
    document = read_text(text)
    assert document.text == text
    assert texts(text) == ["Первый 🙂 абзац.", "Второй\tабзац.", "Третий."]
    assert document.faces == ()


def test_an_empty_text_has_no_paragraphs():
    assert read_text("").paragraphs == ()


@given(st.text(st.sampled_from("абВ1. -–\t\n\r;:)🙂\u2028") | st.characters()))
def test_paragraphs_cover_all_that_is_visible(text):
    document = read_text(text)
    assert document.text == text
    at = 0
    for paragraph in document.paragraphs:
        assert not text[at : paragraph.span.start].strip()
        assert paragraph.span.of(text).strip() == paragraph.span.of(text) != ""
        at = paragraph.span.stop
    assert not text[at:].strip()


def test_letterhead_in_capitals_does_not_run_on_into_the_address() -> None:
    text = (
        "МИНИСТЕРСТВО ЦИФРОВЫХ ТЕХНОЛОГИЙ И СВЯЗИ ПРИОЗЁРСКОЙ ОБЛАСТИ\n"
        "ул. Телеграфная, д. 5, г. Приозёрск, 999010, тел. (000) 555-11-01\n"
    )
    assert len(read_text(text).paragraphs) == 2
