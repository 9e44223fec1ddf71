"""The page that sums up an audit: pictures drawn as SVG, one file, no script needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plainreply.audit.gist import gist, graver, standing
from plainreply.audit.pictures import (
    HEIGHT,
    STRIP,
    WIDTH,
    Spark,
    columns,
    month_name,
    percent,
    score,
    spark,
    timeline,
)
from plainreply.audit.tally import NOBODY, Group, Share, Tally
from plainreply.reporters.html.layers import Layer, layer
from plainreply.reporters.html.page import page
from plainreply.reporters.html.scorecard import level
from plainreply.reporters.html.shown import shown
from plainreply.rule import Rule

MOST = 20
"""How many offices, templates, rules and reasons are shown."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An office or a template: ``part`` is in hundredths of its bar, ``told`` says it; ``fault`` is
    what is found there most, ``spark`` the mean score month by month."""

    name: str
    letters: int
    part: float
    told: str
    score: str
    level: str
    fault: str
    spark: Spark


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule: in which part of the letters it found something, and that month by month."""

    rule: Rule
    layer: Layer
    count: int
    letters: int
    told: str
    part: float
    spark: Spark


def summary(found: Tally, rules: Mapping[str, Rule]) -> str:
    """Return the page; ``rules`` are those that ran, by id."""
    mean, whole = found.all.mean, found.all
    dated = sum(share.letters for share in whole.months.values())
    return page(
        "audit.html",
        home="",
        letters=whole.letters,
        faulty=whole.faulty,
        skipped=sum(found.skipped.values()),
        reasons=[(shown(reason), number) for reason, number in found.skipped.most_common(MOST)],
        part=percent(whole.part),
        mean="" if mean is None else score(mean),
        mean_level=_look(mean),
        gist=gist(found, rules),
        columns=columns(found),
        period=_period(sorted(whole.months)),
        time=timeline(whole.months),
        size=(WIDTH, HEIGHT, STRIP),
        undated=whole.letters - dated,
        offices=bars(found.offices, found, rules) if set(found.offices) != {NOBODY} else [],
        offices_more=max(0, len(found.offices) - MOST),
        groups_=bars(found.groups, found, rules),
        groups_more=max(0, len(found.groups) - MOST),
        faults=faults(found, rules),
    )


def _look(mean: float | None) -> str:
    return "none" if mean is None else level(mean)[0]


def _period(months: list[str]) -> str:
    """Return «май 2023 – июнь 2024», ``""`` where no letter has a date."""
    ends = dict.fromkeys(months[:1] + months[-1:])
    return " – ".join(map(month_name, ends))


def bars(groups: Mapping[str, Group], found: Tally, rules: Mapping[str, Rule]) -> list[Bar]:
    """Return the groups whose letters are hardest, the worst first."""
    order = sorted(groups, key=lambda name: (standing(groups[name], found.all), name))
    return [_bar(name, groups[name], rules) for name in order[:MOST]]


def _bar(name: str, group: Group, rules: Mapping[str, Rule]) -> Bar:
    most = graver(group, rules)[:1]
    means = [group.months[month].mean for month in sorted(group.months)]
    return Bar(
        shown(name),
        group.letters,
        round(100 * group.part, 1),
        percent(group.part),
        score(group.mean),
        _look(group.mean),
        "".join(rules[id].title for id in most),
        spark([mean for mean in means if mean is not None], "{}–{}", 100),
    )


def faults(found: Tally, rules: Mapping[str, Rule]) -> list[Fault]:
    """Return the rules that found something in most letters."""
    whole = found.all
    ordered = sorted(whole.rules, key=lambda id: (-whole.rules[id], id))
    months = [whole.months[month] for month in sorted(whole.months)]
    return [_fault(rules[id], found, months) for id in ordered if id in rules][:MOST]


def _fault(rule: Rule, found: Tally, months: Sequence[Share]) -> Fault:
    letters = found.all.rules[rule.id]
    part = letters / found.all.letters
    parts = [100 * share.rules[rule.id] / share.letters for share in months]
    count, drawn = found.findings[rule.id], spark(parts, "{}–{}\u00a0%")
    return Fault(rule, layer(rule), count, letters, percent(part), round(100 * part, 1), drawn)
