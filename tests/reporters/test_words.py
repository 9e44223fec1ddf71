"""Russian words for numbers, and text that cannot steer a terminal."""

import pytest

from plainreply.reporters.words import clause, counted, decimal, filled, printable


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "файлов"), (1, "файл"), (2, "файла"), (5, "файлов"), (11, "файлов"), (12, "файлов"),
     (21, "файл"), (104, "файла"), (111, "файлов")],
)  # fmt: skip
def test_noun_goes_with_its_number(number: int, expected: str) -> None:
    assert counted(number, "файл", "файла", "файлов") == f"{number} {expected}"


def test_decimal_has_a_comma_and_no_empty_fraction() -> None:
    assert (decimal(40.7), decimal(100.0), decimal(0.0)) == ("40,7", "100", "0")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("два\n  слова", "два слова"),
        ("\x1b[31mкрасный", "\ufffd[31mкрасный"),
        ("пере\u00adнос", "перенос"),
        ("\u202eзадом", "задом"),
        ("№\u00a05", "№ 5"),
    ],
)
def test_printable_is_one_harmless_line(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_filled_keeps_its_width_and_hangs() -> None:
    lines = filled("слово " * 20, 30, "1. ", "   ")
    assert max(map(len, lines)) <= 30
    assert lines[0].startswith("1. слово") and lines[1].startswith("   слово")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("Файл не найден: проверьте путь.", "файл не найден: проверьте путь"),
     ("DOCX не читается.", "DOCX не читается"), ("В тексте нет слов.", "в тексте нет слов")],
)  # fmt: skip
def test_clause_fits_into_brackets(sentence: str, expected: str) -> None:
    assert clause(sentence) == expected
