"""SARIF logs keep to the schema of OASIS and to what consumers ask."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator, FormatChecker
from report_builder import CLEAN, MISSING, PASSIVE, TWO, checked, checked_word

from plainreply.reporters import Options, Outcome, render

SCHEMAS = Path(__file__).parents[1] / "schemas"
SCHEMA = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())


def run(*outcomes: Outcome, **options: Any) -> Any:
    log = json.loads(render("sarif", outcomes, Options(**options)))
    VALIDATOR.validate(log)
    return log["runs"][0]


@pytest.mark.parametrize(
    "outcomes",
    [
        (),
        (MISSING,),
        (checked(TWO), checked(CLEAN, "чистый.md"), MISSING),
        (checked_word("", CLEAN, PASSIVE),),
        (checked("12.05.2025", "-"),),
    ],
)
def test_log_matches_the_schema(outcomes: tuple[Outcome, ...]) -> None:
    assert run(*outcomes, notes=lambda: ("Одно письмо осталось.",))["tool"]["driver"]["name"]


def test_schema_refuses_what_is_wrong() -> None:
    log = json.loads(render("sarif", [checked(PASSIVE)], Options()))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not VALIDATOR.is_valid(log)


def test_result_points_at_its_rule_its_file_and_its_words() -> None:
    found = run(checked(CLEAN, "a.txt"), checked(f"Да.\r\n{PASSIVE}", "папка/мой ответ.txt"))
    [result] = [one for one in found["results"] if one["ruleId"] == "passive"]
    rule = found["tool"]["driver"]["rules"][result["ruleIndex"]]
    place = result["locations"][0]["physicalLocation"]
    artifact = found["artifacts"][place["artifactLocation"]["index"]]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("passive", "Страдательный залог")
    assert artifact["location"]["uri"] == place["artifactLocation"]["uri"]
    assert unquote(artifact["location"]["uri"]) == "папка/мой ответ.txt"
    assert place["artifactLocation"]["uri"].isascii()
    assert place["region"] == {
        "startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 22,
        "charOffset": 15, "charLength": 11, "snippet": {"text": "рассмотрено"},
    }  # fmt: skip


def test_every_rule_has_an_address_and_says_why() -> None:
    rules = run(checked(PASSIVE))["tool"]["driver"]["rules"]
    assert len(rules) > 50
    for rule in rules:
        assert re.match(r"[a-z]+:\S+$", rule["helpUri"]) and rule["help"]["text"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})


def test_address_of_the_rules_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAINREPLY_RULES_URL", "https://example.org/rules.html")
    rules = run(checked(PASSIVE))["tool"]["driver"]["rules"]
    assert "https://example.org/rules.html#passive" in {rule["helpUri"] for rule in rules}


def rewritten(text: str, fix: Any) -> str:
    """What an editor makes of ``text`` when it accepts a fix: by lines and columns alone."""
    [change] = fix["artifactChanges"]
    starts = [0, *(match.end() for match in re.finditer("\r\n|\r|\n", text))]
    for one in reversed(change["replacements"]):
        cut = one["deletedRegion"]
        start = starts[cut["startLine"] - 1] + cut["startColumn"] - 1
        stop = starts[cut["endLine"] - 1] + cut["endColumn"] - 1
        assert (start, stop - start) == (cut["charOffset"], cut["charLength"])
        text = text[:start] + one["insertedContent"]["text"] + text[stop:]
    return text


def test_fix_can_be_applied_by_an_editor() -> None:
    text = f"Да 😀.\r\n\r\n{PASSIVE}\r\n"
    results = run(checked(text))["results"]
    [fix] = next(one for one in results if one["ruleId"] == "passive")["fixes"]
    assert rewritten(text, fix) == text.replace(PASSIVE, "Комиссия рассмотрела ваше заявление.")
    assert fix["properties"] == {"safety": "safe"}


def test_word_file_has_paragraphs_and_no_changes_of_bytes() -> None:
    results = run(checked_word(CLEAN, PASSIVE))["results"]
    result = next(one for one in results if one["ruleId"] == "passive")
    [place] = result["locations"]
    assert place["logicalLocations"] == [{"name": "абзац 2", "kind": "paragraph"}]
    region = place["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 11)
    assert "fixes" not in result and "charOffset" not in region


def test_unread_file_is_a_notification_of_a_run_that_failed() -> None:
    assert run(checked(CLEAN))["invocations"][0]["executionSuccessful"] is True
    [invocation] = run(checked(CLEAN), MISSING)["invocations"]
    [notice] = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert (notice["level"], notice["message"]["text"]) == ("error", MISSING.reason)
    where = notice["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(where["uri"]) == "нет.txt"


def prints(text: str) -> list[str]:
    results = run(checked(text))["results"]
    return [one["partialFingerprints"]["plainreply/v1"] for one in results]


def test_fingerprints_do_not_move_with_the_lines() -> None:
    assert prints(PASSIVE) == prints(f"\n\n{PASSIVE}\n")
    both = prints(f"{PASSIVE}\n\n{PASSIVE}")
    assert len(set(both)) == len(both) > 1 and set(prints(PASSIVE)) <= set(both)
