"""Shows which examples of a user's own rules hold."""

import json
from collections.abc import Iterator, Sequence
from typing import Protocol

from plainreply.reporters.words import counted, filled
from plainreply.rule import Rule


class Broken(Protocol):
    """An example that does not hold: how it is written, and in what way."""

    @property
    def example(self) -> str:
        """The example, empty where one is missing."""

    @property
    def reason(self) -> str:
        """A Russian phrase."""


Tested = Sequence[tuple[Rule, Sequence[Broken]]]


def as_text(tested: Tested, width: int, ascii: bool = False) -> str:
    """Return what holds and what does not, rule by rule."""
    lines = [line for rule, broken in tested for line in _rule(rule, broken, width)]
    rules = counted(len(tested), "правило", "правила", "правил")
    number = sum(len(rule.examples) for rule, _ in tested)
    wrong = sum(len(broken) for _, broken in tested)
    told = f"не сошлось: {wrong}" if wrong else "всё сошлось"
    end = f"Итого: {rules}, {counted(number, 'пример', 'примера', 'примеров')}, {told}"
    return "".join(f"{line.rstrip()}\n" for line in [*lines, end])


def _rule(rule: Rule, broken: Sequence[Broken], width: int) -> Iterator[str]:
    told = "не сходится" if broken else "верно"
    yield f"{rule.group}/{rule.id}: {told}"
    for each in broken:
        if each.example:
            yield from filled(each.example, width, "  Пример: ", " " * 10)
            yield from filled(each.reason, width, "          ", " " * 10)
        else:
            yield from filled(each.reason, width, "  ", "  ")


def as_json(tested: Tested, width: int = 0, ascii: bool = False) -> str:
    """Return the same for programs."""
    rules = [
        {
            "id": rule.id,
            "group": rule.group,
            "examples": len(rule.examples),
            "failures": [{"example": each.example, "reason": each.reason} for each in broken],
        }
        for rule, broken in tested
    ]
    return json.dumps({"schema_version": 1, "rules": rules}, ensure_ascii=ascii, indent=2) + "\n"
