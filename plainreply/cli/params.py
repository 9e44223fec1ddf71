"""Values that options take, checked here so that every complaint is in Russian."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from plainreply.cli.completion import among, profile_id, rule_ids
from plainreply.severity import SEVERITIES

Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="ИМЯ",
        autocompletion=profile_id,
        help="Набор правил; все: plainreply profile.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="ФАЙЛ",
        help="Файл настроек для всех писем; без него берётся ближайший к письму.",
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="ФАЙЛ", help="Список известных замечаний: их не показывать."
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Не читать файлы настроек.")]

Force = Annotated[
    bool, typer.Option("--force", help="Заменить существующий файл, в который идёт запись.")
]
Author = Annotated[
    str, typer.Option("--author", metavar="ИМЯ", help="Кто подпишет примечания и исправления.")
]
Date = Annotated[
    str,
    typer.Option(
        "--date", metavar="ДАТА", help="Дата примечаний: 2026-05-31T09:30. Обычно это сейчас."
    ),
]
AUTHOR = "plainreply"
"""Who signs comments and changes unless told."""
IN_DRAFT = ("docx", "odt")
"""Formats of reports that are comments in the draft itself."""
MOST_JOBS = 256
NO_RULES = "укажите хотя бы одно правило. Список: plainreply rule"


def one_of(flag: str, metavar: str, names: Iterable[str], help: str) -> Any:
    """Return an option that takes one of ``names``, and completes them in the shell."""
    names = tuple(names)
    return typer.Option(
        flag, metavar=metavar, callback=_choice(names), autocompletion=among(names), help=help
    )


def _choice(names: Iterable[str]) -> Callable[[str | None], str | None]:
    """Return a callback that lets only ``names`` pass, and None, which is no choice."""
    names = tuple(names)

    def checked(value: str | None) -> str | None:
        if value is not None and value not in names:
            raise typer.BadParameter(f"«{value}» не подходит, выберите: {', '.join(names)}")
        return value

    return checked


def score_bound(value: str) -> float:
    """Return the score, from 0 to 100, that an option is given."""
    try:
        found = float(value.replace(",", "."))
    except ValueError:
        found = -1
    if not 0 <= found <= 100:
        raise typer.BadParameter(f"«{value}» не подходит, укажите число от 0 до 100")
    return found


def job_count(value: str) -> int:
    """Return how many drafts an option wants checked at once; 0 is one for each core."""
    if not value.isdecimal() or int(value) > MOST_JOBS:
        raise typer.BadParameter(f"«{value}» не подходит, укажите число от 0 до {MOST_JOBS}")
    return int(value)


def comma_list(values: list[str] | None) -> list[str]:
    """Return the ids of an option that is given many times, with commas, or both."""
    lists = [[part.strip() for part in value.split(",")] for value in values or ()]
    if not all(map(any, lists)):
        raise typer.BadParameter(NO_RULES)
    return [part for parts in lists for part in parts if part]


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ПУТЬ...", help="Файлы и папки; «-» — текст из другой программы (стандартный ввод)."
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="ПРАВИЛА",
        callback=comma_list,
        autocompletion=rule_ids,
        help="Проверить только эти правила (через запятую).",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="ПРАВИЛА",
        callback=comma_list,
        autocompletion=rule_ids,
        help="Не проверять эти правила (через запятую).",
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output-file",
        "--output",
        metavar="ФАЙЛ",
        help="Записать отчёт в файл, а не на экран. Для html и нескольких писем это папка: в ней "
        "index.html со сводкой и страница на каждое письмо.",
    ),
]
TextOrJson = Annotated[
    str,
    one_of(
        "--format",
        "ВИД",
        ("text", "json"),
        "text — для чтения (если не указать), json — для программ.",
    ),
]
FailOn = Annotated[
    str | None,
    one_of(
        "--fail-on",
        "ВАЖНОСТЬ",
        (*reversed(SEVERITIES), "never"),
        "С какой важности код завершения 1: error (ошибка), warning (замечание; если не указать), "
        "info (совет), never (никогда).",
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename", metavar="ИМЯ", help="Как назвать текст из «-» (ответ.md, ответ.docx)."
    ),
]
MinScore = Annotated[
    float | None,
    typer.Option(
        "--min-score",
        metavar="ЧИСЛО",
        parser=score_bound,
        help="Код завершения 1, если оценка письма ниже этой (от 0 до 100).",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "-j",
        "--jobs",
        metavar="ЧИСЛО",
        parser=job_count,
        help="Сколько писем проверять сразу; 0 — сколько ядер у процессора. Если не указать, "
        "письма идут по одному, а от 24 писем — до четырёх сразу.",
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Проверить всё заново и не запоминать результаты."),
]
CacheDir = Annotated[
    Path | None,
    typer.Option(
        "--cache-dir",
        metavar="ПАПКА",
        help="Где хранить результаты от запуска к запуску; обычно это папка пользователя.",
    ),
]
