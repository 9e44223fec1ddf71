"""What one configuration file says, with the files that it extends, for every draft under it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from plainreply.ownrules import rulebook_with
from plainreply.rulebook import Rulebook
from plainreply.settings.files import File, load
from plainreply.settings.globs import Globs
from plainreply.settings.keys import (
    OWN,
    WHOLE,
    WORDS,
    Place,
    check_names,
    file,
    files,
    folders,
    globs,
)
from plainreply.settings.lines import Keys
from plainreply.settings.tuning import tuning
from plainreply.settings.values import Given, Key, Layer, Settings, joined, settled

CIRCLE = "файл «{}» из ключа «extend» ведёт по кругу, уберите его"
NOT_TABLES = "ключ «overrides» пишут так: [[overrides]], под ним paths и то, что меняется"
NO_PATHS = 'нет ключа «paths», добавьте шаблоны файлов: paths = ["шаблоны/**"]'


class Override(NamedTuple):
    """What holds only for some files."""

    paths: Globs
    layer: Layer


@dataclass(frozen=True)
class Configuration:
    """The layer of a file and its overrides; ``path`` is None where nothing is configured."""

    path: Path | None = None
    layer: Layer = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()

    def matching(self, draft: Path | None) -> tuple[int, ...]:
        """Return the numbers of the overrides that a draft falls under."""
        if draft is None:
            return ()
        path = draft.resolve() if self.overrides else draft
        pairs = enumerate(self.overrides)
        return tuple(number for number, each in pairs if each.paths.match(path))

    def settings(self, matching: Iterable[int], given: Layer) -> Settings:
        """Return what holds under these overrides; ``given`` comes from the command line."""
        own = (self.overrides[number].layer for number in matching)
        return settled(joined(self.layer, *own, given))

    def wants(self, path: Path, known: bool) -> bool:
        """Tell whether a file that a search of folders meets is to be checked; ``known`` says
        that its suffix is one of those that are read."""
        include = self.layer.get(Key("include"))
        wanted = include.value.match(path.resolve()) if include else known
        return wanted and not self.excludes(path)

    def excludes(self, path: Path, folder: bool = False) -> bool:
        """Tell whether a file or a ``folder`` is left out."""
        exclude = self.layer.get(Key("exclude"))
        return exclude is not None and exclude.value.match(path.resolve(), folder)


def configuration(path: Path) -> Configuration:
    """Read a configuration file. Raises BadConfiguration with file and line, BadRule for a rule
    of the user's own that cannot run."""
    chain = _chain(load(path), ())
    early = joined(*(_early(each) for each in chain))
    book = rulebook_with(*(early[Key("rules-dir")].value if Key("rules-dir") in early else ()))
    layers = [dict(_layer(each, each.table, (), book)) for each in chain]
    overrides = tuple(found for each in chain for found in _overrides(each, book))
    return Configuration(path, joined(early, *layers), overrides)


def _chain(own: File, above: tuple[Path, ...]) -> list[File]:
    """Return a file behind those that it extends, the farthest first."""
    check_names(own, own.table)
    if "extend" not in own.table:
        return [own]
    place = Place(own, ("extend",), own.table["extend"], rulebook_with())
    base = file(place)
    if base.resolve() in (*above, own.path.resolve()):
        raise place.fault(CIRCLE.format(base))
    return [*_chain(load(base), (*above, own.path.resolve())), own]


def _early(own: File) -> Layer:
    if "rules-dir" not in own.table:
        return {}
    keys = ("rules-dir",)
    place = Place(own, keys, own.table["rules-dir"], rulebook_with())
    return {Key("rules-dir"): Given(folders(place), own, keys)}


def _layer(
    own: File, table: Mapping[str, Any], at: Keys, book: Rulebook
) -> Iterator[tuple[Key, Given]]:
    """Yield what a table sets: the file's own, or at ``at`` that of an override."""
    for name, value in table.items():
        place = Place(own, (*at, name), value, book)
        read = OWN.get(name) or WHOLE.get(name)
        if name == WORDS:
            from plainreply.settings.words import word_file, words_of  # slow to load

            paths = files(place)
            words_of(paths, book)  # what is wrong in them is told at once
            yield Key(name), Given(tuple(map(word_file, paths)), own, place.keys)
        elif name == "rules":
            yield from tuning(place)
        elif read:
            yield Key(name), Given(read(place), own, place.keys)


def _overrides(own: File, book: Rulebook) -> Iterator[Override]:
    tables = own.table.get("overrides", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise own.fault(("overrides",), NOT_TABLES)
    for number, table in enumerate(tables):
        at = ("overrides", number)
        check_names(own, table, at)
        if not table.get("paths"):
            raise own.fault(at, NO_PATHS)
        paths = globs(Place(own, (*at, "paths"), table["paths"], book))
        yield Override(paths, dict(_layer(own, table, at, book)))
