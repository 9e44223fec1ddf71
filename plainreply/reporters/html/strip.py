"""The lengths of all sentences as a picture: a bar a sentence, row below row."""

from collections.abc import Sequence
from dataclasses import dataclass

from plainreply.document import Paragraph
from plainreply.report import Report
from plainreply.reporters.summary import severities
from plainreply.reporters.units import Unit
from plainreply.reporters.words import counted
from plainreply.rule import SEVERITIES
from plainreply.spans import held

TALLEST, LOWEST = 60, 32
"""The words of the tallest bar, more are not drawn taller, and of the lowest row."""

ROWS = ((160, 80), (640, 160))
"""Up to how many sentences a row holds how many."""
LONGEST_ROW, SHORTEST_ROW = 320, 24
EDGES = {"header", "footer"}
LIMIT = "long-sentence"


@dataclass(frozen=True, slots=True)
class Bar:
    """A sentence: its number from 1, its place in the row, its height and its worst fault."""

    sentence: int
    x: int
    height: int
    severity: str
    title: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The rows of bars. ``limit`` is the words a sentence should have at most, 0 if unknown;
    ``longest`` are the numbers and words of the longest sentences."""

    rows: tuple[tuple[Bar, ...], ...]
    width: int
    limit: int
    over: int
    total: int
    longest: tuple[tuple[int, str], ...]
    height: int


def strip(report: Report, found: Sequence[Unit]) -> Strip:
    """Return the picture of the letter without headers and footers."""
    units = {unit.span: unit for unit in found}
    edges = [p.span for p in report.document.paragraphs if _is_edge(p)]
    kept = [
        (number, span, words)
        for number, (span, words) in enumerate(
            zip(report.sentences, report.lengths, strict=True), 1
        )
        if words and not held(span, edges)
    ]
    width = _width(len(kept))
    bars = [
        _bar(number, index % width, words, units.get(span))
        for index, (number, span, words) in enumerate(kept)
    ]
    limit = _limit(report)
    top = sorted(kept, key=lambda row: -row[2])[:3]
    most = max((words for _, _, words in top), default=0)
    return Strip(
        tuple(tuple(bars[at : at + width]) for at in range(0, len(bars), width)),
        width,
        limit,
        sum(words > limit for _, _, words in kept) if limit else 0,
        len(kept),
        tuple((number, _words(words)) for number, _, words in top),
        min(TALLEST, max(LOWEST, most)),
    )


def _is_edge(paragraph: Paragraph) -> bool:
    return paragraph.role in EDGES


def _width(number: int) -> int:
    size = next((size for most, size in ROWS if number <= most), LONGEST_ROW)
    return max(SHORTEST_ROW, min(size, number))


def _limit(report: Report) -> int:
    rule = report.titles.get(LIMIT)
    return int(rule.options.get("words", 0)) if rule else 0


def _bar(number: int, x: int, words: int, unit: Unit | None) -> Bar:
    worst = max((i.severity for i in unit.issues), key=SEVERITIES.index) if unit else "none"
    told = f"; {severities(unit.issues)}" if unit else ""
    return Bar(number, x, min(words, TALLEST), worst, f"{_words(words)}{told}")


def _words(number: int) -> str:
    return counted(number, "слово", "слова", "слов")
