"""«На кого возложена обязанность» told by «обязан»."""

import pytest
from parsing import applied, parsed

from plainreply.grammar.split import splits
from plainreply.grammar.unsplit import unsplit


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "На подрядчика возложена обязанность по вывозу мусора.",
            "Подрядчик обязан вывозить мусор.",
        ),
        (
            "На собственников возложена обязанность содержать двор.",
            "Собственники обязаны содержать двор.",
        ),
        ("На отдел возлагается обязанность по ведению реестра.", "Отдел обязан вести реестр."),
        (
            "Ответит компания, на которую возложена обязанность по уборке двора.",
            "Ответит компания, которая обязана убирать двор.",
        ),
        ("На директора была возложена обязанность по уборке двора.", None),
        ("На жителей возложена обязанность по оплате счетов и уборке двора.", None),
        ("На отдел возложена обязанность по порядку.", None),
    ],
)
def test_duties(text: str, result: str | None) -> None:
    sentence = parsed(text)
    rewrite = unsplit(sentence, text, splits(sentence)[0])
    assert (None if rewrite is None else applied(text, rewrite.redraft)) == result
