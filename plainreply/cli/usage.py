"""Help and complaints about usage in Russian, and the edge where errors become an exit status."""

import re
import sys
from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn, ParamSpec, cast

import typer
from typer.core import TyperCommand, TyperGroup

from plainreply.cli.streams import close_quietly, complain, told_when_full
from plainreply.errors import PlainreplyError, fault

CANNOT, INTERRUPTED, PIPE_CLOSED = 2, 130, 141
USAGE_ERROR = cast(type[Exception], typer.BadParameter.__mro__[1])
STOPPED = "Прервано."
OWN_HELP = {"help": "Показать эту справку."}
P = ParamSpec("P")


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """Make a command end with the status it returns, and with one sentence when it cannot."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            status = command(*args, **kwargs)
            with told_when_full():
                sys.stdout.flush()
        except PlainreplyError as error:
            complain(str(error))
            status = CANNOT
        except KeyboardInterrupt:
            complain(STOPPED)
            status = INTERRUPTED
        except BrokenPipeError:
            close_quietly()
            status = PIPE_CLOSED
        except Exception as error:  # a traceback could show the text of the letter
            complain(fault(error))
            status = CANNOT
        if status:
            raise typer.Exit(status)

    return run


class RussianCommand(TyperCommand):
    """A command whose help is in Russian."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help of the command."""
        write_help(self, ctx, formatter)


class RussianGroup(TyperGroup):
    """The program itself: Russian help, and Russian complaints about usage."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the program with its commands."""
        write_help(self, ctx, formatter)

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run a command and exit with its status."""
        try:
            with told_when_full():
                status = super().main(*args, **{**kwargs, "standalone_mode": False})
                sys.stdout.flush()
            sys.exit(status)
        except typer.Abort:  # what the library makes of an interrupt
            complain(STOPPED)
            sys.exit(INTERRUPTED)
        except PlainreplyError as error:
            complain(str(error))
            sys.exit(CANNOT)
        except USAGE_ERROR as error:
            complain(complaint(error))
            context = getattr(error, "ctx", None)
            complain(f"Справка: {context.command_path if context else 'plainreply'} --help")
            sys.exit(CANNOT)


def write_help(command: Any, ctx: Any, formatter: Any) -> None:
    """Write usage, description, arguments, options, commands and examples."""
    params = command.get_params(ctx)
    arguments = [p for p in params if p.param_type_name == "argument"]
    options = [p for p in params if p.param_type_name == "option"]
    commands = [(name, c.help) for name, c in getattr(command, "commands", {}).items()]
    pieces = [p.metavar for p in arguments] or ["КОМАНДА"] * bool(commands)
    formatter.write_usage(ctx.command_path, " ".join([*pieces, "[ПАРАМЕТРЫ]"]), "Вызов: ")
    formatter.write_paragraph()
    formatter.write_text(command.help)
    _section(formatter, "Команды", commands)
    _section(formatter, "Что указать", [(p.metavar, p.help) for p in arguments])
    _section(formatter, "Параметры", list(map(_option, options)))
    _examples(formatter, command.epilog)


def _option(param: Any) -> tuple[str, str]:
    names = ", ".join(param.opts)
    name = names if param.is_flag or not param.metavar else f"{names} {param.metavar}"
    return name, OWN_HELP.get(param.name, param.help)


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _examples(formatter: Any, epilog: str | None) -> None:
    """Write the examples as they stand; what follows an empty line is a note."""
    examples, _, note = (epilog or "").partition("\n\n")
    if examples:
        with formatter.section("Примеры"):
            formatter.write("".join(f"  {line}\n" for line in examples.splitlines()))
    if note:
        formatter.write_paragraph()
        formatter.write_text(note)


def complaint(error: Any) -> str:
    """Return the Russian sentence for a usage error of the command line library."""
    kind, message = type(error).__name__, str(getattr(error, "message", ""))
    if kind == "NoSuchOption":
        near = get_close_matches(error.option_name, _options(error), 1, 0.7)
        return f"Параметра «{error.option_name}» нет{_hint(near)}."
    if kind == "BadOptionUsage":
        needs = "нужно значение" if "requires" in message else "значение не нужно"
        return f"Параметру «{error.option_name}» {needs}."
    if kind == "MissingParameter":
        return f"Не указано: {_name(error)}."
    if kind == "BadParameter":
        return f"{_name(error)}: {message}."
    return _plain_complaint(error, message)


def _plain_complaint(error: Any, message: str) -> str:
    extra = re.search(r"extra arguments?.*\((.*)\)", message)
    if extra:
        return f"Лишнее в команде: «{extra[1]}»."
    unknown = re.match(r"No such command '(.*?)'", message)
    if unknown:
        return _unknown_command(unknown[1], error)
    return "Команда набрана неверно."


def _unknown_command(name: str, error: Any) -> str:
    names = list(error.ctx.command.commands)
    if Path(name).exists():
        return f"Чтобы проверить «{name}», наберите: plainreply check {name}"
    near = get_close_matches(name, names, 1)
    return f"Команды «{name}» нет{_hint(near)}. Есть команды: {', '.join(names)}."


def _options(error: Any) -> list[str]:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    return [name for param in params for name in param.opts]


def _hint(near: list[str]) -> str:
    return f", возможно, вы имели в виду «{near[0]}»" if near else ""


def _name(error: Any) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return "Параметр"
    return param.opts[0] if param.param_type_name == "option" else str(param.metavar)
