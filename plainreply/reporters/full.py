"""The full report for a person: every sentence with its faults, then the score and why."""

from collections.abc import Iterator

from plainreply.places import Places
from plainreply.report import Report
from plainreply.reporters.became import became
from plainreply.reporters.glance import beginning, glance
from plainreply.reporters.marking import Mark, marked
from plainreply.reporters.outcome import STDIN, Checked, Options, Outcomes
from plainreply.reporters.styled import Styled, painted, styled
from plainreply.reporters.summary import closing, summary
from plainreply.reporters.tally import Tally
from plainreply.reporters.units import Unit, best_fix, change, first, safety, units
from plainreply.reporters.words import SAFETY, filled, printable
from plainreply.rule import Fix, Issue

INDENT = "  "
STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
PREFIX = {"error": "Ошибка. ", "warning": "Замечание. ", "info": "Совет. "}


def stream(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield the report of every file and, for several files or a failed one, the total."""
    tally = Tally()
    for outcome in tally.over(outcomes):
        if isinstance(outcome, Checked):
            apart = [styled()] if tally.checked > 1 else []
            yield painted((*apart, *_letter(outcome, options)), options.color)
    lines = [styled(line, "bold") for line in _closing(tally, options)]
    apart = [styled()] if tally.checked and lines else []
    yield painted((*apart, *lines), options.color)


def _closing(tally: Tally, options: Options) -> Iterator[str]:
    notes = options.notes()
    if notes or tally.files != 1 or tally.failed:
        for sentence in (*closing(tally, options), *notes):
            yield from filled(sentence, options.width)


def _letter(checked: Checked, options: Options) -> Iterator[Styled]:
    name = "Стандартный ввод" if checked.name == STDIN else printable(checked.name)
    yield styled(name, "bold")
    yield styled("─" * min(len(name), options.width), "dim")
    places = Places(checked.report.document)
    found = units(checked.report, options)
    yield from glance(checked.report, options)
    gains = first(found, checked.report, 1) if options.explain else first(found, checked.report)
    yield from beginning(gains, places, checked.report, options)
    for unit in found:
        yield styled()
        yield from _sentence(unit, places, checked.report, options)
    yield styled()
    yield from summary(checked.report, options)


def _sentence(unit: Unit, places: Places, report: Report, options: Options) -> Iterator[Styled]:
    text = report.document.text
    yield styled(places.name(unit.span.start), "dim")
    numbers = _numbers(unit)
    lines = marked(
        text, unit.span, _marks(unit, numbers), options.width - len(INDENT), options.color
    )
    yield from (line.behind(INDENT) for line in lines)
    yield styled()
    fixes = unit.fixes
    told = {fix for fix in fixes if len(fixes) == 1 and any(e.text.strip() for e in fix.edits)}
    for number, issue in zip(numbers, unit.issues, strict=True):
        yield from _issue(number, issue, options)
        fix = best_fix(issue)
        if fix and fix not in told:
            told.add(fix)
            yield from _change(text, fix, issue, options)
    if fixes:
        yield from _rewritten(unit, fixes, text, options)


def _numbers(unit: Unit) -> list[int]:
    """Return the number of every issue, 0 for those about the whole sentence: no mark has it."""
    whole = sum(map(unit.is_whole, unit.issues))
    return [max(0, at - whole) for at in range(1, len(unit.issues) + 1)]


def _marks(unit: Unit, numbers: list[int]) -> list[Mark]:
    return [
        Mark(word, number, f"{STYLES[issue.severity]} underline")
        for number, issue in zip(numbers, unit.issues, strict=True)
        if number
        for word in issue.words
    ]


def _issue(number: int, issue: Issue, options: Options) -> Iterator[Styled]:
    """Yield the message of an issue, its number in the colour of its severity."""
    lead = f"{INDENT}{number}. " if number else f"{INDENT}—  "
    message = f"{PREFIX[issue.severity]}{issue.message}"
    for at, line in enumerate(filled(message, options.width, lead, " " * len(lead))):
        head = 0 if at else len(lead) + len(PREFIX[issue.severity])
        yield Styled(((line[:head], STYLES[issue.severity]), (line[head:], "")))


def _change(text: str, fix: Fix, issue: Issue, options: Options) -> Iterator[Styled]:
    old, new = change(text, fix, issue.span)
    line = f"{old} → {new} ({SAFETY[fix.safety]})" if new else f"убрать «{old}»"
    for shown in filled(line, options.width, " " * 5, " " * 7):
        yield styled(shown, "green")


def _rewritten(unit: Unit, fixes: tuple[Fix, ...], text: str, options: Options) -> Iterator[Styled]:
    """Yield what the sentence becomes, its new words in colour or over carets."""
    yield styled(f"{INDENT}Стало ({SAFETY[safety(fixes)]}):", "bold green")
    width = options.width - len(INDENT)
    for line in became(unit.span.of(text), unit.edits, width, options.color):
        yield line.behind(INDENT)
