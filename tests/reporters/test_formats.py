"""What every format looks like, kept in ``snapshots``: a change of one is read as a diff.

``UPDATE_SNAPSHOTS=1 python -m pytest tests/reporters/test_formats.py`` writes them anew.
"""

import os
import re
from pathlib import Path

import pytest
from html_page import Page
from report_builder import MISSING

from plainreply.checker import checker
from plainreply.readers import read_bytes
from plainreply.reporters import FORMATS, Checked, Options, Outcome, render

FOLDER = Path(__file__).parent / "snapshots"
LETTER = """\
Здравствуйте!

Комиссией рассмотрено ваше заявление № 5 & приложение к нему 😀.\r
Приложите паспорт и/или справку.
"""
RULES = ("passive", "special-symbol")


def outcomes() -> list[Outcome]:
    """A text, the same text as paragraphs of a Word file, a clean letter, a missing file."""
    check = checker(select=RULES)
    text = read_bytes(LETTER.encode("utf-8-sig"), "ответ.txt")
    return [
        Checked("письма/ответ № 1.txt", check(text)),
        Checked("ответ.docx", check(word())),
        Checked("чистый.txt", check("Мы получили ваше письмо 3 мая.")),
        MISSING,
    ]


def word():
    from docx_builder import docx

    lines = filter(None, LETTER.splitlines())
    body = ", ".join(f'p/r/t"{line}"' for line in lines)
    return read_bytes(docx(body), "ответ.docx")


def shown(format: str) -> str:
    """The report, without the number of our version; of a page the words and marks alone."""
    told = render(format, outcomes(), Options(notes=lambda: ("В папке остались письма .doc.",)))
    if format == "html":
        page = render(format, outcomes()[:1], Options())
        told = "".join(f"{line}\n" for line in _words(page))
    return re.sub(r'(?i)("(?:semantic)?version": ")0[^"]+', r"\1…", told)


def _words(page: str) -> list[str]:
    main = Page(page).all("//main")[0]
    for hidden in main.xpath(".//svg | .//script | .//style"):
        hidden.drop_tree()
    return [line for text in main.itertext() if (line := " ".join(text.split()))]


@pytest.mark.parametrize("format", FORMATS)
def test_format_looks_as_it_did(format: str) -> None:
    path = FOLDER / f"{format}.txt"
    today = shown(format)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_bytes(today.encode())
    assert today == path.read_bytes().decode(), "read the change; UPDATE_SNAPSHOTS=1 keeps it"


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_was_not_checked_is_in_every_format(format: str) -> None:
    told = " ".join(render(format, [MISSING], Options()).split())
    reason = MISSING.reason.rstrip(".").casefold()
    assert reason in told.casefold() and (MISSING.name in told or "%D0%BD" in told)


@pytest.mark.parametrize("format", FORMATS)
def test_no_outcome_is_a_report_too(format: str) -> None:
    assert render(format, [], Options()).endswith("\n")


@pytest.mark.parametrize("format", ["json", "json-lines", "junit", "gitlab", "sarif", "html"])
def test_format_can_keep_to_ascii(format: str) -> None:
    assert render(format, outcomes(), Options(ascii=True)).isascii()
