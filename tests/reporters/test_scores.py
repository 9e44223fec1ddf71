"""Scores side by side: the table, CSV and JSON."""

import csv
import json
from importlib.resources import files
from io import StringIO

from jsonschema import Draft202012Validator
from report_builder import CLEAN, MISSING, PASSIVE, checked

from plainreply.reporters import Checked, Options
from plainreply.reporters.scores import SCORE_FORMATS, render

SCHEMA = json.loads(
    (files("plainreply.reporters") / "schema-score.json").read_text(encoding="utf-8")
)
LETTERS = (checked(PASSIVE, "плохой.txt"), checked(CLEAN, "чистый.txt"), MISSING)


def test_table_has_a_line_a_letter_and_the_total() -> None:
    lines = render("table", LETTERS, Options(info=True)).splitlines()
    head, bad, good = lines[:3]
    assert head.split() == [
        *("Оценка", "Год", "учёбы", "Слов", "Ошибок", "Замечаний", "Советов", "Файл")
    ]
    assert bad.split()[2:] == ["4", "0", "1", "0", "плохой.txt"]
    assert good.split()[2:] == ["5", "0", "0", "0", "чистый.txt"]
    assert bad.split()[1].startswith("~")
    assert "~ класс назван приблизительно" in "\n".join(lines)
    assert "проверено 2 из 3 файлов, не проверено 1: нет.txt" in "\n".join(lines)


def test_table_without_letters_is_just_the_total() -> None:
    assert render("table", (MISSING,), Options()).startswith("Итого: проверено 0 из 1 файла")


def test_csv_has_a_row_a_file_also_for_a_failed_one() -> None:
    rows = list(csv.DictReader(StringIO(render("csv", LETTERS, Options())), delimiter=";"))
    assert [row["Файл"] for row in rows] == ["плохой.txt", "чистый.txt", "нет.txt"]
    assert _number(rows[0]["Оценка"]) < _number(rows[1]["Оценка"])
    assert int(rows[0]["Не ниже"]) <= _number(rows[0]["Год учёбы"]) <= int(rows[0]["Не выше"])
    assert (rows[0]["Замечаний"], rows[0]["Приблизительно"]) == ("1", "да")
    assert rows[2]["Не проверен"] == MISSING.reason and rows[2]["Оценка"] == ""


def _number(cell: str) -> float:
    assert "." not in cell
    return float(cell.replace(",", "."))


def test_a_name_is_no_formula_for_a_spreadsheet() -> None:
    letter = Checked("=1+1.txt", checked(CLEAN).report)
    assert "\n'=1+1.txt;" in render("csv", (letter,), Options())


def test_json_matches_its_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for letters in (LETTERS, (), (checked("12.05.2025"),)):
        Draft202012Validator(SCHEMA).validate(json.loads(render("json", letters, Options())))


def test_ascii_says_the_same() -> None:
    text = render("json", LETTERS, Options(ascii=True))
    assert text.isascii() and json.loads(text) == json.loads(render("json", LETTERS, Options()))


def test_every_format_ends_with_a_line_end() -> None:
    assert all(render(name, LETTERS, Options()).endswith("\n") for name in SCORE_FORMATS)
