"""Shows what an order requires and what checks it: for a person, and as a page of the docs."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from plainreply.profiles import Profile
from plainreply.reporters.words import counted, filled
from plainreply.requirements import Requirement
from plainreply.rule import Rule
from plainreply.rulebook import Rulebook

MODES = {"must": "обязательно", "should": "рекомендуется", "may": "допускается"}
OPEN = "пока не проверяется"


def demands(profile: Profile, book: Rulebook, width: int) -> Iterator[str]:
    """Yield the lines that tell every requirement of a profile's order, by place, with the rules
    that serve it or the reason why none can; nothing for a profile without an order."""
    own = [one for one in book.requirements if one.order == profile.order]
    if not profile.order or not own:
        return
    yield ""
    yield from filled(_summary(own, book), width)
    for place, members in groupby(own, key=lambda requirement: requirement.place):
        yield ""
        yield place
        for requirement in members:
            head = f"{requirement.quote} ({MODES[requirement.mode]})"
            yield from filled(head, width, "  ", "    ")
            yield from filled(_answer(requirement, book), width, "    → ", "      ")


def page(book: Rulebook) -> str:
    """Return the page of the docs with the requirements of all orders, in Markdown."""
    lines = ["# Требования порядков и правила, которые их проверяют", "", *INTRODUCTION]
    for profile in book.profiles.values():
        own = [one for one in book.requirements if one.order == profile.order]
        if profile.order == profile.id and own:
            lines += ["", f"## {profile.title} (`{profile.id}`)", "", _summary(own, book), ""]
            lines += ["| № | Место | Требование | | Чем проверяется |", "|---|---|---|---|---|"]
            lines += [_row(requirement, book) for requirement in own]
    return "".join(f"{line}\n" for line in lines)


INTRODUCTION = (
    "Эту страницу пишет `python docs/requirements.py`. Таблица требований лежит в",
    "`rules/requirements.tsv`, правило называет свои требования в ключе `source`.",
)


def served(requirement: Requirement, book: Rulebook) -> tuple[Rule, ...]:
    """Return the rules that serve a requirement, itself or through one that it takes over."""
    return tuple(rule for rule in book.rules.values() if requirement.is_served_by(rule))


def unanswered(book: Rulebook) -> tuple[str, ...]:
    """Return the ids of the requirements that have neither a rule nor a reason."""
    return tuple(one.id for one in book.requirements if not one.reason and not served(one, book))


def _summary(own: Sequence[Requirement], book: Rulebook) -> str:
    checked = sum(bool(served(one, book)) for one in own)
    excused = sum(bool(one.reason) and not served(one, book) for one in own)
    total = counted(len(own), "требование", "требования", "требований")
    text = f"В порядке {total}. Правила проверяют {checked}."
    if excused:
        text += f" Программа не может проверить {excused}."
    left = len(own) - checked - excused
    return text + (f" Ещё не проверяется {left}." if left else "")


def _answer(requirement: Requirement, book: Rulebook) -> str:
    rules = [rule.id for rule in served(requirement, book)]
    told = [", ".join(rules)] if rules else []
    told += [requirement.reason] if requirement.reason else []
    return ". ".join(told) or OPEN


def _row(requirement: Requirement, book: Rulebook) -> str:
    rules = ", ".join(f"`{rule.id}`" for rule in served(requirement, book))
    told = " ".join(filter(None, (rules, requirement.reason))) or OPEN
    cells = (requirement.id, requirement.place, requirement.quote, MODES[requirement.mode], told)
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
