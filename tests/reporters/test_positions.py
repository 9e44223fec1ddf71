"""Every position in every format points at the words of its finding, whatever the text holds."""

import json
import re
from dataclasses import replace
from typing import Any

from html_page import Page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from read_back import READERS, Lines, Place

from plainreply.checker import checker
from plainreply.document import Document, Paragraph, Source
from plainreply.readers import read_bytes
from plainreply.reporters import FORMATS, Checked, Options, render
from plainreply.rule import Fix, Issue
from plainreply.spans import Edit, Span

PIECES = (
    "Комиссией", "рассмотрено", "слово", "and/or", "и/или", "ЗАЯВЛЕНИЕ", "№ 5", "&", "→", ".", ",",
    " ", " ", "\u00a0", "\t", "\n", "\r\n", "\r", "\n\n", "\u200b", "\u200d", "\ufeff", "\u0301",
    "\u2028", "\x85", "\x0b", "\x0c", "й", "и\u0306", "😀", "👩\u200d👩\u200d👧", "🇷🇺", "é", "<b>",
    "]]>", "::", "%0A", '"', "\\", "|", "«", "»",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)
RULES = ("all-caps", "special-symbol", "typography")
"""Rules that need no model, so that a thousand texts take seconds."""


def letters() -> st.SearchStrategy[tuple[bytes, list[tuple[int, int]]]]:
    """Bytes of a text, some with a byte order mark, and stretches to point at."""
    ends = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=4)
    encodings = st.sampled_from(["utf-8", "utf-8-sig"])
    made = st.builds(lambda text, encoding: f"Да. {text}".encode(encoding), TEXTS, encodings)
    return st.tuples(made, ends)


def checked(document: Document, ends: list[tuple[int, int]]) -> Checked:
    """Check the text, and find fault with stretches of it that no rule would choose."""
    report = checker(select=RULES)(document)
    size = len(document.text)
    spans = {Span(*sorted((a % (size + 1), b % (size + 1)))) for a, b in ends}
    more = (Issue("typography", span, "Так.", "warning", _fix(span), (span,)) for span in spans)
    issues = sorted((*report.issues, *more), key=lambda issue: issue.span)
    return Checked("а.txt", replace(report, issues=tuple(issues)))


def _fix(span: Span) -> tuple[Fix, ...]:
    return (Fix((Edit(span, "иначе"),), "advice"),)


def expected(issue: Issue, lines: Lines, format: str) -> Place:
    """What a format should say; commands of GitHub have lines alone for a finding over several."""
    start, stop = issue.span
    if format in ("junit", "concise"):
        return Place(start, None)
    before = [len(re.findall("\r\n|\r|\n", lines.text[:at])) + 1 for at in issue.span]
    cut = lines.text[start - 1 : start + 1] == "\r\n", lines.text[stop - 1 : stop + 1] == "\r\n"
    numbers = [number - one for number, one in zip(before, cut, strict=True)]
    if format == "github" and numbers[0] != numbers[1]:
        return Place(-numbers[0], -numbers[1])
    return Place(start, stop)


def test_every_format_with_positions_is_read_here() -> None:
    assert set(READERS) | {"full", "html"} == set(FORMATS)


@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(letters())
def test_positions_point_at_the_words_of_the_finding(
    letter: tuple[bytes, list[tuple[int, int]]],
) -> None:
    data, ends = letter
    lines, outcome = Lines(data), checked(read_bytes(data, "а.txt"), ends)
    assert outcome.report.document.text == lines.text
    for format, places in READERS.items():
        told = render(format, [outcome], Options(info=True))
        wanted = [expected(issue, lines, format) for issue in outcome.report.issues]
        assert list(places(told, lines)) == wanted, format


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(letters())
def test_page_marks_the_words_of_the_finding(
    letter: tuple[bytes, list[tuple[int, int]]],
) -> None:
    data, _ = letter
    outcome = checked(read_bytes(data, "а.txt"), [])
    marked = Page(render("html", [outcome], Options(info=True))).highlighted()
    text = outcome.report.document.text
    for number, words in marked.items():
        issue = outcome.report.issues[number - 1]
        assert _letters(words) in _letters("".join(span.of(text) for span in issue.words))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(letters())
def test_headings_of_the_full_report_stand_where_its_sentences_begin(
    letter: tuple[bytes, list[tuple[int, int]]],
) -> None:
    data, _ = letter
    lines, outcome = Lines(data), checked(read_bytes(data, "а.txt"), [])
    told = render("full", [outcome], Options(info=True))
    found = re.findall(r"^Строка (\d+)(?:, знак (\d+))?$", told, re.M)
    starts = {span.start for span in outcome.report.sentences}
    starts |= {issue.span.start for issue in outcome.report.issues}
    assert {lines.at(int(line), int(column or 1)) for line, column in found} <= starts
    assert bool(found) == bool(outcome.report.issues)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TEXTS.map(lambda text: re.sub(r"[\r\n]", "", text)), min_size=1), st.data())
def test_a_word_file_is_told_by_paragraph_and_words(paragraphs: list[str], data: Any) -> None:
    paragraphs = ["Да.", *paragraphs]
    told = [text for text in paragraphs if text.strip()]
    number = data.draw(st.integers(0, len(told) - 1))
    column = data.draw(st.integers(0, len(told[number]) - 1))
    words = told[number][column : data.draw(st.integers(column + 1, len(told[number])))]
    places = [at for at, text in enumerate(paragraphs) if text.strip()]
    start = sum(len(text) + 1 for text in paragraphs[: places[number]]) + column
    outcome = word(paragraphs, Span(start, start + len(words)))
    anchor = json.loads(render("json", [outcome], Options()))["files"][0]["issues"][0]["anchor"]
    assert anchor == {"paragraph": number + 1, "column": column + 1, "quote": words}
    [run] = json.loads(render("sarif", [outcome], Options()))["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (number + 1, column + 1)
    assert (region["endLine"], region["endColumn"]) == (number + 1, column + 1 + len(words))
    [case] = etree.fromstring(render("junit", [outcome], Options()).encode()).iter("testcase")
    assert (case.get("line"), case.get("column")) == (str(number + 1), str(column + 1))
    assert render("concise", [outcome], Options()).startswith(f"а.docx:абзац {number + 1}")


def word(paragraphs: list[str], span: Span) -> Checked:
    """The outcome of a Word file of these paragraphs with one finding at ``span``."""
    found, at = [], 0
    for text in paragraphs:
        found.append(Paragraph(Span(at, at + len(text))))
        at += len(text) + 1
    document = Document("\n".join(paragraphs), tuple(found), source=Source(format="docx"))
    issue = Issue("typography", span, "Так.", "warning", _fix(span), (span,))
    return Checked("а.docx", replace(checker(select=RULES)(document), issues=(issue,)))


def _letters(text: str) -> str:
    """What can be seen: a page shows blanks and control characters its own way."""
    return "".join(char for char in text if char.isprintable() and not char.isspace())
