"""What the orders of five offices require, and which rules serve each requirement.

``rules/requirements.tsv`` has a row for every requirement that a program could check. A rule
names in ``source`` the requirements that it serves; a row that no rule can serve says why.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plainreply.errors import BadRule
from plainreply.resources import read_table
from plainreply.rule import Rule, Severity

FILE = "requirements.tsv"
ORDERS = ("minprirody", "vedomstvo", "mordovia", "sakhalin", "kostroma")
SEVERITY_OF: Mapping[str, Severity] = {"must": "error", "should": "warning", "may": "info"}
"""How grave it is to break what an order demands, recommends or allows for."""


class Requirement(NamedTuple):
    """One requirement: its ``order``, the ``place`` there, the ``quote``, and its ``mode``
    (must, should, may). ``includes`` are the requirements of another order that it takes over
    whole; ``reason`` is a Russian sentence that says why no program can check it."""

    id: str
    order: str
    place: str
    quote: str
    mode: str
    includes: frozenset[str] = frozenset()
    reason: str = ""

    def is_named_by(self, rule: Rule) -> bool:
        """Tell whether a rule serves this very requirement."""
        return self.id in rule.source

    def is_served_by(self, rule: Rule) -> bool:
        """Tell whether a rule serves this requirement or one that it takes over."""
        return self.is_named_by(rule) or not self.includes.isdisjoint(rule.source)


def requirements(root: Path) -> tuple[Requirement, ...]:
    """Return the requirements of the rules directory ``root``; none where it has no table."""
    path = root / FILE
    if not path.exists():
        return ()
    return tuple(_requirement(path, row) for row in read_table(path))


def _requirement(path: Path, row: Mapping[str, str]) -> Requirement:
    if row["order"] not in ORDERS or row["mode"] not in SEVERITY_OF:
        raise BadRule(f"{path}: в строке {row['id']} неизвестны order или mode, исправьте их")
    texts = (row["id"], row["order"], row["place"], row["quote"], row["mode"])
    return Requirement(*texts, frozenset(row["includes"].split()), row["reason"])


def severity_under(rule: Rule, requirements: Iterable[Requirement]) -> Severity | None:
    """Return how grave these requirements make what ``rule`` finds, ``None`` where they are
    silent; what a requirement says itself goes before what it takes over, but for what it only
    allows."""
    own, taken = set(), set()
    for requirement in requirements:
        if requirement.is_named_by(rule):
            own.add(requirement.mode)
        elif requirement.is_served_by(rule):
            taken.add(requirement.mode)
    return next(
        (SEVERITY_OF[mode] for mode in SEVERITY_OF if mode in (own - {"may"} or taken or own)), None
    )
