"""The command ``check``: its options."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from plainreply.cli.params import AUTHOR, IN_DRAFT, Author, Date, Force, Profile, choice, comma_list
from plainreply.cli.streams import COLORS
from plainreply.cli.usage import RussianCommand, guarded
from plainreply.reporters import FORMATS

FAIL_ON = ("error", "warning", "info", "never")
HELP = "Проверяет письма: показывает, что сказано сложно, и подсказывает, как сказать проще."
EXAMPLES = """\
plainreply check ответ.docx                 один файл
plainreply check письма --format concise    папка, строка на замечание
plainreply check a.txt --ignore passive     без правила о страдательном залоге
plainreply check ответ.docx --format docx -o с-примечаниями.docx
plainreply check - < ответ.txt              текст из другой программы

Код завершения: 0 — замечаний нет, 1 — есть, 2 — проверить удалось не всё, 130 — прервано."""

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ПУТЬ...", help="Файлы и папки; «-» — текст из другой программы (стандартный ввод)."
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="ВИД",
        callback=choice((*FORMATS, *IN_DRAFT)),
        help="Вид отчёта: full — подробный (если не указать), concise — строка на замечание, "
        "json — для программ, docx и odt — примечания в самом письме (вместе с -o).",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="ПРАВИЛА",
        callback=comma_list,
        help="Проверить только эти правила (через запятую).",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="ПРАВИЛА",
        callback=comma_list,
        help="Не проверять эти правила (через запятую).",
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="ВАЖНОСТЬ",
        callback=choice(FAIL_ON),
        help="С какой важности код завершения 1: error (ошибка), warning (замечание; если не "
        "указать), info (совет), never (никогда).",
    ),
]
Color = Annotated[
    str,
    typer.Option(
        "--color",
        metavar="КОГДА",
        callback=choice(COLORS),
        help="Цвет: auto — только на экране (если не указать), always — всегда, never — никогда.",
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output-file", metavar="ФАЙЛ", help="Записать отчёт в файл, а не на экран."
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename", metavar="ИМЯ", help="Как назвать текст из «-» (ответ.md, ответ.docx)."
    ),
]
ShowAll = Annotated[
    bool, typer.Option("--all", help="Показать и советы; без этого они только сосчитаны.")
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("check", cls=RussianCommand, help=HELP, epilog=EXAMPLES)(guarded(check))


def check(
    paths: Paths = None,
    format: Format = "full",
    profile: Profile = "default",
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = "warning",
    show_all: ShowAll = False,
    color: Color = "auto",
    output_file: OutputFile = None,
    force: Force = False,
    stdin_filename: StdinFilename = None,
    author: Author = AUTHOR,
    date: Date = "",
) -> int:
    """Check the drafts and return the exit status."""
    from plainreply.cli.job import Job, run

    rules = profile, tuple(select or ()), tuple(ignore or ())
    info = show_all or fail_on == "info"
    target = output_file, stdin_filename, force
    job = Job(tuple(paths or ()), *rules, format, fail_on, info, color, *target)
    return run(replace(job, author=author, date=date))
