"""Where a key stands in a TOML text: the first line without which the text does not have it."""

from collections.abc import Mapping
from typing import Any

Keys = tuple[str | int, ...]
"""The way to a value: keys of tables and places in arrays."""


def line_of(text: str, keys: Keys) -> int:
    """Return the line, from 1, on which the last of ``keys`` stands; 1 when there is no such key.

    A place in an array is the line of the element where that is text, else that of the key.
    """
    while keys and isinstance(keys[-1], int):
        element = _at(_loaded([text]), keys)
        if isinstance(element, str):
            return _quoted(text, element, line_of(text, keys[:-1]))
        if isinstance(element, Mapping):
            break
        keys = keys[:-1]
    lines = text.splitlines(keepends=True)
    name = next((key for key in reversed(keys) if isinstance(key, str)), "")
    for number, line in enumerate(lines):
        if name in line and _opens(lines, number, keys):
            return number + 1
    return 1


def _quoted(text: str, element: str, start: int) -> int:
    """Return the line, from ``start`` on, in which an element stands in quotation marks."""
    for number, line in enumerate(text.splitlines()[start - 1 :], start):
        if f'"{element}"' in line or f"'{element}'" in line:
            return number
    return start


def _opens(lines: list[str], number: int, keys: Keys) -> bool:
    """Tell whether the value of ``keys`` begins on a line: what stands before lacks it, and the
    shortest stretch behind it that is whole TOML has it."""
    before = _loaded(lines[:number])
    if before is None or _has(before, keys):
        return False
    for stop in range(number + 1, len(lines) + 1):
        whole = _loaded(lines[:stop])
        if whole is not None:
            return _has(whole, keys)
    return False


def _loaded(lines: list[str]) -> dict[str, Any] | None:
    import tomllib  # slow to load, and most runs have no settings

    try:
        return tomllib.loads("".join(lines))
    except tomllib.TOMLDecodeError:
        return None


def _has(table: Mapping[str, Any], keys: Keys) -> bool:
    try:
        _at(table, keys)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _at(table: Any, keys: Keys) -> Any:
    for key in keys:
        table = table[key]
    return table
