"""Findings are known again after lines have moved."""

from plainreply.fingerprint import LENGTH, fingerprints
from plainreply.rule import Issue
from plainreply.spans import Span


def prints(text: str, *words: str, rule: str = "passive") -> tuple[str, ...]:
    issues, at = [], 0
    for word in words:
        at = text.index(word, at)
        issues.append(Issue(rule, Span(at, at + len(word)), "", "warning"))
        at += len(word)
    return fingerprints(text, issues)


def test_place_blanks_and_capitals_do_not_count() -> None:
    assert prints("за счёт", "за счёт") == prints("Да.\n\nЗа\u00a0\nсчёт", "За\u00a0\nсчёт")


def test_rule_and_words_count() -> None:
    assert prints("за счёт", "за счёт") != prints("за счёт", "за счёт", rule="officialese")
    assert prints("за счёт", "за счёт") != prints("за счётом", "за счётом")


def test_same_words_twice_are_two_and_the_repair_of_one_adds_none() -> None:
    both = prints("да да", "да", "да")
    assert len(set(both)) == 2
    assert set(prints("нет да", "да")) < set(both)


def test_shape() -> None:
    [one] = prints("\ud800", "\ud800")
    assert len(one) == LENGTH and int(one, 16) >= 0
