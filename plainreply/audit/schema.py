"""The columns of the two tables that an audit gives; docs/audit.md explains them."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from plainreply.audit.values import Row

LETTERS = pa.schema(
    [
        pa.field("place", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),
        pa.field("source", pa.string(), nullable=False),
        ("date", pa.date32()),
        ("office", pa.string()),
        ("template", pa.string()),
        pa.field("status", pa.string(), nullable=False),
        ("reason", pa.string()),
        ("genre", pa.string()),
        ("format", pa.string()),
        ("words", pa.int32()),
        ("sentences", pa.int32()),
        ("grade", pa.float32()),
        ("score", pa.float32()),
        ("errors", pa.int32()),
        ("warnings", pa.int32()),
        ("advice", pa.int32()),
    ]
)
FINDINGS = pa.schema(
    [
        pa.field("place", pa.string(), nullable=False),
        pa.field("number", pa.int32(), nullable=False),
        pa.field("rule", pa.string(), nullable=False),
        pa.field("severity", pa.string(), nullable=False),
        pa.field("start", pa.int32(), nullable=False),
        pa.field("stop", pa.int32(), nullable=False),
        ("fix", pa.string()),
    ]
)
TEXT = (("text", pa.string()),)
WORDS = (("words", pa.string()), ("message", pa.string()))


def letters(texts: bool = False) -> Any:
    """Return the schema of the table of letters, with their ``texts`` if asked."""
    return _with(LETTERS, TEXT) if texts else LETTERS


def findings(texts: bool = False) -> Any:
    """Return the schema of the table of findings, with their words if asked."""
    return _with(FINDINGS, WORDS) if texts else FINDINGS


def _with(schema: Any, columns: Iterable[tuple[str, Any]]) -> Any:
    for column in columns:
        schema = schema.append(pa.field(*column))
    return schema


def table(rows: Iterable[Row], schema: Any) -> Any:
    """Return the rows as a table; a column that a row lacks is null there."""
    clean = [{key: _clean(value) for key, value in row.items()} for row in rows]
    return pa.Table.from_pylist(clean, schema)


def _clean(value: Any) -> Any:
    return written(value) if isinstance(value, str) else value


def written(text: str) -> str:
    """Return a text as UTF-8 can hold it: a byte of a name that is no letter becomes «\\udcff», so
    that two names stay two."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
