"""The grade knows the order of the project's own graded sentences, and good letters from bad."""

from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

import plainreply
from plainreply.resources import read_table

CORPORA = Path(__file__).resolve().parents[2] / "corpora"


def test_the_grade_rises_from_level_to_level() -> None:
    found: dict[int, list[float]] = defaultdict(list)
    for row in read_table(CORPORA / "grades.tsv"):
        found[int(row["grade"])].append(plainreply.check(row["text"]).grade or 0)
    assert sorted(found) == [1, 4, 7, 10, 13, 17]
    assert all(len(grades) == 20 for grades in found.values())
    averages = [mean(found[level]) for level in sorted(found)]
    assert all(lower + 0.3 < higher for lower, higher in pairwise(averages))


def test_letters_stand_in_the_order_a_reader_would_give() -> None:
    letters = [p for p in (CORPORA / "letters").iterdir() if p.is_file()]
    reports = {path.stem: plainreply.check(path) for path in letters}
    good = {n: r for n, r in reports.items() if n.startswith("good")}
    bad = {n: r for n, r in reports.items() if n not in good}
    assert min(r.score or 0 for r in good.values()) > 80
    assert max(r.score or 100 for r in bad.values()) < 50
    assert max(r.grade or 20 for r in good.values()) < 8
    assert median(r.grade or 0 for r in bad.values()) > 12
