"""An audit from sources to tables and page; stopping and going on without loss or repeats."""

import csv
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from audit_runner import CLEAN, FAULTY, started, table

from plainreply.audit import rows
from plainreply.audit.parts import JOURNAL, Parts
from plainreply.audit.schema import FINDINGS, LETTERS
from plainreply.audit.values import Rows
from plainreply.errors import BadConfiguration

COLUMNS = ("--column", "текст", "--date-column", "дата", "--office-column", "кто")


def letters(path: Path, number: int) -> None:
    """Write a table of letters, every other one faulty."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["дата", "кто", "текст"])
        for at in range(number):
            text = (CLEAN if at % 2 else FAULTY).format(at)
            writer.writerow([f"2024-{at % 12 + 1:02}-10", ("МФЦ", "Минтруд")[at % 2], text])


def test_tables_tell_every_letter_and_finding(audit: Any, tmp_path: Path) -> None:
    letters(tmp_path / "a.csv", 10)
    result = audit("a.csv", *COLUMNS)
    assert result.exit_code == 0 and "Проверено 10 писем, пропущено 0" in result.stderr
    found, findings = table("letters"), table("findings")
    assert [row["place"] for row in found] == [f"a.csv#{number}" for number in range(1, 11)]
    assert {row["office"] for row in found} == {"МФЦ", "Минтруд"}
    assert found[3]["date"].isoformat() == "2024-04-10"
    passive = [row["place"] for row in findings if row["rule"] == "passive"]
    assert passive == [f"a.csv#{number}" for number in range(1, 11, 2)]
    for row in found:
        own = [f["severity"] for f in findings if f["place"] == row["place"]]
        assert (row["errors"], row["warnings"]) == (own.count("error"), own.count("warning"))


def test_tables_have_the_schema_that_is_told(audit: Any, tmp_path: Path) -> None:
    from pyarrow import dataset

    letters(tmp_path / "a.csv", 2)
    audit("a.csv", *COLUMNS)
    assert dataset.dataset("out.parquet/letters").schema.equals(LETTERS)
    assert dataset.dataset("out.parquet/findings").schema.equals(FINDINGS)
    page = (Path(__file__).parents[2] / "docs" / "audit.md").read_text(encoding="utf-8")
    assert [name for name in (*LETTERS.names, *FINDINGS.names) if f"| `{name}` |" not in page] == []


def test_no_word_of_a_letter_is_kept_unless_asked(audit: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Сидоровым подписано заявление.", encoding="utf-8")
    audit("in")
    kept = [path for path in (tmp_path / "out.parquet").rglob("*") if path.is_file()]
    assert len(kept) == 4
    assert not [path for path in kept if "идоров".encode() in path.read_bytes()]
    audit("in", "--with-text", "--force")
    assert table("letters")[0]["text"] == "Сидоровым подписано заявление."
    assert "подписано" in table("findings")[0]["words"]


def test_rewrites_may_be_left_out(audit: Any, tmp_path: Path) -> None:
    letters(tmp_path / "a.csv", 2)
    audit("a.csv", *COLUMNS)
    whole = table("letters"), table("findings")
    assert {row["fix"] for row in whole[1]} >= {"safe"}
    assert audit("a.csv", *COLUMNS, "--no-rewrites").exit_code == 2  # other settings
    audit("a.csv", *COLUMNS, "--no-rewrites", "--force")
    bare = [{**row, "fix": None} for row in whole[1]]
    assert (table("letters"), table("findings")) == (whole[0], bare)


def test_what_cannot_be_read_is_told(audit: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "in" / "b.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "in" / "c.txt").write_text("Dear Sir or Madam", encoding="utf-8")
    result = audit("in")
    assert result.exit_code == 2 and "Проверено 1 письмо, пропущено 2" in result.stderr
    status = {row["name"]: (row["status"], bool(row["reason"])) for row in table("letters")}
    assert status["b.docx"] == status["c.txt"] == ("skipped", True)
    page = Path("out.parquet/summary.html").read_text(encoding="utf-8")
    assert "Проверять нечего: русских букв" in page


def test_front_matter_tells_date_office_and_template(audit: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    head = "---\ndate: 31.05.2024\nведомство: МФЦ\ntemplate: Т-7\n---\n"
    (tmp_path / "in" / "a.txt").write_text(head + FAULTY, encoding="utf-8")
    audit("in")
    [row] = table("letters")
    told = (row["date"].isoformat(), row["office"], row["template"])
    assert told == ("2024-05-31", "МФЦ", "Т-7")


def test_page_shows_time_offices_and_rules_without_the_network(audit: Any, tmp_path: Path) -> None:
    letters(tmp_path / "a.csv", 24)
    audit("a.csv", *COLUMNS)
    page = Path("out.parquet/summary.html").read_text(encoding="utf-8")
    assert page.count('<circle class="dot"') == 12 and "<title>янв 2024: писем 2</title>" in page
    assert "МФЦ" in page and "Страдательный залог" in page and "50\u00a0%</b>" in page
    assert "http" not in page.replace("http-equiv", "")


def test_processes_give_the_same_tables(audit: Any, tmp_path: Path) -> None:
    letters(tmp_path / "a.csv", 80)
    audit("a.csv", *COLUMNS)
    alone = table("letters"), table("findings")
    audit("a.csv", *COLUMNS, "--force", jobs="2")
    assert (table("letters"), table("findings")) == alone


def test_letter_that_kills_its_process_costs_itself(
    audit: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    if not sys.platform.startswith("linux"):
        pytest.skip("a fresh process would not know of the fault put in")
    real = rows.read_bytes

    def deadly(data: bytes, name: str) -> Any:
        return os._exit(9) if "№ 5.".encode() in data else real(data, name)

    monkeypatch.setattr(rows, "read_bytes", deadly)
    letters(tmp_path / "a.csv", 40)
    result = audit("a.csv", *COLUMNS, jobs="2")
    assert result.exit_code == 2
    status = [row["status"] for row in table("letters")]
    assert len(status) == 40 and status.count("skipped") == 1 and status[5] == "skipped"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_killed_audit_goes_on_without_loss_or_repeats(
    audit: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters(tmp_path / "a.csv", 250)
    program = (
        "import sys; from plainreply.audit import parts; parts.PART = 32\n"
        "from plainreply.cli import main; sys.exit(main(sys.argv[1:]))\n"
    )
    (tmp_path / "small.py").write_text(program, encoding="utf-8")
    process = started(
        tmp_path, "audit", "a.csv", *COLUMNS, "-o", "out.parquet", "-j", "2", by="small.py"
    )
    journal = tmp_path / "out.parquet" / JOURNAL
    until = time.monotonic() + 240
    while time.monotonic() < until:
        if journal.exists() and journal.read_text().count("part") > 1:
            break
        time.sleep(0.02)
    process.kill()
    process.communicate()
    before = {row["place"] for row in table("letters")}
    assert 0 < len(before) < 250
    (tmp_path / "out.parquet" / "letters" / "part-000099.parquet").write_bytes(b"torn")
    with journal.open("a") as stream:
        stream.write('{"part": 99, "lett')
    result = audit("a.csv", *COLUMNS, jobs="2")
    assert result.exit_code == 0 and "Продолжаю" in result.stderr
    places = [row["place"] for row in table("letters")]
    assert len(places) == len(set(places)) == 250
    passive = [row["place"] for row in table("findings") if row["rule"] == "passive"]
    assert len(passive) == len(set(passive)) == 125


def test_interrupt_keeps_what_is_done(tmp_path: Path) -> None:
    letters(tmp_path / "a.csv", 4000)
    process = started(tmp_path, "audit", "a.csv", *COLUMNS, "-o", "out.parquet", "-j", "2")
    until = time.monotonic() + 240
    while not (tmp_path / "out.parquet" / JOURNAL).exists() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=240)
    assert process.returncode in (130, -signal.SIGINT)  # a shell calls both 130
    lines = ["Готовое не потеряно: повторите ту же команду, и она продолжит.", "Прервано."]
    assert told.decode().splitlines() == lines


def test_other_settings_or_a_finished_folder_are_refused(audit: Any, tmp_path: Path) -> None:
    letters(tmp_path / "a.csv", 4)
    assert audit("a.csv", *COLUMNS).exit_code == 0
    assert "уже закончена" in audit("a.csv", *COLUMNS).stderr
    result = audit("a.csv", *COLUMNS, "--ignore", "passive")
    assert result.exit_code == 2 and "с другими настройками" in result.stderr
    assert audit("a.csv", *COLUMNS, "--ignore", "passive", "--force").exit_code == 0
    assert "passive" not in {row["rule"] for row in table("findings")}


def test_folder_of_other_things_is_left_alone(audit: Any, tmp_path: Path) -> None:
    letters(tmp_path / "a.csv", 1)
    (tmp_path / "out.parquet").mkdir()
    (tmp_path / "out.parquet" / "mine.txt").write_text("mine")
    result = audit("a.csv", *COLUMNS, "--force")
    assert result.exit_code == 2 and "не папка проверки архива" in result.stderr
    assert (tmp_path / "out.parquet" / "mine.txt").read_text() == "mine"


def test_two_audits_cannot_share_a_folder(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="no locks on files here")
    first = Parts(tmp_path / "out", "stamp")
    with pytest.raises(BadConfiguration, match="пишет другая проверка"):
        Parts(tmp_path / "out", "stamp")
    first.close()
    Parts(tmp_path / "out", "stamp").close()


def test_rows_taken_in_are_written_when_the_run_ends_early(tmp_path: Path) -> None:
    parts = Parts(tmp_path / "out", "stamp")
    row = {"place": "a", "name": "a", "source": "", "status": "checked"}
    parts.add(Rows((row,), ()))
    parts.close()
    again = Parts(tmp_path / "out", "stamp")
    assert len(again.done) == 1
    again.close()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((), "Укажите, что проверить"),
        (("нет.zip",), "«нет.zip» не найдено"),
        (("a.csv", "--scheduler", "tcp://x:1"), "--engine dask"),
        (("a.csv", "--engine", "spark"), "выберите: local, dask"),
        (("a.csv", "--select", "нет"), "Правила «нет» нет"),
    ],
)
def test_impossible_audits_are_told(
    audit: Any, tmp_path: Path, args: tuple[str, ...], told: str
) -> None:
    letters(tmp_path / "a.csv", 1)
    result = audit(*args)
    assert result.exit_code == 2 and told in result.stderr


@pytest.mark.parametrize(("engine", "extra"), [("local", "audit"), ("dask", "dask")])
def test_missing_extra_is_named(
    audit: Any, monkeypatch: pytest.MonkeyPatch, engine: str, extra: str
) -> None:
    from plainreply.cli import audit as command

    lacking = {"local": "pyarrow", "dask": "distributed"}[engine]
    monkeypatch.setattr(command, "find_spec", lambda name: None if name == lacking else True)
    result = audit("a.csv", "--engine", engine)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1 and f"pip install 'plainreply[{extra}]'" in result.stderr
