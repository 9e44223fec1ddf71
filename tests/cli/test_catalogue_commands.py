"""The commands rule and profile."""

import json
from typing import Any


def test_rules_are_listed(run: Any) -> None:
    result = run("rule")
    assert result.exit_code == 0 and "split-predicate" in result.stdout


def test_rule_is_explained(run: Any) -> None:
    result = run("rule", "passive")
    assert result.exit_code == 0 and "Стало: " in result.stdout and "R028" in result.stdout


def test_rules_for_programs(run: Any) -> None:
    rules = json.loads(run("rule", "passive", "--format", "json").stdout)["rules"]
    assert [rule["id"] for rule in rules] == ["passive"]


def test_unknown_rule_names_the_nearest(run: Any) -> None:
    result = run("rule", "passiv")
    assert result.exit_code == 2 and "«passive»" in result.stderr


def test_profiles_are_listed_and_explained(run: Any) -> None:
    assert "default" in run("profile").stdout
    assert "passive" in run("profile", "default").stdout
    assert run("profile", "нет").exit_code == 2
