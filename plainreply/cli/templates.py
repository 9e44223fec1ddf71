"""The command ``templates``: a folder of templates, checked as a whole and one by one."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from plainreply.cli.params import Config, FailOn, Isolated, Profile, TextOrJson
from plainreply.cli.usage import RussianCommand, guarded
from plainreply.errors import BadConfiguration
from plainreply.severity import SEVERITIES, Severity

HELP = "Проверяет папку шаблонов: всё ли в ней есть, не устарела ли она, просто ли написано."
EXAMPLES = """\
plainreply templates шаблоны                       вся папка
plainreply templates шаблоны --profile kostroma    по порядку своего ведомства
plainreply templates шаблоны --replies письма      есть ли шаблон для каждого ответа

Код завершения: 0 — замечаний нет, 1 — есть, 2 — проверить удалось не всё, 130 — прервано."""
NO_FOLDER = "Папки «{}» нет: проверьте путь."
EMPTY = "В папке «{}» нет шаблонов: положите в неё файлы .docx, .odt, .txt, .md, .html или .j2."
BAD_DAY = "Дата «{}» не подходит, напишите её так: 2026-05-31."

Folder = Annotated[Path, typer.Argument(metavar="ПАПКА", help="Папка с шаблонами.")]
Replies = Annotated[
    Path | None,
    typer.Option(
        "--replies", metavar="ПАПКА", help="Отправленные ответы: есть ли для каждого шаблон."
    ),
]
Today = Annotated[
    str,
    typer.Option("--today", metavar="ДАТА", help="На какой день проверять сроки: 2026-05-31."),
]
ShowAll = Annotated[
    bool, typer.Option("--all", help="Показать и советы; без этого они только сосчитаны.")
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("templates", cls=RussianCommand, help=HELP, epilog=EXAMPLES)(guarded(templates))


def templates(
    folder: Folder,
    profile: Profile = None,
    replies: Replies = None,
    today: Today = "",
    format: TextOrJson = "text",
    fail_on: FailOn = None,
    show_all: ShowAll = False,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Check the folder and return the exit status."""
    from plainreply.checker import checker_of
    from plainreply.cli.inforce import sources
    from plainreply.cli.streams import say, speaks_utf8
    from plainreply.reporters import STDIN, Options
    from plainreply.reporters.templates import as_json, text
    from plainreply.templates import library, review, with_replies

    for path in filter(None, (folder, replies)):
        if not path.is_dir():
            raise BadConfiguration(NO_FOLDER.format(path))
    settings = sources(config, isolated, **{"profile": profile, "fail-on": fail_on}).settings(
        folder / STDIN
    )
    day, chosen = _day(today), checker_of(settings.choice)
    found = library(folder)
    if not found.templates and not found.failed:
        raise BadConfiguration(EMPTY.format(folder))
    told = review(with_replies(found, replies) if replies else found, chosen, day)
    options = Options(info=show_all or settings.fail_on == "info", ascii=not speaks_utf8())
    say((as_json if format == "json" else text)(told, str(folder), options))
    if told.library.failed:
        return 2
    return int(any(_counts(note.severity, settings.fail_on) for note in told.notes))


def _counts(severity: Severity, fail_on: str) -> bool:
    """Tell whether a finding is grave enough for the exit status."""
    order = (*SEVERITIES, "never")
    return order.index(severity) >= order.index(fail_on)


def _day(told: str) -> date:
    """Return the day that is asked for, today unless told."""
    try:
        return date.fromisoformat(told) if told else date.today()
    except ValueError as error:
        raise BadConfiguration(BAD_DAY.format(told)) from error
