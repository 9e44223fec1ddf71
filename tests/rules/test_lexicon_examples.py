"""Every row of the lexicons of turns is proved by the example it carries."""

import pytest

from plainreply.lint import Linter
from plainreply.readers import read_text
from plainreply.resources import Row
from plainreply.rulebook import rulebook
from plainreply.spans import apply

RULES = ("archaism", "colloquial", "idiom", "filler", "aggression")


def rows() -> list[tuple[str, Row]]:
    return [(id, row) for id in RULES for row in rulebook().rule(id).lexicon]


@pytest.fixture(scope="module")
def linters() -> dict[str, Linter]:
    from dataclasses import replace

    return {id: Linter([replace(rulebook().rule(id), genres=())]) for id in RULES}


@pytest.mark.parametrize(("id", "row"), rows(), ids=lambda x: x if isinstance(x, str) else "")
def test_example_of_a_row_is_found(id: str, row: Row, linters: dict[str, Linter]) -> None:
    bad, _, good = row["example"].partition(": ")
    document = read_text(bad[0].upper() + bad[1:] + ".")
    issues = linters[id](document)
    assert len(issues) == 1, (row["phrase"], [i.span.of(document.text) for i in issues])
    if good:
        assert issues[0].fixes, row["phrase"]
        rewritten = apply(document.text, issues[0].fixes[0].edits)
        assert rewritten == good[0].upper() + good[1:] + "."
