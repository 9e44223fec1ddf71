"""Finds and reads the project's data: the rules directory and its tables.

To parse its TOML files takes a twentieth of a second, so what they say is kept from run to run.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from plainreply.errors import BadRule
from plainreply.keeping import kept

Row = dict[str, str]
FORM = "3"
"""The form in which parsed files are kept; another one makes them be parsed anew."""

NO_FILE = "{}: файл не удалось прочитать, проверьте путь"


@cache
def rules_dir() -> Path:
    """Return the directory of the rules that came with the package or the checkout."""
    packaged = Path(__file__).parent / "rules"
    return packaged if packaged.is_dir() else packaged.parent.parent / "rules"


def read_table(path: Path) -> tuple[Row, ...]:
    """Read a tab-separated table with a header; lines that start with ``#`` are comments.

    Raises BadRule when the file is missing or a row has too many cells.
    """
    try:
        text = _bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRule(f"{path}: таблица не в кодировке UTF-8, сохраните её так") from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    told = (line for line in lines if line and line[0] != "#" and not line.isspace())
    head, *rows = [line.split("\t") for line in told] or [[]]
    for number, row in enumerate(rows, 2):
        if len(row) > len(head):
            raise BadRule(f"{path}, строка {number}: ячеек больше, чем в заголовке")
        row += [""] * (len(head) - len(row))
    return tuple(dict(zip(head, row, strict=True)) for row in rows)


@dataclass(frozen=True)
class Table(Sequence[Row]):
    """The rows of the table at ``path``, which is read when the first of them is asked for: most
    runs need few tables. Raises what ``read_table`` does, then."""

    path: Path

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return read_table(self.path)

    def __getitem__(self, at: Any) -> Any:
        return self.rows[at]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@cache
def table(path: Path) -> Table:
    """Return the one table at ``path``, so that each is read once."""
    return Table(path)


@cache
def lexicon(name: str) -> tuple[Row, ...]:
    """Return the rows of ``rules/lexicons/<name>.tsv``."""
    return table(rules_dir() / "lexicons" / f"{name}.tsv").rows


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file. Raises BadRule with the file and the fault."""
    found: dict[str, Any] | None = _parsed().get(str(path))
    return _toml(path, _bytes(path)) if found is None else found


@cache
def _parsed() -> Mapping[str, Any]:
    """Return what each TOML file of ``rules_dir`` says, by its path.

    Nothing when one of them is at fault: whoever reads that one is told.
    """
    from hashlib import blake2b

    root = rules_dir()
    paths = sorted(root.glob("*/*.toml"))
    digest = blake2b(FORM.encode(), digest_size=16)
    try:
        files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
        for name, data in files.items():
            digest.update(f"{name} {len(data)} ".encode() + data)
        parsed = kept("rules", digest.hexdigest(), lambda: _all(files))
    except (OSError, BadRule):
        return {}
    return {str(root / name): said for name, said in parsed.items()}


def _all(files: Mapping[str, bytes]) -> dict[str, Any]:
    return {name: _toml(Path(name), data) for name, data in files.items()}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadRule(NO_FILE.format(path)) from error


def _toml(path: Path, data: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRule(f"{path}: файл не читается как TOML ({error}), исправьте его") from error
