"""The report as JSON lines keeps to its published schema and comes as files are checked."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from report_builder import CLEAN, MISSING, PASSIVE, TWO, checked, checked_word

from plainreply.reporters import Options, Outcome, render, stream


def schema(name: str) -> Any:
    return json.loads((files("plainreply.reporters") / name).read_text(encoding="utf-8"))


LINES = schema("schema-lines.json")
for part in LINES["$defs"].values():
    part["unevaluatedProperties"] = False
REGISTRY = Registry().with_resource("schema.json", Resource.from_contents(schema("schema.json")))
VALIDATOR = Draft202012Validator(LINES, registry=REGISTRY)
ALL = (checked(TWO), checked_word(CLEAN, PASSIVE), MISSING, checked(CLEAN))


def lines(*outcomes: Outcome) -> list[Any]:
    return [json.loads(line) for line in render("json-lines", outcomes, Options()).splitlines()]


def test_every_line_matches_the_schema() -> None:
    Draft202012Validator.check_schema(LINES)
    for line in lines(*ALL):
        VALIDATOR.validate(line)


def test_lines_say_what_the_one_object_says() -> None:
    whole, told = json.loads(render("json", ALL, Options())), lines(*ALL)
    assert told[-1]["summary"] == whole["summary"]
    rest = {"schema_version", "type", "path", "number"}
    for file in whole["files"]:
        mine = [line for line in told if line.get("path") == file["path"]]
        issues = [{k: v for k, v in line.items() if k not in rest} for line in mine]
        if "error" in file:
            assert issues == [{"error": file["error"]}]
        elif len([one for one in ALL if one.name == file["path"]]) == 1:
            assert issues[1:] == file["issues"]


def test_order_is_file_then_findings_then_summary() -> None:
    kinds = [line["type"] for line in lines(checked(PASSIVE), MISSING)]
    assert kinds == ["file", "issue", "error", "summary"]


def test_a_file_is_told_before_the_next_is_checked() -> None:
    asked: list[str] = []

    def coming() -> Iterator[Outcome]:
        for one in (checked(PASSIVE, "a.txt"), checked(CLEAN, "b.txt")):
            asked.append(one.name)
            yield one

    pieces = stream("json-lines", coming(), Options())
    assert json.loads(next(pieces))["path"] == "a.txt" and asked == ["a.txt"]
