"""The command fix: rewriting text files without harm."""

from pathlib import Path
from typing import Any

import pytest

BAD = "Комиссией рассмотрено ваше заявление."
GOOD = "Комиссия рассмотрела ваше заявление."


def test_rewritten_text_goes_to_standard_output(run: Any, letter: Path) -> None:
    result = run("fix", letter.name)
    assert (result.exit_code, result.stdout) == (0, GOOD)
    assert letter.read_text(encoding="utf-8") == BAD


def test_standard_input_is_rewritten(run: Any) -> None:
    assert run("fix", "-", stdin=f"{BAD}\n").stdout == f"{GOOD}\n"


def test_diff_shows_and_ends_with_1_only_when_something_changes(
    run: Any, letter: Path, clean: Path
) -> None:
    result = run("fix", letter.name, "--diff")
    assert result.exit_code == 1
    assert f"-{BAD}\n+{GOOD}\n" in result.stdout
    assert (
        run("fix", clean.name, "--diff").exit_code,
        run("fix", clean.name, "--diff").stdout,
    ) == (0, "")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "windows-1251", "koi8-r", "cp866", "utf-16"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_write_keeps_encoding_mark_and_line_ends(
    run: Any, letter: Path, encoding: str, end: str
) -> None:
    text = f"Здравствуйте!{end}{end}Мы отвечаем на ваше письмо. {{}}{end}"
    letter.write_bytes(text.format(BAD).encode(encoding))
    assert run("fix", letter.name, "--write").exit_code == 0
    assert letter.read_bytes() == text.format(GOOD).encode(encoding)
    assert [path.name for path in Path().iterdir()] == [letter.name]


def test_write_keeps_the_mode_and_the_link(run: Any, letter: Path) -> None:
    letter.chmod(0o640)
    link = Path("ссылка.txt")
    link.symlink_to(letter)
    assert run("fix", "ссылка.txt", "--write").exit_code == 0
    assert link.is_symlink() and letter.stat().st_mode & 0o777 == 0o640
    assert letter.read_text(encoding="utf-8") == GOOD


def test_failed_write_leaves_the_letter_alone(
    run: Any, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(handle: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full_disk)
    result = run("fix", letter.name, "--write")
    assert result.exit_code == 2 and "не записывается" in result.stderr
    assert letter.read_text(encoding="utf-8") == BAD
    assert [path.name for path in Path().iterdir()] == [letter.name]


def test_new_file_is_written_and_the_old_one_kept(run: Any, letter: Path) -> None:
    result = run("fix", letter.name, "-o", "новый.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path("новый.txt").read_text(encoding="utf-8") == GOOD
    assert letter.read_text(encoding="utf-8") == BAD


def test_word_file_without_a_target_is_one_sentence(run: Any) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(BAD)
    document.save("ответ.docx")
    result = run("fix", "ответ.docx")
    assert result.exit_code == 2 and result.stdout == ""
    assert "-o ИМЯ.docx" in result.stderr and "Комиссией" not in result.stderr


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("ответ.txt", "--diff", "--write"), "Выберите одно"),
        (("-", "--write"), "Текст из «-» заменить нельзя"),
        (("ответ.txt", "-o", "ответ.txt"), "используйте --write"),
        (("нет.txt",), "Файл не найден"),
        (("ответ.txt", "--profile", "нет"), "Профиля «нет» нет"),
    ],
)
def test_senseless_job_is_one_sentence(
    run: Any, letter: Path, args: tuple[str, ...], says: str
) -> None:
    result = run("fix", *args, stdin=BAD)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr and result.stderr.count("\n") == 1


def test_damaged_file_is_not_rewritten(run: Any, letter: Path) -> None:
    letter.write_bytes(BAD.encode() * 20 + b"\xff")
    before = letter.read_bytes()
    result = run("fix", letter.name, "--write")
    assert result.exit_code == 2 and letter.read_bytes() == before


def test_code_in_markdown_is_not_rewritten(run: Any) -> None:
    text = f"# Ответ\n\n{{}}\n\n```\n{BAD}\n```\n"
    Path("a.md").write_text(text.format(BAD), encoding="utf-8")
    assert run("fix", "a.md").stdout == text.format(GOOD)


def test_several_files_are_written_and_a_bad_one_costs_no_other(run: Any) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("Комиссией рассмотрено ваше заявление.", encoding="utf-8")
    result = run("fix", "a.txt", "нет.txt", "b.txt", "--write")
    assert result.exit_code == 2 and "нет.txt: Файл не найден" in result.stderr
    assert {Path(name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt")} == {
        "Комиссия рассмотрела ваше заявление."
    }
    assert run("fix", "a.txt", "b.txt", "--diff").exit_code == 0


def test_several_files_need_to_be_told_where_to(run: Any) -> None:
    for more in ([], ["-o", "c.txt"]):
        result = run("fix", "a.txt", "b.txt", *more)
        assert result.exit_code == 2 and "Несколько файлов" in result.stderr


@pytest.mark.parametrize("how", [("--diff",), ("-o", "x.eml"), ("--write",), ()])
def test_a_format_that_is_not_written_is_refused_however_asked(
    run: Any, how: tuple[str, ...]
) -> None:
    head = "Subject: a\nContent-Type: text/plain; charset=utf-8\n\n"
    Path("l.eml").write_text(f"{head}Комиссией  рассмотрено ваше заявление.\n", encoding="utf-8")
    result = run("fix", "l.eml", *how)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "команда fix ничего не исправляет" in result.stderr
