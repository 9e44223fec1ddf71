"""The page that sums up an audit: pictures drawn as SVG, one file, no script needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plainreply.audit.tally import BIN, NOBODY, Share, Tally
from plainreply.reporters.html.layers import Layer, layer
from plainreply.reporters.html.page import page
from plainreply.reporters.html.scorecard import level
from plainreply.reporters.html.shown import shown
from plainreply.reporters.words import decimal
from plainreply.rule import Rule

MOST = 20
"""How many offices, templates and rules are shown, those with most letters first."""
WIDTH, HEIGHT = 640, 160
"""The size of the picture over time, in its own units."""
MONTHS = (
    "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
)  # fmt: skip
LABELS = 8
"""How many months are named below the picture at most."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row with a bar: ``part`` is in hundredths of its width, ``told`` what it stands for."""

    name: str
    letters: int
    part: float
    told: str
    score: str
    level: str


@dataclass(frozen=True, slots=True)
class Month:
    """A point of the picture over time and the column below it."""

    name: str
    label: str
    x: float
    y: float
    top: float
    width: float
    letters: int
    told: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule: in which part of the letters it found something, and how that changed (points of a
    line, a hundred wide and twenty high)."""

    rule: Rule
    layer: Layer
    count: int
    letters: int
    told: str
    part: float
    line: str


def summary(found: Tally, rules: Mapping[str, Rule]) -> str:
    """Return the page; ``rules`` are those that ran, by id."""
    mean = found.all.mean
    months = over_time(found.months)
    skipped = sum(found.skipped.values())
    return page(
        "audit.html",
        home="",
        letters=found.all.letters,
        skipped=skipped,
        reasons=[(shown(reason), number) for reason, number in found.skipped.most_common(MOST)],
        part=percent(found.all.part),
        mean="" if mean is None else decimal(mean),
        mean_level=level(mean or 0)[0],
        columns=columns(found),
        months=months,
        line=" ".join(f"{month.x},{month.y}" for month in months),
        size=(WIDTH, HEIGHT),
        undated=found.all.letters - sum(share.letters for share in found.months.values()),
        offices=bars(found.offices) if set(found.offices) != {NOBODY} else [],
        offices_more=max(0, len(found.offices) - MOST),
        groups_=bars(found.groups),
        groups_more=max(0, len(found.groups) - MOST),
        faults=faults(found, rules),
    )


def percent(part: float) -> str:
    """Return a part as «12,5 %»."""
    return f"{decimal(100 * part)} %"


def columns(found: Tally) -> list[tuple[int, int, float, str]]:
    """Return, for every ten points of the score, where they start, how many letters have so
    many, the height of the column in hundredths, and its colour."""
    most = max(found.scores.values(), default=1)
    return [
        (at * BIN, number, round(100 * number / most, 1), level(at * BIN)[0])
        for at in range(100 // BIN)
        for number in (found.scores[at],)
    ]


def over_time(months: Mapping[str, Share]) -> list[Month]:
    """Return the months in order, with the part of faulty letters and their number."""
    most = max((share.letters for share in months.values()), default=1)
    step = WIDTH / max(len(months), 1)
    every = -(-len(months) // LABELS) or 1
    found = []
    for number, (name, share) in enumerate(sorted(months.items())):
        year, month = name.split("-")
        told = f"{MONTHS[int(month) - 1]} {year}"
        found.append(
            Month(
                told,
                told if number % every == 0 else "",
                round((number + 0.5) * step, 1),
                round(HEIGHT * (1 - share.part), 1),
                round(HEIGHT * (1 - share.letters / most), 1),
                round(step * 0.7, 1),
                share.letters,
                percent(share.part),
            )
        )
    return found


def bars(shares: Mapping[str, Share]) -> list[Bar]:
    """Return the groups with most letters."""
    ordered = sorted(shares.items(), key=lambda pair: (-pair[1].letters, pair[0]))
    return [_bar(name, share) for name, share in ordered[:MOST]]


def _bar(name: str, share: Share) -> Bar:
    mean = share.mean
    told = "нет" if mean is None else decimal(mean)
    look = "none" if mean is None else level(mean)[0]
    part = round(100 * share.part, 1)
    return Bar(shown(name), share.letters, part, percent(share.part), told, look)


def faults(found: Tally, rules: Mapping[str, Rule]) -> list[Fault]:
    """Return the rules that found something in most letters."""
    months = sorted(found.months)
    ordered = sorted(found.by_rule, key=lambda id: (-found.by_rule[id], id))
    made = []
    for id in [id for id in ordered if id in rules][:MOST]:
        part = found.by_rule[id] / max(found.all.letters, 1)
        line = _line([found.rule_months[id, m] / found.months[m].letters for m in months])
        rule = rules[id]
        count, letters = found.findings[id], found.by_rule[id]
        made.append(
            Fault(rule, layer(rule), count, letters, percent(part), round(100 * part, 1), line)
        )
    return made


def _line(parts: Sequence[float]) -> str:
    """Return the points of a line; less than two make none."""
    if len(parts) < 2:
        return ""
    most = max(parts) or 1
    step = 100 / (len(parts) - 1)
    return " ".join(f"{at * step:.1f},{19 - 18 * part / most:.1f}" for at, part in enumerate(parts))
