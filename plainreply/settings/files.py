"""Configuration files: which names they have, how they are found and read."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plainreply.errors import BadConfiguration
from plainreply.settings.lines import Keys, line_of

PYPROJECT = "pyproject.toml"
NAMES = (".plainreply.toml", "plainreply.toml", PYPROJECT)
"""What configuration files are called; the first of one folder counts."""
SECTION = ("tool", "plainreply")
UNREADABLE = "{}: файл настроек не читается, проверьте путь и доступ"
NOT_UTF8 = "{}: файл настроек в другой кодировке, сохраните его в кодировке UTF-8"
NOT_TOML = "{}, строка {}: это не TOML, проверьте кавычки, скобки и знак «=»"
NO_SECTION = "{}: раздела [tool.plainreply] нет, добавьте его или укажите другой файл"
NOT_TABLE = "{}: раздел [tool.plainreply] должен состоять из ключей и значений"


@dataclass(frozen=True)
class File:
    """A configuration file that was read: its text and the table with our keys, which stands
    under ``prefix``."""

    path: Path
    text: str = field(repr=False)
    table: Mapping[str, Any] = field(repr=False, compare=False)
    prefix: Keys = ()

    def place(self, keys: Keys) -> str:
        """Return the file and the line of a key, in Russian."""
        return f"{shown(self.path)}, строка {line_of(self.text, (*self.prefix, *keys))}"

    def fault(self, keys: Keys, sentence: str) -> BadConfiguration:
        """Return the error about a key, with its file and line."""
        return BadConfiguration(f"{self.place(keys)}: {sentence}")

    def resolved(self, path: str) -> Path:
        """Return a path of the file, which is relative to its folder."""
        return self.path.parent / Path(path).expanduser()


def nearest(folder: Path) -> Path | None:
    """Return the configuration file that is closest to a folder, upwards; None for none."""
    folder = folder.resolve()
    for each in (folder, *folder.parents):
        for name in NAMES:
            path = each / name
            if path.is_file() and (name != PYPROJECT or _has_section(path)):
                return path
    return None


def load(path: Path) -> File:
    """Read a configuration file. Raises BadConfiguration with file and line."""
    import tomllib

    text = _text(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadConfiguration(NOT_TOML.format(shown(path), _line(error, text))) from error
    if path.name != PYPROJECT:
        return File(path, text, table)
    tools = table.get(SECTION[0], {})
    if SECTION[1] not in tools:
        raise BadConfiguration(NO_SECTION.format(shown(path)))
    if not isinstance(tools[SECTION[1]], dict):
        raise BadConfiguration(NOT_TABLE.format(shown(path)))
    return File(path, text, tools[SECTION[1]], SECTION)


def shown(path: Path) -> str:
    """Return a path as briefly as can be: from the current folder where it lies under it."""
    with suppress(ValueError, OSError):
        return str(path.resolve().relative_to(Path.cwd()))
    return str(path)


def _text(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadConfiguration(UNREADABLE.format(shown(path))) from error
    except UnicodeDecodeError as error:
        raise BadConfiguration(NOT_UTF8.format(shown(path))) from error
    if "\0" in text:  # UTF-16 without a mark, all in Latin letters
        raise BadConfiguration(NOT_UTF8.format(shown(path)))
    return text.replace("\r\n", "\n")


def _has_section(path: Path) -> bool:
    """Tell whether a project's file speaks of us; one that is no TOML is not ours to fault."""
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
        return "plainreply" in text and SECTION[1] in tomllib.loads(text).get(SECTION[0], {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False


def _line(error: ValueError, text: str) -> int:
    """Return the line that an error names, the last one where it is about the end."""
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else len(text.splitlines()) or 1
