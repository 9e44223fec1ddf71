"""Checking through the public API: spans, messages, coverage, repeated runs."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plainreply
from plainreply.checker import Checker, checker, checker_of
from plainreply.choice import DEFAULT, Choice
from plainreply.errors import BadConfiguration, UnreadableDocument
from plainreply.report import OF_FOLDER, OTHER_GENRE
from plainreply.rule import Issue

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
TEXT = (
    "Уважаемая Мария Ивановна!\n\nАдминистрацией города проведена проверка фактов. "
    "В целях уточнения адреса позвоните нам.\n\n"
    "Вам НЕОБХОДИМО представить справку → в МФЦ. Ответ будет направлен 5 мая."
)


def facts(issues: tuple[Issue, ...], text: str) -> list[tuple[str, str, str]]:
    return [(issue.rule, issue.span.of(text), issue.message) for issue in issues]


def assert_sound(report: plainreply.Report) -> None:
    text = report.document.text
    for issue in report.issues:
        assert 0 <= issue.span.start < issue.span.stop <= len(text)
        assert issue.message.strip()
        assert "{" not in issue.message
        assert issue.severity in {"error", "warning", "info"}
        assert issue.span.of(text) == issue.span.of(text).strip()
        for edit in (edit for fix in issue.fixes for edit in fix.edits):
            assert 0 <= edit.span.start <= edit.span.stop <= len(text)
            assert edit.span.of(text) != edit.text
    assert list(report.issues) == sorted(report.issues, key=lambda issue: issue.span)


def test_a_letter() -> None:
    report = plainreply.check(TEXT)
    assert_sound(report)
    worded = [issue for issue in report.issues if not issue.rule.startswith("missing-")]
    assert [(issue.rule, issue.span.of(TEXT)) for issue in worded] == [
        ("split-predicate", "проведена проверка"),
        ("compound-preposition", "В целях"),
        ("verbal-noun", "уточнения"),
        ("all-caps", "НЕОБХОДИМО"),
        ("special-symbol", "→"),
        ("passive", "направлен"),
    ]
    assert 0 <= (report.score or -1) <= 100
    assert report.grade is not None


def test_checking_twice_gives_equal_reports() -> None:
    first, second = plainreply.check(TEXT), plainreply.check(TEXT)
    assert first.issues == second.issues
    assert (first.score, first.grade) == (second.score, second.grade)
    assert first.sentences == second.sentences


def test_texts_checked_in_one_process_do_not_influence_each_other() -> None:
    one, other = TEXT.split("\n\n")[1:]
    alone = [plainreply.check(part).issues for part in (one, other)]
    plainreply.check(TEXT)
    assert [plainreply.check(part).issues for part in (one, other)] == alone
    assert [plainreply.check(part).issues for part in (other, one)] == alone[::-1]


NEUTRAL = ["😀", "👨‍👩‍👧", "е\u0301", "\u00a0", "\u00ad", "é", "𝐀"]


@pytest.mark.parametrize("prefix", ["😀 Привет.", "Е\u0301лка.", "👨‍👩‍👧 Семья.", "𝐀 и 𝐁."])
@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n"])
def test_strange_characters_and_line_ends_do_not_shift_spans(prefix: str, gap: str) -> None:
    plain = "Комиссией проведена проверка домов."
    report = plainreply.check(prefix + gap + plain)
    assert_sound(report)
    text = report.document.text
    found = [issue for issue in report.issues if issue.rule == "split-predicate"]
    assert [issue.span.of(text) for issue in found] == ["проведена проверка"]
    assert found[0].fixes
    changed = plainreply.rewrite(text)
    assert changed.endswith("Комиссия проверила дома.")
    assert changed.startswith(text[: text.index("Комиссией")])


WORDS = "Комиссией проведена проверка , . «Закон» В целях уточнения адреса 5 мая НЕ".split()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS + NEUTRAL + ["\n", "\r\n"]), max_size=14).map(" ".join))
def test_any_text_gives_sound_issues(text: str) -> None:
    assert_sound(plainreply.check(text))


@pytest.mark.parametrize("text", ["", " ", "\n", "5", "...", "😀"])
def test_text_without_words_has_no_score(text: str) -> None:
    report = plainreply.check(text)
    assert report.score is None
    assert all(issue.rule == "special-symbol" for issue in report.issues)


def test_select_and_ignore() -> None:
    assert {i.rule for i in plainreply.check(TEXT, select=["passive"]).issues} == {"passive"}
    left = {i.rule for i in plainreply.check(TEXT, ignore=["all-caps", "passive"]).issues}
    left = {rule for rule in left if not rule.startswith("missing-")}
    assert left == {"split-predicate", "compound-preposition", "verbal-noun", "special-symbol"}


@pytest.mark.parametrize("path", sorted(LETTERS.glob("[0-9]*.*")), ids=lambda path: path.name)
def test_without_rewrites_findings_and_score_are_the_same(path: Path) -> None:
    whole, bare = checker_of(DEFAULT)(path), checker_of(Choice(rewrites=False))(path)
    assert [replace(issue, fixes=()) for issue in whole.issues] == list(bare.issues)
    assert (whole.score, whole.grade, whole.heat) == (bare.score, bare.grade, bare.heat)
    assert any(issue.fixes for issue in whole.issues)


def test_a_path_and_its_text_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    by_path, by_text = plainreply.check(path), plainreply.check(TEXT)
    text = by_path.document.text
    assert facts(by_path.issues, text) == facts(by_text.issues, by_text.document.text)


def test_what_did_not_run_is_said() -> None:
    coverage = plainreply.check(TEXT).coverage
    looks = {id for id, reason in coverage.skipped if reason not in {OTHER_GENRE, OF_FOLDER}}
    assert looks == {"italic", "underline"}
    assert all(reason for _, reason in coverage.skipped)
    assert not {id for id, _ in coverage.skipped} & set(coverage.rules)


def test_errors_are_told() -> None:
    with pytest.raises(BadConfiguration):
        plainreply.check(TEXT, select=["нет-такого"])
    with pytest.raises(BadConfiguration):
        plainreply.check(TEXT, profile="нет-такого")
    with pytest.raises(UnreadableDocument):
        plainreply.check(Path("нет-такого.docx"))


def test_a_checker_is_kept_from_call_to_call() -> None:
    assert checker() is checker()
    assert Checker(Choice(select=("passive",))).rules[0].id == "passive"


def test_report_counts_the_words_of_each_sentence_outside_quotations() -> None:
    report = plainreply.check("Мы ответили. Закон «О связи» действует.")
    assert len(report.sentences) == 2 and report.lengths == (2, 2)


@pytest.mark.parametrize("source", [None, 5, b"x"])
def test_what_is_neither_text_nor_path_is_a_type_error(source: Any) -> None:
    with pytest.raises(TypeError, match="a str or the file as a Path, not"):
        plainreply.check(source)
