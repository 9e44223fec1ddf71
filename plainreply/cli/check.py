"""The command ``check``: its options."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plainreply.cli.completion import among
from plainreply.cli.params import (
    AUTHOR,
    IN_DRAFT,
    Author,
    BaselineFile,
    CacheDir,
    Config,
    Date,
    FailOn,
    Force,
    Ignore,
    Isolated,
    Jobs,
    MinScore,
    NoCache,
    OutputFile,
    Paths,
    Profile,
    Select,
    StdinFilename,
    one_of,
)
from plainreply.cli.streams import COLORS
from plainreply.cli.usage import RussianCommand, guarded
from plainreply.reporters import FORMATS
from plainreply.setting import GENRES

if TYPE_CHECKING:
    from plainreply.settings import Sources

HELP = "Проверяет письма: показывает, что сказано сложно, и подсказывает, как сказать проще."
EXAMPLES = """\
plainreply check ответ.docx                 один файл
plainreply check письма --format concise    папка, строка на замечание
plainreply check a.txt --ignore passive     без правила о страдательном залоге
plainreply check ответ.docx --format docx -o с-примечаниями.docx
plainreply check ответ.docx --format html -o отчёт.html
plainreply check письма --format html -o отчёт      папка страниц
plainreply check - < ответ.txt              текст из другой программы

Код завершения: 0 — замечаний нет, 1 — есть, 2 — проверить удалось не всё, 130 — прервано."""

Format = Annotated[
    str | None,
    one_of(
        "--format",
        "ВИД",
        (*FORMATS, *IN_DRAFT),
        "Вид отчёта: full — подробный (если не указать), concise — строка на замечание, "
        "html — страница для браузера, docx и odt — примечания в самом письме (вместе с -o); для "
        "программ: json и json-lines, sarif, junit, github и gitlab.",
    ),
]
Color = Annotated[
    str,
    one_of(
        "--color",
        "КОГДА",
        COLORS,
        "Цвет: auto — только на экране (если не указать), always — всегда, never — никогда.",
    ),
]
Genre = Annotated[
    str | None,
    typer.Option(
        "--genre",
        metavar="ВИД",
        autocompletion=among(name for name in (*GENRES, *GENRES.values()) if " " not in name),
        help=f"Что это за письмо: {', '.join(GENRES.values())}. Если не указать, вид письма "
        "узнаётся по словам.",
    ),
]
Incoming = Annotated[
    Path | None,
    typer.Option("--incoming", metavar="ФАЙЛ", help="Обращение, на которое отвечает письмо."),
]
ShowAll = Annotated[
    bool, typer.Option("--all", help="Показать и советы; без этого они только сосчитаны.")
]
Explain = Annotated[
    bool,
    typer.Option("--explain", help="Объяснить оценку: что даст исправление, на чём она стоит."),
]

ShowSettings = Annotated[
    bool,
    typer.Option("--show-settings", help="Показать, какие настройки действуют и где они заданы."),
]
DiffBase = Annotated[
    str | None,
    typer.Option(
        "--diff-base",
        metavar="ВЕРСИЯ",
        help="Только абзацы, которые изменились с этой версии в git (main, HEAD~1).",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("check", cls=RussianCommand, help=HELP, epilog=EXAMPLES)(guarded(check))


def check(
    paths: Paths = None,
    format: Format = None,
    profile: Profile = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    min_score: MinScore = None,
    explain: Explain = False,
    show_all: ShowAll = False,
    color: Color = "auto",
    output_file: OutputFile = None,
    force: Force = False,
    stdin_filename: StdinFilename = None,
    author: Author = AUTHOR,
    date: Date = "",
    genre: Genre = None,
    incoming: Incoming = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    cache_dir: CacheDir = None,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
    baseline: BaselineFile = None,
    diff_base: DiffBase = None,
) -> int:
    """Check the drafts and return the exit status."""
    from plainreply.cli.inforce import of_run, sources
    from plainreply.cli.job import Job, run
    from plainreply.cli.many import Many

    rules = {"profile": profile, "select": select, "ignore": ignore}
    gate = {"fail-on": fail_on, "min-score": min_score, "format": format, "baseline": baseline}
    chosen = sources(config, isolated, **rules, **gate, genre=genre, incoming=incoming)
    if show_settings:
        return _show(chosen, paths or ["."], stdin_filename, format)
    told = of_run(chosen, paths or (), stdin_filename)
    info = show_all or told.fail_on == "info"
    target = output_file, stdin_filename, force
    job = Job(tuple(paths or ()), chosen, told.format, info, color, *target)
    many = Many(jobs, not no_cache, cache_dir)
    job = replace(job, author=author, date=date, many=many, revision=diff_base)
    return run(replace(job, explain=explain))


def _show(
    chosen: "Sources", paths: Sequence[str], stdin_name: str | None, format: str | None
) -> int:
    """Show the settings that hold for each of ``paths``."""
    from plainreply.cli.inforce import of_path
    from plainreply.cli.shown import as_json, as_text
    from plainreply.cli.streams import say, speaks_utf8

    for path in paths:
        found = of_path(chosen, path, stdin_name)
        for_programs = format == "json"
        say(as_json(path, found, not speaks_utf8()) if for_programs else as_text(path, found))
    return 0
