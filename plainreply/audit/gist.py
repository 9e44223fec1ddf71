"""The gist of an audit in sentences: what is worst, where, and since when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np

from plainreply.audit.pictures import percent, score
from plainreply.audit.tally import NOBODY, OTHERS, Group, Share, Tally
from plainreply.facts.dates import MONTHS
from plainreply.reporters.html.shown import shown
from plainreply.reporters.words import quoted
from plainreply.rule import Rule

WORST = "Труднее всего письма {}: средняя оценка {} из 100, с замечаниями {} писем{}."
BEST = "Проще всего письма {}: средняя оценка {}, с замечаниями {}."
MOSTLY = ", чаще всего {}"
FREQUENT = "Чаще всего встречаются {}."
TURN = "{} {} {} года письма стали {}: средняя оценка {}, была {}; с замечаниями {} писем, было {}."
OFFICE = ("ведомства {}", "У ведомства {} с")
TEMPLATE = ("по шаблону или из папки {}", "По шаблону или из папки {} с")
"""How a group is called in the midst of a sentence, and at its start before a month."""
NAMED = 3
"""How many rules, and groups that have changed, are named."""
FEW = 10
"""How many letters with the mean score of all are added to each group when groups are compared:
two bad letters do not make the worst office."""
LEAST = 10
"""How many letters stand at least before and after a turn."""
SURE = 5.0
"""How many standard errors apart the mean scores before and after a turn are at least; of the
many months and groups that are tried, chance alone hardly gives one such."""
STEP = 5.0
"""How many points a turn makes at least."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The month from which letters are better or worse, the letters before and those from then
    on, and how many standard errors apart they are."""

    month: str
    before: Share
    after: Share
    errors: float


def gist(found: Tally, rules: Mapping[str, Rule]) -> list[str]:
    """Return the sentences; ``rules`` are those that ran, by id."""
    kinds = (OFFICE, _told(found.offices)), (TEMPLATE, _told(found.groups))
    said = [line for words, groups in kinds for line in _ends(words[0], groups, found.all, rules)]
    most = graver(found.all, rules)[:NAMED]
    if most:
        told = (_told_rule(rules[id], found.all.rules[id] / found.all.letters) for id in most)
        said.append(FREQUENT.format(", ".join(told)))
    if whole := turn(found.all.months):
        said.append(_since("С", whole))
    return [*said, *(line for words, groups in kinds for line in _turns(words[1], groups))]


def standing(group: Share, everything: Share) -> float:
    """Return the mean score of a group as far as the number of its letters makes it sure."""
    usual = everything.mean or 0.0
    return (group.points + FEW * usual) / (group.scored + FEW)


def graver(share: Share, rules: Mapping[str, Rule]) -> list[str]:
    """Return the rules that find errors or remarks, those first that do so in most letters."""
    own = (id for id in share.rules if id in rules and rules[id].severity != "info")
    return sorted(own, key=lambda id: (-share.rules[id], id))


def _told(groups: Mapping[str, Group]) -> dict[str, Group]:
    return {name: group for name, group in groups.items() if name not in (NOBODY, OTHERS)}


def _ends(
    words: str, groups: Mapping[str, Group], everything: Share, rules: Mapping[str, Rule]
) -> Iterator[str]:
    """Yield what is worst and what is best of several groups."""
    ordered = sorted(groups, key=lambda name: standing(groups[name], everything))
    if len(ordered) < 2:
        return
    worst, best = groups[ordered[0]], groups[ordered[-1]]
    faults = graver(worst, rules)
    mostly = MOSTLY.format(quoted(rules[faults[0]].title)) if faults else ""
    name = words.format(quoted(shown(ordered[0])))
    yield WORST.format(name, score(worst.mean), percent(worst.part), mostly)
    name = words.format(quoted(shown(ordered[-1])))
    yield BEST.format(name, score(best.mean), percent(best.part))


def _told_rule(rule: Rule, part: float) -> str:
    return f"{quoted(rule.title)} ({percent(part)} писем)"


def _turns(words: str, groups: Mapping[str, Group]) -> Iterator[str]:
    """Yield since when the letters of some groups are better or worse, the surest first."""
    if len(groups) < 2:
        return
    turns = [(turn(group.months), name) for name, group in groups.items()]
    seen = sorted(((t, name) for t, name in turns if t), key=lambda pair: -pair[0].errors)
    for changed, name in seen[:NAMED]:
        yield _since(words.format(quoted(shown(name))), changed)


def _since(start: str, changed: Turn) -> str:
    year, month = changed.month.split("-")
    before, after = changed.before, changed.after
    return TURN.format(
        start,
        MONTHS[int(month) - 1],
        year,
        "труднее" if (after.mean or 0) < (before.mean or 0) else "проще",
        *map(score, (after.mean, before.mean)),
        *map(percent, (after.part, before.part)),
    )


def turn(months: Mapping[str, Share]) -> Turn | None:
    """Return the month where the mean score changes most surely, None where chance may do it."""
    names = sorted(months)
    sums = np.cumsum([_sums(months[name]) for name in names], axis=0)
    turns = (_at(names[at], sums[at - 1], sums[-1] - sums[at - 1]) for at in range(1, len(names)))
    sure = (t for t in turns if t and t.errors >= SURE)
    return max(sure, key=lambda t: t.errors, default=None)


def _sums(share: Share) -> tuple[float, ...]:
    return share.letters, share.faulty, share.scored, share.points, share.squares


def _at(month: str, *sums: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> Turn | None:
    before, after = (
        Share(int(letters), int(faulty), int(scored), float(points), float(squares))
        for letters, faulty, scored, points, squares in sums
    )
    if min(before.scored, after.scored) < LEAST:
        return None
    means = [share.points / share.scored for share in (before, after)]
    if abs(means[0] - means[1]) < STEP:
        return None
    within = before.squares + after.squares - means[0] * before.points - means[1] * after.points
    variance = max(within, 1.0) / (before.scored + after.scored - 2)
    error = sqrt(variance * (1 / before.scored + 1 / after.scored))
    return Turn(month, before, after, abs(means[0] - means[1]) / error)
