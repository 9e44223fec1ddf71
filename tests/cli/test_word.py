"""Comments and tracked changes in a Word draft, from the command line to the file."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from plainreply.readers import read

BAD = "Комиссией рассмотрено ваше заявление."
GOOD = "Комиссия рассмотрела ваше заявление."
NEW = "checked.docx"
CHECK = ("check", "draft.docx", "--format", "docx", "-o", NEW)
FIX = ("fix", "draft.docx", "-o", NEW)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A Word letter with one fault."""
    return save(tmp_path / "draft.docx", BAD)


def save(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def body(path: str | Path) -> str:
    with ZipFile(BytesIO(Path(path).read_bytes())) as package:
        return package.read("word/document.xml").decode()


def attributes(path: str | Path, name: str) -> set[str]:
    with ZipFile(BytesIO(Path(path).read_bytes())) as package:
        comments = "word/comments.xml" in package.namelist() and package.read("word/comments.xml")
    return set(re.findall(f'w:{name}="([^"]*)"', body(path) + (comments or b"").decode()))


def test_check_puts_comments_into_a_new_file(run: Any, draft: Path) -> None:
    before = draft.read_bytes()
    result = run(*CHECK)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Записано: {NEW}, ") and result.stderr.count("\n") == 1
    written = read(Path(NEW))
    assert written.text == BAD and draft.read_bytes() == before
    said = {remark.span.of(BAD): remark.text for remark in written.remarks}
    assert "[passive]" in said["рассмотрено"] and f"{BAD[:-1]} → {GOOD[:-1]}"[:20] in "".join(
        said.values()
    )


def test_check_of_a_clean_letter_ends_with_0(run: Any, tmp_path: Path) -> None:
    save(tmp_path / "draft.docx", "Мы получили ваше письмо 3 мая.")
    result = run(*CHECK, "--select", "passive")
    assert result.exit_code == 0 and "0 примечаний" in result.stderr
    assert Path(NEW).read_bytes() == Path("draft.docx").read_bytes()


def test_fail_on_and_select_hold_for_comments_too(run: Any, draft: Path) -> None:
    assert run(*CHECK, "--fail-on", "never").exit_code == 0
    assert run(*CHECK, "--force", "--select", "italic").exit_code == 0
    assert read(Path(NEW)).remarks == ()


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("check", "draft.docx", "--format", "docx"), "-o ИМЯ"),
        (("check", "draft.docx", "draft2.docx", "--format", "docx", "-o", NEW), "-o ИМЯ"),
        (("check", "ответ.txt", "--format", "docx", "-o", NEW), "другого формата"),
        (("check", "draft.docx", "--format", "odt", "-o", "a.odt"), "другого формата"),
        (("check", "нет.docx", "--format", "docx", "-o", NEW), "Файл не найден"),
        (("check", "draft.docx", "--format", "docx", "-o", "draft.docx"), "само письмо"),
        (("check", "draft.docx", "--format", "docx", "-o", "draft2.docx"), "--force"),
        (("check", "draft.docx", "--format", "docx", "-o", "a.txt"), "на .docx"),
        (("check", "draft.docx", "--format", "docx", "-o", "a.docm"), "на .docx"),
        ((*CHECK, "--date", "завтра"), "Дата «завтра» не понятна"),
        ((*FIX, "--date", "2026-13-01"), "Дата «2026-13-01» не понятна"),
        (("fix", "draft.docx"), "-o ИМЯ.docx"),
        (("fix", "draft.docx", "-o", "a.txt"), "-o ИМЯ.docx"),
        (("fix", "draft.docx", "-o", "a.docm"), "на .docx"),
        (("fix", "draft.docx", "-o", "draft.docx"), "--write"),
        (("fix", "draft.docx", "-o", "draft2.docx"), "--force"),
        (("fix", "draft.docx", "-o", NEW, "--write"), "Выберите одно"),
    ],
)
def test_senseless_job_is_one_sentence(
    run: Any, draft: Path, letter: Path, args: tuple[str, ...], says: str
) -> None:
    other = save(draft.with_name("draft2.docx"), BAD).read_bytes()
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr and result.stderr.strip().count("\n") == 0
    assert "Комиссией" not in result.stderr
    assert {path.name for path in Path().iterdir()} == {draft.name, "draft2.docx", letter.name}
    assert Path("draft2.docx").read_bytes() == other


