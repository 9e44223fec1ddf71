"""Sources that are broken, hostile or odd: each is told, and costs nothing else."""

import csv
import io
import os
import stat
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from audit_runner import FAULTY, table
from test_sources import TEXT, found

from plainreply.audit.parts import JOURNAL, PAGE, Parts, mark
from plainreply.audit.schema import written
from plainreply.audit.tables import Columns
from plainreply.audit.values import Rows
from plainreply.errors import BadConfiguration


def zipped(path: Path, *members: tuple[str, bytes]) -> bytes:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path.read_bytes()


def tarred(path: Path, *members: tuple[str, bytes]) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in members:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def test_archive_in_an_archive_is_told(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "b.zip", ("x.txt", TEXT.encode()))
    zipped(tmp_path / "a.zip", ("a.txt", TEXT.encode()), ("b.zip", inner[:40]), ("c.7z", b""))
    (_, text), (_, first), (_, second) = found(tmp_path / "a.zip")
    assert text == TEXT and "распакуйте архив" in first and "распакуйте архив" in second


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path: Path) -> None:
    names = ("../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "./a.txt")
    zipped(tmp_path / "a.zip", *((name, TEXT.encode()) for name in names))
    tarred(tmp_path / "a.tar.gz", *((name, TEXT.encode()) for name in names))
    for name in ("a.zip", "a.tar.gz"):
        letters = found(tmp_path / name)
        assert [text for _, text in letters] == [TEXT] * 4
        assert not [entry.place for entry, _ in letters if ".." in entry.place]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar.gz", "a.zip"]


def test_links_in_an_archive_are_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
            member = tarfile.TarInfo("a.txt")
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    assert found(tmp_path / "a.tar") == []


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz"])
def test_bomb_is_told_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for module in ("archives", "values"):
        monkeypatch.setattr(f"plainreply.audit.{module}.MAX_FILE", 1000)
    members = ("a.txt", b"\0" * 10**6), ("b.txt", TEXT.encode())
    (zipped if name == "a.zip" else tarred)(tmp_path / name, *members)
    (_, fault), (_, text) = found(tmp_path / name)
    assert "слишком большое" in fault and text == TEXT


def test_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    noise = os.urandom(90_000).hex().encode()
    tarred(tmp_path / "a.tar.gz", *((f"{at}.txt", TEXT.encode() + noise) for at in range(5)))
    whole = (tmp_path / "a.tar.gz").read_bytes()
    (tmp_path / "a.tar.gz").write_bytes(whole[: len(whole) * 3 // 4])
    texts = [text for _, text in found(tmp_path / "a.tar.gz")]
    assert texts[0].startswith(TEXT) and "Архив повреждён" in texts[-1]


def test_names_of_a_russian_archiver_are_read(tmp_path: Path) -> None:
    zipped(tmp_path / "a.zip", ("XXXXXX/a.txt", TEXT.encode()))
    data = (tmp_path / "a.zip").read_bytes().replace(b"XXXXXX", "Загс-1".encode("cp866"))
    (tmp_path / "a.zip").write_bytes(data)
    [(entry, _)] = found(tmp_path / "a.zip")
    assert entry.guessed.office == "Загс-1"


def test_bad_message_costs_no_other(tmp_path: Path) -> None:
    head = 'From x\nFrom: "=?bad?Q?=D0" <a@\nDate: Fri, 31 May 0000 99:99:99 +9999\nSubject: =?x?='
    kind = "Content-Transfer-Encoding: 8bit\nContent-Type: text/plain"
    messages = [
        f"{head}\n{kind}; charset=nonsense\n\n{TEXT}\n",
        f"{head}\n{kind}\n\n{TEXT}\n",
        'From y\nContent-Type: multipart/mixed; boundary="q"\n\n--q\n',
        f"{head}\n{kind}; charset=utf-8\n\n{TEXT}\n",
    ]
    (tmp_path / "a.mbox").write_text("\n".join(messages), encoding="utf-8")
    texts = [text.strip() for _, text in found(tmp_path / "a.mbox")]
    assert [texts[0], texts[1], texts[3]] == [TEXT] * 3 and texts[2].startswith("! В письме нет")


def test_file_that_is_no_mailbox_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes(b"\x01\x02 nothing")
    (tmp_path / "b.mbox").touch()
    [(_, fault)] = found(tmp_path)
    assert "почтовый ли это ящик" in fault


@pytest.mark.parametrize("encoding", ["utf-16", "koi8-r", "cp866", "cp1251"])
def test_table_in_an_old_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    with (tmp_path / "a.csv").open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter="\t").writerows([["номер", "текст"], ["1", TEXT]])
    assert [text for _, text in found(tmp_path / "a.csv")] == [TEXT]


def test_table_without_letters_stops_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,number\n1,2\n")
    (tmp_path / "b.csv").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "c.csv").touch()
    (tmp_path / "d.txt").write_text(TEXT, encoding="utf-8")
    first, second, third, (_, text) = found(tmp_path)
    assert "--column" in first[1] and "не читается" in second[1] and "пуста" in third[1]
    assert text == TEXT


def test_head_that_is_a_letter_is_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"1,{FAULTY}\n", encoding="utf-8")
    with pytest.raises(BadConfiguration) as told:
        found(tmp_path / "a.csv")
    assert FAULTY[24:] not in str(told.value)


