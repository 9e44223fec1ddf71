"""Letters in the columns of tables: CSV and Parquet, row by row."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from plainreply.audit.told import day
from plainreply.audit.values import Entries, Entry, Told
from plainreply.errors import BadConfiguration, UnreadableDocument
from plainreply.readers.encoding import decode

NO_COLUMN = "В таблице «{}» нет столбца «{}». Столбцы: {}."
NAME_COLUMN = "Укажите столбец с текстом писем: --column ИМЯ. Столбцы таблицы «{}»: {}."
NOT_TEXT = "В столбце «{1}» таблицы «{0}» не текст: укажите другой, --column ИМЯ."
NO_TABLE = "Таблица не читается: проверьте, того ли она вида."
EMPTY = "Таблица пуста: проверьте, тот ли файл указан."
USUAL = ("text", "текст", "письмо", "ответ")
"""What a column with letters is called where nobody says."""
SAMPLE = 1 << 16
ROWS = 256
"""How many rows of a Parquet file are read at once."""
LONGEST = 64 * 2**20
"""How many characters a cell may have."""
LISTED, TOLD = 12, 24
"""How many columns a message names, and how many characters of each: where a table has no head its
first letter stands there."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns to read; None for none."""

    text: str | None = None
    id: str | None = None
    date: str | None = None
    office: str | None = None
    template: str | None = None

    def found_in(self, names: Sequence[str], address: str) -> "Columns":
        """Return the columns of a table with the columns ``names``.

        Raises BadConfiguration for one that is not there.
        """
        listed = ", ".join(map(_short, names[:LISTED]))
        for wanted in (self.text, self.id, self.date, self.office, self.template):
            if wanted is not None and wanted not in names:
                raise BadConfiguration(NO_COLUMN.format(address, wanted, listed))
        text = self.text or next((name for name in names if name.lower() in USUAL), None)
        if text is None:
            raise BadConfiguration(NAME_COLUMN.format(address, listed))
        return Columns(text, self.id, self.date, self.office, self.template)

    @property
    def named(self) -> list[str]:
        """The columns to read, each once."""
        all_ = (self.text, self.id, self.date, self.office, self.template)
        return list(dict.fromkeys(name for name in all_ if name is not None))


ANY = Columns()


def _short(name: str) -> str:
    return name if len(name) <= TOLD else f"{name[:TOLD]}…"


def in_csv(stream: IO[bytes], address: str, columns: Columns) -> Entries:
    """Yield the letters of a CSV file in any encoding of letters, with commas, semicolons or tabs.

    Raises UnreadableDocument for what is no table.
    """
    csv.field_size_limit(LONGEST)
    sample = stream.read(SAMPLE)
    stream.seek(0)
    encoding = _encoding(sample)
    lines = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    head = sample.decode(encoding, "replace").partition("\n")[0]
    reader = csv.DictReader(lines, delimiter=max(",;\t", key=head.count))
    try:
        if not reader.fieldnames:
            raise UnreadableDocument(EMPTY)
        own = columns.found_in(reader.fieldnames, address)
        for number, row in enumerate(reader, 1):
            yield _entry(row, number, address, own)
    except csv.Error as error:
        raise UnreadableDocument(NO_TABLE) from error
    finally:
        lines.detach()


def _encoding(sample: bytes) -> str:
    """Return the encoding of a table that begins so. Raises UnreadableDocument for what is no
    text."""
    if sample.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 3:  # not just a letter that the sample has cut
            return _guessed(sample)
    return "utf-8-sig"


def _guessed(sample: bytes) -> str:
    try:
        return decode(sample[: len(sample) // 2 * 2]).encoding
    except UnreadableDocument as error:
        raise UnreadableDocument(NO_TABLE) from error


def in_parquet(stream: IO[bytes], address: str, columns: Columns) -> Entries:
    """Yield the letters of a Parquet file. Raises UnreadableDocument for what is none."""
    import pyarrow
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(stream)
        own = columns.found_in(table.schema_arrow.names, address)
        if not _holds_text(table.schema_arrow.field(own.text).type):
            raise BadConfiguration(NOT_TEXT.format(address, own.text))
        number = 0
        for batch in table.iter_batches(ROWS, columns=own.named):
            for row in batch.to_pylist():
                number += 1
                yield _entry(row, number, address, own)
    except (pyarrow.ArrowException, ValueError, OverflowError) as error:
        raise UnreadableDocument(NO_TABLE) from error


def _holds_text(kind: Any) -> bool:
    """Tell whether a column of a Parquet file has texts, or bytes that may be those of files."""
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    tests = types.is_string, types.is_large_string, types.is_binary, types.is_large_binary
    return types.is_null(kind) or any(test(kind) for test in tests)


def _entry(row: Mapping[str, Any], number: int, address: str, columns: Columns) -> Entry:
    text = row.get(columns.text or "") or ""
    told = Told(
        day(row.get(columns.date)) if columns.date else None,
        _cell(row, columns.office),
        _cell(row, columns.template),
    )
    name = _cell(row, columns.id) or str(number)
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    return Entry(f"{address}#{number}", name, "строка.txt", address, lambda: data, told)


def _cell(row: Mapping[str, Any], column: str | None) -> str | None:
    value = row.get(column) if column else None
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return None if value is None else str(value).strip() or None
