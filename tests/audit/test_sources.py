"""Where letters come from: folders, archives, mailboxes, tables, addresses."""

import csv
import io
import tarfile
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from plainreply.audit.sources import Found
from plainreply.audit.tables import Columns
from plainreply.audit.told import day, from_folders, from_headers
from plainreply.audit.values import Entry, Told
from plainreply.errors import BadConfiguration, UnreadableDocument

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"
TEXT = "Мы получили ваше письмо."


def found(*sources: Path | str, columns: Columns | None = None) -> list[tuple[Entry, str]]:
    """Return every letter with its text, or with why there is none."""
    entries = Found(tuple(map(str, sources)), columns or Columns())
    return [(entry, _text(entry)) for entry in entries]


def _text(entry: Entry) -> str:
    try:
        return entry.load().decode("utf-8", "replace")
    except UnreadableDocument as error:
        return f"! {error}"


def test_folder_is_searched_through(tmp_path: Path) -> None:
    for name in ("МФЦ/2024-05/а.txt", "МФЦ/б.md", "в.txt", ".скрытый/г.txt", "~$д.docx", "е.xyz"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "скан.pdf").touch()
    source = Found((str(tmp_path),))
    entries = {entry.place.removeprefix(f"{tmp_path}/"): entry for entry in source}
    assert set(entries) == {"МФЦ/2024-05/а.txt", "МФЦ/б.md", "в.txt"}
    assert entries["МФЦ/2024-05/а.txt"].guessed == Told(date(2024, 5, 1), "МФЦ")
    assert dict(source.left) == {".pdf": 1}


def test_letters_in_a_zip_keep_their_folders(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("Минтруд/2023/ответ.txt", TEXT)
        archive.writestr("Минтруд/2023/ответ.txt", "Другой текст с тем же именем.")
        archive.writestr("__MACOSX/ответ.txt", "x")
        archive.writestr("рисунок.png", "x")
    (first, text), (second, other) = found(tmp_path / "a.zip")
    assert text == TEXT and other != TEXT and first.place != second.place
    assert first.source == f"{tmp_path}/a.zip/Минтруд/2023"
    assert first.guessed == Told(date(2023, 1, 1), "Минтруд")


def test_locked_member_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", TEXT)
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(data)
    assert "закрыт паролем" in found(path)[0][1]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
def test_letters_in_a_tar_are_streamed(tmp_path: Path, mode: Any) -> None:
    ending = {"w": ".tar", "w:gz": ".tar.gz", "w:xz": ".tar.xz"}[mode]
    path = tmp_path / f"a{ending}"
    with tarfile.open(path, mode) as archive:
        for number in range(3):
            member = tarfile.TarInfo(f"2024/0{number + 1}/{number}.txt")
            data = f"{TEXT} {number}".encode()
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    letters = found(path)
    assert [text for _, text in letters] == [f"{TEXT} {number}" for number in range(3)]
    assert [entry.guessed.date for entry, _ in letters] == [date(2024, m, 1) for m in (1, 2, 3)]


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz"])
def test_damaged_archive_is_told_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (_, fault), (_, text) = found(tmp_path)
    assert "Архив повреждён" in fault and text == TEXT


def message(body: str, sender: str = "Минтруд <mail@mintrud.example>") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"] = sender, "Ответ на обращение"
    made["Date"] = "Fri, 31 May 2024 09:30:00 +0300"
    made.set_content(body)
    return made


def test_mailbox_gives_bodies_and_attached_letters(tmp_path: Path) -> None:
    second = message("Ответ во вложении.\n\nFrom начинает строку.\n")
    docx = (LETTERS / "03-final-housing.docx").read_bytes()
    second.add_attachment(docx, maintype="application", subtype="x", filename="ответ.docx")
    second.add_attachment(b"x", maintype="image", subtype="png", filename="подпись.png")
    messages = (message(TEXT), second)
    parts = (
        b"From x Fri May 31\n" + one.as_bytes().replace(b"\nFrom ", b"\n>From ") for one in messages
    )
    (tmp_path / "a.mbox").write_bytes(b"\n".join(parts) + b"\n")
    letters = found(tmp_path / "a.mbox")
    assert [entry.file for entry, _ in letters] == ["письмо.txt", "письмо.txt", "ответ.docx"]
    assert letters[0][1].strip() == TEXT and "From начинает" in letters[1][1]
    assert letters[2][0].load() == docx
    assert letters[0][0].told == Told(date(2024, 5, 31), "Минтруд")
    assert len({entry.place for entry, _ in letters}) == 3


def written(path: Path, rows: list[list[str]], encoding: str, delimiter: str) -> None:
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("cp1251", ";"), ("utf-8", "\t")],
)
def test_table_of_any_office_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    head = ["номер", "день", "кто", "Текст"]
    row = ["А-7", "31.05.2024", "МФЦ", f"{TEXT}\nВторая; строка, с «кавычками»."]
    written(tmp_path / "a.csv", [head, row], encoding, delimiter)
    columns = Columns(None, "номер", "день", "кто")
    [(entry, text)] = found(tmp_path / "a.csv", columns=columns)
    assert (entry.name, text) == ("А-7", row[3])
    assert entry.told == Told(date(2024, 5, 31), "МФЦ")


