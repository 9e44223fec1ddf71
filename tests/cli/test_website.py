"""``check --format html``: a page for one letter, an index and pages for several."""

from pathlib import Path
from typing import Any


def test_one_letter_is_one_file(run: Any, letter: Path) -> None:
    result = run("check", letter.name, "--format", "html", "-o", "отчёт.html")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Записано: отчёт.html. Откройте этот файл в браузере.\n"
    assert sorted(p.name for p in Path().iterdir()) == ["ответ.txt", "отчёт.html"]
    assert "рассмотрено" in Path("отчёт.html").read_text(encoding="utf-8")


def test_one_letter_may_go_to_standard_output(program: Any) -> None:
    draft = "Комиссией рассмотрено ваше заявление.".encode()
    result = program("check", "-", "--format", "html", stdin=draft)
    assert result.returncode == 1 and result.stdout.startswith(b"<!DOCTYPE html>")
    old = program("check", "-", "--format", "html", stdin=draft, PYTHONIOENCODING="cp866")
    assert old.stdout.isascii() and b"&#1088;&#1072;&#1089;" in old.stdout


def test_several_letters_are_a_folder(run: Any, letter: Path, clean: Path) -> None:
    result = run("check", letter.name, clean.name, "--format", "html", "-o", "отчёт")
    assert result.exit_code == 1 and "отчёт/index.html" in result.stderr
    made = sorted(p.name for p in Path("отчёт").iterdir())
    assert made == ["index.html", "ответ.html", "чистый.html"]


def test_index_may_have_a_name_and_its_pages_a_folder_beside_it(
    run: Any, letter: Path, clean: Path
) -> None:
    run("check", letter.name, clean.name, "--format", "html", "-o", "май.html")
    assert Path("май.html").is_file()
    assert sorted(p.name for p in Path("май").iterdir()) == ["ответ.html", "чистый.html"]


def test_several_letters_need_a_place(run: Any, letter: Path, clean: Path) -> None:
    result = run("check", letter.name, clean.name, "--format", "html")
    assert result.exit_code == 2 and "укажите для страниц папку" in result.stderr


def test_existing_page_is_replaced_only_with_force(run: Any, letter: Path, clean: Path) -> None:
    args = ("check", letter.name, clean.name, "--format", "html", "-o", "отчёт")
    page = Path("отчёт", "ответ.html")
    page.parent.mkdir()
    page.write_text("Труд.", encoding="utf-8")
    result = run(*args)
    assert result.exit_code == 2 and "уже есть" in result.stderr
    assert [p.name for p in page.parent.iterdir()] == ["ответ.html"]
    assert page.read_text(encoding="utf-8") == "Труд."
    assert run(*args, "--force").exit_code == 1
    assert "рассмотрено" in page.read_text(encoding="utf-8")


def test_page_is_never_written_over_the_letter(run: Any, letter: Path) -> None:
    before = letter.read_bytes()
    result = run("check", letter.name, "--format", "html", "-o", letter.name, "--force")
    assert result.exit_code == 2 and "само письмо" in result.stderr
    assert letter.read_bytes() == before


def test_file_in_the_way_of_the_folder_is_left_alone(run: Any, letter: Path, clean: Path) -> None:
    Path("отчёт").write_text("Труд.", encoding="utf-8")
    result = run("check", letter.name, clean.name, "--format", "html", "-o", "отчёт")
    assert result.exit_code == 2 and "«отчёт» — не папка" in result.stderr


def test_unread_file_is_on_the_index_and_in_the_status(run: Any, letter: Path) -> None:
    result = run("check", letter.name, "нет.txt", "--format", "html", "-o", "отчёт")
    assert result.exit_code == 2 and "не проверено 1" in result.stderr
    index = Path("отчёт", "index.html").read_text(encoding="utf-8")
    assert "нет.txt" in index and "Файл не найден" in index


def test_one_unread_file_is_still_a_page(run: Any) -> None:
    result = run("check", "нет.txt", "--format", "html", "-o", "отчёт.html")
    assert result.exit_code == 2
    assert "Файл не найден" in Path("отчёт.html").read_text(encoding="utf-8")
