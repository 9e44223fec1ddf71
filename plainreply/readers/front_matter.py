"""Reads front matter: the lines between two «---» at the head of a text that describe it.

``genre: refusal`` and the like are YAML; what cannot be read as «key: value» is no front matter
but text, such as a letter that opens with a rule.
"""

import re
from collections.abc import Mapping
from typing import Any

from plainreply.document import NO_META
from plainreply.patterns import pattern
from plainreply.views import view

_BLOCK = pattern(
    r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
YES = frozenset("да yes true on 1".split())
OF_TEMPLATES = ("kind", "need", "reviewed", "example")
"""Keys that only the head of a template has."""
LONGEST = 20_000
"""How far the closing «---» may stand from the opening one, in code points."""


def front_matter(text: str) -> tuple[Mapping[str, str], int]:
    """Return what the front matter says, by key, and where the text proper starts.

    Keys are in lower case; lists become words with commas. ``({}, 0)`` when there is none.
    """
    block = _BLOCK.match(text, 0, LONGEST)
    if block is None:
        return NO_META, 0
    found = _mapping(block["yaml"])
    return (found, block.end()) if found else (NO_META, 0)


def is_template(meta: Mapping[str, str]) -> bool:
    """Tell whether the front matter is that of a template: «template: да», or it says what only
    a template says."""
    told = meta.get("template", "").strip().lower()
    return told in YES if told else any(key in meta for key in OF_TEMPLATES)


def example_data(text: str) -> Mapping[str, str]:
    """Return the words that the key «example» of the front matter gives for slots, by name."""
    block = _BLOCK.match(text, 0, LONGEST)
    data = _loaded(block["yaml"]) if block else {}
    told: Any = next((v for key, v in data.items() if str(key).lower() == "example"), None)
    given = told if isinstance(told, dict) else {}
    return {str(key).lower(): value for key, value in given.items() if isinstance(value, str)}


def own_section(text: str) -> Mapping[str, tuple[str, ...]]:
    """Return what the key «plainreply» of the front matter holds: for each key in it, words."""
    block = _BLOCK.match(text, 0, LONGEST)
    data = _loaded(block["yaml"]) if block else {}
    told: Any = next((v for key, v in data.items() if str(key).lower() == "plainreply"), None)
    given = told if isinstance(told, dict) else {}
    return {str(key): tuple(_told(value).replace(",", " ").split()) for key, value in given.items()}


def broken_line(text: str) -> int:
    """Return the line of ``text``, from 1, at which its front matter is no YAML; 0 for none."""
    import yaml

    block = _BLOCK.match(text, 0, LONGEST)
    source = block["yaml"].rstrip() if block else ""
    try:
        yaml.load(source, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark or error.problem_mark
        return min(mark.line, source.count("\n")) + 2 if mark else 1
    except (yaml.YAMLError, RecursionError):
        return 1
    return 0


def _mapping(source: str) -> Mapping[str, str]:
    """Return the keys of a YAML mapping; empty when it is none."""
    return view({str(key).lower(): _told(v) for key, v in _loaded(source).items()})


def _loaded(source: str) -> dict[Any, Any]:
    import yaml

    try:
        data = yaml.load(source, yaml.BaseLoader)  # text only: a date or «no» stays as written
    except (yaml.YAMLError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _told(value: Any) -> str:
    """Return a value in words; what lies deeper than a list of words is left out."""
    values = value if isinstance(value, list) else [value]
    return ", ".join(item for item in values if isinstance(item, str))
