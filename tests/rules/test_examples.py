"""Every rule is proved by the examples it carries."""

import pytest

from plainreply.examples import failures
from plainreply.rule import Rule
from plainreply.rulebook import rulebook

RULES = list(rulebook().rules.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule: Rule) -> None:
    assert list(failures(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_three_bad_and_three_good_examples(rule: Rule) -> None:
    assert sum(example.bad is not None for example in rule.examples) >= 3
    assert sum(example.good is not None for example in rule.examples) >= 3
