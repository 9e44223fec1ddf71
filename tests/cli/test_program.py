"""plainreply as a program: streams, encodings, colour, speed of start, privacy."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SECRET = "Комиссией рассмотрено заявление Абракадаброва."
HEAVY = ("numpy", "pymorphy3", "razdel", "docx", "lxml")
IMPORTS = """
import sys
from plainreply.cli import main
status = main(sys.argv[1:])
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
OFFLINE = """
import socket, sys
def refuse(*args, **kwargs):
    raise OSError("the network is cut off")
for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, refuse)
from plainreply.cli import main
sys.exit(main(["check", "-", "--all"]))
"""


def python(code: str, *args: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, *args],
        input=stdin,
        capture_output=True,
        check=False,
    )


def test_version(program: Any) -> None:
    result = program("--version")
    assert result.returncode == 0 and re.fullmatch(rb"plainreply \d+\.\d+\.\d+\s*", result.stdout)


def test_checkout_launcher_is_the_same_program() -> None:
    result = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "--version"], capture_output=True, check=False
    )
    assert result.returncode == 0 and result.stdout.startswith(b"plainreply ")


@pytest.mark.parametrize(
    "args",
    ["--version", "--help", "check --help", "rule", "rule passive", "profile"],
)
def test_light_commands_load_nothing_heavy(args: str) -> None:
    result = python(IMPORTS.format(heavy=HEAVY), *args.split())
    assert result.stderr.decode().strip() == "[]"


def test_the_version_is_told_without_documents_and_rules() -> None:
    ours = ("plainreply.document", "plainreply.rule", "plainreply.report", "plainreply.readability")
    result = python(IMPORTS.format(heavy=ours), "--version")
    assert result.stderr.decode().strip() == "[]"


def test_the_program_ends_without_a_last_look_for_garbage() -> None:
    code = (
        "import atexit, gc, sys\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 0))\n"
        "from plainreply.cli import main\n"
        "main(['profile'])"
    )
    assert python(code).stdout.endswith(b"True\n")


def test_whole_check_runs_without_network() -> None:
    result = python(OFFLINE, stdin=SECRET.encode())
    assert result.returncode == 1 and "passive" in result.stdout.decode()


@pytest.mark.parametrize(
    ("args", "stdin"),
    [
        (("check", "-", "--stdin-filename", "a.docx"), SECRET.encode()),
        (("check", "-", "--output-file", "нет/a"), SECRET.encode()),
        (("check", "-", "--profile", "нет"), SECRET.encode()),
        (("check", "-"), b"Abrakadabra is a secret " * 9 + SECRET.encode()),
        (("fix", "-"), SECRET.encode() * 20 + b"\xff"),
    ],
)
def test_error_never_shows_the_letter(program: Any, args: tuple[str, ...], stdin: bytes) -> None:
    result = program(*args, stdin=stdin)
    assert result.returncode == 2
    said = result.stderr.decode()
    assert said and "Traceback" not in said
    assert not re.search("Абракадабр|Abrakadabr|Комиссией", said)


def test_console_of_another_encoding_is_no_obstacle(program: Any) -> None:
    result = program("check", "-", stdin=SECRET.encode(), PYTHONIOENCODING="cp866", PYTHONUTF8="0")
    text = result.stdout.decode("cp866")
    assert result.returncode == 1
    assert '1. Замечание. "рассмотрено": страдательный' in text and "Оценка: " in text


def test_json_survives_a_console_of_another_encoding(program: Any) -> None:
    args = "check", "-", "--format", "json"
    result = program(*args, stdin=SECRET.encode(), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert json.loads(result.stdout)["files"][0]["issues"][0]["message"].startswith("«рассмотрено»")


@pytest.mark.parametrize(
    ("args", "variables", "coloured"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--format", "json"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_never_a_surprise(
    program: Any, args: tuple[str, ...], variables: dict[str, str], coloured: bool
) -> None:
    result = program("check", "-", *args, stdin=SECRET.encode(), **variables)
    assert (b"\x1b[" in result.stdout) is coloured


def test_closed_pipe_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Смотрите § 5 правил.\n\n" * 2000, encoding="utf-8")
    program = subprocess.Popen(
        [
            sys.executable,
            "-X",
            "utf8",
            "-m",
            "plainreply",
            "check",
            "a.txt",
            "--select",
            "special-symbol",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    assert program.stdout and program.stderr
    program.stdout.read(10)
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == 141
    program.stderr.close()


def test_interrupt_is_one_word(program: Any, tmp_path: Path) -> None:
    code = (
        "import plainreply.cli.job as job, sys\n"
        "def stop(*args): raise KeyboardInterrupt\n"
        "job.find = stop\n"
        "from plainreply.cli import main\n"
        "sys.exit(main(['check', 'a.txt']))"
    )
    result = python(code)
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", "Прервано.\n".encode())
