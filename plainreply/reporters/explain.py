"""Why the score is what it is: what each rule costs, what the grade rests on, the old formulas."""

from collections.abc import Iterator

from plainreply.readability import FORMULAS, Feature, Readability, Score
from plainreply.report import Report
from plainreply.reporters.outcome import Options
from plainreply.reporters.styled import Styled, styled
from plainreply.reporters.words import decimal, filled

INDENT = "  "
FEWEST_GRADES = 0.05
"""What adds fewer grades is not told."""


def explained(report: Report, options: Options) -> Iterator[Styled]:
    """Yield what stands below the score when the user asks to have it explained."""
    if report.rating is None:
        return
    yield from _rules(report, report.rating)
    yield from _grade(report.readability, options)
    yield from _formulas(report.readability, options)


def _rules(report: Report, rating: Score) -> Iterator[Styled]:
    """Yield what repairing all findings of each rule would give."""
    gains = rating.rules
    if not gains:
        return
    yield styled()
    yield styled("Что даст исправление", "bold")
    titles = [report.titles[gain.rule].title for gain in gains]
    width = max(map(len, titles))
    for gain, title in zip(gains, titles, strict=True):
        points = f"+{decimal(gain.points)}"
        yield styled(f"{INDENT}{points:>6}  {title.ljust(width)}  мест: {len(gain.issues)}")


def _grade(readability: Readability, options: Options) -> Iterator[Styled]:
    """Yield the grade, how sure it is, and what it rests on."""
    if readability.grade is None or readability.range is None:
        return
    yield styled()
    low, high = readability.range
    grade = decimal(readability.grade)
    title = f"Год учёбы (1–11 – школа, 12–16 – вуз): {grade}, скорее всего от {low} до {high}"
    yield from (styled(line, "bold") for line in filled(title, options.width))
    if readability.reason:
        yield from map(styled, filled(readability.reason, options.width, INDENT, INDENT))
    told = (f for f in readability.features if f.name == "words" or abs(f.grades) >= FEWEST_GRADES)
    for feature in told:
        yield from map(styled, filled(_feature(feature), options.width, INDENT, INDENT * 2))


def _feature(feature: Feature) -> str:
    """Return «слов в предложении: 24, у понятных писем 10–14»."""
    plain = decimal(feature.low)
    if decimal(feature.high) != plain:
        plain += f"–{decimal(feature.high)}"
    text = f"{feature.title}: {decimal(feature.value)}, у понятных писем {plain}"
    if abs(feature.grades) < FEWEST_GRADES:
        return text
    sign = "+" if feature.grades > 0 else ""
    return f"{text} ({sign}{decimal(feature.grades)})"


def _formulas(readability: Readability, options: Options) -> Iterator[Styled]:
    """Yield the classic formulas, for those who must report them."""
    yield styled()
    yield styled("Классические формулы", "bold")
    for name, formula in FORMULAS.items():
        unit = "класс" if formula.is_grade else "0–100, больше — проще"
        line = f"{formula.title}: {decimal(readability.indices[name])} ({unit})"
        yield from map(styled, filled(line, options.width, INDENT, INDENT * 2))
