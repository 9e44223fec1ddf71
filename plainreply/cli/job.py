"""Does what ``check`` asks: every draft is checked or said not to be, then reported."""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plainreply.checker import checker
from plainreply.cli.drafts import Draft, Found, find
from plainreply.cli.faults import fault
from plainreply.cli.files import check_target, real, write_atomic
from plainreply.cli.params import AUTHOR, IN_DRAFT
from plainreply.cli.streams import complain, say, speaks_utf8, wants_color, width
from plainreply.cli.verdict import Watch, below, gate, status
from plainreply.cli.website import Target, plan, write_site
from plainreply.document import Document
from plainreply.errors import BadConfiguration, BadRule, UnreadableDocument
from plainreply.genre import genre_named
from plainreply.readers import read
from plainreply.report import Report
from plainreply.reporters import STREAMED, Checked, Failed, Options, Outcome, render, stream
from plainreply.reporters.summary import checked_of, counted_of

MAX_WORDS = 1_000_000
FOR_PEOPLE = ("full", "concise")
"""Formats that tell on the screen itself what was not checked."""
NO_PATHS = "Укажите, что проверить: файл, папку или «-»."
EMPTY_PATH = "Имя файла пустое: укажите файл, папку или «-»."
ONE_DRAFT = "Для примечаний в письме укажите одно письмо и новый файл: -o ИМЯ."
OTHER_DRAFT = "Письмо другого формата: примечания вида {} в него поставить нельзя."
NO_WORDS = "Проверять нечего: в тексте нет слов."
NOT_RUSSIAN = "Проверять нечего: русских букв в тексте меньше трети."
TOO_LONG = f"В тексте больше {MAX_WORDS:_} слов: разделите его на части.".replace("_", " ")

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


Check = Callable[[Document], Report]
"""Checks one draft."""


@dataclass(frozen=True, slots=True)
class Job:
    """The options of ``check``."""

    paths: tuple[str, ...]
    profile: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    format: str
    fail_on: str
    info: bool
    color: str
    output: Path | None
    stdin_name: str | None
    force: bool = False
    author: str = AUTHOR
    date: str = ""
    explain: bool = False
    min_score: float | None = None
    genre: str | None = None
    incoming: Path | None = None


def run(job: Job) -> int:
    """Check the drafts, report and return the exit status.

    Raises BadConfiguration for a job that makes no sense, before any draft is read.
    """
    check = _check(job)
    html = job.format == "html"
    found = drafts(job.paths, job.stdin_name, job.output, job.force, one_file=not html)
    pages = plan(job.output, found, job.force) if html else None
    if job.format in IN_DRAFT:
        return _annotate(job, check, found)
    coming = (outcome(check, item) for item in found.items)
    if job.format in STREAMED:
        return _stream(job, coming, found)
    outcomes = list(coming)
    _report(job, outcomes, found, pages)
    return max(status(outcomes, job.fail_on), gate(outcomes, job.min_score))


def drafts(
    paths: Sequence[str],
    stdin_name: str | None,
    output: Path | None,
    force: bool,
    one_file: bool = True,
) -> Found:
    """Return the drafts to check, once it is sure that ``output`` is none of them and, if the
    report is ``one_file``, that it can be written there."""
    if not paths:
        raise BadConfiguration(NO_PATHS)
    if "" in paths:
        raise BadConfiguration(EMPTY_PATH)
    found = find(paths, stdin_name)
    _spare_letters(output, found)
    if output and one_file:
        check_target(output, force)
    return found


def _check(job: Job) -> Check:
    """Return what checks one draft as the job says.

    Raises UnreadableDocument for an incoming letter that cannot be read.
    """
    chosen = checker(job.profile, job.select, job.ignore)
    genre = job.genre and genre_named(job.genre)
    incoming = read(job.incoming) if job.incoming else None
    return lambda document: chosen(document, genre, incoming)