def test_bytes_in_parquet_are_files_and_numbers_are_none(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    held = pa.table({"file": [TEXT.encode("cp1251"), None], "n": [1, 2]})
    parquet.write_table(held, tmp_path / "a.parquet")
    (entry, _), (_, empty) = found(tmp_path / "a.parquet", columns=Columns("file"))
    assert (entry.load().decode("cp1251"), empty) == (TEXT, "")
    with pytest.raises(BadConfiguration, match="не текст"):
        found(tmp_path / "a.parquet", columns=Columns("n"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_dead_links_in_a_folder_are_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.docx").symlink_to("nowhere")
    (tmp_path / "c").symlink_to("..")
    assert all("не обычный файл" in text for _, text in found(tmp_path))


def test_folder_without_access_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from fsspec.implementations.local import LocalFileSystem

    def denied(self: Any, path: str, **options: Any) -> Any:
        raise PermissionError(13, "denied", path)

    monkeypatch.setattr(LocalFileSystem, "ls", denied)
    [(_, fault)] = found(tmp_path)
    assert "доступ" in fault


def test_archive_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.7z").write_bytes(b"7z\xbc\xaf")
    assert "распакуйте" in found(tmp_path / "a.7z")[0][1]


def test_two_odd_names_stay_two() -> None:
    names = [os.fsdecode(name) for name in (b"\xff.txt", b"\xfe.txt")]
    assert len({written(name) for name in names}) == 2
    assert [mark(name) for name in names] == [mark(written(name)) for name in names]


@pytest.mark.skipif(os.name == "nt", reason="modes of files are those of Unix")
def test_owner_alone_can_read_what_is_kept(audit: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    before = os.umask(0)
    try:
        assert audit("a.txt").exit_code == 0
    finally:
        os.umask(before)
    kept = [Path("out.parquet"), *Path("out.parquet").rglob("*")]
    assert len(kept) == 7
    assert not [path for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077]


def test_mistaken_column_costs_no_second_attempt(audit: Any, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,letter\n1,{FAULTY}\n", encoding="utf-8")
    result = audit("a.csv")
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
    assert audit("a.csv", "--column", "letter").exit_code == 0


def test_run_killed_before_its_page_makes_it(audit: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    assert audit("a.txt").exit_code == 0
    out = Path("out.parquet")
    lines = (out / JOURNAL).read_text().splitlines(keepends=True)
    (out / JOURNAL).write_text("".join(line for line in lines if "finished" not in line))
    (out / PAGE).replace(out / f".{PAGE}.x8d")
    (out / "letters" / ".part-000002.parquet").touch()
    assert audit("a.txt").exit_code == 0 and len(table("letters")) == 1
    assert sorted(path.name for path in out.iterdir()) == [JOURNAL, "findings", "letters", PAGE]


def test_interrupted_part_leaves_no_draft(tmp_path: Path, monkeypatch: Any) -> None:
    def interrupted(*args: Any, **options: Any) -> None:
        raise KeyboardInterrupt

    parts = Parts(tmp_path / "out", "stamp")
    row = {"place": "a", "name": "a", "source": "", "status": "checked"}
    parts.add(Rows((row,), ()))
    monkeypatch.setattr("plainreply.audit.parts.parquet.write_table", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parts.close()
    assert [path.name for path in (tmp_path / "out").rglob("*") if path.is_file()] == [JOURNAL]


def test_reasons_are_told_at_once(audit: Any, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 nothing")
    result = audit("a.zip")
    assert result.exit_code == 2 and "Пропущено 1: архив повреждён" in result.stderr
