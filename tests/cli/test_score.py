"""The command score and the gate --min-score."""

import csv
import json
from codecs import BOM_UTF8
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

HARD = "Рассмотрение обращения осуществляется уполномоченным органом в установленном порядке. " * 3


@pytest.fixture
def hard(tmp_path: Path) -> Path:
    path = tmp_path / "трудный.txt"
    path.write_text(HARD, encoding="utf-8")
    return path


def test_scores_stand_in_a_table_and_the_status_is_0(run: Any, letter: Path, clean: Path) -> None:
    result = run("score", letter.name, clean.name)
    assert result.exit_code == 0
    assert result.stdout.index(letter.name) < result.stdout.index(clean.name)
    assert "Итого: проверено 2 из 2 файлов" in result.stdout


def test_a_folder_is_scored(run: Any, letter: Path, clean: Path) -> None:
    result = run("score", ".", "--format", "json")
    files = json.loads(result.stdout)["files"]
    assert {file["path"] for file in files} == {letter.name, clean.name}


@pytest.mark.parametrize(("least", "status"), [("0", 0), ("50", 1), ("50,5", 1), ("100", 1)])
@pytest.mark.parametrize("command", ["score", "check"])
def test_min_score_is_a_gate(run: Any, hard: Path, command: str, least: str, status: int) -> None:
    never = ["--fail-on", "never"] if command == "check" else []
    result = run(command, hard.name, "--min-score", least, *never)
    assert result.exit_code == status
    assert ("Оценка ниже" in result.stdout) == bool(status)


def test_gate_is_open_to_a_plain_letter(run: Any, clean: Path) -> None:
    assert run("score", clean.name, "--min-score", "80").exit_code == 0
    assert run("check", clean.name, "--min-score", "80").exit_code == 0


def test_findings_still_count_behind_an_open_gate(run: Any, letter: Path) -> None:
    assert run("check", letter.name, "--min-score", "1").exit_code == 1


@pytest.mark.parametrize("least", ["-1", "101", "много", "nan", ""])
@pytest.mark.parametrize("command", ["score", "check"])
def test_min_score_must_be_a_score(run: Any, clean: Path, command: str, least: str) -> None:
    result = run(command, clean.name, f"--min-score={least}")
    assert result.exit_code == 2
    assert f"«{least}» не подходит, укажите число от 0 до 100" in result.stderr


@pytest.mark.parametrize("path", ["нет.txt", "пустой.txt"])
def test_a_file_that_is_not_scored_ends_with_2(run: Any, clean: Path, path: str) -> None:
    Path("пустой.txt").write_text("12.05.2025", encoding="utf-8")
    result = run("score", path, clean.name, "--min-score", "1")
    assert result.exit_code == 2
    assert "проверено 1 из 2 файлов" in result.stdout and path in result.stderr


def test_nothing_to_score_is_bad_usage(run: Any) -> None:
    assert run("score").exit_code == 2


def test_csv_goes_to_a_file_which_is_never_a_letter(run: Any, letter: Path) -> None:
    assert run("score", letter.name, "--format", "csv", "-o", "a.csv").exit_code == 0
    data = Path("a.csv").read_bytes()
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert data.startswith(BOM_UTF8) and rows[0]["Файл"] == letter.name
    assert run("score", letter.name, "--format", "csv", "-o", "a.csv").exit_code == 2
    assert run("score", letter.name, "-o", letter.name, "--force").exit_code == 2


def test_standard_input_is_scored(run: Any) -> None:
    result = run("score", "-", stdin=HARD)
    assert result.exit_code == 0 and "стандартный ввод" in result.stdout


def test_explain_says_more_about_the_score(run: Any, hard: Path) -> None:
    assert "Классические формулы" not in run("check", hard.name).stdout
    text = run("check", hard.name, "--explain").stdout
    assert "Что даст исправление" in text and "Классические формулы" in text


def test_help_is_russian(run: Any) -> None:
    text = run("score", "--help").stdout
    assert "--min-score ЧИСЛО" in text and "Код завершения" in text


def test_old_consoles_get_stand_ins(program: Any, hard: Path) -> None:
    text = "Дом построят в июне. " * 5
    for encoding in ("cp866", "cp1251", "koi8-r"):
        done = program("check", "-", stdin=text.encode(), PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        shown = done.stdout.decode(encoding)
        line = next(line for line in shown.splitlines() if line.startswith("Предложения"))
        assert "?" not in line
