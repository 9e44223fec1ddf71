"""Loads and validates the rules and profiles, once. Rules are data: ``rules/<group>/<id>.toml``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plainreply import kinds
from plainreply.errors import BadConfiguration, BadRule
from plainreply.profiles import Profile, Tuned, over, profiles, tuned
from plainreply.requirements import Requirement, requirements
from plainreply.resources import NO_FILE, Table, read_toml, rules_dir, table
from plainreply.rule import SEVERITIES, Example, Rule
from plainreply.setting import GENRES

GROUPS = ("wording", "tone", "format", "letter", "template", "script")
REQUIRED = ("kind", "title", "severity", "message", "why", "example")
OPTIONAL = ("lexicon", "source", "covers", "quotes", "options", "genres")


@dataclass(frozen=True)
class Rulebook:
    """All rules and profiles of one directory, by id."""

    rules: Mapping[str, Rule]
    profiles: Mapping[str, Profile]
    requirements: tuple[Requirement, ...] = ()

    def rule(self, id: str) -> Rule:
        """Return the rule with this id, or raise BadConfiguration that names the nearest one."""
        if id not in self.rules:
            raise BadConfiguration(unknown("Правила", id, self.rules, "rule"))
        return self.rules[id]

    def profile(self, id: str) -> Profile:
        """Return the profile with this id, or raise BadConfiguration that names the nearest."""
        if id not in self.profiles:
            raise BadConfiguration(unknown("Профиля", id, self.profiles, "profile"))
        return self.profiles[id]

    def choose(
        self,
        profile: str = "default",
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        tuning: Iterable[Tuned] = (),
    ) -> tuple[Rule, ...]:
        """Return the rules that ``profile`` with ``tuning`` has on, or just ``select``, less
        ``ignore``.

        Raises BadConfiguration for an unknown profile or rule.
        """
        setting = over(self.profile(profile), tuning)
        wanted = {self.rule(id).id for id in select}
        dropped = {self.rule(id).id for id in ignore}
        return tuple(
            tuned(rule, setting)
            for rule in self.rules.values()
            if rule.id not in dropped
            and (rule.id in wanted if wanted else setting.severities.get(rule.id) != "off")
        )


def unknown(what: str, id: str, names: Iterable[str], command: str) -> str:
    """Return the sentence that a name is unknown, with the nearest one and where the list is."""
    from difflib import get_close_matches

    near = get_close_matches(id, list(names), 1)
    hint = f", возможно, вы имели в виду «{near[0]}»" if near else ""
    return f"{what} «{id}» нет{hint}. Список: plainreply {command}"


@cache
def rulebook(directory: Path | None = None) -> Rulebook:
    """Return the rulebook of ``directory`` (ours by default). Raises BadRule with file and key."""
    root = directory or rules_dir()
    rules = {rule.id: rule for group in GROUPS for rule in _group(root, group)}
    required = requirements(root)
    return Rulebook(rules, profiles(root / "profiles", rules, required), required)


def _group(root: Path, group: str) -> list[Rule]:
    return [rule_of(path, read_toml(path), root) for path in sorted((root / group).glob("*.toml"))]


def rule_of(path: Path, data: Mapping[str, Any], *roots: Path) -> Rule:
    """Return the rule whose file at ``path`` says ``data``. Its lexicon is looked for in the
    directories ``roots``, in order. Raises BadRule with file and key."""
    _check_keys(path, data)
    return Rule(
        id=path.stem,
        group=path.parent.name,
        kind=data["kind"],
        title=data["title"],
        severity=data["severity"],
        message=data["message"],
        why=data["why"].strip(),
        source=tuple(data.get("source", ())),
        examples=tuple(
            Example(e.get("bad"), e.get("good"), e.get("incoming")) for e in data["example"]
        ),
        options=data.get("options", {}),
        lexicon=_lexicon(data["lexicon"], roots) if "lexicon" in data else (),
        covers=tuple(data.get("covers", ())),
        quotes=bool(data.get("quotes", False)),
        genres=tuple(data.get("genres", ())),
    )


def _lexicon(name: str, roots: Sequence[Path]) -> Table:
    """Return the lexicon in the first of the directories that has it. Raises BadRule for none."""
    paths = [root / "lexicons" / name for root in roots]
    for path in paths:
        if path.is_file():
            return table(path)
    raise BadRule(NO_FILE.format(paths[0]))


def _check_keys(path: Path, data: Mapping[str, Any]) -> None:
    for key in REQUIRED:
        if key not in data:
            raise BadRule(f"{path}: нет ключа «{key}», добавьте его")
    for key in data:
        if key not in REQUIRED and key not in OPTIONAL:
            raise BadRule(f"{path}: ключ «{key}» лишний, уберите его или исправьте опечатку")
    for genre in data.get("genres", ()):
        if genre not in GENRES:
            raise BadRule(f"{path}: вида письма «{genre}» нет, выберите: {', '.join(GENRES)}")
    if data["severity"] not in SEVERITIES:
        raise BadRule(f"{path}: ключ «severity» должен быть error, warning или info")
    if data["kind"] not in kinds.NAMES:
        raise BadRule(
            f"{path}: вида «{data['kind']}» нет, выберите один из: {', '.join(kinds.NAMES)}"
        )
