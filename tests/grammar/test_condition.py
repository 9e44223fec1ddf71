"""«В случае …» told by a clause with «если», or left alone."""

import pytest

from plainreply.lint import Linter
from plainreply.readers import read_text
from plainreply.rulebook import rulebook
from plainreply.spans import apply


def told(text: str) -> str | None:
    """Return the sentence with its first compound preposition told plainly."""
    (issue, *_) = Linter([rulebook().rule("compound-preposition")])(read_text(text))
    return apply(text, issue.fixes[0].edits) if issue.fixes else None


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("В случае отмены рейса деньги вернут.", "Если рейс отменят, деньги вернут."),
        ("Дом отключат в случае неоплаты счёта.", "Дом отключат, если не оплатить счёт."),
        ("В случае поступления жалобы мы ответим.", "Если поступит жалоба, мы ответим."),
        ("В случае изменения адреса сообщите нам.", "Если адрес изменится, сообщите нам."),
        ("В случае необходимости мы позвоним.", "Если нужно, мы позвоним."),
        (
            "В случае утраты справки обратитесь к нам.",
            "Если утратите справку, обратитесь к нам.",
        ),
        (
            "В случае несогласия с решением Вы вправе подать жалобу.",
            "Если Вы не согласны с решением, Вы вправе подать жалобу.",
        ),
    ],
)
def test_condition(text: str, result: str) -> None:
    assert told(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "В случае повреждения двери обратитесь к нам.",
        "В случае необходимости запроса сведений мы позвоним.",
        "В случае несогласия с решением подаётся жалоба.",
        "Ответ направят в случае выявления нарушений и подписания акта.",
        "В случае отказа мы ответим.",
    ],
)
def test_nothing_is_told_that_is_not_sure(text: str) -> None:
    assert told(text) is None
