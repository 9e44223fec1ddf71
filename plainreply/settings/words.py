"""Reads a vocabulary: a table with tabs, or a TOML file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plainreply.choice import WordFile
from plainreply.errors import BadConfiguration
from plainreply.readers.encoding import decode
from plainreply.rulebook import Rulebook
from plainreply.settings.files import load, shown
from plainreply.settings.keys import Place, check_known, near, rules, text, texts
from plainreply.vocabulary import KINDS, Entry, Vocabulary

COLUMNS = {"слово": "word", "вид": "kind", "значение": "meaning", "правила": "rules"}
"""Titles of columns in Russian, and what they are called otherwise."""
KIND_NAMES = {"термин": "term", "имя": "name", "сокращение": "abbreviation"}
LISTS = {"terms": "term", "names": "name", "abbreviations": "abbreviation"}
KEYS = (*LISTS, "glossary", "rules")
UNREADABLE = "{}: словарь не читается, проверьте путь и доступ"
NO_COLUMN = "{}, строка {}: столбца «{}» нет{}; есть: word, kind, meaning, rules"
NO_WORDS = "{}, строка {}: нет столбца word, первая строка словаря называет столбцы"
TOO_MANY = "{}, строка {}: ячеек больше, чем столбцов; между ячейками нужна одна табуляция"
EMPTY = "{}, строка {}: слово пустое, впишите его или удалите строку"
NO_KIND = "{}, строка {}: вида «{}» нет{}; выберите: term, name, abbreviation"
NO_RULE = "{}, строка {}: правила «{}» нет{}. Список: plainreply rule"
NOT_TABLE = 'ключ «{}» пишут разделом: [{}], под ним строки "слово" = …'
BLANK = "слово пустое, впишите его или удалите"


def words_of(paths: Iterable[Path], book: Rulebook) -> Vocabulary:
    """Return what the files at ``paths`` hold. Raises BadConfiguration with file and line."""
    return Vocabulary(tuple(entry for path in paths for entry in _entries(path, book)))


def word_file(path: Path) -> WordFile:
    """Return a file in its state of now."""
    state = path.stat()
    return WordFile(path, state.st_mtime_ns, state.st_size)


def _entries(path: Path, book: Rulebook) -> Iterator[Entry]:
    return _toml(path, book) if path.suffix.lower() == ".toml" else _table(path, book)


def _table(path: Path, book: Rulebook) -> Iterator[Entry]:
    try:
        told = decode(path.read_bytes())[0]
    except OSError as error:
        raise BadConfiguration(UNREADABLE.format(shown(path))) from error
    lines = [
        (number, line)
        for number, line in enumerate(told.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    rows = [(number, line.split("\t")) for number, line in lines]
    columns = _columns(path, *rows[0]) if rows else []
    for number, row in rows[1:]:
        if len(row) > len(columns):
            raise BadConfiguration(TOO_MANY.format(shown(path), number))
        named = dict(zip(columns, (cell.strip() for cell in row), strict=False))
        yield _entry(path, number, named, book)


def _columns(path: Path, number: int, titles: list[str]) -> list[str]:
    names = [title.strip().lower().lstrip("\ufeff") for title in titles]
    names = [COLUMNS.get(name, name) for name in names]
    for name in names:
        if name not in COLUMNS.values():
            told = near(name, COLUMNS.values())
            raise BadConfiguration(NO_COLUMN.format(shown(path), number, name, told))
    if "word" not in names:
        raise BadConfiguration(NO_WORDS.format(shown(path), number))
    return names


def _entry(path: Path, number: int, row: Mapping[str, str], book: Rulebook) -> Entry:
    at = shown(path), number
    kind = row.get("kind", "").lower() or "term"
    kind = KIND_NAMES.get(kind, kind)
    if not row.get("word"):
        raise BadConfiguration(EMPTY.format(*at))
    if kind not in KINDS:
        raise BadConfiguration(NO_KIND.format(*at, kind, near(kind, KINDS)))
    ids = tuple(row.get("rules", "").replace(",", " ").split())
    for id in ids:
        if id not in book.rules:
            raise BadConfiguration(NO_RULE.format(*at, id, near(id, book.rules)))
    return Entry(row["word"], kind, row.get("meaning", ""), ids)


def _toml(path: Path, book: Rulebook) -> Iterator[Entry]:
    file = load(path)
    check_known(file, file.table, KEYS)
    for key, value in file.table.items():
        place = Place(file, (key,), value, book)
        if key in LISTS:
            yield from (Entry(_word(place, word), LISTS[key]) for word in texts(place))
            continue
        if not isinstance(value, dict):
            raise place.fault(NOT_TABLE.format(key, key))
        for word, told in value.items():
            yield _told(Place(file, (key, word), told, book), word, key)


def _told(place: Place, word: str, key: str) -> Entry:
    """Return an entry of the tables ``glossary`` (word = meaning) and ``rules`` (word = rules)."""
    if key == "glossary":
        return Entry(_word(place, word), meaning=text(place))
    return Entry(_word(place, word), rules=rules(place))


def _word(place: Place, word: Any) -> str:
    if not word.strip():
        raise place.fault(BLANK)
    return str(word.strip())
