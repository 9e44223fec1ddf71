"""The scores of many letters side by side: a table and CSV for a person, JSON for programs."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO

from plainreply.data import Json
from plainreply.report import Report
from plainreply.reporters.jsonformat import tool
from plainreply.reporters.jsonpieces import described
from plainreply.reporters.outcome import Checked, Options, Outcome, Outcomes
from plainreply.reporters.summary import closing
from plainreply.reporters.tally import Tally
from plainreply.reporters.words import decimal, filled, printable, shown_name
from plainreply.rule import SEVERITIES

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


def table(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield a line a letter; names stand last, for they may be long."""
    tally, rough = Tally(), False
    for outcome in tally.over(outcomes):
        if isinstance(outcome, Checked):
            if tally.checked == 1:
                yield _line((*COLUMNS, "Файл"))
            rough |= outcome.report.readability.rough
            yield _line((*_cells(outcome), shown_name(outcome.name)))
    lines = ["", *filled(ROUGH, options.width)] if rough else []
    lines += [""] if tally.checked else []
    for sentence in (*closing(tally, options), *options.notes()):
        lines += filled(sentence, options.width)
    yield "".join(f"{line.rstrip()}\n" for line in lines)


def _line(row: tuple[str, ...]) -> str:
    sizes = [*map(len, COLUMNS), 0]
    cells = (cell.rjust(size) for cell, size in zip(row, sizes, strict=True))
    return "  ".join(cells).rstrip() + "\n"


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


def as_csv(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield a table for a Russian spreadsheet: a header, a row a file, also for one not
    checked; programs have JSON."""
    yield _delimited(FIELDS)
    for outcome in outcomes:
        name = printable(outcome.name)
        safe = f"'{name}" if name.startswith(FORMULA) and name != "-" else name
        yield _delimited((safe, *_row(outcome)))


def _delimited(row: tuple[str, ...]) -> str:
    out = StringIO()
    csv.writer(out, delimiter=DELIMITER, lineterminator="\n").writerow(row)
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


def as_json(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield one JSON object; its shape is published in ``schema-score.json``."""

    def notes() -> Json:
        return {"notes": list(options.notes())}

    before = {"schema_version": SCHEMA_VERSION, "tool": tool()}
    yield from described(before, "files", _files(outcomes), notes, options.ascii)
    yield "\n"


def _files(outcomes: Outcomes) -> Iterator[Json]:
    for outcome in outcomes:
        if isinstance(outcome, Checked):
            yield {"path": outcome.name, **_values(outcome.report)}
        else:
            yield {"path": outcome.name, "error": {"message": outcome.reason}}


def _values(report: Report) -> Json:
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


def render(format: str, outcomes: Outcomes, options: Options) -> str:
    """Return ``outcomes`` in ``format``, a key of ``SCORE_FORMATS``; ends with a line end."""
    return "".join(SCORE_FORMATS[format](outcomes, options))


SCORE_FORMATS: dict[str, Callable[[Outcomes, Options], Iterator[str]]] = {
    "table": table,
    "csv": as_csv,
    "json": as_json,
}
"""The formats of ``plainreply score``."""
