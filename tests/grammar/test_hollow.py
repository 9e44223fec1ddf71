"""«Организовать проведение осмотра»: the empty noun goes."""

import pytest
from parsing import applied, parsed

from plainreply.grammar.split import splits
from plainreply.grammar.unsplit import unsplit


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "Просим организовать проведение ремонта дороги.",
            "Просим организовать ремонт дороги.",
        ),
        ("Просим организовать проведение субботника.", None),
        ("Просим организовать срочное проведение ремонта дороги.", None),
    ],
)
def test_the_hollow_noun_goes(text: str, result: str | None) -> None:
    sentence = parsed(text)
    rewrite = unsplit(sentence, text, splits(sentence)[0])
    assert (None if rewrite is None else applied(text, rewrite.redraft)) == result
