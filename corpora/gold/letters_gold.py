"""Reads the letters that two authors wrote for each letter rule, and holds the rules against them.

A text is headed ``=== rule-id bad genre=reply`` or ``good``; what stands below a line
``--- incoming`` is the letter that it answers. A bad text is found when its rule has a finding on
it, a good one is clean when it has none; what other rules find does not count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from plainreply.analysis import analyse
from plainreply.document import Analysis
from plainreply.lint import Linter
from plainreply.readers import read_text
from plainreply.rule import Issue
from plainreply.rulebook import rulebook
from plainreply.setting import Setting

HEAD = re.compile(r"^=== (?P<rule>[\w-]+) (?P<verdict>bad|good) genre=(?P<genre>[\w-]+)$", re.M)
INCOMING = re.compile(r"^--- incoming$", re.M)


@dataclass(frozen=True, slots=True)
class Letter:
    """A text with the rule that it keeps or breaks, and the letter that it answers, if any."""

    rule: str
    bad: bool
    genre: str
    text: str
    incoming: str = ""


def read_letters(path: Path) -> Iterator[Letter]:
    """Yield the letters of a file. Raises ValueError for a head that is none."""
    return parse_letters(path.read_text(encoding="utf-8"))


def parse_letters(told: str) -> Iterator[Letter]:
    """Yield the letters that a text has one below the other. Raises ValueError for a bad head."""
    heads = list(HEAD.finditer(told))
    if len(heads) != len(re.findall(r"^===", told, re.MULTILINE)):
        raise ValueError("a line that starts with === is no head of a letter")
    stops = [head.start() for head in heads[1:]] + [len(told)]
    for head, stop in zip(heads, stops, strict=True):
        text, *incoming = INCOMING.split(told[head.end() : stop], maxsplit=1)
        yield Letter(
            head["rule"],
            head["verdict"] == "bad",
            head["genre"],
            text.strip("\n"),
            "".join(incoming).strip("\n"),
        )


def judged(letters: Iterable[Letter]) -> Iterator[tuple[Letter, tuple[Issue, ...]]]:
    """Yield the letters, each with what its own rule finds in it."""
    for letter in letters:
        linter = _linter(letter.rule)
        analysis = replace(
            analyse(read_text(letter.text), linter.need),
            setting=Setting(letter.genre, told=True),
            incoming=_incoming(letter.incoming, linter),
        )
        yield letter, linter.issues(analysis)


@cache
def _linter(rule: str) -> Linter:
    return Linter(rulebook().choose(select=[rule]))


def _incoming(text: str, linter: Linter) -> Analysis | None:
    return analyse(read_text(text), linter.need) if text else None
