"""What there is to say about a rule, for the command ``rule`` and its page on the site alike."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plainreply.profiles import Profile, tuned
from plainreply.reporters.demands import MODES
from plainreply.reporters.words import SEVERITY
from plainreply.requirements import Requirement
from plainreply.rule import Example, Rule
from plainreply.rulebook import Rulebook
from plainreply.setting import GENRES

GROUPS = {
    "wording": "Слова и фразы",
    "tone": "Тон",
    "format": "Оформление",
    "letter": "Письмо",
    "template": "Шаблон",
    "script": "Сценарий",
}
OFF = "выключено"


@dataclass(frozen=True, slots=True)
class Level:
    """How grave a profile makes what the rule finds, and the options that it changes, as TOML."""

    profile: Profile
    severity: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Demand:
    """A requirement that the rule serves: the title of its order, and how it is worded there."""

    requirement: Requirement
    order: str
    mode: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in Russian words: ``why`` in one line, ``options`` as TOML, ``genres`` by name."""

    rule: Rule
    group: str
    severity: str
    why: str
    genres: tuple[str, ...]
    faults: tuple[Example, ...]
    good: tuple[Example, ...]
    options: Mapping[str, str]
    levels: tuple[Level, ...]
    demands: tuple[Demand, ...]

    @property
    def in_folders(self) -> bool:
        """Whether the rule is about a folder of templates, where no comment can silence it."""
        return self.rule.kind == "folder"

    @property
    def ignored(self) -> str:
        """The command that checks once without the rule; none for a rule about folders."""
        return "" if self.in_folders else f"plainreply check письмо.docx --ignore {self.rule.id}"

    @property
    def comment(self) -> str:
        """The order in a draft that silences the rule; none for a rule about folders."""
        return (
            "" if self.in_folders else f"<!-- plainreply: пропустить {self.rule.id} — причина -->"
        )

    @property
    def switch(self) -> str:
        """The lines of ``plainreply.toml`` that switch the rule off."""
        return f'[rules]\n{self.rule.id} = "off"'

    @property
    def tuning(self) -> str:
        """The lines of ``plainreply.toml`` that set all there is to set, at its usual value."""
        lines = [f"[rules.{self.rule.id}]", f'severity = "{self.rule.severity}"']
        return "\n".join(lines + [f"{name} = {value}" for name, value in self.options.items()])


def view(rule: Rule, book: Rulebook) -> RuleView:
    """Return what there is to say about a rule of ``book``."""
    return RuleView(
        rule=rule,
        group=GROUPS[rule.group],
        severity=SEVERITY[rule.severity],
        why=" ".join(rule.why.split()),
        genres=tuple(GENRES[genre] for genre in rule.genres),
        faults=tuple(example for example in rule.examples if example.bad is not None),
        good=tuple(example for example in rule.examples if example.bad is None),
        options={name: literal(value) for name, value in rule.options.items()},
        levels=tuple(_level(rule, profile) for profile in book.profiles.values()),
        demands=tuple(_demands(rule, book)),
    )


def literal(value: Any) -> str:
    """Return the value of an option as TOML."""
    if isinstance(value, Mapping):
        pairs = (f"{_key(name)} = {literal(item)}" for name, item in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)


def _level(rule: Rule, profile: Profile) -> Level:
    own = tuned(rule, profile)
    off = profile.severities.get(rule.id) == "off"
    changed = {
        name: literal(value)
        for name, value in own.options.items()
        if rule.options.get(name) != value
    }
    return Level(profile, OFF if off else SEVERITY[own.severity], changed)


def _demands(rule: Rule, book: Rulebook) -> Iterator[Demand]:
    """Yield the requirements that the rule serves, those that it names first."""
    served = [one for one in book.requirements if one.is_served_by(rule)]
    for one in sorted(served, key=lambda one: not one.is_named_by(rule)):
        yield Demand(one, book.profiles[one.order].title, MODES[one.mode])
