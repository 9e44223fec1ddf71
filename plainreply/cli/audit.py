"""The command ``audit``: an archive of letters as tables and a summary page."""

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from plainreply.cli.params import Config, Ignore, Isolated, Jobs, Profile, Select, one_of
from plainreply.cli.usage import RussianCommand, guarded
from plainreply.errors import BadConfiguration

ENGINES = ("local", "dask")
NEEDS = {"local": ("audit", ("fsspec", "pyarrow")), "dask": ("dask", ("dask", "distributed"))}
"""The extra that each engine needs, and what it brings."""
MISSING = "Для этого нужны дополнительные пакеты, установите их: pip install 'plainreply[{}]'"
NO_SOURCES = "Укажите, что проверить: папку, архив, почтовый ящик, таблицу или адрес."
NO_OUTPUT = "Укажите новую папку для результата: -o ИМЯ.parquet."
ONLY_DASK = "Параметр --scheduler нужен вместе с --engine dask."
HELP = "Проверяет архив писем: складывает оценки и замечания в таблицы и рисует сводку."
EXAMPLES = """\
plainreply audit ответы -o итог.parquet              папка, в ней и архивы
plainreply audit 2024.zip почта.mbox -o итог.parquet архив и почтовый ящик
plainreply audit письма.csv --column текст --date-column дата -o итог.parquet

Если работа прервалась, повторите ту же команду: готовые письма она не тронет.

Код завершения: 0 — проверено всё, 2 — прочитать удалось не всё, 130 — прервано."""

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ОТКУДА...",
        help="Папки, архивы (zip, tar), почтовые ящики (mbox), таблицы (csv, parquet), адреса "
        "(s3://…, memory://…).",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="ПАПКА", help="Новая папка для таблиц и сводки."),
]
Column = Annotated[
    str | None, typer.Option("--column", metavar="ИМЯ", help="Столбец таблицы с текстом писем.")
]
IdColumn = Annotated[
    str | None, typer.Option("--id-column", metavar="ИМЯ", help="Столбец с номером письма.")
]
DateColumn = Annotated[
    str | None, typer.Option("--date-column", metavar="ИМЯ", help="Столбец с датой письма.")
]
OfficeColumn = Annotated[
    str | None, typer.Option("--office-column", metavar="ИМЯ", help="Столбец с ведомством.")
]
TemplateColumn = Annotated[
    str | None, typer.Option("--template-column", metavar="ИМЯ", help="Столбец с именем шаблона.")
]
WithText = Annotated[
    bool,
    typer.Option("--with-text", help="Положить в таблицы и слова писем; обычно их там нет."),
]
NoRewrites = Annotated[
    bool,
    typer.Option(
        "--no-rewrites",
        help="Без переписанных вариантов: быстрее, а замечания и оценки те же.",
    ),
]
Engine = Annotated[
    str,
    one_of(
        "--engine",
        "ГДЕ",
        ENGINES,
        "Где проверять: local — на этом компьютере (если не указать), dask — на многих.",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="АДРЕС", help="Адрес планировщика Dask: tcp://имя:8786."),
]
Afresh = Annotated[
    bool, typer.Option("--force", help="Начать папку с результатом заново, если она есть.")
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("audit", cls=RussianCommand, help=HELP, epilog=EXAMPLES)(guarded(audit))


def audit(
    sources: Sources = None,
    output: Output = None,
    column: Column = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    office_column: OfficeColumn = None,
    template_column: TemplateColumn = None,
    with_text: WithText = False,
    no_rewrites: NoRewrites = False,
    profile: Profile = None,
    select: Select = None,
    ignore: Ignore = None,
    jobs: Jobs = None,
    engine: Engine = "local",
    scheduler: Scheduler = None,
    config: Config = None,
    isolated: Isolated = False,
    force: Afresh = False,
) -> int:
    """Audit the sources and return the exit status."""
    places, folder = _possible(sources, output, engine, scheduler)
    from plainreply.audit.run import Plan
    from plainreply.audit.sources import Found
    from plainreply.audit.tables import Columns
    from plainreply.batch.many import MANY, processes
    from plainreply.cli.archive import run
    from plainreply.cli.inforce import of_run, terms_by
    from plainreply.cli.inforce import sources as settings

    columns = Columns(column, id_column, date_column, office_column, template_column)
    chosen = settings(config, isolated, profile=profile, select=select, ignore=ignore)
    of_run(chosen, ())
    terms = terms_by(chosen)(None)
    terms = terms._replace(choice=replace(terms.choice, rewrites=not no_rewrites))
    many = processes(jobs, MANY if jobs is None else max(jobs, MANY))
    plan = Plan(Found(places, columns), terms, engine, many, scheduler, with_text)
    return run(plan, folder, force)


def _possible(
    sources: list[str] | None, output: Path | None, engine: str, scheduler: str | None
) -> tuple[tuple[str, ...], Path]:
    """Return where letters come from and where the result goes.

    Raises BadConfiguration where one is not given or a package is not installed.
    """
    if not sources:
        raise BadConfiguration(NO_SOURCES)
    if output is None:
        raise BadConfiguration(NO_OUTPUT)
    if scheduler and engine != "dask":
        raise BadConfiguration(ONLY_DASK)
    for needed in ("local", engine):
        extra, packages = NEEDS[needed]
        if not all(map(find_spec, packages)):
            raise BadConfiguration(MISSING.format(extra))
    return tuple(sources), output
