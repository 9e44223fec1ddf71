"""Rules of a user's own: a directory like ours, whose rules and profiles stand beside ours.

``<directory>/<group>/<id>.toml`` are rules, ``lexicons/`` their tables (ours serve, too),
``profiles/`` profiles. A rule that takes the place of one of ours says ``replaces = true``.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from plainreply import kinds
from plainreply.errors import BadRule
from plainreply.profiles import profiles
from plainreply.resources import read_toml, rules_dir
from plainreply.rule import Rule
from plainreply.rulebook import GROUPS, Rulebook, rule_of, rulebook

FOLDERS = (*GROUPS, "lexicons", "profiles")
TEXTS = ("kind", "title", "severity", "message", "why", "lexicon")
LISTS = ("source", "covers", "genres", "example")
NO_FOLDER = "{}: папки с правилами нет, проверьте путь"
MISPLACED = "{}: положите файл правила в папку раздела: {}"
EXISTS = "{}: правило «{}» уже есть, назовите файл иначе или добавьте replaces = true"
NOTHING = "{}: заменять нечего, правила «{}» нет{}; уберите replaces"
NO_OPTION = "{}: виду «{}» не хватает «{}», добавьте его в [options] или столбцом в таблицу"
UNBUILT = "{}: вид «{}» не понимает параметры правила, проверьте [options] и таблицу: {}"


@cache
def rulebook_with(*directories: Path) -> Rulebook:
    """Return our rulebook with the rules and profiles of ``directories``. Raises BadRule."""
    ours = rulebook()
    if not directories:
        return ours
    rules = dict(ours.rules)
    for directory in directories:
        rules |= own_rules(directory, rules)
    own = [directory / "profiles" for directory in directories]
    found = profiles(rules_dir() / "profiles", rules, ours.requirements, *own)
    return Rulebook(rules, found, ours.requirements)


def own_rules(directory: Path, known: Mapping[str, Rule]) -> dict[str, Rule]:
    """Return the rules of one directory by id. Raises BadRule for one that does not say that it
    replaces one of ``known``, and for one that cannot run."""
    found: dict[str, Rule] = {}
    for path in _files(directory):
        data = read_toml(path)
        replaces = data.pop("replaces", False)
        if path.stem in found or (path.stem in known and replaces is not True):
            raise BadRule(EXISTS.format(path, path.stem))
        if replaces and path.stem not in known:
            raise BadRule(NOTHING.format(path, path.stem, _near(path.stem, known)))
        _check_types(path, data)
        found[path.stem] = _runnable(path, rule_of(path, data, directory, rules_dir()))
    return found


def _files(directory: Path) -> Iterator[Path]:
    if not directory.is_dir():
        raise BadRule(NO_FOLDER.format(directory))
    for path in sorted(directory.rglob("*.toml")):
        folder = path.relative_to(directory).parts[0]
        if folder not in FOLDERS or path.parent.parent != directory:
            raise BadRule(MISPLACED.format(path, ", ".join(GROUPS)))
        if folder in GROUPS:
            yield path


def _near(id: str, known: Mapping[str, Rule]) -> str:
    near = get_close_matches(id, list(known), 1)
    return f", возможно, вы имели в виду «{near[0]}»" if near else ""


def _check_types(path: Path, data: Mapping[str, Any]) -> None:
    """Raise BadRule for a value of the wrong type, and for a message that cannot be filled in."""
    for key, value in data.items():
        if key in TEXTS and not isinstance(value, str):
            raise BadRule(f"{path}: ключ «{key}» должен быть строкой")
        if key in LISTS and not isinstance(value, list):
            raise BadRule(f"{path}: ключ «{key}» должен быть списком")
    if not all(isinstance(example, dict) for example in data.get("example", ())):
        raise BadRule(f"{path}: примеры пишут так: [[example]], под ним bad и good")
    if not isinstance(data.get("options", {}), dict):
        raise BadRule(f"{path}: параметры пишут в разделе [options]")
    try:
        list(Formatter().parse(data.get("message", "")))
    except ValueError as error:
        raise BadRule(f"{path}: в ключе «message» лишняя фигурная скобка") from error


def _runnable(path: Path, rule: Rule) -> Rule:
    """Return a rule that its kind can run. Raises BadRule where it lacks something."""
    try:
        kinds.build(rule)
        kinds.limits(rule)
    except KeyError as error:
        raise BadRule(NO_OPTION.format(path, rule.kind, error.args[0])) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise BadRule(UNBUILT.format(path, rule.kind, error)) from error
    return rule
