"""Plain words are offered only where they say what the formula says."""

import pytest

import plainreply
from plainreply.spans import apply


def plain(text: str) -> str | None:
    """Return the text with the fix of its one officialese issue made."""
    (issue,) = [issue for issue in plainreply.check(text).issues if issue.rule == "officialese"]
    return apply(text, issue.fixes[0].edits) if issue.fixes else None


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("В настоящее время врач ведёт приём.", "Сейчас врач ведёт приём."),
        ("В настоящее время касса закрыта.", "Сейчас касса закрыта."),
        ("В настоящее время мост достроен и сдан.", None),
        ("В настоящее время мост достроили.", None),
        ("Фонд собрал денежные средства.", "Фонд собрал деньги."),
        ("Фонд перевёл денежные средства в банк.", None),
        (
            "Ждите ответа 5 дней. В указанный срок мы напишем.",
            "Ждите ответа 5 дней. В этот срок мы напишем.",
        ),
        ("Ждите нас. В указанный срок мы напишем.", None),
        ("Ждите нас. В данный срок мы не уложимся.", "Ждите нас. В этот срок мы не уложимся."),
    ],
)
def test_plain_words(text: str, result: str | None) -> None:
    assert plain(text) == result


def test_a_term_set_by_an_act_is_no_formula() -> None:
    text = "Ответ дали в установленный Порядком срок."
    assert all(issue.rule != "officialese" for issue in plainreply.check(text).issues)


def test_one_fault_is_found_once() -> None:
    text = "Касса закрыта на долгий период времени."
    assert [
        i.rule for i in plainreply.check(text).issues if i.span.of(text) == "период времени"
    ] == ["pleonasm"]
