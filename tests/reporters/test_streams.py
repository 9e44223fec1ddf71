"""Outcomes are told as they come: no report is held longer than it is told, in any format."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from weakref import ref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_builder import CLEAN, MISSING, PASSIVE, checked

from plainreply.report import Report
from plainreply.reporters import FORMATS, Checked, Options, Outcome, Outcomes, render, stream
from plainreply.reporters.html import site
from plainreply.reporters.jsonpieces import described, listed
from plainreply.reporters.scores import SCORE_FORMATS

AT_ONCE = 2
"""Reports that may be held: the one that is told and the next one."""
AT_THE_END = ("html", "junit", "github")
"""Formats whose totals or worst findings stand first; a page of many letters is a site."""
Told = Callable[[Outcomes], Iterator[object]]
WAYS: dict[str, Told] = {
    **{name: lambda o, n=name: stream(n, o, Options()) for name in FORMATS if name != "html"},  # type: ignore[misc]
    **{f"score {name}": lambda o, t=tell: t(o, Options()) for name, tell in SCORE_FORMATS.items()},  # type: ignore[misc]
    "site": lambda outcomes: site(outcomes, Options(), "", "index.html"),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_report_is_held_longer_than_it_is_told(way: str) -> None:
    made: list[ref[Report]] = []
    most = 0

    def coming() -> Iterator[Outcome]:
        nonlocal most
        for number in range(8):
            report = replace(checked(PASSIVE).report)
            made.append(ref(report))
            outcome = Checked(f"{number}.txt", report)
            del report
            yield outcome
            del outcome
            most = max(most, sum(one() is not None for one in made))
        yield MISSING

    for _ in WAYS[way](coming()):
        pass
    assert 0 < most <= AT_ONCE


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in AT_THE_END])
def test_a_letter_is_told_before_the_next_is_checked(format: str) -> None:
    asked: list[str] = []

    def coming() -> Iterator[Outcome]:
        for one in (checked(PASSIVE, "a.txt"), checked(CLEAN, "b.txt")):
            asked.append(one.name)
            yield one

    told = ""
    for piece in stream(format, coming(), Options()):
        told += piece
        if "страдательный" in told:
            break
    assert "страдательный" in told and asked == ["a.txt"]


def test_notes_are_asked_for_when_all_is_told() -> None:
    passed: list[str] = []

    def coming() -> Iterator[Outcome]:
        passed.append("a.txt")
        yield checked(CLEAN, "a.txt")

    for format in ("full", "concise", "json", "json-lines", "sarif", "github"):
        told = render(format, coming(), Options(notes=lambda: (f"прошло {len(passed)}",)))
        assert f"прошло {len(passed)}" in told


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)  # on a busy machine one example may take longer than the usual limit
@given(VALUES, st.lists(VALUES, max_size=3), VALUES, st.booleans())
def test_json_in_pieces_is_what_the_library_writes(
    first: Any, items: list[Any], last: Any, ascii: bool
) -> None:
    whole = {"first": first, "items": items, "last": last}
    made = "".join(described({"first": first}, "items", items, lambda: {"last": last}, ascii))
    assert made == json.dumps(whole, ensure_ascii=ascii, indent=2)
    assert "".join(listed(items, ascii)) == json.dumps(items, ensure_ascii=ascii, indent=2)
