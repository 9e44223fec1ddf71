"""The figures on the hand-marked sentences do not fall below those that are kept."""

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


def test_every_marked_rule_has_a_kept_figure() -> None:
    marked = set(measure.RULES.values()) & rulebook().rules.keys()
    assert {row["rule"] for row in KEPT} == marked
    assert {row["part"] for row in KEPT} == set(measure.PARTS)


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
