"""Finds and reads the project's data: the rules directory and its tables."""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from plainreply.errors import BadRule

Row = dict[str, str]


@cache
def rules_dir() -> Path:
    """Return the directory of the rules that came with the package or the checkout."""
    packaged = Path(str(files("plainreply"))) / "rules"
    return packaged if packaged.is_dir() else packaged.parent.parent / "rules"


def read_table(path: Path) -> tuple[Row, ...]:
    """Read a tab-separated table with a header; lines that start with ``#`` are comments.

    Raises BadRule when the file is missing or a row has too many cells.
    """
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            lines = [line for line in stream if line.strip() and not line.startswith("#")]
    except (OSError, UnicodeDecodeError) as error:
        raise BadRule(f"{path}: не удалось прочитать таблицу, проверьте путь") from error
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, 2):
        if None in row:
            raise BadRule(f"{path}, строка {number}: ячеек больше, чем в заголовке")
    return tuple({key: value or "" for key, value in row.items()} for row in rows)


@cache
def lexicon(name: str) -> tuple[Row, ...]:
    """Return the rows of ``rules/lexicons/<name>.tsv``, read once."""
    return read_table(rules_dir() / "lexicons" / f"{name}.tsv")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file. Raises BadRule with the file and the fault."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRule(f"{path}: файл не читается как TOML ({error}), исправьте его") from error
