"""The commands of plainreply, put together."""

from typing import Annotated

import typer

from plainreply.cli import (
    audit,
    baseline,
    catalogue,
    check,
    fix,
    init,
    score,
    server,
    templates,
)
from plainreply.cli.completion import Install, Show
from plainreply.cli.usage import RussianGroup, guarded
from plainreply.version import __version__

app = typer.Typer(
    cls=RussianGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Проверяет, просто ли написан официальный ответ, и подсказывает, как сказать проще.",
    epilog="""\
plainreply check ответ.docx          проверить письмо
plainreply fix ответ.txt --diff      посмотреть, что можно исправить сразу
plainreply score письма              сравнить оценки всех писем папки
plainreply rule passive              узнать, зачем нужно правило""",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"plainreply {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
@guarded
def _start(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Показать номер версии."),
    ] = False,
    install: Install = False,
    show: Show = False,
) -> int:
    if context.invoked_subcommand is not None:
        return 0
    typer.echo(context.get_help())
    return 2


check.register(app)
fix.register(app)
score.register(app)
server.register(app)
templates.register(app)
audit.register(app)
baseline.register(app)
init.register(app)
catalogue.register(app)
