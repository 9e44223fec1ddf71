"""The keys of a configuration file: what type each has and which values it takes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from plainreply.errors import BadConfiguration
from plainreply.rule import SEVERITIES
from plainreply.rulebook import Rulebook
from plainreply.settings.files import File
from plainreply.settings.globs import Globs
from plainreply.settings.lines import Keys

FAIL_ON = (*reversed(SEVERITIES), "never")
"""From which severity on the exit status is 1."""
NO_KEY = "ключа «{}» нет{}"
NOT_TEXT = "ключ «{}» должен быть строкой в кавычках"
NOT_TEXTS = 'ключ «{}» должен быть списком строк: ["…", "…"]'
NOT_NUMBER = "ключ «{}» должен быть числом от 0 до 100"
NOT_ONE_OF = "у ключа «{}» нет значения «{}»{}; выберите: {}"
NO_FILE = "файла «{}» нет, проверьте путь: он считается от папки файла настроек"
NO_FOLDER = "папки «{}» нет, проверьте путь: он считается от папки файла настроек"
BAD_GLOB = "ключ «{}»: шаблон «{}» не понятен, пишите как в .gitignore: архив/, *.tmp, письма/**"
NOT_HERE = "ключ «{}» в [[overrides]] не действует, поставьте его в начало файла"


class Place(NamedTuple):
    """A value in a file, and the rules that are known there."""

    file: File
    keys: Keys
    value: Any
    book: Rulebook

    @property
    def name(self) -> str:
        """The key that the value has."""
        return next(str(key) for key in reversed(self.keys) if isinstance(key, str))

    def fault(self, sentence: str, *further: str | int) -> BadConfiguration:
        """Return the error about the value, or about what stands at ``further`` in it."""
        return self.file.fault((*self.keys, *further), sentence)


Read = Callable[[Place], Any]


def text(place: Place) -> str:
    """Return a string."""
    if not isinstance(place.value, str):
        raise place.fault(NOT_TEXT.format(place.name))
    return place.value


def texts(place: Place) -> tuple[str, ...]:
    """Return a list of strings."""
    value = place.value
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise place.fault(NOT_TEXTS.format(place.name))
    return tuple(value)


def profile(place: Place) -> str:
    """Return the id of a profile that exists."""
    id = text(place)
    with _placed(place):
        return place.book.profile(id).id


def rules(place: Place) -> tuple[str, ...]:
    """Return the ids of rules that exist."""
    for number, id in enumerate(texts(place)):
        with _placed(place, number):
            place.book.rule(id)
    return texts(place)


def genre(place: Place) -> str:
    """Return the id of a genre, which may be told in Russian."""
    from plainreply.genre import genre_named  # slow to load

    name = text(place)
    with _placed(place):
        return genre_named(name)


@contextmanager
def _placed(place: Place, *further: int) -> Iterator[None]:
    """Give the complaint about an unknown name its file and line."""
    try:
        yield
    except BadConfiguration as error:
        sentence = str(error)
        raise place.fault(sentence[:1].lower() + sentence[1:], *further) from error


def number(place: Place) -> float:
    """Return a score, 0..100."""
    value = place.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        raise place.fault(NOT_NUMBER.format(place.name))
    return float(value)


def one_of(names: Iterable[str]) -> Read:
    """Return a reader of one of ``names``."""
    allowed = tuple(names)

    def read(place: Place) -> str:
        value = text(place)
        if value not in allowed:
            told = near(value, allowed)
            raise place.fault(NOT_ONE_OF.format(place.name, value, told, ", ".join(allowed)))
        return value

    return read


def file(place: Place) -> Path:
    """Return the path of a file that exists, relative to the configuration."""
    path = place.file.resolved(text(place))
    if not path.is_file():
        raise place.fault(NO_FILE.format(text(place)))
    return path


def path(place: Place) -> Path:
    """Return the path of a file that may still be missing, relative to the configuration."""
    return place.file.resolved(text(place))


def folders(place: Place) -> tuple[Path, ...]:
    """Return the paths of folders that exist, relative to the configuration: one or a list."""
    return _existing(place, Path.is_dir, NO_FOLDER)


def files(place: Place) -> tuple[Path, ...]:
    """Return the paths of files that exist, relative to the configuration: one or a list."""
    return _existing(place, Path.is_file, NO_FILE)


def _existing(place: Place, exists: Callable[[Path], bool], lacks: str) -> tuple[Path, ...]:
    told = (place.value,) if isinstance(place.value, str) else texts(place)
    for name in told:
        if not exists(place.file.resolved(name)):
            raise place.fault(lacks.format(name))
    return tuple(map(place.file.resolved, told))


def globs(place: Place) -> Globs:
    """Return the patterns of a list, relative to the configuration."""
    found = Globs(place.file.path.parent, texts(place))
    for number, pattern in enumerate(found.patterns):
        if not pattern.strip() or not found.understands(pattern):
            raise place.fault(BAD_GLOB.format(place.name, pattern), number)
    return found


def near(name: str, names: Iterable[str]) -> str:
    """Return a hint at the nearest of ``names``, ``""`` when none is near."""
    found = get_close_matches(name, list(names), 1)
    return f", возможно, вы имели в виду «{found[0]}»" if found else ""


OWN: Mapping[str, Read] = {
    "profile": profile,
    "genre": genre,
    "select": rules,
    "ignore": rules,
    "fail-on": one_of(FAIL_ON),
    "min-score": number,
    "incoming": file,
}
"""The keys that an override may set, too."""
WHOLE: Mapping[str, Read] = {
    "format": text,
    "include": globs,
    "exclude": globs,
    "baseline": path,
}
"""The keys of the file as a whole."""
WORDS = "vocabulary"
"""The key of files with words; what they hold depends on the rules."""
CHAIN = ("extend", "rules-dir")
"""The keys that are read before all others."""
TABLES = ("rules", "overrides")


def check_known(file: File, table: Mapping[str, Any], allowed: Iterable[str]) -> None:
    """Raise BadConfiguration for a key that is not among those allowed."""
    for key in table:
        if key not in allowed:
            raise file.fault((key,), NO_KEY.format(key, near(key, allowed)))


def check_names(file: File, table: Mapping[str, Any], at: Keys = ()) -> None:
    """Raise BadConfiguration for a key that is unknown, or not for overrides when ``at`` is one."""
    inside = ("paths", "rules", WORDS, *OWN)
    outside = (*OWN, *WHOLE, *CHAIN, *TABLES, WORDS)
    allowed = inside if at else outside
    for key in table:
        if at and key in outside and key not in inside:
            raise file.fault((*at, key), NOT_HERE.format(key))
        if key not in allowed:
            raise file.fault((*at, key), NO_KEY.format(key, near(key, allowed)))
