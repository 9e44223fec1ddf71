"""Shows the settings in force for a draft, and where each was set."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plainreply.choice import WordFile
from plainreply.reporters.words import decimal
from plainreply.settings import Settings
from plainreply.settings.files import shown
from plainreply.settings.globs import Globs

BY_DEFAULT = "по умолчанию"
DEFAULTS = {
    "profile": "default",
    "genre": "узнаётся по словам",
    "select": "все правила профиля",
    "fail-on": "warning",
    "format": "full",
}
"""What holds where nothing is set, for those who read."""


def as_text(name: str, settings: Settings) -> str:
    """Return the settings of a draft as a table: key, value, where it was set."""
    rows = list(_rows(settings))
    keys = max(len(key) for key, _, _ in rows)
    values = max(len(value) for _, value, _ in rows)
    lines = [f"  {key.ljust(keys)}  {value.ljust(values)}  {place}" for key, value, place in rows]
    return "\n".join([f"Настройки для {name}", *lines, ""])


def as_json(name: str, settings: Settings, ascii: bool) -> str:
    """Return the settings of a draft for programs."""
    told = {
        str(key): {"value": _plain(given.value), "from": given.place}
        for key, given in sorted(settings.origins.items())
    }
    data = {"path": name, "settings": told}
    return json.dumps(data, ensure_ascii=ascii, indent=2) + "\n"


def _rows(settings: Settings) -> Iterator[tuple[str, str, str]]:
    given = {str(key): each for key, each in settings.origins.items()}
    for key in [*DEFAULTS, *sorted(given.keys() - DEFAULTS.keys())]:
        if key in given:
            yield key, _words(given[key].value), given[key].place
        else:
            yield key, DEFAULTS[key], BY_DEFAULT


def _words(value: Any) -> str:
    """Return a value as the file has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return decimal(value)
    plain = _plain(value)
    return ", ".join(map(str, plain)) if isinstance(plain, list) else str(plain)


def _plain(value: Any) -> Any:
    """Return a value that JSON has."""
    if isinstance(value, Globs):
        return list(value.patterns)
    if isinstance(value, WordFile):
        return shown(value.path)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return shown(value) if isinstance(value, Path) else value
