"""The command ``score``: the scores of many letters side by side."""

from itertools import chain
from typing import Annotated

import typer

from plainreply.cli.params import (
    CacheDir,
    Config,
    Force,
    Ignore,
    Isolated,
    Jobs,
    MinScore,
    NoCache,
    OutputFile,
    Paths,
    Profile,
    Select,
    StdinFilename,
    one_of,
)
from plainreply.cli.usage import RussianCommand, guarded

FORMATS = ("table", "csv", "json")
HELP = "Ставит письмам оценки: сто баллов у понятного письма, ноль у самого трудного."
EXAMPLES = """\
plainreply score письма                        таблица по всем письмам папки
plainreply score письма --format csv -o a.csv  таблица для Excel
plainreply score ответ.docx --min-score 70     проходит ли письмо

Код завершения: 0 — оценки стоят, 1 — есть письмо с оценкой ниже --min-score, 2 — прочитать \
удалось не всё, 130 — прервано."""

Format = Annotated[
    str,
    one_of(
        "--format",
        "ВИД",
        FORMATS,
        "Вид: table — таблица (если не указать), csv — для Excel (с «;» и десятичной "
        "запятой), json — для программ.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("score", cls=RussianCommand, help=HELP, epilog=EXAMPLES)(guarded(score))


def score(
    paths: Paths = None,
    format: Format = "table",
    min_score: MinScore = None,
    profile: Profile = None,
    select: Select = None,
    ignore: Ignore = None,
    output_file: OutputFile = None,
    force: Force = False,
    stdin_filename: StdinFilename = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    cache_dir: CacheDir = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Score the drafts and return the exit status."""
    from plainreply.cli.inforce import bars_by, of_run, sources, terms_by
    from plainreply.cli.job import drafts, notes, on_screen, publish, tell_rest
    from plainreply.cli.many import Many, coming
    from plainreply.cli.streams import speaks_utf8, width
    from plainreply.cli.verdict import Watch
    from plainreply.reporters import Options
    from plainreply.reporters.scores import BOM, SCORE_FORMATS

    rules = {"profile": profile, "select": select, "ignore": ignore}
    chosen = sources(config, isolated, **rules, **{"min-score": min_score})
    of_run(chosen, paths or (), stdin_filename)
    bars = bars_by(chosen, stdin_filename)
    found = drafts(paths or (), stdin_filename, output_file, force, sources=chosen)
    watch = Watch(lambda outcome: bars(outcome)._replace(fail_on="never"), notes(found))
    ascii = output_file is None and not speaks_utf8()
    options = Options(width=width(), info=True, ascii=ascii, notes=watch.notes)
    many, silent = Many(jobs, not no_cache, cache_dir), on_screen(output_file)
    arriving = watch.over(coming(found.items, terms_by(chosen, stdin_filename), many, silent))
    pieces = SCORE_FORMATS[format](arriving, options)
    publish(chain([BOM] if output_file and format == "csv" else [], pieces), output_file)
    tell_rest(watch, format == "table", output_file)
    return watch.status
