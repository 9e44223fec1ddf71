"""Which files the arguments name."""

from pathlib import Path

import pytest

from plainreply.cli.drafts import NO_DRAFTS, Draft, find
from plainreply.reporters import Failed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "б.txt",
        "а.DOCX",
        "sub/в.md",
        "sub/г.pdf",
        "~$а.docx",
        ".x.txt",
        ".git/д.txt",
        "е.py",
    ):
        path = tmp_path / "письма" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Мы.", encoding="utf-8")
    return tmp_path / "письма"


def names(*paths: str | Path) -> list[str]:
    return [Path(item.name).name for item in find(map(str, paths)).items]


def test_folder_is_searched_sorted_without_locks_and_hidden_files(folder: Path) -> None:
    assert names(folder) == ["в.md", "а.DOCX", "б.txt"]


def test_what_may_be_a_letter_but_is_not_read_is_counted(folder: Path) -> None:
    assert find([str(folder)]).left == {".pdf": 1}


def test_named_file_is_taken_whatever_its_name(folder: Path) -> None:
    assert names(folder / ".x.txt", folder / "е.py") == [".x.txt", "е.py"]


def test_file_is_taken_once(folder: Path) -> None:
    assert names(folder / "б.txt", folder, folder / "sub" / ".." / "б.txt") == [
        "б.txt",
        "в.md",
        "а.DOCX",
    ]


def test_folder_without_drafts_is_a_failure(tmp_path: Path) -> None:
    assert find([str(tmp_path)]).items == [Failed(str(tmp_path), NO_DRAFTS)]


def test_dash_is_standard_input() -> None:
    assert find(["-"], "a.md").items == [Draft("a.md", None)]
