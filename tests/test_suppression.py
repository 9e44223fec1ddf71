"""Comments in the draft that silence findings, and those that silence nothing."""

from dataclasses import replace

import pytest

from plainreply.checker import checker
from plainreply.document import Document, Remark
from plainreply.readers import read_text
from plainreply.spans import Span

TEXT = "Комиссией рассмотрено ваше заявление. Комиссией рассмотрена ваша жалоба."


def remarked(remark: str) -> Document:
    return replace(read_text(TEXT), remarks=(Remark(Span(0, 30), remark, "Иванова"),))


@pytest.mark.parametrize(
    ("remark", "left"),
    [
        ("plainreply: пропустить", 1),
        ("plainreply: пропустить passive", 1),
        ("Plainreply : Пропустить verbal-noun, passive.", 1),
        ("plainreply: пропустить negation", 2),
        ("пропустить", 2),
        ("Почему plainreply: пропустить?", 2),
    ],
)
def test_a_comment_silences_its_stretch(remark: str, left: int) -> None:
    report = checker(select=("passive",))(remarked(remark))
    assert [issue.rule for issue in report.issues] == ["passive"] * left


def test_a_comment_that_silences_nothing_is_told() -> None:
    report = checker(select=("passive",))(remarked("plainreply: пропустить negation"))
    (note,) = report.document.source.notes
    assert "negation» ничего не скрывает" in note


def test_a_rule_that_does_not_exist_is_told() -> None:
    report = checker(select=("passive",))(remarked("plainreply: пропустить pasive"))
    (note,) = report.document.source.notes
    assert "нет такого правила: pasive" in note


def test_a_used_comment_is_not_told() -> None:
    report = checker(select=("passive",))(remarked("plainreply: пропустить"))
    assert report.document.source.notes == ()
