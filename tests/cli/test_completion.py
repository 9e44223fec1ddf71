"""Completion in the shell, asked as shells ask."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plainreply.cli.completion import ASKED, among, profile_id, rule_id, rule_ids

BASH = shutil.which("bash")


def test_last_rule_of_a_list_is_completed() -> None:
    assert "passive" in rule_id("pas") and "long-sentence" not in rule_id("pas")
    assert rule_ids("passive,long-s") == [
        "passive,long-sentence",
        "passive,long-service-name",
        "passive,long-spoken-phrase",
    ]
    assert rule_ids("passive,passiv") == []
    assert profile_id("def") == ["default"]
    assert among(["а", "б"])("") == ["а", "б"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("plainreply che", ["check"]),
        ("plainreply check --format js", ["json", "json-lines"]),
        ("plainreply check --select passive,verb", ["passive,verbal-noun"]),
        ("plainreply score --ignore verb", ["verbal-noun"]),
        ("plainreply check --profile defa", ["default"]),
        ("plainreply check --genre о", ["ответ", "отказ"]),
        ("plainreply check --fail-on e", ["error"]),
        ("plainreply rule passi", ["passive"]),
        ("plainreply score --format c", ["csv"]),
        ("plainreply check --min-s", ["--min-score"]),
    ],
)
def test_bash_is_told_what_may_follow(run: Any, words: str, offered: list[str]) -> None:
    from typer.testing import CliRunner

    from plainreply.cli.app import app
    from plainreply.cli.completion import prepare

    asked = {ASKED: "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ASKED, "complete_bash")
        prepare()
    result = CliRunner().invoke(app, [], env=asked, prog_name="plainreply")
    assert result.stdout.split() == offered


@pytest.mark.skipif(not BASH or os.name == "nt", reason="needs bash")
def test_script_works_in_a_real_bash(tmp_path: Path) -> None:
    command = tmp_path / "plainreply"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m plainreply "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    asked = (
        'source /dev/stdin <<< "$(plainreply --show-completion)"\n'
        "complete -p plainreply\n"
        "COMP_WORDS=(plainreply check ответ.docx --select pass)\nCOMP_CWORD=4\n"
        '_plainreply_completion plainreply\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    result = subprocess.run(
        [str(BASH), "--norc", "-c", asked],
        env={
            **os.environ,
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PYTHONUTF8": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    defined = "complete -o default -F _plainreply_completion plainreply"
    assert result.stdout.splitlines() == [defined, "passive"], result.stderr


def test_completion_is_written_for_the_shell_of_the_user(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainreply.cli.completion._shell", lambda: "bash")
    monkeypatch.setenv("HOME", str(tmp_path))
    result = run("--install-completion")
    assert result.exit_code == 0 and "Подсказки для bash записаны" in result.stderr
    assert "_plainreply_completion" in Path(
        tmp_path / ".bash_completions" / "plainreply.sh"
    ).read_text(encoding="utf-8")


def test_strange_shell_is_one_sentence(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("cmd", "cmd.exe"))
    result = run("--show-completion")
    assert result.exit_code == 2 and "Не удалось узнать оболочку" in result.stderr
