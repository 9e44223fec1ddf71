"""JSON written piece by piece, as ``json.dumps`` with an indent of two writes it whole: a long list
is told one item at a time."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from plainreply.data import Json

INDENT = "  "


def listed(items: Iterable[Any], ascii: bool, depth: int = 0) -> Iterator[str]:
    """Yield a list that stands ``depth`` levels deep."""
    yield "["
    lead, end = _line(depth + 1), "]"
    for item in items:
        yield lead + _dumped(item, ascii, depth + 1)
        lead, end = f",{_line(depth + 1)}", f"{_line(depth)}]"
    yield end


def described(
    before: Json,
    name: str,
    items: Iterable[Any],
    after: Callable[[], Json],
    ascii: bool,
    depth: int = 0,
) -> Iterator[str]:
    """Yield an object: what is known ``before``, the list ``name`` of ``items``, then what is known
    ``after`` the last of them."""
    lead = _line(depth + 1)
    entries = "".join(f"{lead}{entry}," for entry in _entries(before, ascii, depth + 1))
    yield f"{{{entries}{lead}{json.dumps(name)}: "
    yield from listed(items, ascii, depth + 1)
    yield from (f",{lead}{entry}" for entry in _entries(after(), ascii, depth + 1))
    yield f"{_line(depth)}}}"


def _entries(data: Json, ascii: bool, depth: int) -> Iterator[str]:
    return (f"{json.dumps(key)}: {_dumped(value, ascii, depth)}" for key, value in data.items())


def _dumped(value: Any, ascii: bool, depth: int) -> str:
    return json.dumps(value, ensure_ascii=ascii, indent=2).replace("\n", _line(depth))


def _line(depth: int) -> str:
    return f"\n{INDENT * depth}"
