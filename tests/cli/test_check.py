"""The command check: what it reads, what it says, how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

MIXED = "Комиссией рассмотрено ваше заявление. Мы начали подготовку ответа."


def test_clean_letter_ends_with_0(run: Any, clean: Path) -> None:
    result = run("check", clean.name)
    assert result.exit_code == 0 and "Замечаний нет" in result.stdout


def test_fault_ends_with_1(run: Any, letter: Path) -> None:
    result = run("check", letter.name)
    assert result.exit_code == 1 and "страдательный залог" in result.stdout


@pytest.mark.parametrize(
    ("fail_on", "status"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_on_sets_the_threshold(run: Any, letter: Path, fail_on: str, status: int) -> None:
    assert run("check", letter.name, "--fail-on", fail_on).exit_code == status


def test_info_that_fails_is_also_shown(run: Any) -> None:
    Path("a.txt").write_text("Мы начали подготовку ответа.", encoding="utf-8")
    assert run("check", "a.txt").exit_code == 0
    result = run("check", "a.txt", "--fail-on", "info")
    assert result.exit_code == 1 and "Совет. " in result.stdout


def test_one_bad_file_never_stops_the_rest(run: Any, letter: Path, clean: Path) -> None:
    result = run("check", "нет.txt", letter.name, clean.name, "--format", "concise")
    total = "проверено 2 из 3 файлов, не проверено 1: нет.txt (файл не найден: проверьте путь)"
    assert result.exit_code == 2
    assert "passive" in result.stdout and total in result.stdout and total in result.stderr


def test_never_failing_on_issues_still_fails_on_unread_files(run: Any) -> None:
    assert run("check", "нет.txt", "--fail-on", "never").exit_code == 2


def test_fault_of_ours_costs_one_file_only(
    run: Any, letter: Path, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plainreply.checker import Checker

    def broken(self: Checker, document: Any, *how: Any) -> Any:
        raise KeyError(document.text)

    monkeypatch.setattr(Checker, "__call__", broken)
    result = run("check", letter.name, clean.name)
    assert result.exit_code == 2 and "проверено 0 из 2 файлов" in result.stdout
    assert "внутренняя ошибка plainreply (KeyError, test_check.py" in " ".join(
        result.stderr.split()
    )
    assert "Комиссией" not in result.output


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear sir, the letter is here.", "русских букв в тексте меньше трети"),
        ("12 + 5 = 17", "нет слов"),
    ],
)
def test_nothing_to_check_is_not_clean(run: Any, text: str, reason: str) -> None:
    result = run("check", "-", stdin=text)
    assert result.exit_code == 2
    assert "проверять нечего" in result.stderr and reason in result.stderr


def test_text_over_the_limit_is_refused(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plainreply.batch.one.MAX_WORDS", 5)
    result = run("check", "-", stdin="слово " * 6)
    assert result.exit_code == 2 and "больше 1 000 000 слов" in result.stderr


def test_standard_input_takes_the_name_given(run: Any) -> None:
    result = run("check", "-", "--stdin-filename", "дело.md", "--format", "json", stdin="Мы тут.")
    file = json.loads(result.stdout)["files"][0]
    assert (file["path"], file["format"]) == ("дело.md", "markdown")


def test_rules_are_chosen_by_lists(run: Any, letter: Path) -> None:
    assert run("check", letter.name, "--ignore", "passive").exit_code == 0
    assert run("check", letter.name, "--select", "italic,all-caps").exit_code == 0
    both = run("check", letter.name, "--select", "italic", "--select", "passive")
    assert both.exit_code == 1


def test_unknown_rule_is_one_sentence(run: Any, letter: Path) -> None:
    result = run("check", letter.name, "--ignore", "pasive")
    assert result.exit_code == 2 and result.stdout == ""
    assert (
        result.stderr
        == "Правила «pasive» нет, возможно, вы имели в виду «passive». Список: plainreply rule\n"
    )


def test_advice_is_folded_until_asked_for(run: Any) -> None:
    Path("a.txt").write_text(MIXED, encoding="utf-8")
    assert "verbal-noun]" not in run("check", "a.txt").stdout
    assert "Совет. " in run("check", "a.txt", "--all").stdout


def test_report_goes_into_a_file_whole(run: Any, letter: Path) -> None:
    result = run("check", letter.name, "--output-file", "отчёт.txt", "--format", "concise")
    assert result.exit_code == 1 and result.stdout == ""
    assert "passive" in Path("отчёт.txt").read_text(encoding="utf-8")
    assert sorted(p.name for p in Path().iterdir()) == ["ответ.txt", "отчёт.txt"]


@pytest.mark.parametrize(
    ("target", "says"), [("нет/отчёт.txt", "Папки «нет» нет"), ("ответ.txt", "само письмо")]
)
def test_report_is_not_put_where_it_cannot_be(
    run: Any, letter: Path, target: str, says: str
) -> None:
    before = letter.read_bytes()
    result = run("check", letter.name, "--output-file", target)
    assert result.exit_code == 2 and says in result.stderr and letter.read_bytes() == before


def test_json_lines_come_in_order_and_count_what_failed(run: Any, letter: Path) -> None:
    result = run("check", letter.name, "нет.txt", "--format", "json-lines")
    kinds = [json.loads(line)["type"] for line in result.stdout.splitlines()]
    assert (result.exit_code, kinds) == (2, ["file", "issue", "error", "summary"])
    assert "проверено 1 из 2 файлов, не проверено 1: нет.txt" in result.stderr


@pytest.mark.parametrize("format", ["json-lines", "json", "sarif", "junit", "gitlab", "github"])
def test_status_is_the_same_in_every_format(
    run: Any, letter: Path, clean: Path, format: str
) -> None:
    told = [
        run("check", *args, "--format", format).exit_code
        for args in (
            [clean.name],
            [letter.name],
            [letter.name, "--fail-on", "error"],
            [letter.name, "--fail-on", "never", "--min-score", "99"],
            [clean.name, "нет.txt", "--fail-on", "never"],
        )
    ]
    assert told == [0, 1, 0, 1, 2]


@pytest.mark.parametrize("format", ["json-lines", "sarif"])
def test_report_for_programs_goes_into_a_file_whole(run: Any, letter: Path, format: str) -> None:
    result = run("check", letter.name, "--format", format, "--output-file", "отчёт")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Записано: отчёт\n")
    assert (
        Path("отчёт").read_text(encoding="utf-8")
        == run("check", letter.name, "--format", format).stdout
    )


def test_low_score_is_told_beside_json_lines(run: Any, letter: Path) -> None:
    result = run("check", letter.name, "--format", "json-lines", "--min-score", "99")
    assert "Оценка ниже 99: ответ.txt" in result.stderr
