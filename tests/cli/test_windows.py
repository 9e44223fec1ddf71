"""What Windows does otherwise, as far as another system can act it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plainreply.cli.drafts import find

BAD = "Комиссией рассмотрено ваше заявление."
PLACE = "Мои документы и ответы"
CONSOLES = ("cp866", "cp866:strict", "cp1251", "cp1251:strict", "utf-8", "cp437:strict")
SPAWN = """
import sys
import plainreply.batch.pool as pool
from plainreply.cli import main
pool.FORKS = False
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("console", CONSOLES)
def test_report_and_complaint_fit_the_console(program: Any, console: str) -> None:
    stdin = f"{BAD} Смотрите → § 5 – «так»…\n".encode()
    told = program("check", "-", "нет.txt", stdin=stdin, PYTHONIOENCODING=console, PYTHONUTF8="0")
    encoding = console.partition(":")[0] if "437" not in console else "utf-8"
    assert told.returncode == 2 and b"Traceback" not in told.stderr
    assert "Оценка: " in told.stdout.decode(encoding)
    assert "файл не найден" in told.stderr.decode(encoding)


@pytest.mark.parametrize(
    ("console", "bar"), [("utf-8", "█·→"), ("cp866", "█·->"), ("cp1251", "#·->")]
)
def test_signs_that_a_console_lacks_have_stand_ins(console: str, bar: str) -> None:
    code = "from plainreply.cli.streams import prepare; prepare(); print('█·→')"
    environment = {**os.environ, "PYTHONIOENCODING": console, "PYTHONUTF8": "0"}
    shown = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    assert shown.stdout.decode(console).strip() == bar


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with spaces, a letter, and what Word keeps beside it while it is open."""
    place = tmp_path / PLACE
    place.mkdir()
    (place / "ответ на жалобу.txt").write_text(BAD, encoding="utf-8")
    (place / "~$вет на жалобу.docx").write_bytes(b"\x04user" + bytes(157))
    return place


def test_cyrillic_paths_with_spaces_and_locks(program: Any, folder: Path) -> None:
    told = program("check", PLACE, "--format", "concise")
    assert told.returncode == 1 and not told.stderr
    assert "ответ на жалобу.txt:1:1" in told.stdout.decode()
    assert "проверено" not in told.stdout.decode() or "из 2" not in told.stdout.decode()


def test_lock_that_a_mask_names_is_passed_over(folder: Path) -> None:
    every = sorted(map(str, folder.iterdir()))
    assert [Path(item.name).suffix for item in find(every).items] == [".txt"]
    alone = find([path for path in every if "~$" in path]).items
    assert len(alone) == 1


def test_file_that_word_holds_is_one_sentence(
    run: Any, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: Any) -> Any:
        raise PermissionError(13, "The process cannot access the file")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", held)
        result = run("check", letter.name)
    assert result.exit_code == 2 and "закройте его в Word" in result.stdout + result.stderr
    monkeypatch.setattr(Path, "replace", held)
    result = run("fix", letter.name, "--write")
    assert result.exit_code == 2 and "закройте файл в Word" in result.stderr
    assert letter.read_text(encoding="utf-8") == BAD
    assert [path.name for path in letter.parent.iterdir()] == [letter.name]


def test_long_name_and_deep_folder_are_written(run: Any, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["папка с длинным именем"] * 8)
    deep.mkdir(parents=True)
    letter = deep / f"{'я' * 120}.txt"
    letter.write_text(BAD, encoding="utf-8")
    assert run("fix", str(letter), "--write").exit_code == 0
    assert letter.read_text(encoding="utf-8").startswith("Комиссия рассмотрела")


def test_processes_that_are_spawned_give_the_same(tmp_path: Path, folder: Path) -> None:
    (folder / "второй.txt").write_text(BAD, encoding="utf-8")
    main = tmp_path / "main.py"
    main.write_text(SPAWN, encoding="utf-8")
    check = [str(main), "check", PLACE, "--no-cache", "--format", "concise", "-j"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    alone, together = (
        subprocess.run(
            [sys.executable, *check, jobs], cwd=tmp_path, env=environment, capture_output=True
        )
        for jobs in "12"
    )
    assert alone.returncode == together.returncode == 1
    assert alone.stdout == together.stdout and together.stdout.decode().count("passive") == 2