def test_unknown_column_is_told_with_those_there_are(tmp_path: Path) -> None:
    written(tmp_path / "a.csv", [["номер", "тело"], ["1", TEXT]], "utf-8", ",")
    with pytest.raises(BadConfiguration, match=r"--column ИМЯ.*номер, тело"):
        found(tmp_path / "a.csv")
    with pytest.raises(BadConfiguration, match=r"нет столбца «дата».*номер, тело"):
        found(tmp_path / "a.csv", columns=Columns("тело", date="дата"))


def test_parquet_is_read_row_by_row(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.table({"text": [TEXT, None], "id": [7, 8], "when": [date(2024, 5, 31)] * 2})
    parquet.write_table(table, tmp_path / "a.parquet")
    columns = Columns("text", "id", "when")
    (first, text), (second, empty) = found(tmp_path / "a.parquet", columns=columns)
    assert (first.name, text, first.told.date) == ("7", TEXT, date(2024, 5, 31))
    assert (second.name, empty) == ("8", "")


def test_address_is_read_like_a_folder() -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as held:
        held.writestr("б.txt", TEXT)
    memory.pipe("/bucket/МФЦ/а.txt", TEXT.encode())
    memory.pipe("/bucket/МФЦ/б.zip", archive.getvalue())
    try:
        letters = found("memory://bucket")
    finally:
        memory.rm("/bucket", recursive=True)
    assert [entry.place for entry, _ in letters] == [
        "memory://bucket/МФЦ/а.txt",
        "memory://bucket/МФЦ/б.zip#1/б.txt",
    ]
    assert {entry.guessed.office for entry, _ in letters} == {"МФЦ"}


@pytest.mark.parametrize("source", ["нет такой папки", "nowhere://bucket/x"])
def test_source_that_is_not_there_is_told(source: str) -> None:
    with pytest.raises(BadConfiguration, match=source):
        found(source)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2024-05-31", date(2024, 5, 31)),
        ("2024-05-31T10:00:00+03:00", date(2024, 5, 31)),
        ("31.05.2024 10:00", date(2024, 5, 31)),
        ("2024-05", date(2024, 5, 1)),
        ("Fri, 31 May 2024 09:30:00 +0300", date(2024, 5, 31)),
        ("2024-13-45", None),
        ("вчера", None),
        (None, None),
    ],
)
def test_dates_are_read_as_they_are_written(told: str | None, expected: date | None) -> None:
    assert day(told) == expected


def test_folders_and_headers_tell() -> None:
    assert from_folders("Минтруд/Отдел/2024/05/12/а.txt") == Told(date(2024, 5, 1), "Минтруд")
    assert from_folders("а.txt") == Told()
    assert from_headers(None, "a@mfc.example") == Told(None, "mfc.example")