def _annotate(job: Job, check: Check, found: Found) -> int:
    """Write one draft with comments in it. Raises UnreadableDocument when it cannot be read."""
    from plainreply.cli.word import Signature, annotate

    items = [item for item in found.items if isinstance(item, Draft)]
    if len(found.items) != 1 or not items or not job.output:
        raise BadConfiguration(ONE_DRAFT)
    stamp = Signature(job.author, job.date).stamp()
    document = items[0].read()
    if document.source.format != job.format or document.source.anchors is None:
        raise BadConfiguration(OTHER_DRAFT.format(job.format))
    if reason := refusal(document.text):
        raise UnreadableDocument(reason)
    report = check(document)
    options = Options(info=job.info)
    annotate(report, filter(options.shows, report.issues), stamp, job.output)
    outcomes: list[Outcome] = [Checked(items[0].name, report)]
    for note in below(outcomes, job.min_score):
        complain(note)
    return max(status(outcomes, job.fail_on), gate(outcomes, job.min_score))


def _spare_letters(output: Path | None, found: Found) -> None:
    """Refuse to write the report over a letter."""
    letters = (item.path for item in found.items if isinstance(item, Draft) and item.path)
    if output and any(real(path) == real(output) for path in letters):
        raise BadConfiguration(f"«{output}» — само письмо: укажите для отчёта другой файл.")


def refusal(text: str) -> str:
    """Return the Russian sentence that says why ``text`` is not checked, or ``""``."""
    letters = len(_LETTER.findall(text))
    if not letters:
        return NO_WORDS
    if 3 * len(_CYRILLIC.findall(text)) < letters:
        return NOT_RUSSIAN
    return TOO_LONG if len(_WORD.findall(text)) > MAX_WORDS else ""


def outcome(check: Check, item: Draft | Failed) -> Outcome:
    """Check one draft; whatever happens to it, the others are still checked."""
    if isinstance(item, Failed):
        return item
    try:
        return _checked(check, item.name, item.read())
    except UnreadableDocument as error:
        return Failed(item.name, str(error))
    except (BadRule, BadConfiguration):
        raise
    except Exception as error:  # a fault of ours must not cost the clerk the other letters
        return Failed(item.name, fault(error))


def _checked(check: Check, name: str, document: Document) -> Outcome:
    reason = refusal(document.text)
    if reason:
        return Failed(name, reason)
    report = check(document)
    source = replace(document.source, anchors=None)  # a Word file's XML is large and done with
    return Checked(name, replace(report, document=replace(document, source=source)))


def _report(job: Job, outcomes: list[Outcome], found: Found, pages: Target | None) -> None:
    options = Options(
        width=width(),
        color=wants_color(job.color, job.output is not None),
        info=job.info,
        explain=job.explain,
        ascii=job.output is None and not speaks_utf8(),
        notes=(*notes(found), *below(outcomes, job.min_score)),
    )
    if pages and pages.folder is not None:
        write_site(outcomes, options, pages)
        _tell_of_failures(outcomes)
    else:
        for_programs = job.format not in FOR_PEOPLE
        publish(render(job.format, outcomes, options), outcomes, job.output, for_programs)


def _stream(job: Job, coming: Iterable[Outcome], found: Found) -> int:
    """Tell each outcome as it comes, so that a million letters need the memory of one; a file
    still gets the whole report or nothing. Return the exit status."""
    watch = Watch(job.fail_on, job.min_score)
    options = Options(ascii=job.output is None and not speaks_utf8(), notes=notes(found))
    pieces = stream(job.format, watch.over(coming), options)
    if job.output:
        write_atomic(job.output, "".join(pieces).encode("utf-8", errors="replace"))
    else:
        for piece in pieces:
            say(piece)
    for sentence in watch.low:
        complain(sentence)
    if watch.failed:
        complain(counted_of(watch.number, watch.failed))
    return watch.status


def publish(
    text: str, outcomes: Sequence[Outcome], output: Path | None, for_programs: bool
) -> None:
    """Write a report to ``output`` or to the screen; what was not checked is told at any rate."""
    if output:
        write_atomic(output, text.encode("utf-8", errors="replace"))
    else:
        say(text)
    if output or for_programs or not sys.stdout.isatty():
        _tell_of_failures(outcomes)


def _tell_of_failures(outcomes: Sequence[Outcome]) -> None:
    if any(isinstance(outcome, Failed) for outcome in outcomes):
        complain(checked_of(outcomes))


def notes(found: Found) -> tuple[str, ...]:
    """Return a Russian sentence when folders have letters that were left out."""
    if not found.left:
        return ()
    listed = ", ".join(f"{suffix}: {number}" for suffix, number in sorted(found.left.items()))
    return (f"В папках есть файлы, которые не проверялись ({listed}): сохраните их как .docx",)
