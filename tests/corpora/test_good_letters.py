"""The good letters are good under every order: no profile finds an error in them."""

from pathlib import Path

import pytest

from plainreply.checker import checker
from plainreply.readers import read
from plainreply.rulebook import rulebook

LETTERS = sorted((Path(__file__).parents[2] / "corpora" / "letters").glob("good-*.*"))


@pytest.mark.parametrize("profile", rulebook().profiles)
@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_a_good_letter_has_no_error_under_any_profile(letter: Path, profile: str) -> None:
    report = checker(profile)(read(letter))
    errors = [
        (i.rule, i.span.of(report.document.text)) for i in report.issues if i.severity == "error"
    ]
    assert errors == []
