"""Completion in the shell: what may follow, and how a shell comes to ask.

The scripts for the shells are the command line library's own; rules are loaded only when a shell
asks for them.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from plainreply.cli.streams import complain, say
from plainreply.errors import BadConfiguration

if TYPE_CHECKING:
    from plainreply.rulebook import Rulebook

PROGRAM = "plainreply"
ASKED = "_PLAINREPLY_COMPLETE"
"""The environment variable by which the shell asks what may follow."""
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
UNKNOWN = "Не удалось узнать оболочку: запустите команду в одной из этих: {}."
NO_ACCESS = "Подсказки не записываются: проверьте, есть ли доступ к вашей домашней папке."
INSTALLED = "Подсказки для {} записаны: {}\nОткройте новое окно терминала, и они заработают."
Completer = Callable[[str], list[str]]


def prepare() -> None:
    """Get ready to answer when it is the shell that asks."""
    if ASKED in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()


def among(names: Iterable[str]) -> Completer:
    """Return a completer of one of ``names``."""
    names = tuple(names)

    def complete(incomplete: str) -> list[str]:
        return [name for name in names if name.startswith(incomplete)]

    return complete


def rule_id(incomplete: str) -> list[str]:
    """Return the rules whose id begins so."""
    return among(_rulebook().rules)(incomplete)


def rule_ids(incomplete: str) -> list[str]:
    """Return what a list of rules with commas may become: its last rule is completed."""
    before, comma, last = incomplete.rpartition(",")
    named = before.split(",")
    return [f"{before}{comma}{id}" for id in rule_id(last) if id not in named]


def profile_id(incomplete: str) -> list[str]:
    """Return the profiles whose id begins so."""
    return among(_rulebook().profiles)(incomplete)


def _rulebook() -> "Rulebook":
    from plainreply.rulebook import rulebook

    return rulebook()


def _install(asked: bool) -> None:
    if asked:
        from typer.completion import install  # type: ignore[attr-defined]

        shell = _shell()
        try:
            _, path = install(shell, PROGRAM, ASKED)
        except OSError as error:
            raise BadConfiguration(NO_ACCESS) from error
        complain(INSTALLED.format(shell, path))
        raise typer.Exit


def _show(asked: bool) -> None:
    if asked:
        from typer.completion import get_completion_script  # type: ignore[attr-defined]

        say(get_completion_script(prog_name=PROGRAM, complete_var=ASKED, shell=_shell()) + "\n")
        raise typer.Exit


def _shell() -> str:
    """Return the shell that the program is started from. Raises BadConfiguration."""
    from shellingham import ShellDetectionFailure, detect_shell

    try:
        name: str = detect_shell()[0]
    except ShellDetectionFailure:
        name = PurePath(os.environ.get("SHELL", "")).name
    if name not in SHELLS:
        raise BadConfiguration(UNKNOWN.format(", ".join(SHELLS)))
    return name


Install = Annotated[
    bool,
    typer.Option(
        "--install-completion",
        callback=_install,
        is_eager=True,
        help="Включить подсказки по клавише Tab в вашей оболочке.",
    ),
]
Show = Annotated[
    bool,
    typer.Option(
        "--show-completion",
        callback=_show,
        is_eager=True,
        help="Показать настройку подсказок, ничего не меняя.",
    ),
]
