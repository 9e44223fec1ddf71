"""Sums up an audit part by part: what its page shows."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plainreply.audit.rows import CHECKED

NOBODY = "не указано"
OTHERS = "остальные"
GROUPS = 1000
"""How many groups of a kind are told apart; letters of further ones are counted together."""
BIN = 10
"""How many points of the score one column takes in."""


@dataclass(slots=True)
class Share:
    """Some letters: how many, how many of them have an error or a remark, how many have a score,
    the sums of the scores and of their squares, and how many letters each rule found something
    in."""

    letters: int = 0
    faulty: int = 0
    scored: int = 0
    points: float = 0.0
    squares: float = 0.0
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, row: Mapping[str, Any], rules: Iterable[str] = ()) -> None:
        """Count a letter in, with the rules that found something there."""
        self.letters += 1
        self.faulty += bool(row["errors"] or row["warnings"])
        self.rules.update(rules)
        if row["score"] is not None:
            self.scored += 1
            self.points += row["score"]
            self.squares += row["score"] ** 2

    @property
    def part(self) -> float:
        """The part of the letters that are faulty (0..1)."""
        return self.faulty / self.letters if self.letters else 0.0

    @property
    def mean(self) -> float | None:
        """The mean score, None without one."""
        return self.points / self.scored if self.scored else None


@dataclass(slots=True)
class Group(Share):
    """Letters of one office or template, also month by month; months are ``2024-05``. Which rules
    found something is counted month by month only where ``tells_rules``."""

    months: dict[str, Share] = field(default_factory=dict)
    tells_rules: bool = False

    def take(self, row: Mapping[str, Any], rules: Iterable[str]) -> None:
        """Count a letter in, in its month, too."""
        self.add(row, rules)
        if row["date"]:
            month = self.months.setdefault(row["date"].isoformat()[:7], Share())
            month.add(row, rules if self.tells_rules else ())


@dataclass(slots=True)
class Tally:
    """The sums of an audit. ``findings`` counts how often each rule found something."""

    all: Group = field(default_factory=lambda: Group(tells_rules=True))
    skipped: Counter[str] = field(default_factory=Counter)
    offices: dict[str, Group] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    scores: Counter[int] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)

    def add(self, letters: Any, findings: Any) -> None:
        """Count in the tables of one part."""
        rules: dict[str, list[str]] = defaultdict(list)
        pairs = findings.group_by(["place", "rule"]).aggregate([([], "count_all")])
        for row in pairs.to_pylist():
            rules[row["place"]].append(row["rule"])
            self.findings[row["rule"]] += row["count_all"]
        for row in letters.to_pylist():
            if row["status"] == CHECKED:
                self._letter(row, rules.get(row["place"], ()))
            else:
                self.skipped[row["reason"]] += 1

    def _letter(self, row: Mapping[str, Any], rules: Iterable[str]) -> None:
        self.all.take(row, rules)
        _group(self.offices, row["office"] or NOBODY).take(row, rules)
        _group(self.groups, row["template"] or row["source"]).take(row, rules)
        if row["score"] is not None:
            self.scores[min(int(row["score"]) // BIN, 100 // BIN - 1)] += 1


def tally(tables: Iterable[tuple[Any, Any]]) -> Tally:
    """Return the sums of all parts, of which one is held at a time."""
    found = Tally()
    for letters, findings in tables:
        found.add(letters, findings)
    return found


def _group(groups: dict[str, Group], name: str) -> Group:
    if name not in groups and len(groups) >= GROUPS:
        name = OTHERS
    return groups.setdefault(name, Group())
