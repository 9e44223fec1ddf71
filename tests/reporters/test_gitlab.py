"""Code Quality reports of GitLab."""

import json
from typing import Any

from report_builder import MISSING, PASSIVE, TWO, checked, checked_word

from plainreply.reporters import Options, Outcome, render

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def entries(*outcomes: Outcome, info: bool = False) -> list[Any]:
    return json.loads(render("gitlab", outcomes, Options(info=info)))


def test_entry_has_what_gitlab_asks_for() -> None:
    for entry in entries(checked(TWO), checked_word(TWO), MISSING, info=True):
        assert set(entry) == {"check_name", "description", "severity", "fingerprint", "location"}
        assert entry["severity"] in SEVERITIES and entry["description"]
        positions = entry["location"]["positions"]
        assert positions["begin"]["line"] >= 1 and positions["begin"]["column"] >= 1
        assert not entry["location"]["path"].startswith(("./", "/"))


def test_place_and_severity() -> None:
    [entry] = [e for e in entries(checked(f"Да.\n{PASSIVE}")) if e["check_name"] == "passive"]
    assert entry["severity"] == "minor"
    assert entry["location"] == {
        "path": "ответ.txt",
        "positions": {"begin": {"line": 2, "column": 11}, "end": {"line": 2, "column": 22}},
    }


def test_fingerprints_are_unique_in_a_report_and_the_same_in_the_next() -> None:
    text = f"{PASSIVE}\n\n{PASSIVE}"
    found = [e["fingerprint"] for e in entries(checked(text), checked(text, "другой.txt"), MISSING)]
    assert len(set(found)) == len(found) > 4
    moved = entries(checked(f"\n\n\n{text}"))
    assert {e["fingerprint"] for e in moved} <= set(found)


def test_unread_file_blocks() -> None:
    [entry] = entries(MISSING)
    assert (entry["check_name"], entry["severity"]) == ("unreadable-file", "blocker")
    assert entry["description"] == MISSING.reason


def test_advice_comes_when_asked_for() -> None:
    text = "Мы начали подготовку ответа."
    assert entries(checked(text)) == []
    assert [entry["severity"] for entry in entries(checked(text), info=True)] == ["info"]
