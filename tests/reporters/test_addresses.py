"""Names of files in reports for pipelines."""

from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from plainreply.reporters.addresses import path, uri


@pytest.mark.parametrize(
    ("name", "expected"),
    [("./письма/а.txt", "письма/а.txt"), ("-", "-"), ("а//б.txt", "а/б.txt"), ("../а", "../а")],
)
def test_path_has_forward_slashes_and_nothing_idle(name: str, expected: str) -> None:
    assert path(name) == expected


def test_path_within_this_folder_is_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert path(str(tmp_path / "письма" / "а.txt")) == "письма/а.txt"
    outside = tmp_path.parent / "а б.txt"
    assert path(str(outside)) == outside.as_posix()
    assert uri(str(outside)) == outside.as_uri()


@pytest.mark.parametrize(
    "name", ["ответ № 1.txt", "a:b.txt", "50%.txt", "a?b#c.txt", "б\udcff.txt"]
)
def test_uri_is_ascii_and_leads_back(name: str) -> None:
    assert uri(name).isascii() and ":" not in uri(name)
    assert unquote_to_bytes(uri(name)) == name.encode("utf-8", "surrogateescape")
