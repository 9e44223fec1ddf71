"""Sums up an audit part by part: what its page shows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plainreply.audit.rows import CHECKED

NOBODY = "не указано"
OTHERS = "остальные"
GROUPS = 5000
"""How many groups of a kind are told apart; letters of further ones are counted together."""
BIN = 10
"""How many points of the score one column takes in."""


@dataclass(slots=True)
class Share:
    """Some letters: how many, how many of them have an error or a remark, and their scores."""

    letters: int = 0
    faulty: int = 0
    scored: int = 0
    points: float = 0.0

    def add(self, row: Mapping[str, Any]) -> None:
        """Count a letter in."""
        self.letters += 1
        self.faulty += bool(row["errors"] or row["warnings"])
        if row["score"] is not None:
            self.scored += 1
            self.points += row["score"]

    @property
    def part(self) -> float:
        """The part of the letters that are faulty (0..1)."""
        return self.faulty / self.letters if self.letters else 0.0

    @property
    def mean(self) -> float | None:
        """The mean score, None without one."""
        return self.points / self.scored if self.scored else None


@dataclass(slots=True)
class Tally:
    """The sums of an audit. ``months`` are ``2024-05``; ``by_rule`` counts the letters in which a
    rule found something, ``findings`` how often it did, ``rule_months`` the letters by both."""

    all: Share = field(default_factory=Share)
    skipped: Counter[str] = field(default_factory=Counter)
    months: dict[str, Share] = field(default_factory=dict)
    offices: dict[str, Share] = field(default_factory=dict)
    groups: dict[str, Share] = field(default_factory=dict)
    scores: Counter[int] = field(default_factory=Counter)
    by_rule: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    rule_months: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, letters: Any, findings: Any) -> None:
        """Count in the tables of one part."""
        months: dict[str, str] = {}
        for row in letters.to_pylist():
            if row["status"] == CHECKED:
                months[row["place"]] = month = _month(row["date"])
                self._letter(row, month)
            else:
                self.skipped[row["reason"]] += 1
        pairs = findings.group_by(["place", "rule"]).aggregate([([], "count_all")])
        for row in pairs.to_pylist():
            rule = row["rule"]
            self.by_rule[rule] += 1
            self.findings[rule] += row["count_all"]
            if month := months.get(row["place"], ""):
                self.rule_months[rule, month] += 1

    def _letter(self, row: Mapping[str, Any], month: str) -> None:
        self.all.add(row)
        if month:
            _share(self.months, month).add(row)
        _share(self.offices, row["office"] or NOBODY).add(row)
        _share(self.groups, row["template"] or row["source"]).add(row)
        if row["score"] is not None:
            self.scores[min(int(row["score"]) // BIN, 100 // BIN - 1)] += 1


def tally(tables: Iterable[tuple[Any, Any]]) -> Tally:
    """Return the sums of all parts, of which one is held at a time."""
    found = Tally()
    for letters, findings in tables:
        found.add(letters, findings)
    return found


def _share(shares: dict[str, Share], name: str) -> Share:
    if name not in shares and len(shares) >= GROUPS:
        name = OTHERS
    return shares.setdefault(name, Share())


def _month(date: Any) -> str:
    return f"{date:%Y-%m}" if date else ""
