"""A baseline knows a finding again after lines have moved, and only gets shorter."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import PASSIVE, Run, run

__all__ = ["run"]
NAME = ".plainreply-baseline.json"
OTHER = "Комиссией рассмотрена ваша жалоба."
CHECK = ("check", ".", "--format", "concise", "--select", "passive", "--baseline", NAME)
MAKE = ("baseline", ".", "--select", "passive")


def put(folder: Path, text: str, name: str = "a.txt") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_known_findings_are_hidden_and_counted(run: Run, tmp_path: Path) -> None:
    put(tmp_path, PASSIVE)
    assert run(*MAKE).stdout == f"Записано: {NAME}, замечаний и советов: 1\n"
    result = run(*CHECK)
    assert result.exit_code == 0
    assert "Не показаны известные и прежние замечания и советы: 1" in result.output
    assert "Комиссией" not in (tmp_path / NAME).read_text(encoding="utf-8")


def test_lines_may_move_but_a_new_sentence_is_told(run: Run, tmp_path: Path) -> None:
    put(tmp_path, PASSIVE)
    run(*MAKE)
    put(tmp_path, f"Добрый день!\n\nМы ответим.\n\n{PASSIVE}\n")
    assert run(*CHECK).exit_code == 0
    put(tmp_path, f"{OTHER} {PASSIVE}")
    result = run(*CHECK)
    assert (result.exit_code, result.stdout.count("passive")) == (1, 1)
    assert "a.txt:1:11" in result.stdout


def test_the_same_sentence_twice_is_one_more(run: Run, tmp_path: Path) -> None:
    put(tmp_path, PASSIVE)
    run(*MAKE)
    put(tmp_path, f"{PASSIVE} {PASSIVE}")
    assert run(*CHECK).stdout.count("passive") == 1


def test_another_file_has_its_own_findings(run: Run, tmp_path: Path) -> None:
    put(tmp_path, PASSIVE)
    run(*MAKE)
    put(tmp_path, PASSIVE, "b.txt")
    assert run(*CHECK).stdout.count("b.txt:1") == 1


def test_what_is_fixed_is_told_and_taken_out_on_demand_only(run: Run, tmp_path: Path) -> None:
    put(tmp_path, f"{PASSIVE} {OTHER}")
    run(*MAKE)
    put(tmp_path, OTHER)
    before = (tmp_path / NAME).read_bytes()
    told = run(*MAKE)
    assert told.exit_code == 1 and "Исправлено, но осталось в списке: 1" in told.stdout
    assert (tmp_path / NAME).read_bytes() == before
    updated = run(*MAKE, "--update")
    assert updated.exit_code == 0 and "Убрано исправленных: 1" in updated.stdout
    assert run(*MAKE).stdout == f"{NAME}: список верен, замечаний и советов: 1\n"


def test_what_is_new_is_never_added_in_silence(run: Run, tmp_path: Path) -> None:
    put(tmp_path, PASSIVE)
    run(*MAKE)
    put(tmp_path, f"{PASSIVE} {OTHER}")
    for extra in ((), ("--update",)):
        assert "Новых: 1" in run(*MAKE, *extra).stdout
        assert run(*CHECK).exit_code == 1
    run(*MAKE, "--force")
    assert run(*CHECK).exit_code == 0


def test_a_file_that_is_gone_is_fixed_and_one_not_checked_stays(run: Run, tmp_path: Path) -> None:
    put(tmp_path, PASSIVE)
    put(tmp_path, PASSIVE, "b.txt")
    run(*MAKE)
    assert "список верен" in run("baseline", "a.txt", "--select", "passive").stdout
    (tmp_path / "b.txt").unlink()
    assert "b.txt: passive" in run("baseline", "a.txt", "--select", "passive").stdout


def test_the_configuration_may_name_the_file(run: Run, tmp_path: Path) -> None:
    put(tmp_path, PASSIVE)
    put(tmp_path, 'select = ["passive"]\nbaseline = "known.json"', "plainreply.toml")
    assert run("check", ".").exit_code == 2
    assert run("baseline", ".").exit_code == 0
    assert (tmp_path / "known.json").exists()
    assert run("check", ".").exit_code == 0
    assert "список верен" in run("baseline", ".").stdout


@pytest.mark.parametrize(
    "text", ["", "[]", '{"schema_version": 9, "findings": {}}', '{"schema_version": 1}']
)
def test_a_damaged_file_is_told(run: Run, tmp_path: Path, text: str) -> None:
    put(tmp_path, PASSIVE)
    put(tmp_path, text, NAME)
    result = run(*CHECK)
    assert (result.exit_code, "не список известных" in result.stderr) == (2, True)


def test_a_missing_file_is_told(run: Run, tmp_path: Path) -> None:
    put(tmp_path, PASSIVE)
    assert "plainreply baseline" in run(*CHECK).stderr
    assert run(*MAKE, "--update").exit_code == 2
    assert run(*MAKE, "--update", "--force").exit_code == 2


def test_an_unreadable_letter_is_told_and_keeps_what_is_known_of_it(
    run: Run, tmp_path: Path
) -> None:
    put(tmp_path, PASSIVE)
    run(*MAKE)
    put(tmp_path, "")
    result = run(*MAKE, "--update")
    assert result.exit_code == 2 and "a.txt" in result.stderr
    (known,) = json.loads((tmp_path / NAME).read_bytes())["findings"].values()
    assert sum(known["passive"].values()) == 1
