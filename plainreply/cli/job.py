"""Does what ``check`` asks: every draft is checked or said not to be, then reported."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plainreply.batch.one import report_on
from plainreply.cli.drafts import UNCONFIGURED, Draft, Found, find
from plainreply.cli.files import check_target, deliver, real
from plainreply.cli.inforce import bars_by, hiding, terms_by
from plainreply.cli.many import AS_FITS, Many, coming
from plainreply.cli.params import AUTHOR, IN_DRAFT
from plainreply.cli.streams import complain, say, speaks_utf8, wants_color, width
from plainreply.cli.verdict import Watch
from plainreply.cli.website import OPEN, plan, write_site
from plainreply.errors import BadConfiguration
from plainreply.reporters import Checked, Options, stream
from plainreply.reporters.summary import counted_of
from plainreply.settings import Sources

FOR_PEOPLE = ("full", "concise")
"""Formats that tell on the screen itself what was not checked."""
NO_PATHS = "Укажите, что проверить: файл, папку или «-»."
EMPTY_PATH = "Имя файла пустое: укажите файл, папку или «-»."
ONE_DRAFT = "Для примечаний в письме укажите одно письмо и новый файл: -o ИМЯ."
OTHER_DRAFT = "Письмо другого формата: примечания вида {} в него поставить нельзя."


@dataclass(frozen=True, slots=True)
class Job:
    """The options of ``check``."""

    paths: tuple[str, ...]
    sources: Sources
    format: str
    info: bool
    color: str
    output: Path | None
    stdin_name: str | None
    force: bool = False
    author: str = AUTHOR
    date: str = ""
    explain: bool = False
    many: Many = AS_FITS
    revision: str | None = None


def run(job: Job) -> int:
    """Check the drafts, report and return the exit status.

    Raises BadConfiguration for a job that makes no sense, before any draft is read.
    """
    html = job.format == "html"
    target = job.output, job.force, not html
    found = drafts(job.paths, job.stdin_name, *target, job.sources)
    pages = plan(job.output, found, job.force) if html else None
    watch = Watch(bars_by(job.sources, job.stdin_name), notes(found))
    if job.format in IN_DRAFT:
        return _annotate(job, found, watch)
    terms, hide = terms_by(job.sources, job.stdin_name), hiding(job.sources, job.revision)
    silent = not html and on_screen(job.output)
    arriving = watch.over(map(hide, coming(found.items, terms, job.many, silent)))
    if pages and pages.folder is not None:
        write_site(arriving, _options(job, watch), pages)
    else:
        pieces = stream(job.format, arriving, _options(job, watch))
        publish(pieces, job.output, OPEN if pages else "")
    tell_rest(watch, job.format in FOR_PEOPLE, job.output)
    return watch.status


def drafts(
    paths: Sequence[str],
    stdin_name: str | None,
    output: Path | None,
    force: bool,
    one_file: bool = True,
    sources: Sources = UNCONFIGURED,
) -> Found:
    """Return the drafts to check, once it is sure that ``output`` is none of them and, if the
    report is ``one_file``, that it can be written there."""
    if not paths:
        raise BadConfiguration(NO_PATHS)
    if "" in paths:
        raise BadConfiguration(EMPTY_PATH)
    found = find(paths, stdin_name, sources)
    _spare_letters(output, found)
    if output and one_file:
        check_target(output, force)
    return found


def _annotate(job: Job, found: Found, watch: Watch) -> int:
    """Write one draft with comments in it. Raises UnreadableDocument when it cannot be read."""
    from plainreply.cli.word import Signature, annotate

    items = [item for item in found.items if isinstance(item, Draft)]
    if len(found.items) != 1 or not items or not job.output:
        raise BadConfiguration(ONE_DRAFT)
    stamp = Signature(job.author, job.date).stamp()
    document = items[0].read()
    if document.source.format != job.format or document.source.anchors is None:
        raise BadConfiguration(OTHER_DRAFT.format(job.format))
    terms = terms_by(job.sources, job.stdin_name)(items[0].path)
    checked = Checked(items[0].name, replace(report_on(document, terms), document=document))
    options = Options(info=job.info)
    for outcome in watch.over([hiding(job.sources, job.revision)(checked)]):
        if isinstance(outcome, Checked):
            report = outcome.report
            annotate(report, filter(options.shows, report.issues), stamp, job.output)
    for note in watch.found():
        complain(note)
    return watch.status


def _spare_letters(output: Path | None, found: Found) -> None:
    """Refuse to write the report over a letter."""
    letters = (item.path for item in found.items if isinstance(item, Draft) and item.path)
    if output and any(real(path) == real(output) for path in letters):
        raise BadConfiguration(f"«{output}» — само письмо: укажите для отчёта другой файл.")


def _options(job: Job, watch: Watch) -> Options:
    return Options(
        width=width(),
        color=wants_color(job.color, job.output is not None),
        info=job.info,
        explain=job.explain,
        ascii=job.output is None and not speaks_utf8(),
        notes=watch.notes,
    )


def on_screen(output: Path | None) -> bool:
    """Tell whether a person sees the report itself as it is made."""
    return output is None and sys.stdout.isatty()


def publish(pieces: Iterable[str], output: Path | None, more: str = "") -> None:
    """Write a report to the screen as it comes, or to ``output``: a file gets the whole report or
    nothing. ``more`` ends the line that says what was written."""
    if output:
        deliver(output, "".join(pieces).encode("utf-8", errors="replace"), more)
        return
    for piece in pieces:
        say(piece)


def tell_rest(watch: Watch, for_people: bool, output: Path | None) -> None:
    """Tell on standard error what nobody may see in the report: a program reads it, or a file or
    a pipe has it."""
    for sentence in () if for_people else watch.found():
        complain(sentence)
    if watch.tally.failed and not (for_people and on_screen(output)):
        complain(counted_of(watch.tally.files, watch.tally.failed))


def notes(found: Found) -> tuple[str, ...]:
    """Return a Russian sentence when folders have letters that were left out."""
    if not found.left:
        return ()
    listed = ", ".join(f"{suffix}: {number}" for suffix, number in sorted(found.left.items()))
    return (f"В папках есть файлы, которые не проверялись ({listed}): сохраните их как .docx",)
