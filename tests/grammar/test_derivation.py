"""Verbs behind action nouns: from the table, and derived where the table is silent."""

import pytest

from plainreply.analysis.dictionary import known, readings
from plainreply.grammar.derivation import families, parse_government
from plainreply.grammar.forms import CASES
from plainreply.grammar.nominal import derived, family_of


@pytest.mark.parametrize(
    ("cell", "government"),
    [
        ("gen>acc;за+ins>acc", {"gen": "acc", "за+ins": "acc"}),
        (" gen > subj ", {"gen": "subj"}),
        ("", {}),
        ("мусор", {}),
    ],
)
def test_parse_government(cell: str, government: dict[str, str]) -> None:
    assert parse_government(cell) == government


@pytest.mark.parametrize(
    ("noun", "ipf", "pf"),
    [
        ("рассмотрение", "рассматривать", "рассмотреть"),
        ("проверка", "проверять", "проверить"),
        ("учёт", "учитывать", "учесть"),
        ("учет", "учитывать", "учесть"),
    ],
)
def test_families(noun: str, ipf: str, pf: str) -> None:
    family = families()[noun]
    assert (family.verb(False), family.verb(True)) == (ipf, pf)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("финансирование", "финансировать"),
        ("голосование", "голосовать"),
        ("укрепление", "укрепить"),
        ("погружение", "погружать"),
        ("хождение", "ходить"),
        ("здание", None),
        ("стол", None),
        ("бздынькание", None),
    ],
)
def test_derived(noun: str, verb: str | None) -> None:
    assert derived(noun) == verb


@pytest.mark.parametrize("noun", ["право", "услуга", "пособие", "условие", "стол"])
def test_lexical_nouns_have_no_family(noun: str) -> None:
    assert family_of(noun) is None


def test_verbs_of_the_table_have_their_aspect() -> None:
    for family in families().values():
        for verb, aspect in ((family.ipf, "impf"), (family.pf, "perf")):
            parses = [p for p in readings(verb.removeprefix("не ")) if p.is_known]
            assert not parses or any(aspect in p.tag for p in parses), (family.noun, verb)


def test_governments_of_the_table_name_real_cases() -> None:
    for family in families().values():
        for source, target in family.government.items():
            assert source.split("+")[-1] in {*CASES, "inf"}, (family.noun, source)
            assert target.split("|")[-1].split("+")[-1] in {*CASES, "subj", "inf", "нет"}, (
                family.noun
            )


def test_only_lexical_nouns_have_no_verb() -> None:
    for family in families().values():
        assert family.sense in {"action", "both", "lexical"}, family.noun
        assert family.sense == "lexical" or family.ipf or family.pf, family.noun


def test_the_nouns_of_the_table_are_known_words() -> None:
    unknown = [noun for noun in families() if not known(noun)]
    assert len(unknown) < len(families()) / 10
