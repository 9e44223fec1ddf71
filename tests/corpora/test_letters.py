"""Today's findings on the letters are those of the snapshots; good letters stay clean."""

import subprocess
import sys
from pathlib import Path

import pytest

import plainreply
from plainreply.checker import checker
from plainreply.rulebook import rulebook

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
sys.path.insert(0, str(CORPORA))

import snapshot  # noqa: E402

LETTERS = snapshot.letters()
GOOD = [letter for letter in LETTERS if letter.name.startswith("good")]
BAD = [letter for letter in LETTERS if letter not in GOOD]


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_findings_are_those_of_the_snapshot(letter: Path) -> None:
    assert snapshot.snapshot(letter) == snapshot.place(letter).read_text(encoding="utf-8")


@pytest.mark.parametrize("letter", GOOD, ids=lambda path: path.stem)
def test_a_good_letter_yields_nearly_nothing(letter: Path) -> None:
    report = plainreply.check(letter)
    assert len(report.issues) <= report.readability.words / 100
    assert report.score is not None and report.score > 80


@pytest.mark.parametrize("profile", rulebook().profiles)
def test_a_good_letter_keeps_the_letter_rules_of_every_order(profile: str) -> None:
    rules = tuple(rule.id for rule in rulebook().rules.values() if rule.group == "letter")
    issues = [(g.stem, i) for g in GOOD for i in checker(profile, rules)(g).issues]
    fine = (
        {"info", "warning"} if profile == "easy" else {"info"}
    )  # «easy» asks for more than orders
    assert [(stem, i.rule) for stem, i in issues if i.severity not in fine] == []


@pytest.mark.parametrize("letter", BAD, ids=lambda path: path.stem)
def test_a_bad_letter_scores_low(letter: Path) -> None:
    score = plainreply.check(letter).score
    assert score is not None and score < 50


def test_the_docx_letters_are_what_their_sources_make() -> None:
    command = [sys.executable, str(CORPORA / "build_letters.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
