"""What the orders require, and what follows for the severity of a rule under each."""

from pathlib import Path

import pytest

from plainreply.errors import BadRule
from plainreply.requirements import ORDERS, Requirement, requirements, severity_under
from plainreply.rule import Rule
from plainreply.rulebook import rulebook


def rule(*source: str) -> Rule:
    return Rule("x", "wording", "phrase", "X", "info", "", "", source)


ALLOWED = Requirement("R3", "kostroma", "62", "смайлики", "may")
ASKED = Requirement("R1", "kostroma", "7.1", "вежливость", "should")
TAKEN = Requirement("R2", "kostroma", "17", "набор", "must", frozenset({"R9"}))


@pytest.mark.parametrize(
    ("source", "severity"),
    [(["R1"], "warning"), (["R9"], "error"), (["R9", "R1"], "warning"), (["R7"], None), ([], None)],
)
def test_severity_is_what_the_order_says_itself_first(
    source: list[str], severity: str | None
) -> None:
    assert severity_under(rule(*source), [ASKED, TAKEN]) == severity


def test_what_an_order_allows_softens_nothing() -> None:
    assert severity_under(rule("R3", "R9"), [ALLOWED, TAKEN]) == "error"
    assert severity_under(rule("R3"), [ALLOWED, TAKEN]) == "info"


def test_advice_becomes_no_error_under_an_order() -> None:
    book = rulebook()
    assert book.rule("key-fact").severity == "info"
    chosen = {chosen.id: chosen.severity for chosen in book.choose("vedomstvo")}
    assert chosen["key-fact"] == "warning" and chosen["passive"] == "error"


def test_the_table_has_every_order_and_known_references() -> None:
    table = rulebook().requirements
    ids = {requirement.id for requirement in table}
    assert {requirement.order for requirement in table} == set(ORDERS)
    assert len(ids) == len(table) >= 203
    assert all(requirement.includes <= ids for requirement in table)


def test_rules_name_only_known_requirements() -> None:
    ids = {requirement.id for requirement in rulebook().requirements}
    unknown = {r.id: set(r.source) - ids for r in rulebook().rules.values()}
    assert {id: gone for id, gone in unknown.items() if gone} == {}


def test_a_row_with_an_unknown_mode_is_refused(tmp_path: Path) -> None:
    head = "id\torder\tplace\tquote\tmode\tincludes\treason\n"
    (tmp_path / "requirements.tsv").write_text(
        head + "R1\tkostroma\t1\tx\tperhaps\t\t\n", encoding="utf-8"
    )
    with pytest.raises(BadRule, match="R1"):
        requirements(tmp_path)
