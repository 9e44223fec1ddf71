"""Rewrites of a page or a Markdown text: all in their place, the markup around them whole."""

import re
from itertools import count
from pathlib import Path

import pytest

from plainreply.checker import checker
from plainreply.cli.original import rewritten
from plainreply.readers import read_bytes
from plainreply.rewriting import settled

LETTER = Path(__file__).resolve().parents[2] / "corpora" / "letters" / "05-final-health.txt"
MARKS = {
    "a.html": (("<b>", "</b>"), ("<i>", "</i>"), ('<span class="a">', "</span>")),
    "a.md": (("**", "**"), ("*", "*"), ("~~", "~~")),
}


def decorated(text: str, name: str) -> str:
    """Return the letter with a third of its words in some markup."""
    numbers = count()

    def mark(match: re.Match[str]) -> str:
        number = next(numbers) % 9
        before, behind = MARKS[name][number] if number < 3 else ("", "")
        return f"{before}{match[0]}{behind}"

    lines = (re.sub("[А-Яа-яё]+", mark, line) for line in text.splitlines() if line.strip())
    page = name.endswith(".html")
    return "".join(f"<p>{line}</p>\n" if page else f"{line}\n\n" for line in lines)


@pytest.mark.parametrize("name", sorted(MARKS))
def test_a_letter_reads_the_same_when_its_source_is_rewritten(name: str) -> None:
    source = decorated(LETTER.read_text(encoding="utf-8"), name)
    chosen = checker()
    report = chosen(read_bytes(source.encode(), name))
    target = settled(chosen, report, unsafe=True)
    fresh, left = rewritten(report, target)
    again = read_bytes(fresh.encode(), name)
    told = [p.span.of(target.text) for p in target.paragraphs]
    read = [p.span.of(again.text) for p in again.paragraphs]
    assert told != [p.span.of(report.document.text) for p in report.document.paragraphs]
    changed = sum(one != other for one, other in zip(told, read, strict=True))
    assert changed <= (int(re.findall(r"\d+", left)[0]) if left else 0)
    for before, behind in MARKS[name]:
        assert fresh.count(before) == fresh.count(behind)
