"""Where the output goes: files that exist, pipes, devices, a full disk, any encoding."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

BAD = "Комиссией рассмотрено ваше заявление."
GOOD = "Комиссия рассмотрела ваше заявление."
FULL = Path("/dev/full")


def jobs(letter: Path, target: str) -> list[tuple[str, ...]]:
    return [
        ("check", letter.name, "--fail-on", "never", "--output-file", target),
        ("fix", letter.name, "-o", target),
    ]


@pytest.mark.parametrize("job", [0, 1])
def test_existing_file_is_replaced_only_with_force(run: Any, letter: Path, job: int) -> None:
    Path("старый.txt").write_text("Труд.", encoding="utf-8")
    args = jobs(letter, "старый.txt")[job]
    result = run(*args)
    assert result.exit_code == 2 and "Файл «старый.txt» уже есть" in result.stderr
    assert Path("старый.txt").read_text(encoding="utf-8") == "Труд."
    assert run(*args, "--force").exit_code == 0
    assert "Комисси" in Path("старый.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("job", [0, 1])
def test_read_only_file_is_left_alone(run: Any, letter: Path, job: int) -> None:
    target = Path("закрыт.txt")
    target.write_text("Труд.", encoding="utf-8")
    target.chmod(0o444)
    result = run(*jobs(letter, target.name)[job], "--force")
    assert result.exit_code == 2 and "только для чтения: снимите запрет" in result.stderr
    assert target.read_text(encoding="utf-8") == "Труд."


def test_read_only_letter_is_not_rewritten_in_place(run: Any, letter: Path) -> None:
    letter.chmod(0o444)
    result = run("fix", letter.name, "--write")
    assert result.exit_code == 2 and "только для чтения" in result.stderr
    assert letter.read_text(encoding="utf-8") == BAD


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("job", [0, 1])
def test_pipe_takes_the_text_and_stays_a_pipe(run: Any, letter: Path, job: int) -> None:
    pipe = letter.with_name("труба")
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    result = run(*jobs(letter, pipe.name)[job])
    reader.join(10)
    assert result.exit_code == 0 and "Комисси" in got[0].decode()
    assert pipe.is_fifo()


def test_folder_is_no_target(run: Any, letter: Path) -> None:
    Path("папка").mkdir()
    for args in jobs(letter, "папка"):
        result = run(*args, "--force")
        assert result.exit_code == 2 and "«папка» — папка" in result.stderr


@pytest.mark.parametrize("suffix", [".docx", ".DOCM", ".doc", ".odt", ".rtf", ".pdf"])
def test_rewritten_text_is_not_given_the_name_of_another_format(
    run: Any, letter: Path, suffix: str
) -> None:
    result = run("fix", letter.name, "-o", f"новый{suffix}")
    assert result.exit_code == 2 and "Результат: текст, укажите имя .txt, .md" in result.stderr
    assert [path.name for path in Path().iterdir()] == [letter.name]


@pytest.mark.parametrize("encoding", ["ascii", "cp866", "cp1251", "latin-1", "utf-8"])
@pytest.mark.parametrize("args", [(), ("--diff",)])
def test_fix_into_a_pipe_loses_no_character(
    program: Any, encoding: str, args: tuple[str, ...]
) -> None:
    result = program(
        "fix", "-", *args, stdin=f"№ 5 «→» ё\n{BAD}\n".encode(), PYTHONIOENCODING=encoding,
        PYTHONUTF8="0",
    )  # fmt: skip
    assert "№ 5 «→» ё" in result.stdout.decode() and GOOD in result.stdout.decode()


def test_fix_into_a_pipe_keeps_an_encoding_that_holds_the_text(program: Any) -> None:
    result = program("fix", "-", stdin=BAD.encode(), PYTHONIOENCODING="cp1251", PYTHONUTF8="0")
    assert (result.stdout, result.stderr) == (GOOD.encode("cp1251"), b"")


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("rule",), ("check", "-")])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp866"])
def test_no_encoding_breaks_a_command(program: Any, args: tuple[str, ...], encoding: str) -> None:
    stdin = "Всё ещё → «так» — ё…".encode()
    result = program(*args, stdin=stdin, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert result.returncode < 2 and result.stdout and not result.stderr


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize("args", ["check -", "fix -", "rule", "--help", "--version", "fix --help"])
def test_full_disk_is_one_sentence(args: str) -> None:
    with FULL.open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "plainreply", *args.split()],
            input=BAD.encode(), stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    said = "Не удалось вывести отчёт: проверьте место на диске.\n"
    assert (result.returncode, result.stderr.decode()) == (2, said)


def test_interrupt_while_modules_load_is_one_word() -> None:
    code = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'plainreply.cli.app': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from plainreply.cli import main\n"
        "sys.exit(main(['--version']))"
    )
    command = [sys.executable, "-X", "utf8", "-c", code]
    result = subprocess.run(command, capture_output=True, check=False)
    assert (result.returncode, result.stderr.decode()) == (130, "Прервано.\n")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("check", ""), "Имя файла пустое"),
        (("check", "ответ.txt", ""), "Имя файла пустое"),
        (("fix", ""), "Имя файла пустое"),
        (("check", "ответ.txt", "--select", ""), "--select: укажите хотя бы одно правило"),
        (("check", "ответ.txt", "--ignore", " , "), "--ignore: укажите хотя бы одно правило"),
    ],
)
def test_empty_value_is_refused(run: Any, letter: Path, args: tuple[str, ...], says: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "") and says in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_obstacle(tmp_path: Path, closed: str) -> None:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    command = f'"{sys.executable}" -X utf8 -m plainreply check a.txt --output-file b.txt {closed}'
    result = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)
    told = "" if "2>&-" in closed else "Записано: b.txt\n"
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", told.encode())
    assert "страдательный залог" in (tmp_path / "b.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "more"),
    [
        (("check", "--format", "full"), ""),
        (("check", "--format", "concise"), ""),
        (("check", "--format", "json-lines"), ""),
        (("check", "--format", "sarif"), ""),
        (("check", "--format", "junit"), ""),
        (("check", "--format", "html"), ". Откройте этот файл в браузере."),
        (("score", "--format", "csv"), ""),
        (("fix",), ""),
    ],
)
@pytest.mark.parametrize("option", ["-o", "--output", "--output-file"])
def test_every_command_says_what_it_wrote(
    run: Any, letter: Path, command: tuple[str, ...], more: str, option: str
) -> None:
    letter.write_text(f"{BAD[:-1]}  и жалоба.", encoding="utf-8")
    result = run(*command, letter.name, option, "итог.html" if more else "итог.txt")
    assert (result.stdout, result.exit_code) == ("", int(command[0] == "check"))
    assert result.stderr == f"Записано: {'итог.html' if more else 'итог.txt'}{more}\n"
