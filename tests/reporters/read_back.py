"""Reads where each format says that its findings are, by ways of its own."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree


@dataclass(frozen=True)
class Place:
    """Where a report says that a finding is: from ``start`` to ``stop``, counted from the start of
    the text, ``stop`` None where the format tells no end."""

    start: int
    stop: int | None


class Lines:
    """Counts lines by itself: from bytes, as an editor does."""

    def __init__(self, data: bytes) -> None:
        self.text = data.decode("utf-8-sig")
        self._starts = [0]
        for at, char in enumerate(self.text):
            if char == "\n" or (char == "\r" and self.text[at + 1 : at + 2] != "\n"):
                self._starts.append(at + 1)

    def at(self, line: int, column: int) -> int:
        start = self._starts[line - 1]
        assert start <= start + column - 1 <= len(self.text)
        return start + column - 1

    def place(self, line: int, column: int, *end: int) -> Place:
        return Place(self.at(line, column), self.at(*end) if end else None)


def in_json(told: str, lines: Lines) -> Iterator[Place]:
    yield from (_json_issue(issue, lines) for issue in json.loads(told)["files"][0]["issues"])


def in_json_lines(told: str, lines: Lines) -> Iterator[Place]:
    for line in told.split("\n")[:-1]:
        data = json.loads(line)
        if data["type"] == "issue":
            yield _json_issue(data, lines)


def _json_issue(data: Any, lines: Lines) -> Place:
    place = lines.place(data["line"], data["column"], data["end_line"], data["end_column"])
    assert place == Place(data["span"]["start"], data["span"]["stop"])
    return place


def in_sarif(told: str, lines: Lines) -> Iterator[Place]:
    [run] = json.loads(told)["runs"]
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        place = _region(region, lines)
        assert region["snippet"]["text"] == lines.text[place.start : place.stop]
        for fix in result.get("fixes", ()):
            for one in fix["artifactChanges"][0]["replacements"]:
                _region(one["deletedRegion"], lines)
        yield place


def _region(region: Any, lines: Lines) -> Place:
    keys = ("startLine", "startColumn", "endLine", "endColumn")
    place = lines.place(*(region[key] for key in keys))
    assert place == Place(region["charOffset"], region["charOffset"] + region["charLength"])
    return place


def in_gitlab(told: str, lines: Lines) -> Iterator[Place]:
    for entry in json.loads(told):
        ends = entry["location"]["positions"]
        yield lines.place(*ends["begin"].values(), *ends["end"].values())


def in_github(told: str, lines: Lines) -> Iterator[Place]:
    for line in told.split("\n"):
        if line.startswith("::warning "):
            fields = dict(re.findall(r"(\w+)=([^,]*?)(?=,|::)", line))
            start, stop = int(fields["line"]), int(fields["endLine"])
            if "col" in fields:
                yield lines.place(start, int(fields["col"]), stop, int(fields["endColumn"]))
            else:
                assert start < stop
                yield Place(-start, -stop)


def in_junit(told: str, lines: Lines) -> Iterator[Place]:
    for case in etree.fromstring(told.encode()).iter("testcase"):
        if case.get("line"):
            place = lines.place(int(case.get("line")), int(case.get("column")))
            assert case[0].text.startswith(f"а.txt:{case.get('line')}:{case.get('column')}")
            yield place


def in_concise(told: str, lines: Lines) -> Iterator[Place]:
    for line, column in re.findall(r"^а\.txt:(\d+):(\d+): замечание", told, re.M):
        yield lines.place(int(line), int(column))


READERS: dict[str, Callable[[str, Lines], Iterator[Place]]] = {
    "json": in_json,
    "json-lines": in_json_lines,
    "sarif": in_sarif,
    "gitlab": in_gitlab,
    "github": in_github,
    "junit": in_junit,
    "concise": in_concise,
}
