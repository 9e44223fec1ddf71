"""The rules directory and its tables."""

from pathlib import Path

import pytest

from plainreply.errors import BadRule
from plainreply.resources import lexicon, read_table, rules_dir


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_comments_and_empty_lines_are_left_out(tmp_path: Path) -> None:
    path = table(tmp_path, "# о таблице\na\tb\n\n1\t2\n# ещё\n3\t«ё»\n")
    assert read_table(path) == ({"a": "1", "b": "2"}, {"a": "3", "b": "«ё»"})


def test_missing_cells_are_empty_and_quotes_mean_nothing(tmp_path: Path) -> None:
    assert read_table(table(tmp_path, 'a\tb\n"1\n')) == ({"a": '"1', "b": ""},)


def test_too_many_cells_are_told_with_file_and_line(tmp_path: Path) -> None:
    path = table(tmp_path, "a\tb\n1\t2\n1\t2\t3\n")
    with pytest.raises(BadRule) as caught:
        read_table(path)
    assert str(path) in str(caught.value)
    assert "строка 3" in str(caught.value)


def test_a_missing_table_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(BadRule, match="нет-такой"):
        read_table(tmp_path / "нет-такой.tsv")


def test_an_empty_table_has_no_rows(tmp_path: Path) -> None:
    assert read_table(table(tmp_path, "a\tb\n")) == ()


def test_a_table_in_another_encoding_is_a_bad_rule(tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_bytes("слово\n".encode("cp1251"))
    with pytest.raises(BadRule):
        read_table(path)


def lexicons() -> list[str]:
    return sorted(path.stem for path in (rules_dir() / "lexicons").glob("*.tsv"))


@pytest.mark.parametrize("name", lexicons())
def test_every_lexicon_is_filled_and_has_no_stray_spaces(name: str) -> None:
    rows = lexicon(name)
    assert rows
    first = next(iter(rows[0]))
    for row in rows:
        assert row[first], row
        assert all(cell == cell.strip() for cell in row.values()), row
    assert lexicon(name) is rows
