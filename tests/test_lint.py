"""A document and rules give issues: overlaps, quotations, order, and fixes that are verified."""

import pytest

from plainreply.analysis import analyse
from plainreply.lint import Linter, resolve, shared, verified, within
from plainreply.readers import read_text
from plainreply.rule import Fix, Issue, Rule, Severity
from plainreply.rulebook import rulebook
from plainreply.spans import Edit, Span


def rule(id: str, *covers: str) -> Rule:
    return Rule(id, "wording", "symbol", id, "warning", "сообщение", "", covers=covers)


def issue(id: str, start: int, stop: int, *words: tuple[int, int]) -> Issue:
    spans = tuple(Span(*word) for word in words) or (Span(start, stop),)
    return Issue(id, Span(start, stop), "сообщение", "warning", words=spans)


RULES = [rule("wide", "narrow"), rule("narrow"), rule("other")]


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([issue("narrow", 5, 9), issue("wide", 0, 9)], ["wide"]),
        ([issue("wide", 5, 9), issue("narrow", 0, 9)], ["narrow", "wide"]),
        ([issue("wide", 0, 9), issue("narrow", 5, 12)], ["wide", "narrow"]),
        ([issue("wide", 0, 9), issue("other", 5, 9)], ["wide", "other"]),
        ([issue("wide", 0, 20, (0, 5), (15, 20)), issue("narrow", 15, 20)], ["wide"]),
        ([issue("wide", 0, 20, (0, 5), (15, 20)), issue("narrow", 7, 12)], ["wide", "narrow"]),
        ([issue("narrow", 0, 4), issue("narrow", 0, 4)], ["narrow", "narrow"]),
        ([issue("wide", 0, 300), issue("narrow", 280, 290)], ["wide"]),
        ([issue("wide", 250, 600), issue("narrow", 520, 530)], ["wide"]),
        ([], []),
    ],
)
def test_resolve(found: list[Issue], kept: list[str]) -> None:
    assert [issue.rule for issue in resolve(found, RULES)] == kept
    assert [issue.rule for issue in resolve(found[::-1], RULES)] == kept


def test_issues_come_in_text_order() -> None:
    found = [issue("other", 9, 12), issue("wide", 3, 5), issue("narrow", 0, 2)]
    assert [i.span.start for i in resolve(found, RULES)] == [0, 3, 9]


def linted(text: str, *ids: str) -> tuple[Issue, ...]:
    linter = Linter([rulebook().rule(id) for id in ids])
    return linter(read_text(text))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Комиссией проведена проверка домов.", ["split-predicate"]),
        ("В целях уточнения адреса звоните.", ["compound-preposition", "verbal-noun"]),
        ("Он писал: «Комиссией проведена проверка домов».", []),
        ("Закон «Об осуществлении проверки домов» принят.", ["passive"]),
    ],
)
def test_rules_together(text: str, ids: list[str]) -> None:
    rules = ("split-predicate", "passive", "verbal-noun", "compound-preposition")
    assert [issue.rule for issue in linted(text, *rules)] == ids


def test_a_rule_about_looks_sees_quotations_too() -> None:
    assert [i.span for i in linted("Он писал: «вот → вот».", "special-symbol")] == [Span(15, 16)]


def test_a_finding_that_only_touches_a_quotation_stays() -> None:
    (found,) = linted("Вам «НЕОБХОДИМО» прийти СРОЧНО.", "all-caps")
    assert found.span.of("Вам «НЕОБХОДИМО» прийти СРОЧНО.") == "СРОЧНО"


def verify(text: str, *edits: Edit) -> int:
    """Return how many fixes are left of one that makes ``edits``."""
    analysis = analyse(read_text(text))
    given = Issue("x", edits[0].span, "м", "info", (Fix(edits),), (edits[0].span,))
    (checked,) = verified(analysis, [given])
    return len(checked.fixes)


TEXT = "Здравствуйте. Комиссия 5 мая не приняла новый план."


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("приняла", "утвердила", 1),
        ("5 мая ", "", 0),
        ("не ", "", 0),
        ("новый", "нового", 0),
        ("новый план", "новую программу", 1),
    ],
)
def test_a_fix_that_loses_a_fact_or_agreement_is_dropped(old: str, new: str, left: int) -> None:
    start = TEXT.index(old)
    assert verify(TEXT, Edit(Span(start, start + len(old)), new)) == left


def test_without_syntax_nothing_is_verified() -> None:
    (found,) = linted("Вам НЕОБХОДИМО прийти.", "all-caps")
    assert found.fixes


def test_other_rules_do_not_take_the_fix_of_capitals_away() -> None:
    found = linted("Вам НЕОБХОДИМО прийти.", "all-caps", "passive")
    assert [bool(issue.fixes) for issue in found] == [True]


def test_no_rules_find_nothing() -> None:
    assert Linter([])(read_text(TEXT)) == ()


def test_a_rewrite_is_shared_with_the_wording_that_it_cures_and_no_other() -> None:
    edits = (Edit(Span(0, 5), "новое"),)
    donor = Issue("verb", Span(0, 5), "м", "warning", (Fix(edits),), (Span(0, 5),))
    noun, caps = (Issue(id, Span(0, 5), "м", "info", (), (Span(0, 5),)) for id in ("noun", "caps"))
    far = Issue("noun", Span(9, 12), "м", "info", (), (Span(9, 12),))
    groups = {"verb": "wording", "noun": "wording", "caps": "format"}
    given = shared([donor, noun, caps, far], groups)
    assert [len(issue.fixes) for issue in given] == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("severity", "limit", "kept"),
    [("info", 4, False), ("info", 5, True), ("info", 3, True), ("error", 4, True)],
)
def test_a_rewrite_does_not_make_a_sentence_too_long(
    severity: Severity, limit: int, kept: bool
) -> None:
    analysis = analyse(read_text("Оплата пошлины возможна завтра."))
    fix = Fix((Edit(Span(0, 6), "Заплатить за"), Edit(Span(7, 14), "пошлину")))
    found = Issue("any", Span(0, 6), "сообщение", severity, (fix,))
    (left,) = within(analysis, [found], [(limit, "warning")])
    assert bool(left.fixes) is kept


def test_a_rewrite_may_cut_a_sentence_in_two() -> None:
    analysis = analyse(read_text("Окно закрыто и дверь закрыта."))
    fix = Fix((Edit(Span(12, 19), ". А дверь снова"),))
    found = Issue("any", Span(0, 6), "сообщение", "info", (fix,))
    assert within(analysis, [found], [(5, "warning")])[0].fixes
