"""The page of many letters: how their scores spread, what is found most, which are worst."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plainreply.report import Report
from plainreply.reporters.html.layers import Layer, layer
from plainreply.reporters.html.letter import name
from plainreply.reporters.html.page import page
from plainreply.reporters.html.scorecard import level
from plainreply.reporters.html.shown import shown
from plainreply.reporters.outcome import Checked, Options, Outcome
from plainreply.reporters.tally import Tally
from plainreply.reporters.words import decimal
from plainreply.rule import Rule

BIN = 10
"""How many points one column of the picture of scores takes in."""
MANY_FAULTS = 12
"""How many rules the picture of frequent faults shows."""


@dataclass(frozen=True, slots=True)
class Line:
    """A letter in the table, and the folder it lies in. ``points`` is its score, below 0 when there
    is none; ``href`` is the address of its page or ``""``."""

    folder: str
    name: str
    href: str
    points: float
    score: str
    level: str
    counts: Mapping[str, int]
    mean: float
    length: str
    top: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the picture of scores: the letters that score ``low`` to ``high``."""

    low: int
    high: int
    level: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule, its layer, how often it found something and in how many letters; ``share`` is in
    hundredths of the most frequent."""

    rule: Rule
    layer: Layer
    count: int
    letters: int
    share: float


class Overview:
    """The index of many letters; of each that is added it keeps a line."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._tally = Tally()
        self._frequent = Frequent()

    def add(self, outcome: Outcome, href: str = "") -> None:
        """Take in a letter; ``href`` is the address of its page."""
        self._tally.add(outcome)
        if isinstance(outcome, Checked):
            self._lines.append(_line(outcome, href))
            self._frequent.add(outcome.report)

    def page(self, options: Options) -> str:
        """Return the page of all letters that were added."""
        lines = sorted(self._lines, key=_worst)
        scored = [line.points for line in lines if line.points >= 0]
        mean = sum(scored) / len(scored) if scored else 0.0
        return page(
            "index.html",
            home="",
            told=f"Проверено писем: {self._tally.checked} из {self._tally.files}",
            lines=lines,
            mean=decimal(mean) if scored else "",
            mean_level=level(mean),
            columns=columns(lines),
            faults=self._frequent.faults()[:MANY_FAULTS],
            failed=[(shown(one.name), one.reason) for one in self._tally.failed],
            notes=options.notes(),
        )


def _worst(line: Line) -> tuple[float, str]:
    return line.points, f"{line.folder}/{line.name}"


def _line(checked: Checked, href: str) -> Line:
    report = checked.report
    points = -1.0 if report.score is None else report.score
    rules = Counter(issue.rule for issue in report.issues if issue.severity != "info")
    top = [report.titles[rule].title for rule, _ in rules.most_common(2)]
    mean = report.readability.sentence_length if report.readability.sentences else 0.0
    return Line(
        *name(checked),
        href,
        points,
        decimal(points) if points >= 0 else "нет",
        level(points)[0] if points >= 0 else "none",
        Counter(issue.severity for issue in report.issues),
        mean,
        decimal(mean),
        ", ".join(top),
    )


def columns(lines: Sequence[Line]) -> list[Column]:
    """Return the letters by score; 100 is in the last column."""
    last = 100 // BIN - 1
    held: dict[int, list[Line]] = {at: [] for at in range(last + 1)}
    for line in lines:
        if line.points >= 0:
            held[min(int(line.points) // BIN, last)].append(line)
    return [
        Column(at * BIN, at * BIN + BIN - (at != last), level(at * BIN)[0], tuple(members))
        for at, members in held.items()
    ]


class Frequent:
    """Counts how often each rule found something, and in how many letters."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._letters: Counter[str] = Counter()
        self._known: dict[str, Rule] = {}

    def add(self, report: Report) -> None:
        """Take in the findings of a letter."""
        found = Counter(issue.rule for issue in report.issues)
        self._counts.update(found)
        self._letters.update(found.keys())
        self._known |= {id: report.titles[id] for id in found}

    def faults(self) -> list[Fault]:
        """Return the rules that found something, the most frequent first."""
        most = max(self._counts.values(), default=1)
        order = sorted(self._counts.items(), key=lambda row: (-row[1], row[0]))
        return [
            Fault(rule, layer(rule), number, self._letters[id], round(100 * number / most))
            for id, number in order
            for rule in [self._known[id]]
        ]
