"""The settings of a run: values, and where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from plainreply.choice import DEFAULT, Choice
from plainreply.profiles import Table, Tuned
from plainreply.settings.files import File
from plainreply.settings.lines import Keys

COMMAND_LINE = "командная строка"
ADDED = frozenset({"ignore", "vocabulary"})
"""Lists that add up; any other value takes the place of an earlier one."""


class Given(NamedTuple):
    """A value that someone has set: in a ``file`` under ``keys``, or on the command line."""

    value: Any
    file: File | None = None
    keys: Keys = ()

    @property
    def place(self) -> str:
        """Where it was set, in Russian."""
        return self.file.place(self.keys) if self.file else COMMAND_LINE


class Key(NamedTuple):
    """What is set: ``profile``, or one option of one rule (``rules``, its id, the option)."""

    name: str
    rule: str = ""
    option: str = ""

    def __str__(self) -> str:
        """The key as it is written with dots."""
        return ".".join(filter(None, self))


Layer = Mapping[Key, Given]
"""What one file, one of its overrides or the command line sets."""


@dataclass(frozen=True)
class Settings:
    """What holds for one draft. ``choice`` decides what is found; ``genre`` is what the draft is
    meant to be unless it says so itself, ``incoming`` what it answers; ``fail_on`` and
    ``min_score`` (0..100) decide the exit status; ``baseline`` holds the findings that are known.
    ``origins`` tell where values were set."""

    choice: Choice = DEFAULT
    genre: str | None = None
    incoming: Path | None = None
    fail_on: str = "warning"
    min_score: float | None = None
    format: str = "full"
    baseline: Path | None = None
    origins: Layer = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False, hash=False
    )


def joined(*layers: Layer) -> Layer:
    """Return the layers as one: a later value takes the place of an earlier one, but what is
    ignored adds up until rules are selected anew."""
    found: dict[Key, Given] = {}
    for layer in layers:
        if Key("select") in layer:
            found.pop(Key("ignore"), None)
        for key, given in layer.items():
            before = found.get(key)
            if before is not None and key.name in ADDED:
                given = Given((*before.value, *given.value), given.file, given.keys)
            found[key] = given
    return found


def settled(layer: Layer) -> Settings:
    """Return the settings that a layer makes, with what is not set as it is by default."""

    def value(name: str, default: Any) -> Any:
        given = layer.get(Key(name))
        return default if given is None else given.value

    choice = Choice(
        value("profile", "default"),
        value("select", ()),
        value("ignore", ()),
        _tuning(layer),
        value("rules-dir", ()),
        value("vocabulary", ()),
    )
    return Settings(
        choice,
        value("genre", None),
        value("incoming", None),
        value("fail-on", "warning"),
        value("min-score", None),
        value("format", "full"),
        value("baseline", None),
        layer,
    )


def _tuning(layer: Layer) -> tuple[Tuned, ...]:
    severities: dict[str, str] = {}
    options: dict[str, Table] = {}
    for key, given in layer.items():
        if key.option == "severity":
            severities[key.rule] = given.value
        elif key.rule:
            options.setdefault(key.rule, Table())[key.option] = given.value
    ids = sorted({*severities, *options})
    return tuple(Tuned(id, severities.get(id, ""), options.get(id, Table())) for id in ids)
