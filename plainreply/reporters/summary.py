"""What stands below the findings: how many there are, the score and why, what was not checked."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from plainreply.readability import Part
from plainreply.report import OF_FOLDER, OTHER_GENRE, Report
from plainreply.reporters.explain import explained
from plainreply.reporters.outcome import Failed, Options
from plainreply.reporters.styled import Styled, styled
from plainreply.reporters.tally import Tally
from plainreply.reporters.words import (
    advices,
    clause,
    decimal,
    filled,
    mistakes,
    plural,
    quoted,
    remarks,
    shown_name,
)
from plainreply.rule import Issue, Severity
from plainreply.setting import GENRES, Setting

INDENT = "  "
NAMES = "Справа имя правила: plainreply rule ИМЯ расскажет о нём, --ignore ИМЯ отключит его."
NONE, NONE_NEW = "Замечаний нет", "Новых замечаний нет"
WORDS: tuple[tuple[Severity, Callable[[int], str]], ...] = (
    ("error", mistakes),
    ("warning", remarks),
    ("info", advices),
)


def summary(report: Report, options: Options) -> Iterator[Styled]:
    """Yield the lines that close the report of one letter."""
    counts = Counter(issue.severity for issue in report.issues)
    yield styled(found_of(counts, options, report.hidden), "bold")
    yield from _table(report, options)
    yield styled()
    yield from _score(report, options)
    yield from map(styled, filled(genre(report.setting), options.width))
    if options.explain:
        yield from explained(report, options)
    yield from _unchecked(report, options)


def found_of(counts: Mapping[Severity, int], options: Options, hidden: int = 0) -> str:
    """Return how many issues there are of each severity, and how to see those that are not shown;
    ``hidden`` are known or not new."""
    graver = ", ".join(told for told, severity in _told(counts) if severity != "info")
    text = f"Найдено: {graver}" if graver else NONE_NEW if hidden else NONE
    if advised := counts.get("info", 0):
        text += f", {advices(advised)}"
        text += "" if options.info else " (показать: --all)"
    return text


def genre(setting: Setting) -> str:
    """Return what the letter was taken for, and how sure a guess is."""
    if not setting.genre:
        return ""
    sure = "" if setting.confidence == 1 else f", уверенность {setting.confidence:.0%}"
    guess = "" if setting.told else f" (узнан по словам{sure}; указать другой: --genre)"
    return f"Вид письма: {GENRES[setting.genre]}{guess}"


def severities(issues: Iterable[Issue]) -> str:
    """Return how many issues there are of each severity: «2 ошибки, 1 замечание»."""
    return ", ".join(told for told, _ in _told(Counter(issue.severity for issue in issues)))


def _told(counts: Mapping[Severity, int]) -> Iterator[tuple[str, Severity]]:
    for severity, words in WORDS:
        if number := counts.get(severity, 0):
            yield words(number), severity


def closing(tally: Tally, options: Options, least: int = 2) -> Iterator[str]:
    """Yield the sentences that close the whole run: what was checked and what was not and, of
    ``least`` letters or more, what was found."""
    yield counted_of(tally.files, tally.failed)
    if tally.checked >= least:
        yield found_of(tally.counts, options, tally.hidden)


def counted_of(total: int, failed: Sequence[Failed]) -> str:
    """Return «Итого: проверено 3 из 4 файлов, не проверено 1: имя (причина)»."""
    files = plural(total, "файла", "файлов", "файлов")
    text = f"Итого: проверено {total - len(failed)} из {total} {files}"
    if failed:
        names = ", ".join(f"{shown_name(f.name)} ({clause(f.reason)})" for f in failed)
        text += f", не проверено {len(failed)}: {names}"
    return text


def _table(report: Report, options: Options) -> Iterator[Styled]:
    counts = Counter(issue.rule for issue in report.issues)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    numbers = max((len(str(count)) for _, count in rows), default=0)
    titles = max((len(report.titles[rule].title) for rule in counts), default=0)
    for rule, count in rows:
        title = report.titles[rule].title.ljust(titles)
        yield Styled(((f"{INDENT}{count:>{numbers}}  {title}  ", ""), (rule, "dim")))
    if rows:
        yield from (styled(line, "dim") for line in filled(NAMES, options.width, INDENT, INDENT))


def _score(report: Report, options: Options) -> Iterator[Styled]:
    if report.rating is None:
        yield styled(report.readability.reason)
        return
    yield styled(f"Оценка: {decimal(report.rating.value)} из 100", "bold")
    width = max(len(part.name) for part in report.rating.parts)
    for part in report.rating.parts:
        yield from _part(part, width, options)


def _part(part: Part, width: int, options: Options) -> Iterator[Styled]:
    points = f"−{decimal(part.points)}" if part.points else "0"
    lead = f"{INDENT}{part.name.ljust(width)}  {points:>5}  "
    yield from map(styled, filled(part.why, options.width, lead, " " * len(lead)))


def _unchecked(report: Report, options: Options) -> Iterator[Styled]:
    """Yield the rules that could not look at this letter, and what the reader has to say."""
    lines = [
        f"{', '.join(quoted(report.titles[rule].title) for rule, _ in rules)}: {reason}"
        for reason, rules in groupby(report.coverage.skipped, key=lambda skipped: skipped[1])
        if reason not in {OTHER_GENRE, OF_FOLDER}
    ]
    yield from _listed("Не проверено", lines, options)
    yield from _listed("К сведению", report.document.source.notes, options)


def _listed(title: str, lines: Iterable[str], options: Options) -> Iterator[Styled]:
    lines = tuple(lines)
    if lines:
        yield styled()
        yield styled(title, "bold")
    for line in lines:
        yield from map(styled, filled(line, options.width, INDENT, INDENT))
