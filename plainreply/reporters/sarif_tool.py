"""The rules as SARIF describes the tool that made a log."""

from collections.abc import Iterable

from plainreply.data import Json
from plainreply.links import rule_url
from plainreply.rule import Rule, Severity
from plainreply.version import __version__

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def driver(rules: Iterable[Rule]) -> Json:
    """Return the tool with its rules, in the order that ``ruleIndex`` counts."""
    return {
        "name": "plainreply",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": list(map(_rule, rules)),
    }


def _rule(rule: Rule) -> Json:
    why = " ".join(rule.why.split())
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": why},
        "help": {"text": why, "markdown": _help(rule, why)},
        "helpUri": rule_url(rule.id),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _help(rule: Rule, why: str) -> str:
    """Return why the rule is there and a sentence before and after its repair."""
    pair = next((e for e in rule.examples if e.bad is not None and e.good is not None), None)
    if pair is None or pair.bad is None:
        return why
    bad = pair.bad.replace("[", "**").replace("]", "**")
    return f"{why}\n\n- Было: {bad}\n- Стало: {pair.good}"
