"""What the README shows is true today: commands, output, example, options, rules.

``UPDATE_README=1 python -m pytest tests/test_readme.py`` writes today's output into README.md.
"""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer.main

from plainreply.cli.app import app
from plainreply.readers import SUFFIXES
from plainreply.reporters import FORMATS
from plainreply.rulebook import rulebook

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?:^<!-- ([^\n]*) -->\n)?^```(\w+)\n(.*?)^```$", re.M | re.S)


class Block(NamedTuple):
    """A fenced block: the comment right above it, its language, its lines."""

    mark: str
    language: str
    body: str


def blocks() -> list[Block]:
    found = BLOCK.findall(README.read_text(encoding="utf-8"))
    return [Block(*groups) for groups in found]


def marked(word: str) -> list[Block]:
    return [block for block in blocks() if block.mark.startswith(f"{word}: ")]


def commands() -> Iterator[tuple[str, int]]:
    for block in marked("status"):
        status = int(block.mark.removeprefix("status: "))
        yield from ((line, status) for line in block.body.splitlines())


def run(command: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run a ``plainreply`` command of the README with this Python."""
    program, *args = shlex.split(command)
    assert program == "plainreply"
    clean = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [sys.executable, "-m", "plainreply", *args],
        cwd=cwd,
        env={**clean, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample letters, so that no command writes into the checkout."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "corpora" / "letters", folder / "corpora" / "letters")
    return folder


@pytest.mark.parametrize(("command", "status"), list(commands()))
def test_command_ends_with_the_status_it_is_shown_with(
    command: str, status: int, place: Path
) -> None:
    result = run(command, place)
    assert (result.returncode, result.stderr.count("\n") > 1) == (status, False), result.stderr
    assert result.stdout or "-o" in command


@pytest.mark.parametrize("block", marked("output"), ids=lambda block: block.mark)
def test_output_is_todays(block: Block, place: Path) -> None:
    command, phrase = block.mark.removeprefix("output: ").split(" | ")
    today = excerpt(run(command, place).stdout, phrase)
    if os.environ.get("UPDATE_README") and block.body != today:
        old, new = (f"<!-- {block.mark} -->\n```text\n{body}```" for body in (block.body, today))
        README.write_text(README.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    else:
        assert block.body == today, "run it again with UPDATE_README=1"


def excerpt(output: str, phrase: str) -> str:
    """Return the head, the part of the report about the sentence with ``phrase``, and the end."""
    parts = re.split(r"(?m)^(?=Абзац |Строка |Найдено: )", output)
    words = phrase.split()
    shown = next(part for part in parts[1:-1] if " ".join(part.split()).count(" ".join(words)))
    score = re.split(r"(?m)^(?=К сведению|Не проверено)", parts[-1])[0]
    return f"{parts[0]}…\n\n{shown}…\n\n{score.rstrip()}\n"


def test_python_example(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    examples = "".join(block.body for block in blocks() if block.language == "python")
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    told: list[str] = []
    outcome = doctest.DocTestRunner().run(test, out=told.append)
    assert outcome.attempted > 10 and not outcome.failed, "".join(told)


def test_every_shell_block_is_run_somewhere() -> None:
    shells = [block.mark for block in blocks() if block.language == "sh"]
    assert all(re.fullmatch(r"ci: (check|test)|status: \d", mark) for mark in shells)
    assert [mark for mark in shells if mark.startswith("ci:")] == ["ci: check", "ci: test"]


def options() -> list[str]:
    group: Any = typer.main.get_command(app)
    found = {o for c in group.commands.values() for p in c.params for o in p.opts}
    return sorted(option for option in found if option.startswith("-"))


@pytest.mark.parametrize("option", options())
def test_option_is_explained(option: str) -> None:
    assert re.search(rf"(?<![\w-]){option}(?![\w-])", section("Command line"))


def section(title: str) -> str:
    text = README.read_text(encoding="utf-8")
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def ticked(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", text))


def test_table_of_rules_is_complete() -> None:
    rows = [row.split("|")[1] for row in section("What is checked").splitlines() if "|" in row]
    assert ticked("\n".join(rows)) == set(rulebook().rules)


def test_formats_read_are_complete() -> None:
    told = {tick for tick in ticked(section("What is checked")) if tick[0] == "."}
    assert told == SUFFIXES | {".doc", ".rtf"}  # these two only where LibreOffice is


def test_what_is_said_not_to_exist_does_not() -> None:
    absent = ticked(section("Not checked yet"))
    assert not absent & {*rulebook().rules, *SUFFIXES, *FORMATS}
