"""What is told about a rule: true to the files, and its settings are settings."""

import tomllib
from pathlib import Path

import pytest

from plainreply.links import VARIABLE, rule_url
from plainreply.reporters.ruleview import OFF, literal, view
from plainreply.rule import Rule
from plainreply.rulebook import rulebook
from plainreply.settings import settings_for

BOOK = rulebook()
RULES = list(BOOK.rules.values())


def loaded(text: str, folder: Path) -> set[str]:
    """The rules that are on in the default profile under the settings ``text``."""
    file = folder / "plainreply.toml"
    file.write_text(text, encoding="utf-8")
    choice = settings_for(folder / "letter.txt").choice
    return {rule.id for rule in BOOK.choose("default", tuning=choice.tuning)}


def test_lines_that_switch_rules_off_are_settings(tmp_path: Path) -> None:
    lines = [view(rule, BOOK).switch.removeprefix("[rules]\n") for rule in RULES]
    assert loaded("\n".join(["[rules]", *lines]), tmp_path) == set()


def test_lines_that_tune_rules_are_settings_at_their_usual_values(tmp_path: Path) -> None:
    lines = "\n\n".join(view(rule, BOOK).tuning for rule in RULES)
    assert loaded(lines, tmp_path) == set(BOOK.rules)
    said = tomllib.loads(lines)["rules"]
    assert said == {rule.id: {"severity": rule.severity, **rule.options} for rule in RULES}


def test_values_are_toml() -> None:
    value = {"a": 1, "два слова": ["x", 'y"'], "on": True, "deep": {"share": 0.5}}
    assert tomllib.loads(f"value = {literal(value)}")["value"] == value


@pytest.mark.parametrize("profile", BOOK.profiles)
def test_severity_is_that_of_the_profile(profile: str) -> None:
    on = {rule.id for rule in BOOK.choose(profile)}
    told = {
        rule.id
        for rule in RULES
        for level in view(rule, BOOK).levels
        if level.profile.id == profile and level.severity != OFF
    }
    assert told == on


def test_requirements_that_a_rule_names_come_first() -> None:
    for rule in RULES:
        ids = [demand.requirement.id for demand in view(rule, BOOK).demands]
        assert set(ids[: len(rule.source)]) == set(rule.source)


def test_rule_about_folders_is_no_matter_of_one_letter() -> None:
    folder = view(BOOK.rules["no-faq"], BOOK)
    assert (folder.ignored, folder.comment) == ("", "")
    assert "no-faq" in folder.switch


def test_address_of_a_rule_is_a_page_where_the_place_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rule: Rule = BOOK.rules["passive"]
    monkeypatch.setenv(VARIABLE, "https://docs.example/rules/{id}.html")
    assert rule_url(rule.id) == "https://docs.example/rules/passive.html"
    monkeypatch.setenv(VARIABLE, "https://docs.example/rules.html")
    assert rule_url(rule.id) == "https://docs.example/rules.html#passive"
