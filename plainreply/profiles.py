"""Profiles: a choice of rules with their severities and options; one may extend another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plainreply.errors import BadRule
from plainreply.requirements import ORDERS, Requirement, severity_under
from plainreply.resources import read_toml
from plainreply.rule import SEVERITIES, Rule, Severity

ADVISED = ("info", "error")
"""The severity of a rule, and that under an order, between which a warning is right."""
KEYS = frozenset({"title", "extends", "order", "rules", "options"})


class Table(dict[str, Any]):
    """Options as read, hashable; never changed once made, and so are the values in it."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))


@dataclass(frozen=True, slots=True)
class Profile:
    """A named choice of rules. ``severities`` maps a rule's id to its severity or ``off``,
    ``options`` maps it to options that replace the rule's own. ``order`` is the order whose
    requirements it puts in force, empty when it follows none."""

    id: str
    title: str
    severities: Mapping[str, str]
    options: Mapping[str, Mapping[str, Any]]
    order: str = ""


@dataclass(frozen=True, slots=True)
class Tuned:
    """What a configuration sets for one rule: its severity (``off`` switches it off, ``""`` keeps
    it) and options that replace the rule's own."""

    rule: str
    severity: str = ""
    options: Mapping[str, Any] = field(default_factory=Table)


def profiles(
    directory: Path, rules: Mapping[str, Rule], requirements: Iterable[Requirement], *own: Path
) -> dict[str, Profile]:
    """Return the profiles of a directory, and of those of a user's ``own``, by id.

    Raises BadRule with file and key, also for an id that there is already.
    """
    files: dict[str, Path] = {}
    for path in (path for each in (directory, *own) for path in sorted(each.glob("*.toml"))):
        if path.stem in files:
            raise BadRule(f"{path}: профиль «{path.stem}» уже есть, назовите файл иначе")
        files[path.stem] = path
    required = tuple(requirements)
    return {id: _profile(id, files, rules, required) for id in files}


def over(profile: Profile, tuning: Iterable[Tuned]) -> Profile:
    """Return ``profile`` with what a configuration sets for single rules."""
    severities, options = dict(profile.severities), dict(profile.options)
    for each in tuning:
        if each.severity:
            severities[each.rule] = each.severity
        options[each.rule] = {**options.get(each.rule, {}), **each.options}
    return replace(profile, severities=severities, options=options)


def tuned(rule: Rule, profile: Profile) -> Rule:
    """Return the rule with the severity and the options that the profile gives it."""
    asked = profile.severities.get(rule.id)
    severity = next((known for known in SEVERITIES if known == asked), rule.severity)
    options = {**rule.options, **profile.options.get(rule.id, {})}
    return replace(rule, severity=severity, options=options)


def _profile(
    id: str,
    files: Mapping[str, Path],
    rules: Mapping[str, Rule],
    required: tuple[Requirement, ...],
    above: tuple[str, ...] = (),
) -> Profile:
    path, data = files[id], read_toml(files[id])
    _check(path, data, rules)
    base = Profile(id, id, {}, {})
    if parent := data.get("extends"):
        if parent not in files or parent in (*above, id):
            raise BadRule(f"{path}: набора «{parent}» из ключа «extends» нет или он по кругу")
        base = _profile(parent, files, rules, required, (*above, id))
    order = data.get("order", base.order)
    demanded = _demanded(data.get("order", ""), rules, required)
    severities = {**base.severities, **demanded, **data.get("rules", {})}
    return Profile(id, data.get("title", id), severities, _merged(base, data), order)


def _demanded(
    order: str, rules: Mapping[str, Rule], required: Iterable[Requirement]
) -> dict[str, Severity]:
    """Return how grave an order makes what each rule finds; no rule that it is silent about.

    What a rule only advises becomes a warning at most: there the program may be mistaken.
    """
    serving: dict[str, list[Requirement]] = defaultdict(list)
    for requirement in required:
        if requirement.order == order:
            for source in (requirement.id, *requirement.includes):
                serving[source].append(requirement)
    found: dict[str, Severity] = {}
    for rule in rules.values():
        severity = severity_under(rule, (r for source in rule.source for r in serving[source]))
        if severity:
            found[rule.id] = "warning" if (rule.severity, severity) == ADVISED else severity
    return found


def _merged(base: Profile, data: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Return the options of the profile it extends, with those of its own over them."""
    own = data.get("options", {})
    return {id: {**base.options.get(id, {}), **own.get(id, {})} for id in {**base.options, **own}}


def _check(path: Path, data: Mapping[str, Any], rules: Mapping[str, Rule]) -> None:
    for key in data:
        if key not in KEYS:
            raise BadRule(f"{path}: ключ «{key}» лишний, уберите его или исправьте опечатку")
    if data.get("order", ORDERS[0]) not in ORDERS:
        raise BadRule(f"{path}: ключ «order» должен быть одним из: {', '.join(ORDERS)}")
    for id in (*data.get("rules", {}), *data.get("options", {})):
        if id not in rules:
            raise BadRule(f"{path}: правила «{id}» нет")
    for id, severity in data.get("rules", {}).items():
        if severity not in (*SEVERITIES, "off"):
            raise BadRule(
                f"{path}: у правила «{id}» важность должна быть error, warning, info или off"
            )
