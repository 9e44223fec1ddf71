"""LibreOffice opens what the writer made: comments add no text, changes show both their sides."""

import subprocess
from pathlib import Path

import pytest
from docx_builder import part, xml
from test_docx_comments import BEGIN, BOX, END
from tracking import accepted, letter, noted, rejected, revised

from plainreply.readers.convert import office

HEAD = part("hdr", xml('p/r/t"Департамент труда"'))
NOTES = part("footnotes", xml('footnote{id=2}/p/r/t"Сноска к слову"'))
BODY = (
    'p(r/t"Мы дали ответ", r/footnoteReference{id=2}, ins{id=5 author=А}/r/t" вчера утром"),'
    f'p(r/t"Имя: ", {BEGIN}, r/t"Иванов", {END}),'
    f'p({BEGIN}, r/t"Альфа"), p/r/t"Бета", p(r/t"Вега", {END}),'
    'p(r/t"Срок ", sdt/sdtContent/r/t"пять дней"), sdt/sdtContent/p/r/t"Блок целиком",'
    f'p(hyperlink/r/t"на сайте", {BOX}), tbl/tr(tc/p/r/t"Ячейка", tc/p/r/t"Другая"),'
    'p/r/t"Конец", sectPr/headerReference{r:id=rheader}'
)
WORDS = ("дали", "вчера", "Иванов", "Бета", "пять", "Блок", "сайте", "рамке", "Ячейка")
EDITS = (("дали", "послали"), ("вчера", "сегодня"), ("сайте", "портале"), ("Ячейка", "Клетка"))


def texts(folder: Path, files: dict[str, bytes]) -> dict[str, list[str]]:
    """Return the lines of text that LibreOffice finds in each file."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office()), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    paths = [str(folder / f"{name}.docx") for name in files]
    arguments = [*command, "--outdir", str(folder), *paths]
    subprocess.run(arguments, check=True, timeout=180, capture_output=True)
    return {name: (folder / f"{name}.txt").read_text("utf-8-sig").split() for name in files}


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
def test_libreoffice_finds_the_letter_and_the_changes(tmp_path: Path) -> None:
    body = BODY.replace('t"', 't{xml:space=preserve}"')  # else blanks at the ends are not shown
    data = letter(body, header=HEAD, footnotes=NOTES)
    commented, _ = noted(data, *WORDS, "Департамент", "Сноска", text="УТЕЧКА")
    changed = revised(data, *EDITS)
    assert commented.left == () and changed.left == ()
    files = {"letter": data, "commented": commented.data, "changed": changed.data}
    files |= {"accepted": accepted(changed.data), "rejected": rejected(changed.data)}
    found = texts(tmp_path, files)
    assert found["commented"] == found["rejected"] == found["letter"]
    shown = {name: " ".join(words) for name, words in found.items()}
    assert all(old in shown["letter"] for old, _ in EDITS)
    assert all(old + new in shown["changed"] for old, new in EDITS)
    for old, new in EDITS:
        shown["letter"] = shown["letter"].replace(old, new)
    assert shown["accepted"] == shown["letter"]
