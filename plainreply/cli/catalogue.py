"""The commands ``rule`` and ``profile``: what can be checked and why."""

from typing import Annotated

import typer

from plainreply.cli.params import choice
from plainreply.cli.streams import say, speaks_utf8, width
from plainreply.cli.usage import RussianCommand, guarded

RULE_HELP = "Показывает все правила или одно: что оно находит, зачем нужно и как исправить."
RULE_EXAMPLES = """\
plainreply rule                     все правила
plainreply rule passive             одно правило с примерами
plainreply rule --format json       все правила для программ"""
PROFILE_HELP = "Показывает все наборы правил или один: какие правила в нём и как они важны."
PROFILE_EXAMPLES = """\
plainreply profile                  все наборы
plainreply profile default          один набор
plainreply check ответ.docx --profile default"""

RuleId = Annotated[
    str | None,
    typer.Argument(metavar="[ПРАВИЛО]", help="Название правила; без него — список всех."),
]
ProfileId = Annotated[
    str | None, typer.Argument(metavar="[НАБОР]", help="Название набора; без него — список всех.")
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="ВИД",
        callback=choice(("text", "json")),
        help="text — для чтения (если не указать), json — для программ.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("rule", cls=RussianCommand, help=RULE_HELP, epilog=RULE_EXAMPLES)(guarded(rule))
    app.command("profile", cls=RussianCommand, help=PROFILE_HELP, epilog=PROFILE_EXAMPLES)(
        guarded(profile)
    )


def rule(id: RuleId = None, format: Format = "text") -> int:
    """Show one rule or all."""
    from plainreply.reporters.catalogue import rule_json, rule_page, rule_table
    from plainreply.rulebook import rulebook

    book = rulebook()
    rules = [book.rule(id)] if id else list(book.rules.values())
    if format == "json":
        say(rule_json(rules, ascii=not speaks_utf8()))
    else:
        say(rule_page(rules[0], width()) if id else rule_table(rules, width()))
    return 0


def profile(id: ProfileId = None) -> int:
    """Show one profile or all."""
    from plainreply.reporters.catalogue import profile_page, profile_table
    from plainreply.rulebook import rulebook

    book = rulebook()
    if id is None:
        say(profile_table(book))
        return 0
    rules = book.choose(id)
    say(profile_page(book.profiles[id], rules, book, width()))
    return 0
