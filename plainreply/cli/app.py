"""The commands of plainreply, put together."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.main import get_group

from plainreply.cli.completion import Install, Show
from plainreply.cli.usage import RussianGroup, guarded
from plainreply.version import __version__

MODULES = {
    "check": "check",
    "fix": "fix",
    "score": "score",
    "server": "server",
    "templates": "templates",
    "audit": "audit",
    "baseline": "baseline",
    "init": "init",
    "rule": "catalogue",
    "profile": "catalogue",
}
"""The commands, in the order in which the help names them, and the module that has each."""


class Commands(Mapping[str, Any]):
    """The commands by name; a module is loaded when a command of it is looked at."""

    def __getitem__(self, name: str) -> Any:
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


class Program(RussianGroup):
    """The program itself, which makes ready only the command that is run."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands: Any = Commands()


def _typer(**settings: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **settings
    )


@cache
def _command(name: str) -> Any:
    """Return a command. Raises KeyError for an unknown one."""
    alone = _typer()
    import_module(f"plainreply.cli.{MODULES[name]}").register(alone)
    return get_group(alone).commands[name]


app = _typer(
    cls=Program,
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
