"""The commands ``rule`` and ``profile``: what can be checked and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plainreply.cli.completion import profile_id, rule_id
from plainreply.cli.params import Config, Isolated, TextOrJson
from plainreply.cli.streams import say, speaks_utf8, width
from plainreply.cli.usage import RussianCommand, guarded
from plainreply.errors import BadConfiguration

if TYPE_CHECKING:
    from plainreply.rulebook import Rulebook

RULE_HELP = "Показывает все правила или одно: что оно находит, зачем нужно и как исправить."
RULE_EXAMPLES = """\
plainreply rule                     все правила
plainreply rule passive             одно правило с примерами
plainreply rule --all --format json все правила для программ
plainreply rule --test правила      сходятся ли примеры своих правил

Код завершения: 0 — готово, 1 — не сошёлся пример в --test, 2 — не получилось."""
PROFILE_HELP = "Показывает все наборы правил или один: какие правила в нём и как они важны."
PROFILE_EXAMPLES = """\
plainreply profile                  все наборы
plainreply profile default          один набор
plainreply check ответ.docx --profile default"""

ONE = "Выберите одно: правило, --all или --test."
NO_RULES = "В папке «{}» нет правил: положите файл правила в папку раздела, например wording."

RuleId = Annotated[
    str | None,
    typer.Argument(
        metavar="[ПРАВИЛО]",
        autocompletion=rule_id,
        help="Название правила; без него — список всех.",
    ),
]
ProfileId = Annotated[
    str | None,
    typer.Argument(
        metavar="[НАБОР]",
        autocompletion=profile_id,
        help="Название набора; без него — список всех.",
    ),
]
All = Annotated[bool, typer.Option("--all", help="Все правила (и без этого, если не названо).")]
Test = Annotated[
    Path | None,
    typer.Option(
        "--test", metavar="ПАПКА", help="Проверить примеры своих правил, которые лежат в папке."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("rule", cls=RussianCommand, help=RULE_HELP, epilog=RULE_EXAMPLES)(guarded(rule))
    app.command("profile", cls=RussianCommand, help=PROFILE_HELP, epilog=PROFILE_EXAMPLES)(
        guarded(profile)
    )


def rule(
    id: RuleId = None,
    all: All = False,
    format: TextOrJson = "text",
    test: Test = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Show one rule or all, or test those of a folder."""
    from plainreply.reporters.catalogue import rule_json, rule_page, rule_table

    if sum((id is not None, all, test is not None)) > 1:
        raise BadConfiguration(ONE)
    if test:
        return _test(test, format)
    book = _book(config, isolated)
    rules = [book.rule(id)] if id else list(book.rules.values())
    if format == "json":
        say(rule_json(rules, ascii=not speaks_utf8()))
    else:
        say(rule_page(rules[0], book, width()) if id else rule_table(rules, width()))
    return 0


def _book(config: Path | None, isolated: bool) -> "Rulebook":
    """Return our rules and those that the configuration of the current folder adds."""
    from plainreply.cli.inforce import sources
    from plainreply.ownrules import rulebook_with

    return rulebook_with(*sources(config, isolated).settings().choice.directories)


def _test(folder: Path, format: str) -> int:
    """Run the examples of the rules of a folder and tell which do not hold."""
    from plainreply.examples import failures
    from plainreply.ownrules import own_rules
    from plainreply.reporters.tested import as_json, as_text
    from plainreply.rulebook import rulebook

    rules = own_rules(folder, rulebook().rules)
    if not rules:
        raise BadConfiguration(NO_RULES.format(folder))
    tested = [(rule, tuple(failures(rule))) for rule in rules.values()]
    render = as_json if format == "json" else as_text
    say(render(tested, width(), not speaks_utf8()))
    return int(any(broken for _, broken in tested))


def profile(id: ProfileId = None, config: Config = None, isolated: Isolated = False) -> int:
    """Show one profile or all."""
    from plainreply.reporters.catalogue import profile_page, profile_table

    book = _book(config, isolated)
    if id is None:
        say(profile_table(book))
        return 0
    rules = book.choose(id)
    say(profile_page(book.profiles[id], rules, book, width()))
    return 0
