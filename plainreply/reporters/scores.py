"""The scores of many letters side by side: a table and CSV for a person, JSON for programs."""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

from plainreply.report import Report
from plainreply.reporters.outcome import Checked, Options, Outcome, Outcomes
from plainreply.reporters.summary import closing
from plainreply.reporters.words import decimal, filled, printable, shown_name
from plainreply.rule import SEVERITIES
from plainreply.version import __version__

SCHEMA_VERSION = 1
COLUMNS = ("Оценка", "Год учёбы", "Слов", "Ошибок", "Замечаний", "Советов")
FIELDS = (
    "Файл", "Оценка", "Год учёбы", "Не ниже", "Не выше", "Приблизительно",
    "Слов", "Ошибок", "Замечаний", "Советов", "Не проверен",
)  # fmt: skip
DELIMITER = ";"
"""What a Russian spreadsheet takes for the end of a cell: a comma stands in its numbers."""
BOM = "\ufeff"
"""Leads the file by which a spreadsheet is told that it is UTF-8."""
ORDER = tuple(reversed(SEVERITIES))
ROUGH = "~ класс назван приблизительно: в тексте меньше 100 слов или он не разобран"
FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula."""


def table(outcomes: Outcomes, options: Options) -> str:
    """Return a line a letter; names stand last, for they may be long."""
    rows = [(*_cells(o), shown_name(o.name)) for o in outcomes if isinstance(o, Checked)]
    lines = []
    if rows:
        lines = [_line(row) for row in ((*COLUMNS, "Файл"), *rows)]
        if any("~" in row[1] for row in rows):
            lines += ["", *filled(ROUGH, options.width)]
        lines.append("")
    for sentence in closing(outcomes, options):
        lines += filled(sentence, options.width)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _line(row: tuple[str, ...]) -> str:
    sizes = [*map(len, COLUMNS), 0]
    return "  ".join(cell.rjust(size) for cell, size in zip(row, sizes, strict=True))


def _cells(outcome: Checked) -> tuple[str, ...]:
    report = outcome.report
    found = report.readability
    grade = "" if found.grade is None else decimal(found.grade)
    counts = Counter(issue.severity for issue in report.issues)
    return (
        "" if report.score is None else decimal(report.score),
        f"~{grade}" if found.rough else grade,
        str(found.words),
        *(str(counts[severity]) for severity in ORDER),
    )


def as_csv(outcomes: Outcomes, options: Options) -> str:
    """Return a table for a Russian spreadsheet: a header, a row a file, also for one not
    checked; programs have JSON."""
    out = StringIO()
    writer = csv.writer(out, delimiter=DELIMITER, lineterminator="\n")
    writer.writerow(FIELDS)
    for outcome in outcomes:
        name = printable(outcome.name)
        safe = f"'{name}" if name.startswith(FORMULA) and name != "-" else name
        writer.writerow((safe, *_row(outcome)))
    return out.getvalue()


def _row(outcome: Outcome) -> tuple[str, ...]:
    if not isinstance(outcome, Checked):
        return ("",) * (len(FIELDS) - 2) + (outcome.reason,)
    data = _values(outcome.report)
    low, high = data["range"] or (None, None)
    issues = (data["issues"][severity] for severity in ORDER)
    rough = "да" if data["rough"] else ""
    cells = (data["score"], data["grade"], low, high, rough, data["words"], *issues, "")
    return tuple("" if cell is None else str(cell).replace(".", ",") for cell in cells)


def as_json(outcomes: Outcomes, options: Options) -> str:
    """Return one JSON object; its shape is published in ``schema-score.json``."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "plainreply", "version": __version__},
        "notes": list(options.notes),
        "files": list(_files(outcomes)),
    }
    return json.dumps(data, ensure_ascii=options.ascii, indent=2) + "\n"


def _files(outcomes: Outcomes) -> Iterator[dict[str, Any]]:
    for outcome in outcomes:
        if isinstance(outcome, Checked):
            yield {"path": outcome.name, **_values(outcome.report)}
        else:
            yield {"path": outcome.name, "error": {"message": outcome.reason}}


def _values(report: Report) -> dict[str, Any]:
    found = report.readability
    counts = Counter(issue.severity for issue in report.issues)
    return {
        "score": report.score,
        "grade": None if found.grade is None else round(found.grade, 2),
        "range": list(found.range) if found.range else None,
        "rough": found.rough,
        "words": found.words,
        "issues": {severity: counts[severity] for severity in ORDER},
    }


SCORE_FORMATS: dict[str, Callable[[Outcomes, Options], str]] = {
    "table": table,
    "csv": as_csv,
    "json": as_json,
}
"""The formats of ``plainreply score``."""
