"""Long sentences: the same split whatever other rules run, lists as the format writes them."""

import pytest

import plainreply
from plainreply.checker import checker
from plainreply.document import Source
from plainreply.readers.text import text_document
from plainreply.spans import apply

LONG = (
    "Подрядчик не устранил дефекты кровли дома до первого июня, в связи с чем управляющая компания "
    "направила ему претензию и потребовала вернуть часть денег."
)
ROW = (
    "К заявлению на выплату приложите: копию паспорта заявителя с отметкой о прописке, справку о "
    "составе семьи с места жительства, выписку из банка о доходах за год."
)


def test_a_split_does_not_hang_on_other_rules() -> None:
    alone = plainreply.check(LONG, select=["long-sentence"]).issues
    among = [i for i in plainreply.check(LONG).issues if i.rule == "long-sentence"]
    assert alone[0].fixes == among[0].fixes != ()


def test_the_message_says_both_limits() -> None:
    (found,) = plainreply.check(LONG, select=["long-sentence"]).issues
    assert "20" in found.message
    assert "30" in found.message


def rewritten(text: str, form: str) -> str:
    """Return what the first fix of the one long sentence makes of a draft of this format."""
    document = text_document(text, Source(format=form))
    (found,) = checker("default", ("long-sentence",))(document).issues
    return apply(text, found.fixes[0].edits) if found.fixes else text


@pytest.mark.parametrize(
    ("form", "before", "between"),
    [("text", "\n– ", "\n– "), ("docx", "\n– ", "\n– "), ("markdown", "\n\n- ", "\n- ")],
)
def test_a_list_is_written_as_its_format_does(form: str, before: str, between: str) -> None:
    fresh = rewritten(ROW, form)
    assert f"приложите:{before}копию" in fresh
    assert f";{between}справку" in fresh
    assert f";{between}выписку" in fresh


def test_a_list_keeps_the_ends_of_lines() -> None:
    fresh = rewritten(f"Уважаемая Анна Петровна!\r\n\r\n{ROW}\r\n", "text")
    assert fresh.count("\r\n") == fresh.count("\n") == 6


def test_a_list_item_gets_no_list_of_its_own() -> None:
    assert rewritten(f"1) {ROW}", "text") == f"1) {ROW}"
