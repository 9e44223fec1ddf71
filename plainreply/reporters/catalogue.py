"""Shows rules and profiles, for a person and for programs."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from plainreply.profiles import Profile
from plainreply.reporters.demands import demands
from plainreply.reporters.ruleview import GROUPS, RuleView, view
from plainreply.reporters.words import SEVERITY, counted, filled
from plainreply.rule import Example, Rule
from plainreply.rulebook import Rulebook

SCHEMA_VERSION = 1
EXAMPLES_SHOWN = 2
REFERENCE = """\
# Правила

Страница сделана из файлов `rules/`: `python docs/rules.py`. У каждого правила свой заголовок, и на
него ведут ссылки отчётов, если назвать адрес страницы в `PLAINREPLY_RULES_URL`. В квадратных
скобках стоит то, на что показывает правило.
"""


def rule_table(rules: Sequence[Rule], width: int) -> str:
    """Return all rules, by group: id, title, severity."""
    size = max((len(rule.id) for rule in rules), default=0)
    titles = max((len(rule.title) for rule in rules), default=0)
    lines = [f"Всего: {counted(len(rules), 'правило', 'правила', 'правил')}."]
    for group, members in groupby(rules, key=lambda rule: rule.group):
        lines += ["", GROUPS[group]]
        lines += [
            f"  {rule.id.ljust(size)}  {rule.title.ljust(titles)}  {SEVERITY[rule.severity]}"
            for rule in members
        ]
    lines += ["", *filled("Подробнее о правиле: plainreply rule passive", width)]
    return _text(lines)


def rule_page(rule: Rule, book: Rulebook, width: int) -> str:
    """Return what one rule is about: title, why, severity, examples, requirements, settings."""
    shown = view(rule, book)
    head = f"{rule.title} [{rule.id}]"
    lines = [head, "─" * min(len(head), width)]
    lines.append(f"Важность: {shown.severity}. Раздел: {shown.group.lower()}.")
    if shown.genres:
        lines += filled(f"Только для писем: {', '.join(shown.genres)}.", width)
    lines += ["", "Зачем", *filled(shown.why, width, "  ", "  "), "", "Как исправить"]
    for example in shown.faults:
        lines += _example(example, width)
    if shown.good:
        lines += ["", "Так хорошо"]
    for example in shown.good:
        lines += _asked(example, width)
        lines += filled(example.good or "", width, "  • ", "    ")
    return _text([*lines, *_required(shown, width), *_settings(shown, width)])


def _required(shown: RuleView, width: int) -> Iterator[str]:
    """Yield what the orders require, by the words of each."""
    if shown.demands:
        yield from ("", "Требования")
    for demand in shown.demands:
        one = demand.requirement
        told = f"{one.id}. {demand.order}, {one.place}: «{one.quote}» ({demand.mode})"
        yield from filled(told, width, "  • ", "    ")


def _settings(shown: RuleView, width: int) -> Iterator[str]:
    """Yield how grave each profile makes the rule, and how to switch it off or tune it."""
    size = max((len(level.profile.id) for level in shown.levels), default=0)
    yield from ("", "Важность в наборах")
    for level in shown.levels:
        tuned = ", ".join(f"{name} = {value}" for name, value in level.options.items())
        yield from filled(
            f"{level.severity}, {tuned}" if tuned else level.severity,
            width,
            f"  {level.profile.id.ljust(size)}  ",
            " " * (size + 4),
        )
    yield from ("", "Как отключить: строки в plainreply.toml")
    yield from (f"  {line}" for line in shown.switch.splitlines())
    if shown.ignored:
        yield from ("или один раз", f"  {shown.ignored}")
        yield from ("или в письме", f"  {shown.comment}")
    yield from ("", "Как настроить: здесь обычные значения")
    yield from (f"  {line}" for line in shown.tuning.splitlines())


def _example(example: Example, width: int) -> Iterator[str]:
    """Yield what was asked, the sentence with its fault between brackets, what it becomes."""
    yield from _asked(example, width)
    yield from filled(example.bad or "", width, "  Было:  ", " " * 9)
    if example.good is not None:
        yield from filled(example.good, width, "  Стало: ", " " * 9)


def _asked(example: Example, width: int) -> Iterator[str]:
    """Yield the letter that an example answers, if it answers one."""
    if example.incoming is not None:
        yield from filled(example.incoming, width, "  Вопрос: ", " " * 10)


def rules_reference(rules: Sequence[Rule]) -> str:
    """Return the page ``docs/rules.md``: every rule under a heading that links can lead to."""
    lines = REFERENCE.splitlines()
    for group, members in groupby(rules, key=lambda rule: rule.group):
        lines += ["", f"## {GROUPS[group]}"]
        for rule in members:
            lines += ["", *_reference(rule)]
    return _text(lines)


def _reference(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.id}", "", f"**{rule.title}** ({SEVERITY[rule.severity]}).")
    yield from ("", " ".join(rule.why.split()), "")
    bad = [example for example in rule.examples if example.bad is not None]
    for example in bad[:EXAMPLES_SHOWN]:
        yield f"- Было: {_quoted(example.bad or '')}"
        yield from [f"- Стало: {_quoted(example.good)}"] if example.good else []


def _quoted(text: str) -> str:
    """Return an example as code, whatever marks of Markdown are in it."""
    words = " ".join(text.split())
    return f"`` {words} ``" if "`" in words else f"`{words}`"


def rule_json(rules: Sequence[Rule], ascii: bool) -> str:
    """Return the rules for programs."""
    data = {"schema_version": SCHEMA_VERSION, "rules": list(map(_rule, rules))}
    return json.dumps(data, ensure_ascii=ascii, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "title": rule.title,
        "group": rule.group,
        "kind": rule.kind,
        "severity": rule.severity,
        "message": rule.message,
        "why": " ".join(rule.why.split()),
        "examples": [{"bad": example.bad, "good": example.good} for example in rule.examples],
        "source": list(rule.source),
    }


def profile_table(book: Rulebook) -> str:
    """Return all profiles: id, how many rules, title."""
    size = max(map(len, book.profiles))
    lines = []
    for profile in book.profiles.values():
        number = counted(len(book.choose(profile.id)), "правило", "правила", "правил")
        lines.append(f"{profile.id.ljust(size)}  {number:<10}  {profile.title}")
    return _text(lines)


def profile_page(profile: Profile, rules: Sequence[Rule], book: Rulebook, width: int) -> str:
    """Return which rules a profile has on, how severe, what it tunes, what it turns off, and
    what its order requires."""
    size = max((len(rule.id) for rule in rules), default=0)
    lines = [f"{profile.title} [{profile.id}]", ""]
    for rule in rules:
        tuned = ", ".join(f"{key} = {value}" for key, value in _options(profile, rule.id))
        line = f"{rule.id.ljust(size)}  {SEVERITY[rule.severity]:<10}  {rule.title}"
        lines.append(f"  {line}" + (f" ({tuned})" if tuned else ""))
    off = [id for id in book.rules if id not in {rule.id for rule in rules}]
    if off:
        lines += ["", *filled(f"Выключены: {', '.join(off)}", width)]
    return _text([*lines, *demands(profile, book, width)])


def _options(profile: Profile, id: str) -> Sequence[tuple[str, object]]:
    return list(profile.options.get(id, {}).items())


def _text(lines: Sequence[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)
