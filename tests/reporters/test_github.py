"""Annotations of GitHub Actions."""

import re
from dataclasses import replace

import pytest
from report_builder import MISSING, PASSIVE, TWO, checked, checked_word

from plainreply.reporters import Checked, Options, Outcome, render
from plainreply.reporters.github import command
from plainreply.spans import Span

LONG = (
    " ".join(["Мы получили ваше письмо и отправили его в школу вместе с нашим ответом"] * 4) + "."
)


def lines(*outcomes: Outcome, info: bool = False) -> list[str]:
    return render("github", outcomes, Options(info=info)).splitlines()


def test_finding_is_an_annotation_of_its_words() -> None:
    [line] = [line for line in lines(checked(f"Да.\n{PASSIVE}")) if "passive" in line]
    assert line.startswith(
        "::warning title=Страдательный залог (passive),file=ответ.txt,line=2,endLine=2,"
        "col=11,endColumn=22::«рассмотрено»: страдательный залог"
    )


def test_worst_come_first_and_unread_files_before_all() -> None:
    told = lines(checked(f"Мы начали подготовку ответа. {PASSIVE} {LONG}"), MISSING, info=True)
    kinds = [re.match(r"::(\w+)", line)[1] for line in told if line.startswith("::")]
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert {"error", "warning", "notice"} == set(kinds)
    assert told[0] == "::error title=Файл не проверен,file=нет.txt::Файл не найден: проверьте путь."


def test_columns_are_left_out_where_a_finding_spans_lines() -> None:
    report = checked(f"{PASSIVE}\n{PASSIVE}").report
    wide = replace(report.issues[0], span=Span(0, len(PASSIVE) + 11))
    [line, *_] = lines(Checked("a.txt", replace(report, issues=(wide,))))
    assert "line=1,endLine=2::" in line


def test_word_file_is_told_by_paragraph() -> None:
    [line] = [line for line in lines(checked_word("Да.", PASSIVE)) if "passive" in line]
    assert "line=2,endLine=2,col=11,endColumn=22::абзац 2: «рассмотрено»" in line


@pytest.mark.parametrize(
    ("text", "message", "field"),
    [("50% a:b,c", "50%25 a:b,c", "50%25 a%3Ab%2Cc"), ("%0A::", "%250A::", "%250A%3A%3A")],
)
def test_nothing_in_a_text_can_end_a_command(text: str, message: str, field: str) -> None:
    assert command("error", text, file=text) == f"::error file={field}::{message}"


def test_line_breaks_in_a_name_are_escaped() -> None:
    assert "\n" not in command("error", "a\nb", file="a\r\nb")
    assert "file=a%0D%0Ab" in command("error", "a\nb", file="a\r\nb")


def test_totals_stand_below() -> None:
    assert lines(checked(TWO))[-2] == "Итого: проверено 1 из 1 файла"
