"""Many drafts at once: processes, results kept from run to run, interruption."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from plainreply.batch import one
from plainreply.batch.many import MANY, cores, processes
from plainreply.cli.progress import done
from plainreply.keeping import SWITCH

FAULTY = "Комиссией рассмотрено ваше заявление № {}."
KEPT = ("check", ".", "--format", "concise", "--cache-dir", "kept")
HEAVY = ("numpy", "slovnet", "pymorphy3", "plainreply.lint")


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number:02}.txt" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_text(FAULTY.format(number), encoding="utf-8")
    return paths


def test_processes_give_what_one_gives(run: Any, letters: list[Path]) -> None:
    alone, together = (run("check", ".", "--format", "json", "-j", n, "--no-cache") for n in "12")
    assert alone.exit_code == together.exit_code == 1
    assert alone.stdout == together.stdout and '"path": "11.txt"' in alone.stdout


def test_number_of_processes_fits_the_drafts() -> None:
    assert processes(None, MANY - 1) == 1
    assert processes(None, 1000) == min(cores(), 4)
    assert processes(0, 1000) == cores()
    assert processes(8, 3) == 3
    assert processes(2, 0) == 1


def test_strange_number_of_processes_is_refused(run: Any, letter: Path) -> None:
    result = run("check", letter.name, "-j", "-1")
    assert result.exit_code == 2 and "укажите число от 0 до 256" in result.stderr


def test_unread_file_among_processes_is_told(run: Any, letters: list[Path]) -> None:
    letters[3].write_bytes(b"PK\x03\x04 broken")
    result = run("check", ".", "--format", "concise", "-j", "2", "--no-cache")
    assert result.exit_code == 2 and "проверено 11 из 12 файлов" in result.stdout
    assert "03.txt" in result.stderr and "11.txt:1:1" in result.stdout


def test_process_that_dies_costs_one_file(
    run: Any, letters: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = one.refusal

    def deadly(text: str) -> str:
        return os._exit(9) if "№ 5" in text else real(text)

    monkeypatch.setattr(one, "refusal", deadly)
    if not sys.platform.startswith("linux"):
        pytest.skip("a fresh process would not know of the fault put in")
    result = run("check", ".", "--format", "concise", "-j", "2", "--no-cache")
    assert result.exit_code == 2 and "проверено 11 из 12 файлов" in result.stdout
    assert "05.txt (проверка этого файла оборвалась" in result.stdout


def test_second_run_gives_the_same_and_loads_no_models(letters: list[Path], tmp_path: Path) -> None:
    program = (
        "import sys; from plainreply.cli import main\n"
        f"status = main({KEPT!r})\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
        "sys.exit(status)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}

    def ran() -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-c", program]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
        )

    first, second = ran(), ran()
    assert first.returncode == second.returncode == 1
    assert first.stdout == second.stdout and first.stdout.count("passive") == 12
    assert "numpy" in first.stderr and second.stderr.splitlines()[-1] == "[]"


def test_kept_results_know_their_settings_and_their_letter(
    run: Any, letters: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    assert run(*KEPT).stdout.count("passive") == 12
    assert "passive" not in run(*KEPT, "--ignore", "passive").stdout
    letters[0].write_text("Мы получили ваше письмо 3 мая.", encoding="utf-8")
    assert run(*KEPT).stdout.count("passive") == 11


def test_kept_results_are_used_and_can_be_refused(
    run: Any, letters: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(*KEPT)

    def never(*_: Any) -> Any:
        raise AssertionError

    monkeypatch.setattr(one, "report_on", never)
    assert run(*KEPT).stdout == first.stdout
    assert run(*KEPT, "--no-cache").exit_code == 2


def test_folder_that_cannot_hold_results_is_told(run: Any, letter: Path) -> None:
    result = run("check", letter.name, "--cache-dir", letter.name)
    assert result.exit_code == 2 and "--cache-dir не годится" in result.stderr


@pytest.mark.skipif(not shutil.which("ps"), reason="needs ps to see processes")
def test_interrupt_leaves_nothing_behind(tmp_path: Path) -> None:
    text = " ".join(FAULTY.format(number) for number in range(400))
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "plainreply", "check", ".", "-j2", "--no-cache", "-o", "a.txt"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    started = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background
    )
    until = time.monotonic() + 60
    while len(_group(started.pid)) < 3 and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.3)
    os.killpg(started.pid, signal.SIGINT)
    out, err = started.communicate(timeout=120)
    assert started.returncode in (130, -signal.SIGINT)  # a shell calls both 130
    assert out == b""
    assert err.decode("utf-8") == "Прервано.\n"
    assert _group(started.pid) == []
    assert not (tmp_path / "a.txt").exists() and not list(tmp_path.glob(".a*"))


def _group(leader: int) -> list[int]:
    """Return the processes of a group."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "-g", str(leader)], capture_output=True, text=True, check=False
    )
    return [int(pid) for pid in listed.stdout.split()]


def test_last_line_counts_what_was_left_out() -> None:
    assert done(12, 12) == "Проверено 12 из 12 файлов, пропущено 0"
    assert done(20, 21) == "Проверено 20 из 21 файла, пропущено 1"
