"""Every requirement of the orders leads to a rule or to a reason, and the docs say so."""

from pathlib import Path

import pytest

from plainreply.reporters.catalogue import profile_page
from plainreply.reporters.demands import page, served, unanswered
from plainreply.requirements import ORDERS
from plainreply.rulebook import rulebook

BOOK = rulebook()
PAGE = Path(__file__).parents[1] / "docs" / "requirements.md"
MOST_REASONS = 0.1


def test_every_requirement_has_a_rule_or_a_reason() -> None:
    assert unanswered(BOOK) == ()


def test_reasons_are_few_and_russian_sentences() -> None:
    reasons = [one.reason for one in BOOK.requirements if one.reason]
    assert len(reasons) <= MOST_REASONS * len(BOOK.requirements)
    assert all(reason[0].isupper() and reason.endswith(".") for reason in reasons)


def test_a_requirement_with_a_reason_has_no_rule() -> None:
    both = [one.id for one in BOOK.requirements if one.reason and served(one, BOOK)]
    assert both == []


@pytest.mark.parametrize("order", ORDERS)
def test_a_profile_tells_every_requirement_of_its_order(order: str) -> None:
    told = profile_page(BOOK.profiles[order], BOOK.choose(order), BOOK, 10_000)
    own = [one for one in BOOK.requirements if one.order == order]
    assert own and all(one.quote in told for one in own)
    assert all(rule.id in told for one in own for rule in served(one, BOOK))


def test_the_page_of_the_docs_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(BOOK), "run python docs/requirements.py"
