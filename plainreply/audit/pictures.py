"""What the pictures of the summary page are drawn from: places, sizes and words, no markup."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from plainreply.audit.tally import BIN, Share, Tally
from plainreply.reporters.html.scorecard import level
from plainreply.reporters.words import decimal

WIDTH, HEIGHT, STRIP = 720, 180, 48
"""The picture over time in its own units: as wide, as high, and how high its columns are."""
MONTHS = (
    "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
)  # fmt: skip
LABELS = 9
"""How many months are named below the picture at most."""
MOST_MONTHS = 60
"""Over so many months the picture has a point for each; over more, for each year."""
MOST_YEARS = 100
"""Over more years than these some dates are wrong: years without letters get no room."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year of the picture over time. ``x`` is its middle; ``part_y``, ``mean_y`` and
    ``top`` are the heights of its two points and its column, None without letters."""

    name: str
    label: str
    x: float
    part_y: float | None
    mean_y: float | None
    top: float
    letters: int
    part: str
    mean: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture over time: its unit, its periods, the width of a column, the points of its lines
    in stretches without a gap, and the most letters of a period."""

    unit: str
    periods: tuple[Period, ...]
    width: float
    part_lines: tuple[str, ...]
    mean_lines: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Column:
    """Letters that score ``low`` to ``high``; ``height`` is in hundredths of the highest."""

    low: int
    high: int
    letters: int
    height: float
    level: str


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line, a hundred wide and twenty high, and from where to where it goes in words."""

    line: str
    told: str


NO_SPARK = Spark("", "")


def percent(part: float) -> str:
    """Return a part as «12,5 %», which no line break tears apart."""
    return f"{decimal(100 * part)}\u00a0%"


def score(mean: float | None) -> str:
    """Return a mean score as «55,5», or that there is none."""
    return "нет" if mean is None else decimal(mean)


def month_name(month: str) -> str:
    """Return «май 2024» for «2024-05»; a year stays."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}" if number else year


def columns(found: Tally) -> list[Column]:
    """Return a column for every ten points of the score."""
    most = max(found.scores.values(), default=1)
    return [
        Column(
            at * BIN,
            100 if at == 100 // BIN - 1 else at * BIN + BIN - 1,
            found.scores[at],
            round(100 * found.scores[at] / most, 1),
            level(at * BIN)[0],
        )
        for at in range(100 // BIN)
    ]


def timeline(months: Mapping[str, Share]) -> Timeline | None:
    """Return the picture over time, None where all letters are of one month."""
    names = _span(sorted(months))
    if len(names) < 2:
        return None
    yearly = "-" not in names[0]
    shares = _by_year(months) if yearly else months
    most = max(share.letters for share in shares.values())
    step = WIDTH / len(names)
    every = -(-len(names) // LABELS)
    periods = tuple(
        _period(name, shares.get(name), (at + 0.5) * step, most, named=at % every == 0)
        for at, name in enumerate(names)
    )
    return Timeline(
        "год" if yearly else "месяц",
        periods,
        round(step * 0.7, 1),
        _lines((period.x, period.part_y) for period in periods),
        _lines((period.x, period.mean_y) for period in periods),
        most,
    )


def _span(months: Sequence[str]) -> list[str]:
    """Return all months from the first to the last, or all years when these are too many."""
    if not months:
        return []
    first, last = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (months[0], months[-1]))
    if last - first < MOST_MONTHS:
        return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1)]
    if last // 12 - first // 12 < MOST_YEARS:
        return [f"{year:04}" for year in range(first // 12, last // 12 + 1)]
    return list(dict.fromkeys(month[:4] for month in months))


def _by_year(months: Mapping[str, Share]) -> dict[str, Share]:
    years = groupby(sorted(months), lambda month: month[:4])
    return {year: merged(months[month] for month in own) for year, own in years}


def merged(shares: Iterable[Share]) -> Share:
    """Return several shares as one, without their rules."""
    whole = Share()
    for share in shares:
        whole.letters += share.letters
        whole.faulty += share.faulty
        whole.scored += share.scored
        whole.points += share.points
    return whole


def _period(name: str, share: Share | None, x: float, most: int, named: bool) -> Period:
    told = month_name(name)
    own = share or Share()
    mean = own.mean
    return Period(
        told,
        told if named else "",
        round(x, 1),
        round(HEIGHT * (1 - own.part), 1) if own.letters else None,
        None if mean is None else round(HEIGHT * (1 - mean / 100), 1),
        round(STRIP * own.letters / most, 1),
        own.letters,
        percent(own.part) if own.letters else "нет",
        score(mean),
    )


def _lines(points: Iterable[tuple[float, float | None]]) -> tuple[str, ...]:
    """Return the points of a line, cut where there is none."""
    stretches = groupby(points, lambda point: point[1] is not None)
    drawn = (" ".join(f"{x},{y}" for x, y in own) for there, own in stretches if there)
    return tuple(line for line in drawn if " " in line)


def spark(values: Sequence[float], told: str, most: float = 0.0) -> Spark:
    """Return a small line of ``values`` on a scale from nought to ``most``, or else to the highest;
    less than two make none. ``told`` has places for the lowest and the highest, rounded."""
    if len(values) < 2:
        return NO_SPARK
    top = most or max(values) or 1
    step = 100 / (len(values) - 1)
    line = " ".join(f"{at * step:.1f},{19 - 18 * v / top:.1f}" for at, v in enumerate(values))
    return Spark(line, told.format(round(min(values)), round(max(values))))
