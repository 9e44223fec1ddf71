"""One line a finding."""

from dataclasses import replace

import pytest
from report_builder import CLEAN, MISSING, PASSIVE, checked, checked_word

from plainreply.reporters import Checked, Options, render


def test_line_has_place_severity_rule_and_message() -> None:
    lines = render("concise", [checked(f"Здравствуйте!\n\n{PASSIVE}")], Options()).splitlines()
    assert lines[0].startswith("ответ.txt:3:11: замечание passive «рассмотрено»: страдательный")
    assert lines[1:] == ["Итого: проверено 1 из 1 файла", "Найдено: 1 замечание"]


def test_word_file_has_a_paragraph() -> None:
    text = render("concise", [checked_word("Здравствуйте!", PASSIVE)], Options())
    assert text.startswith("ответ.docx:абзац 2: замечание passive")


def test_word_file_has_the_words_that_the_message_does_not_quote() -> None:
    clause = "Мы получили ваше письмо и отправили его в школу вместе с нашим ответом"
    letter = checked_word("Здравствуйте!", f"{clause}, {clause}, {clause}, {clause}.")
    line = next(line for line in render("concise", [letter], Options()).splitlines())
    place = "ответ.docx:абзац 2 «Мы получили ваше письмо и … школу вместе с нашим ответом.»: "
    assert line.startswith(f"{place}ошибка long-sentence В предложении слов: ")


def test_nothing_checked_does_not_look_clean() -> None:
    text = render("concise", [MISSING], Options())
    assert text == (
        "Итого: проверено 0 из 1 файла, не проверено 1: нет.txt (файл не найден: проверьте путь)\n"
    )


def test_notes_follow_the_findings_of_their_letter() -> None:
    lines = render("concise", [checked_word(PASSIVE)], Options()).splitlines()
    assert lines[0].startswith("ответ.docx:абзац 1: замечание passive")
    assert lines[1] == "ответ.docx: к сведению: сноски не проверены"
    assert lines[2].startswith("Итого")


@pytest.mark.parametrize("format", ["concise", "full"])
def test_known_findings_leave_no_new_ones(format: str) -> None:
    known = replace(checked(CLEAN).report, hidden=22)
    told = render(format, [Checked("а.txt", known)] * 2, Options())
    assert "Новых замечаний нет" in told and "\nЗамечаний нет" not in told
