"""The settings in force: configuration files and options, for the run and for each draft."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from plainreply.cli.params import IN_DRAFT
from plainreply.cli.verdict import Bar, Bars
from plainreply.errors import BadConfiguration
from plainreply.reporters import FORMATS, STDIN, Checked, Failed, Outcome
from plainreply.settings import Key, Settings, Sources, given

if TYPE_CHECKING:
    from plainreply.adoption.baseline import Baseline
    from plainreply.adoption.changes import Changes
    from plainreply.batch.terms import Terms

BOTH = "Выберите одно: --config или --isolated."
NO_FORMAT = "{}: вида отчёта «{}» нет, выберите: {}"


def sources(config: Path | None, isolated: bool, **values: object) -> Sources:
    """Return the settings of a run; ``values`` are those of options by the keys of a file, None
    or empty where none is given."""
    if config and isolated:
        raise BadConfiguration(BOTH)
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    named = {name: value for name, value in (values | lists).items() if value not in ((), None)}
    if isinstance(genre := named.get("genre"), str):
        from plainreply.genre import genre_named

        named["genre"] = genre_named(genre)
    return Sources(config, isolated, given(named))


def of_path(chosen: Sources, path: str, stdin_name: str | None = None) -> Settings:
    """Return what holds for what an argument names: a draft, or any draft right in a folder."""
    if path == STDIN:
        return chosen.settings(Path(stdin_name) if stdin_name else None)
    return chosen.settings(Path(path, STDIN) if Path(path).is_dir() else Path(path))


def of_run(chosen: Sources, paths: Sequence[str], stdin_name: str | None = None) -> Settings:
    """Return what holds for the run as a whole: the settings of the first thing to check.

    Raises BadConfiguration for an unknown rule, profile or format, UnreadableDocument for an
    incoming letter that cannot be read.
    """
    from plainreply.batch.one import incoming
    from plainreply.batch.terms import rules_of

    found = of_path(chosen, next(iter(paths), STDIN), stdin_name)
    rules_of(found.choice)
    if found.incoming:
        incoming(found.incoming)
    formats = (*FORMATS, *IN_DRAFT)
    if found.format not in formats:
        place = found.origins[Key("format")].place
        raise BadConfiguration(NO_FORMAT.format(place, found.format, ", ".join(formats)))
    return found


def terms_by(chosen: Sources, stdin_name: str | None = None) -> "Callable[[Path | None], Terms]":
    """Return what tells the terms on which a draft is checked; None is standard input."""
    from plainreply.batch.terms import Terms

    def terms(path: Path | None) -> Terms:
        found = chosen.settings(path or (Path(stdin_name) if stdin_name else None))
        told, usual = (found.genre, None) if _is_told(found) else (None, found.genre)
        return Terms(found.choice, told, usual, found.incoming)

    return terms


def bars_by(chosen: Sources, stdin_name: str | None = None) -> Bars:
    """Return what tells the bar of each letter that was checked."""

    def bar(outcome: Checked) -> Bar:
        path = outcome.report.document.source.path
        found = chosen.settings(path or (Path(stdin_name) if stdin_name else None))
        return Bar(found.fail_on, found.min_score)

    return bar


def hiding(chosen: Sources, revision: str | None = None) -> Callable[[Outcome], Outcome]:
    """Return what leaves out of an outcome the findings that are known and, with a ``revision`` of
    git, those in paragraphs that have not changed since.

    It raises BadConfiguration where there is no such file, repository or revision.
    """
    known, changes = cache(_known), cache(_changes)

    def hide(outcome: Outcome) -> Outcome:
        if isinstance(outcome, Failed):
            return outcome
        report, path = outcome.report, outcome.report.document.source.path
        if revision is not None and path:
            report = changes(revision, path.parent).only_new(report)
        listed = chosen.settings(path).baseline
        return replace(outcome, report=known(listed).without_known(report) if listed else report)

    return hide


def _known(path: Path) -> "Baseline":
    from plainreply.adoption.baseline import load

    return load(path)


def _changes(revision: str, folder: Path) -> "Changes":
    from plainreply.adoption.changes import changes_since

    return changes_since(revision, folder)


def _is_told(settings: Settings) -> bool:
    """Tell whether the genre comes from the command line and beats what a draft says itself."""
    origin = settings.origins.get(Key("genre"))
    return origin is not None and origin.file is None
