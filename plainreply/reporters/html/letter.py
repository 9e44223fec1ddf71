"""The page of one letter."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath

from plainreply.report import Report
from plainreply.reporters.html.page import page
from plainreply.reporters.html.rows import Row, layers, rows, rules
from plainreply.reporters.html.scorecard import scorecard
from plainreply.reporters.html.sheet import sheet
from plainreply.reporters.html.shown import shown
from plainreply.reporters.html.strip import strip
from plainreply.reporters.outcome import STDIN, Checked, Options
from plainreply.reporters.units import units
from plainreply.reporters.words import decimal, quoted

OPENING = 60
"""How much of a sentence is quoted to find it by, in code points."""


def name(checked: Checked) -> tuple[str, str]:
    """Return the folder of a letter, as the user gave it, and what to call the letter."""
    if checked.name == STDIN:
        return "", "Текст из другой программы"
    path = PurePath(checked.name)
    folder = str(path.parent)
    return "" if folder == "." else shown(folder), shown(path.name)


def letter(checked: Checked, options: Options, home: str = "") -> str:
    """Return the page; ``home`` is the address of the index page, if there is one."""
    report = checked.report
    everything = units(report, Options(info=True))
    found = rows(report, everything)
    folder, own = name(checked)
    return page(
        "letter.html",
        folder=folder,
        name=own,
        home=home,
        score=scorecard(report.rating) if report.rating else None,
        facts=_facts(report, found),
        counts=Counter(row.severity for row in found),
        sections=sheet(report, everything, units(report, options)),
        strip=strip(report, everything),
        layers=list(layers(found)),
        rows=found,
        rules=rules(found),
        first=_first(report),
        together=decimal(report.rating.together if report.rating else 0),
        advice=options.info,
        unchecked=_unchecked(report),
        notes=list(map(shown, report.document.source.notes)),
    )


def _facts(report: Report, found: Sequence[Row]) -> list[tuple[str, str]]:
    """Return what was counted: name and value."""
    read = report.readability
    if not read.words:
        return []
    return [
        ("Слов", str(read.words)),
        ("Предложений", str(read.sentences)),
        ("Слов в предложении", decimal(read.sentence_length)),
        ("Готовых фраз", str(sum(bool(row.safety) for row in found))),
    ]


def _first(report: Report) -> list[tuple[int, str, str]]:
    """Return where to begin: number of the sentence, its opening, the points it would give back."""
    numbers = {span: number for number, span in enumerate(report.sentences, 1)}
    text = report.document.text
    return [
        (numbers[gain.span], f"{_opening(gain.span.of(text))}…", f"+{decimal(gain.points)}")
        for gain in (report.rating.first if report.rating else ())
    ]


def _opening(text: str) -> str:
    short = " ".join(shown(text[:OPENING]).split())
    return short.rsplit(" ", 1)[0] if len(text) > OPENING else short


def _unchecked(report: Report) -> list[tuple[str, list[str]]]:
    """Return why rules could not look at this letter, and which."""
    groups = groupby(report.coverage.skipped, key=lambda pair: pair[1])
    found = [(why, [report.titles[rule].title for rule, _ in rules]) for why, rules in groups]
    return [(_reason(why, len(titles)), list(map(quoted, titles))) for why, titles in found]


def _reason(why: str, rules: int) -> str:
    """Return a reason as a heading over so many rules."""
    told = re.sub("^правило ", "правила ", why) if rules > 1 else why
    return f"{told[:1].upper()}{told[1:]} ({rules})"
