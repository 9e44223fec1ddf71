"""Rules of a user's own from the command line: listed, run, and their examples tested."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

RULE = """
kind = "phrase"
title = "Слово"
severity = "warning"
message = "«{found}»: скажите «{plain}»"
why = "Потому."
lexicon = "officialese.tsv"
[[example]]
bad = "Вам [надлежит] прийти."
good = "Вам нужно прийти."
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "правила" / "wording" / "own-word.toml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE, encoding="utf-8")
    return path


def test_examples_that_hold_end_with_zero(run: Run, rules: Path) -> None:
    result = run("rule", "--test", "правила")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "wording/own-word: верно",
        "Итого: 1 правило, 1 пример, всё сошлось",
    ]


@pytest.mark.parametrize(
    ("example", "told"),
    [
        ('bad = "Вам надлежит [прийти]."', "найдено «надлежит», а ждали «прийти»"),
        ('bad = "Вам [нужно] прийти."', "ничего не найдено, а ждали «нужно»"),
        (
            'bad = "Вам [надлежит] прийти."\ngood = "Вам стоит прийти."',
            "исправлено так: «Вам нужно прийти.», а ждали «Вам стоит прийти.»",
        ),
        ('good = "Вам надлежит прийти."', "замечаний быть не должно, а найдено «надлежит»"),
        ("", "нет ни bad, ни good"),
        ('bad = "[Вам]{косой} пора"', "вида «косой» нет"),
    ],
)
def test_an_example_that_fails_is_told_in_russian(
    run: Run, rules: Path, example: str, told: str
) -> None:
    rules.write_text(f"{RULE}[[example]]\n{example}\n", encoding="utf-8")
    result = run("rule", "--test", "правила")
    assert result.exit_code in (1, 2)
    assert told in " ".join((result.stdout + result.stderr).split())


def test_a_rule_without_a_good_example_is_told(run: Run, rules: Path) -> None:
    rules.write_text(RULE.replace('good = "Вам нужно прийти."', ""), encoding="utf-8")
    result = run("rule", "--test", "правила")
    assert (result.exit_code, "без ошибки (good)" in result.stdout) == (1, True)


def test_a_message_with_an_unknown_field_is_told(run: Run, rules: Path) -> None:
    rules.write_text(RULE.replace("{plain}", "{plian}"), encoding="utf-8")
    result = run("rule", "--test", "правила")
    assert result.exit_code == 2
    assert "возможны только {found}, {plain}" in result.stderr


def test_failures_for_programs(run: Run, rules: Path) -> None:
    rules.write_text(f'{RULE}[[example]]\ngood = "Вам надлежит."\n', encoding="utf-8")
    (told,) = json.loads(run("rule", "--test", "правила", "--format", "json").stdout)["rules"]
    assert (told["id"], told["examples"]) == ("own-word", 2)
    assert [failure["example"] for failure in told["failures"]] == ["Вам надлежит."]


def test_a_folder_without_rules_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "пусто").mkdir()
    assert "нет правил" in run("rule", "--test", "пусто").stderr
    assert "нет, проверьте путь" in run("rule", "--test", "нет").stderr
    assert run("rule", "passive", "--all").exit_code == 2


def test_rules_of_the_configuration_are_listed_and_run(run: Run, rules: Path) -> None:
    config = rules.parents[2] / "plainreply.toml"
    config.write_text('rules-dir = "правила"\nselect = ["own-word"]', encoding="utf-8")
    told = json.loads(run("rule", "--all", "--format", "json").stdout)
    assert "own-word" in {rule["id"] for rule in told["rules"]}
    assert "Слово [own-word]" in run("rule", "own-word").stdout
    assert run("rule", "own-word", "--isolated").exit_code == 2
    result = run("check", "-", "--format", "concise", stdin="Вам надлежит прийти.")
    assert (result.exit_code, "own-word" in result.stdout) == (1, True)
    page = run("rule", "own-word")
    assert "Было:  Вам [надлежит] прийти." in page.stdout
