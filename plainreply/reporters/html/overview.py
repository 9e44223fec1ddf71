"""The page of many letters: how their scores spread, what is found most, which are worst."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plainreply.reporters.html.layers import Layer, layer
from plainreply.reporters.html.letter import name
from plainreply.reporters.html.page import page
from plainreply.reporters.html.scorecard import level
from plainreply.reporters.html.shown import shown
from plainreply.reporters.outcome import Checked, Failed, Options, Outcomes
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


def overview(outcomes: Outcomes, options: Options, pages: Mapping[str, str]) -> str:
    """Return the index page; ``pages`` maps the name of a file to the address of its page."""
    checked = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    lines = sorted((_line(one, pages.get(one.name, "")) for one in checked), key=_worst)
    scored = [line.points for line in lines if line.points >= 0]
    mean = sum(scored) / len(scored) if scored else 0.0
    return page(
        "index.html",
        home="",
        told=f"Проверено писем: {len(checked)} из {len(outcomes)}",
        lines=lines,
        mean=decimal(mean) if scored else "",
        mean_level=level(mean),
        columns=columns(lines),
        faults=faults(checked)[:MANY_FAULTS],
        failed=[(shown(one.name), one.reason) for one in failed],
        notes=options.notes,
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


def faults(checked: Sequence[Checked]) -> list[Fault]:
    """Return the rules that found something, the most frequent first."""
    counts: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    known: dict[str, Rule] = {}
    for one in checked:
        found = Counter(issue.rule for issue in one.report.issues)
        counts += found
        letters.update(found.keys())
        known |= one.report.titles
    most = max(counts.values(), default=1)
    order = sorted(counts, key=lambda id: (-counts[id], id))
    return [
        Fault(known[id], layer(known[id]), counts[id], letters[id], round(100 * counts[id] / most))
        for id in order
    ]
