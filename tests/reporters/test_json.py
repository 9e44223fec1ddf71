"""The report for programs keeps to its published schema."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from report_builder import CLEAN, MISSING, PASSIVE, TWO, checked, checked_word

from plainreply.reporters import Options, Outcome, render


def strict(schema: Any) -> Any:
    """Return the schema with no key allowed that it does not describe."""
    if isinstance(schema, list):
        return list(map(strict, schema))
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    if isinstance(closed.get("properties"), dict) and "type" in closed:
        closed["additionalProperties"] = False
    return closed


SCHEMA = json.loads((files("plainreply.reporters") / "schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(strict(SCHEMA))


def data(*outcomes: Outcome) -> Any:
    return json.loads(render("json", outcomes, Options()))


@pytest.mark.parametrize(
    "outcomes",
    [
        (checked(PASSIVE),),
        (checked(TWO), MISSING),
        (checked_word(CLEAN, PASSIVE),),
        (checked("12.05.2025"),),
        (checked("Приложите паспорт и/или справку."),),
        (),
    ],
)
def test_output_matches_the_schema(outcomes: tuple[Outcome, ...]) -> None:
    VALIDATOR.validate(data(*outcomes))


def test_schema_itself_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_issue_says_what_where_and_how_to_fix() -> None:
    text = f"😀 Здравствуйте!\n\n{PASSIVE}"
    issues = data(checked(text))["files"][0]["issues"]
    issue = next(issue for issue in issues if issue["rule"] == "passive")
    assert text[issue["span"]["start"] : issue["span"]["stop"]] == "рассмотрено"
    assert (issue["line"], issue["column"], issue["end_line"], issue["end_column"]) == (
        3,
        11,
        3,
        22,
    )
    assert (issue["title"], issue["severity"], issue["paragraph"]) == (
        "Страдательный залог",
        "warning",
        2,
    )
    assert issue["fixes"][0]["safety"] == "safe"
    assert [edit["text"] for edit in issue["fixes"][0]["edits"]] == ["Комиссия", "рассмотрела"]


def test_word_file_has_paragraphs_only() -> None:
    issue = data(checked_word(CLEAN, PASSIVE))["files"][0]["issues"][0]
    assert (issue["line"], issue["column"], issue["paragraph"]) == (None, None, 2)


def test_failed_file_is_an_error_object() -> None:
    found = data(checked(CLEAN), MISSING)
    assert found["files"][1] == {"path": "нет.txt", "error": {"message": MISSING.reason}}
    assert (found["summary"]["checked"], found["summary"]["failed"]) == (1, 1)


def test_score_is_explained_and_coverage_told() -> None:
    file = data(checked(PASSIVE))["files"][0]
    lost = sum(part["points"] for part in file["score"]["parts"])
    assert file["score"]["value"] == pytest.approx(100 - lost)
    assert file["readability"]["rough"] is True
    assert {"rule": "italic", "reason": "это простой текст без шрифтов и выделений"} in file[
        "coverage"
    ]["skipped"]


def test_gains_heat_and_features_are_told() -> None:
    file = data(checked(TWO))["files"][0]
    assert file["score"]["gains"][0]["points"] > 0
    assert {rule["rule"] for rule in file["score"]["rules"]} == {
        issue["rule"] for issue in file["issues"]
    }
    assert [0 <= sentence["heat"] <= 1 for sentence in file["sentences"]] == [True]
    numbers = [number for part in file["score"]["parts"] for number in part["issues"]]
    assert sorted(numbers) == list(range(len(file["issues"])))
    low, high = file["readability"]["range"]
    assert low <= file["readability"]["grade"] <= high
    assert "finite" in {feature["name"] for feature in file["readability"]["features"]}


def test_advice_is_always_there() -> None:
    issues = data(checked("Мы начали подготовку ответа."))["files"][0]["issues"]
    assert [issue["severity"] for issue in issues] == ["info"]


def test_ascii_says_the_same() -> None:
    text = render("json", [checked(PASSIVE)], Options(ascii=True))
    assert text.isascii() and json.loads(text) == data(checked(PASSIVE))
