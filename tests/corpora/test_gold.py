"""The figures on hand-marked sentences and on letters do not fall below those that are kept."""

import sys
from pathlib import Path

import pytest

from plainreply.resources import read_table
from plainreply.rulebook import rulebook

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
sys.path.insert(0, str(CORPORA))

import measure  # noqa: E402

KEPT = read_table(CORPORA / "gold" / "figures.tsv")
SLACK = 0.0006


@pytest.fixture(scope="module")
def today() -> dict[tuple[str, str], measure.Figures]:
    return {(part, rule): counts for part, rule, counts, _ in measure.table()}


@pytest.mark.parametrize("row", KEPT, ids=lambda row: f"{row['part']}-{row['rule']}")
def test_figures_do_not_fall(
    row: dict[str, str], today: dict[tuple[str, str], measure.Figures]
) -> None:
    counts = today[row["part"], row["rule"]]
    assert counts.precision >= float(row["precision"]) - SLACK
    assert counts.recall >= float(row["recall"]) - SLACK


def test_every_figure_is_kept(today: dict[tuple[str, str], measure.Figures]) -> None:
    assert {(row["part"], row["rule"]) for row in KEPT} == today.keys()


def test_every_letter_rule_is_measured(today: dict[tuple[str, str], measure.Figures]) -> None:
    letter_rules = {rule.id for rule in rulebook().rules.values() if rule.group == "letter"}
    assert letter_rules <= {rule for part, rule in today if part in measure.LETTERS}


def test_letters_are_found_missed_or_false() -> None:
    text = "=== late-reply bad genre=reply\nОдин.\n\n=== late-reply good genre=reply\nДва.\n"
    bad, good = measure.parse_letters(text)
    assert (bad.text, bad.bad, good.text, good.bad) == ("Один.", True, "Два.", False)
    found = measure.letter_figures([(bad, ()), (good, ())])
    assert found == (measure.Figures(0, 0, 1), ["missed Один."])


def test_a_false_alarm_a_miss_and_an_optional_mark_are_told_apart() -> None:
    marked = measure.Marked(
        "Отчёт составлен и подписан.",
        (
            measure.Mark(measure.Span(6, 14), "P", False),
            measure.Mark(measure.Span(17, 25), "P", True),
        ),
    )
    none, _ = measure.figures("P", [(marked, ())])
    assert (none.hits, none.false, none.missed) == (0, 0, 1)
