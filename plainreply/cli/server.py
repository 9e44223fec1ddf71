"""The command ``server``: checks letters in an editor while they are written."""

import typer

from plainreply.cli.usage import RussianCommand, guarded
from plainreply.errors import BadConfiguration

HELP = (
    "Проверяет письма прямо в редакторе: VS Code, Neovim и других. Эту команду запускает сам "
    "редактор."
)
EXAMPLES = """\
pip install "plainreply[server]"      один раз: дополнение для редакторов
plainreply server                     команда, которую укажите редактору

Как настроить редактор: docs/editors.md."""
MISSING = 'Для работы с редактором нужно дополнение: выполните pip install "plainreply[server]".'


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("server", cls=RussianCommand, help=HELP, epilog=EXAMPLES)(guarded(server))


def server() -> int:
    """Serve an editor over standard input and output until it leaves."""
    try:
        import pygls.lsp.server  # noqa: F401
    except ImportError as error:
        raise BadConfiguration(MISSING) from error
    from plainreply.server.service import run

    run()
    return 0