def test_a_letter_with_macros_keeps_its_kind_of_name(run: Any, draft: Path) -> None:
    draft.rename("draft.docm")
    result = run("check", "draft.docm", "--format", "docx", "-o", NEW)
    assert result.exit_code == 2 and "на .docm" in result.stderr and not Path(NEW).exists()
    assert run("check", "draft.docm", "--format", "docx", "-o", "a.docm").exit_code == 1
    assert run("fix", "draft.docm", "-o", NEW).exit_code == 2
    assert run("fix", "draft.docm", "-o", "b.docm").exit_code == 0


def test_an_existing_file_is_replaced_on_demand(run: Any, draft: Path) -> None:
    save(Path(NEW), "другое")
    assert run(*CHECK, "--force").exit_code == 1
    assert read(Path(NEW)).text == BAD
    assert run(*FIX, "--force").exit_code == 0
    assert read(Path(NEW)).text == GOOD


def test_fix_puts_tracked_changes_into_a_new_file(run: Any, draft: Path) -> None:
    before = draft.read_bytes()
    result = run(*FIX)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Записано: {NEW}, 1 исправление\n"
    assert draft.read_bytes() == before
    assert read(Path(NEW)).text == GOOD
    assert (
        "<w:del " in body(NEW) and "<w:ins " in body(NEW) and "Комиссией</w:delText>" in body(NEW)
    )


def test_fix_write_replaces_the_draft(run: Any, draft: Path) -> None:
    assert run("fix", "draft.docx", "--write").exit_code == 0
    assert read(draft).text == GOOD and "<w:del " in body(draft)
    assert [path.name for path in Path().iterdir()] == [draft.name]


def test_fix_diff_shows_lines_and_writes_nothing(run: Any, draft: Path) -> None:
    before = draft.read_bytes()
    result = run("fix", "draft.docx", "--diff")
    assert result.exit_code == 1 and f"-{BAD}\n+{GOOD}\n" in result.stdout
    assert draft.read_bytes() == before
    assert [path.name for path in Path().iterdir()] == [draft.name]


def test_fix_unsafe_takes_more(run: Any, tmp_path: Path) -> None:
    save(tmp_path / "draft.docx", BAD, "В целях уточнения адреса звоните.")
    assert run(*FIX).exit_code == 0
    assert read(Path(NEW)).text == f"{GOOD}\nВ целях уточнения адреса звоните."
    assert run(*FIX, "--unsafe", "--force").exit_code == 0
    assert read(Path(NEW)).text == f"{GOOD}\nЧтобы уточнить адрес, звоните."


@pytest.mark.parametrize("command", [CHECK, FIX])
def test_author_and_date_are_signed_and_make_it_reproducible(
    run: Any, draft: Path, command: tuple[str, ...]
) -> None:
    signed = (*command, "--author", "Анна Белова", "--date", "2026-05-31T09:30")
    run(*signed)
    first = Path(NEW).read_bytes()
    assert attributes(NEW, "author") == {"Анна Белова"}
    assert attributes(NEW, "date") == {"2026-05-31T09:30:00Z"}
    run(*signed, "--force")
    assert Path(NEW).read_bytes() == first


def test_a_comment_in_the_draft_silences_a_rule(run: Any, tmp_path: Path) -> None:
    document = docx.Document()
    silenced = document.add_paragraph(BAD)
    document.add_paragraph("Комиссией проверено ваше письмо.")
    document.add_comment(silenced.runs, "plainreply: пропустить passive", "Анна")
    document.save("draft.docx")
    assert run(*CHECK, "--select", "passive").exit_code == 1
    remarks = {remark.author: remark for remark in read(Path(NEW)).remarks}
    assert "проверено" in remarks["plainreply"].text
    assert remarks["Анна"].text == "plainreply: пропустить passive" and len(remarks) == 2
    assert run(*FIX, "--force").exit_code == 0
    assert read(Path(NEW)).text.startswith(BAD)


def test_a_letter_in_a_frame_gets_comments_and_is_told_so(run: Any, tmp_path: Path) -> None:
    from docx.oxml import OxmlElement

    document = docx.Document()
    document.add_paragraph(BAD)._p.get_or_add_pPr().append(OxmlElement("w:framePr"))
    document.save("draft.docx")
    result = run(*FIX)
    assert result.exit_code == 0 and "рамки" in result.stderr and result.stderr.count("\n") == 1
    (remark,) = read(Path(NEW)).remarks
    assert "«Комиссия рассмотрела»" in remark.text and read(Path(NEW)).text == BAD


def test_a_draft_that_needs_no_fix_is_not_written_over_itself(run: Any, draft: Path) -> None:
    assert run("fix", draft.name, "--write").exit_code == 0
    once = draft.read_bytes()
    result = run("fix", draft.name, "--write")
    assert (result.exit_code, draft.read_bytes()) == (0, once)
    assert "Исправлять нечего, файл прежний" in result.stderr
