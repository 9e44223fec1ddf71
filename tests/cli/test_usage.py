"""Help and complaints are in Russian."""

import re
from typing import Any

import pytest

COMMANDS = [(), ("check",), ("fix",), ("rule",), ("profile",)]
ENGLISH = re.compile(
    r"(?<!-)\b(usage|options?|arguments?|commands?|show|this|message|default:|required|exit)\b"
)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_russian_with_an_example(run: Any, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Вызов: plainreply" in result.stdout and "Примеры:\n  plainreply " in result.stdout
    assert not ENGLISH.search(result.stdout.lower())
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_no_command_shows_help_and_ends_with_2(run: Any) -> None:
    result = run()
    assert result.exit_code == 2 and "Команды:" in result.stdout


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("chek",), "Команды «chek» нет, возможно, вы имели в виду «check»"),
        (
            ("check", "--formt", "json"),
            "Параметра «--formt» нет, возможно, вы имели в виду «--format»",
        ),
        (("check", "--format", "xml", "a"), "--format: «xml» не подходит, выберите: full"),
        (("check", "--fail-on", "all", "a"), "--fail-on: «all» не подходит"),
        (("check", "--color", "red", "a"), "--color: «red» не подходит"),
        (("check", "--format"), "Параметру «--format» нужно значение"),
        (("check", "--all=1", "a"), "Параметру «--all» значение не нужно"),
        (("check",), "Укажите, что проверить"),
        (("fix",), "Не указано: ФАЙЛ"),
        (("rule", "a", "b"), "Лишнее в команде: «b»"),
        (("fix", "a", "b"), "Несколько файлов: добавьте --write"),
    ],
)
def test_wrong_usage_is_explained_in_russian(run: Any, args: tuple[str, ...], says: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr and not ENGLISH.search(result.stderr.lower().split("справка")[0])


def test_file_without_a_command_gets_advice(run: Any, letter: Any) -> None:
    result = run(letter.name)
    assert result.exit_code == 2 and "plainreply check ответ.txt" in result.stderr
