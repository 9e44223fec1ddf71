"""Offsets as people count them."""

import pytest
from report_builder import checked_word

from plainreply.document import Document, Paragraph, Source
from plainreply.places import Places
from plainreply.readers import read_text
from plainreply.spans import Span


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (1, 1)), (2, (1, 3)), (4, (2, 1)), (6, (3, 1)), (8, (4, 1))]
)
def test_lines_end_as_in_any_system(offset: int, expected: tuple[int, int]) -> None:
    assert Places(read_text("а😀\r\nб\nв\rг")).line_column(offset) == expected


def test_word_file_has_paragraphs_and_empty_ones_do_not_count() -> None:
    places = Places(checked_word("Один.", "", "Два.").report.document)
    assert [places.label(at) for at in (0, 4, 7)] == ["абзац 1", "абзац 1", "абзац 2"]


def test_a_list_item_is_told_by_its_number_and_a_note_by_where_it_stands() -> None:
    text = "Первый\nВторой\nТретий"
    paragraphs = (
        Paragraph(Span(0, 6), "list", label="1.2."),
        Paragraph(Span(7, 13), "list", label="•"),
        Paragraph(Span(14, 20), "note"),
    )
    places = Places(Document(text, paragraphs, source=Source(format="docx")))
    told = ["абзац 1 (пункт 1.2)", "абзац 2", "абзац 3 (сноска)"]
    assert [places.label(offset) for offset in (0, 7, 14)] == told


def test_a_region_of_a_text_has_lines_and_of_a_word_file_paragraphs() -> None:
    assert Places(read_text("аб\r\n😀г")).region(Span(1, 5)) == (1, 2, 2, 2)
    word = Places(checked_word("", "Один.", "", "Два.").report.document)
    assert word.region(Span(3, 10)) == (1, 3, 2, 3)
    assert word.region(Span(0, 2)) == (1, 1, 1, 2)


def test_a_long_quote_is_cut_between_words() -> None:
    text = "Комиссия подробно рассмотрела ваше заявление и приняла решение помочь вашей семье"
    assert Places(read_text(text)).quote(Span(0, len(text))) == (
        "Комиссия подробно рассмотрела … решение помочь вашей семье"
    )
    assert Places(read_text("а" * 99)).quote(Span(0, 99)) == f"{'а' * 30} … {'а' * 30}"
