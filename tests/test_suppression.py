"""Comments in the draft that silence findings, and those that silence nothing."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

import plainreply
from plainreply.checker import checker
from plainreply.document import Document, Remark
from plainreply.readers import read_bytes, read_text
from plainreply.report import Report
from plainreply.spans import Span

TEXT = "Комиссией рассмотрено ваше заявление. Комиссией рассмотрена ваша жалоба."
ONE, TWO = "Комиссией рассмотрено заявление.", "Комиссией рассмотрена жалоба."
SKIP = "<!-- plainreply: пропустить passive -->"
OFF = "<!-- plainreply: выкл passive -->"


def remarked(remark: str) -> Document:
    return replace(read_text(TEXT), remarks=(Remark(Span(0, 30), remark, "Иванова"),))


def checked(document: Document, rules: Iterable[str] = ("passive",)) -> Report:
    return checker(select=tuple(rules))(document)


def left(text: str, name: str = "a.txt") -> list[str]:
    """Return the words that are still told in a text, and the notes about its comments."""
    report = checked(read_bytes(text.encode(), name))
    found = [issue.span.of(report.document.text) for issue in report.issues]
    return [*found, *report.document.source.notes]


@pytest.mark.parametrize(
    ("remark", "number"),
    [
        ("plainreply: пропустить", 1),
        ("plainreply: пропустить passive", 1),
        ("plainreply: пропустить passive — так решили", 1),
        ("plainreply: disable=passive", 0),
        ("plainreply: ignore passive (закон)", 1),
        ("Plainreply : Пропустить verbal-noun, passive.", 1),
        ("plainreply: пропустить negation", 2),
        ("пропустить", 2),
        ("Почему plainreply: пропустить?", 2),
    ],
)
def test_a_comment_silences_its_stretch(remark: str, number: int) -> None:
    report = checked(remarked(remark))
    assert [issue.rule for issue in report.issues] == ["passive"] * number


def test_a_comment_that_silences_nothing_is_told() -> None:
    remark = Remark(Span(31, 36), "plainreply: пропустить passive", "Иванова")
    report = checked(replace(read_text(TEXT), remarks=(remark,)))
    (note,) = report.document.source.notes
    assert "passive» ничего не скрывает" in note


def test_one_about_a_rule_that_did_not_run_is_not_told() -> None:
    report = checked(remarked("plainreply: пропустить negation"))
    assert report.document.source.notes == ()


def test_a_rule_that_does_not_exist_is_told_with_the_nearest_one() -> None:
    report = checked(remarked("plainreply: пропустить pasive"))
    (note,) = report.document.source.notes
    assert "нет такого правила: pasive (возможно, passive)" in note


def test_a_used_comment_is_not_told() -> None:
    report = checked(remarked("plainreply: пропустить"))
    assert report.document.source.notes == ()


WHERE = [
    ("behind a sentence", f"{ONE} {SKIP}\n\n{TWO}", ["рассмотрена"]),
    ("inside a sentence", f"Комиссией {SKIP} рассмотрено заявление.\n\n{TWO}", ["рассмотрена"]),
    ("above a paragraph", f"{SKIP}\n{ONE}\n\n{TWO}", ["рассмотрена"]),
    ("above, with a blank line", f"{SKIP}\n\n{ONE}\n\n{TWO}", ["рассмотрена"]),
    ("between paragraphs", f"{ONE}\n\n{SKIP}\n\n{TWO}\n", ["рассмотрено"]),
    ("before the words of a line", f"{ONE}\n\n{SKIP} {TWO}", ["рассмотрено"]),
    (
        "a block",
        f"{OFF}\n{ONE}\n\n{ONE}\n\n<!-- plainreply: вкл passive -->\n{TWO}",
        ["рассмотрена"],
    ),
    (
        "a block in English",
        f"<!-- plainreply: disable=passive -->\n\n{ONE}\n\n<!-- plainreply: enable -->\n\n{TWO}",
        ["рассмотрена"],
    ),
    (
        "a block to the end",
        f"{ONE}\n\n<!-- plainreply: disable passive -->\n\n{TWO}",
        ["рассмотрено"],
    ),
    ("the file", f"<!-- plainreply: ignore-file passive -->\n\n{ONE}\n\n{TWO}", []),
    ("the file in Russian", f"<!-- plainreply: пропустить в файле passive -->\n{ONE}\n\n{TWO}", []),
    ("front matter", f"---\nplainreply: {{ignore: [passive]}}\n---\n{ONE}\n\n{TWO}", []),
]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(("place", "text", "found"), WHERE)
def test_a_comment_in_a_text_holds_as_far_as_it_says(
    name: str, place: str, text: str, found: list[str]
) -> None:
    assert left(text, name) == found, place


HTML = [
    (f"<p>{ONE} {SKIP}</p><p>{TWO}</p>", ["рассмотрена"]),
    (f"<p>{ONE}</p>\n{SKIP}\n<p>{TWO}</p>", ["рассмотрено"]),
    (
        f"<!-- plainreply: выкл passive --><p>{ONE}</p><!-- plainreply: вкл --><p>{TWO}</p>",
        ["рассмотрена"],
    ),
    (f"<html><!-- plainreply: ignore-file passive --><p>{ONE}</p><p>{TWO}</p></html>", []),
]


@pytest.mark.parametrize(("text", "found"), HTML)
def test_a_comment_in_a_page_holds_as_far_as_it_says(text: str, found: list[str]) -> None:
    assert left(f"<!doctype html>{text}", "a.html") == found


TOLD = [
    (
        f"{ONE} <!-- plainreply: пропустить -->",
        "Строка 1: пометка «plainreply: пропустить»",
    ),
    (
        f"{ONE}\n\n<!-- plainreply: пропустит passive -->\n",
        "Строка 3: пометка «plainreply: пропустит",
    ),
    (
        f"{ONE}\n\nДа. <!-- plainreply: ignore passive -->",
        "Строка 3: пометка",
    ),
    (f"{ONE} <!-- plainreply: ignore pasive -->", "pasive (возможно, passive)"),
    (f"{ONE}\n\nДа.\n<!-- plainreply: ignore-file passive -->", "только в начале файла"),
    (f"{ONE}\n\n<!-- plainreply: вкл passive -->", "ничего не включает"),
    (
        f"---\nplainreply: {{ignor: passive}}\n---\n{ONE}",
        "Строка 1: пометка «plainreply: ignor»",
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_an_order_lacks_is_told_with_its_line(text: str, told: str) -> None:
    found = left(text)
    assert found[0] == "рассмотрено" and told in found[1]


def test_of_several_rules_those_that_silence_nothing_are_told() -> None:
    text = f"{ONE} <!-- plainreply: пропустить passive, negation -->"
    report = checked(read_text(text), ("passive", "negation"))
    (note,) = report.document.source.notes
    assert report.issues == () and "(правило negation)" in note


def test_comments_are_no_prose() -> None:
    comment = "<!-- plainreply: пропустить passive — рассмотрено комиссией данным образом -->"
    plain, marked = plainreply.check(ONE), plainreply.check(f"{comment}\n{ONE}")
    assert marked.readability.words == plain.readability.words
    assert [issue.rule for issue in plain.issues] == ["passive"] and marked.issues == ()
    assert checked(read_text(f"Другой <!-- просто так --> текст и {SKIP} слова."), ()).document.text


def test_a_rewrite_keeps_the_comments() -> None:
    text = f"Комиссией рассмотрено заявление.\n\n{SKIP}\n{TWO}\n"
    assert plainreply.rewrite(text) == f"Комиссия рассмотрела заявление.\n\n{SKIP}\n{TWO}\n"


def test_places_are_those_of_the_file() -> None:
    text = f"{SKIP}\n{ONE}\n\n{TWO}"
    report = checked(read_text(text))
    (issue,) = report.issues
    assert report.document.place(issue.span).of(text) == "рассмотрена"
