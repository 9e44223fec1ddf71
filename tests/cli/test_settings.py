"""Configuration files and the command line: what beats what, what is shown, what is left out."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, PASSIVE, Run


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_configuration_is_found_and_left_out_on_demand(run: Run, letter: Path) -> None:
    put(letter.parent, "plainreply.toml", 'ignore = ["passive"]')
    assert run("check", letter.name).exit_code == 0
    assert run("check", letter.name, "--isolated").exit_code == 1
    assert run("check", letter.name, "--select", "passive").exit_code == 1
    put(letter.parent, "other.toml", 'profile = "easy"')
    assert run("check", letter.name, "--config", "other.toml").exit_code == 1


def test_a_file_and_isolation_exclude_each_other(run: Run, letter: Path) -> None:
    put(letter.parent, "plainreply.toml", "")
    result = run("check", letter.name, "--config", "plainreply.toml", "--isolated")
    assert result.exit_code == 2 and "Выберите одно" in result.stderr


def test_a_bad_configuration_ends_the_run(run: Run, letter: Path) -> None:
    put(letter.parent, "plainreply.toml", '\nprofil = "easy"')
    for command in (("check", "."), ("score", "."), ("fix", letter.name), ("templates", ".")):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "plainreply.toml, строка 2: ключа «profil» нет" in result.stderr


def test_format_threshold_and_score_come_from_the_file(run: Run, letter: Path) -> None:
    put(letter.parent, "plainreply.toml", 'format = "json"\nfail-on = "error"')
    result = run("check", letter.name)
    assert result.exit_code == 0 and json.loads(result.stdout)
    assert run("check", letter.name, "--fail-on", "info").exit_code == 1
    put(letter.parent, "plainreply.toml", 'fail-on = "never"\nmin-score = 100')
    assert run("check", letter.name).exit_code == 1


def test_an_unknown_format_is_told_with_its_line(run: Run, letter: Path) -> None:
    put(letter.parent, "plainreply.toml", '\nformat = "jsn"')
    result = run("check", letter.name)
    assert result.exit_code == 2 and "строка 2: вида отчёта «jsn» нет" in result.stderr


def test_settings_are_shown_with_their_places(run: Run, letter: Path) -> None:
    put(letter.parent, "plainreply.toml", 'profile = "easy"\n[rules.long-sentence]\nwords = 9')
    told = run("check", letter.name, "--show-settings", "--min-score", "40")
    lines = [line.split(maxsplit=2) for line in told.stdout.splitlines()[1:]]
    assert ["profile", "easy", "plainreply.toml, строка 1"] in lines
    assert ["rules.long-sentence.words", "9", "plainreply.toml, строка 3"] in lines
    assert ["min-score", "40", "командная строка"] in lines
    assert ["fail-on", "warning", "по умолчанию"] in lines
    data = json.loads(run("check", letter.name, "--show-settings", "--format", "json").stdout)
    assert data["settings"]["profile"] == {"value": "easy", "from": "plainreply.toml, строка 1"}


def test_a_search_of_folders_heeds_exclude_and_include(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.tpl", "архив/d.txt", "в/черновик-e.txt", "в/f.txt"):
        put(tmp_path, name, CLEAN)
    put(tmp_path, "plainreply.toml", 'exclude = ["архив/", "черновик-*"]\nformat = "json"')

    def checked(*paths: str) -> list[str]:
        told = json.loads(run("check", *paths).stdout)
        return sorted(Path(each["path"]).as_posix() for each in told["files"])

    assert checked(".") == ["a.txt", "b.md", "в/f.txt"]
    assert checked("архив/d.txt") == ["архив/d.txt"]
    put(tmp_path, "plainreply.toml", 'include = ["*.tpl", "/в/**"]\nformat = "json"')
    assert checked(".") == ["c.tpl", "в/f.txt", "в/черновик-e.txt"]


def test_each_folder_has_its_own_settings_in_one_run(run: Run, tmp_path: Path) -> None:
    put(tmp_path, "a/x.txt", PASSIVE)
    put(tmp_path, "b/x.txt", PASSIVE)
    put(tmp_path, "b/plainreply.toml", 'ignore = ["passive"]')
    told = run("check", ".", "--format", "concise", "--isolated").stdout
    assert told.count("passive") == 2
    told = run("check", ".", "--format", "concise").stdout
    assert told.count("passive") == 1 and "a/x.txt:1" in told.replace("\\", "/")


def test_an_override_may_set_what_is_answered(run: Run, tmp_path: Path) -> None:
    put(tmp_path, "обращение.txt", "Почему не работает лифт? Когда его починят?")
    put(tmp_path, "ответы/a.txt", CLEAN)
    config = (
        'select = ["unanswered-question"]\n[[overrides]]\npaths = ["ответы/"]\ngenre = "ответ"\n'
    )
    put(tmp_path, "plainreply.toml", config)
    assert run("check", "ответы").exit_code == 0
    put(tmp_path, "plainreply.toml", f'{config}incoming = "обращение.txt"')
    assert run("check", "ответы").exit_code == 1


def test_fix_heeds_the_configuration(run: Run, letter: Path) -> None:
    put(letter.parent, "plainreply.toml", 'ignore = ["passive"]')
    assert run("fix", letter.name).stdout == PASSIVE
    assert run("fix", letter.name, "--isolated").stdout != PASSIVE


@pytest.mark.parametrize("name", ["ответ.txt", "нет/такой/ответ.txt"])
def test_standard_input_has_the_settings_of_the_name_it_is_given(
    run: Run, tmp_path: Path, name: str
) -> None:
    put(tmp_path, "plainreply.toml", 'ignore = ["passive"]')
    assert run("check", "-", "--stdin-filename", name, stdin=PASSIVE).exit_code == 0


def test_each_letter_keeps_its_own_bar(run: Run, tmp_path: Path) -> None:
    put(tmp_path, "a/x.txt", PASSIVE)
    put(tmp_path, "b/x.txt", CLEAN)
    put(tmp_path, "plainreply.toml", 'fail-on = "error"')
    assert run("check", ".").exit_code == 0
    strict = '[[overrides]]\npaths = ["a/"]\nfail-on = "warning"\n'
    put(tmp_path, "plainreply.toml", f'fail-on = "error"\n{strict}')
    assert run("check", "b", "a").exit_code == 1
    put(tmp_path, "plainreply.toml", f'fail-on = "error"\n{strict.replace("a/", "b/")}')
    assert run("check", "b", "a", "--format", "json-lines").exit_code == 0
    put(tmp_path, "a/plainreply.toml", "min-score = 100")
    result = run("score", ".")
    assert result.exit_code == 1 and "Оценка ниже 100: a" in result.output.replace("./", "")
