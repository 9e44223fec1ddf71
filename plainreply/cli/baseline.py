"""The command ``baseline``: writes down what is known, so that only new findings are told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plainreply.cli.params import (
    BaselineFile,
    Config,
    Force,
    Ignore,
    Isolated,
    Paths,
    Profile,
    Select,
)
from plainreply.cli.streams import complain, say
from plainreply.cli.usage import RussianCommand, guarded
from plainreply.errors import BadConfiguration
from plainreply.reporters import Failed

if TYPE_CHECKING:
    from plainreply.adoption.baseline import Baseline, Known
    from plainreply.settings import Sources

CANNOT = 2
HELP = (
    "Записывает замечания, которые уже есть: проверка их больше не показывает. Список только "
    "убывает: исправленное можно убрать, новое в него само не попадёт."
)
EXAMPLES = """\
plainreply baseline письма                     записать список
plainreply check письма --baseline .plainreply-baseline.json
plainreply baseline письма                     что исправлено и что нового
plainreply baseline письма --update            убрать исправленное

Код завершения: 0 — список верен или записан, 1 — он отличается от писем, 2 — не получилось."""
BOTH = "Выберите одно: --update или --force."
NOTHING = "{}: списка нет, обновлять нечего. Создайте его без --update."
WRITTEN = "Записано: {}, замечаний и советов: {}"
SAME = "{}: список верен, замечаний и советов: {}"
STALE = "Исправлено, но осталось в списке: {} (убрать: --update)"
FRESH = "Новых: {}. В список они не попали: исправьте их или запишите список заново, --force"
REMOVED = "Убрано исправленных: {}"

Update = Annotated[bool, typer.Option("--update", help="Убрать из списка то, что исправлено.")]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("baseline", cls=RussianCommand, help=HELP, epilog=EXAMPLES)(guarded(baseline))


def baseline(
    paths: Paths = None,
    file: BaselineFile = None,
    update: Update = False,
    force: Force = False,
    profile: Profile = None,
    select: Select = None,
    ignore: Ignore = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Write the baseline, or tell how it differs from the letters; return the exit status."""
    from plainreply.adoption.baseline import NAME, Baseline, load
    from plainreply.cli.inforce import of_run, sources

    if update and force:
        raise BadConfiguration(BOTH)
    rules = {"profile": profile, "select": select, "ignore": ignore}
    chosen = sources(config, isolated, **rules)
    path = file or of_run(chosen, paths or ()).baseline or Path(NAME)
    if update and not path.exists():
        raise BadConfiguration(NOTHING.format(path))
    old = load(path) if path.exists() and not force else None
    taken = _taken(paths or [], chosen, Baseline(path, {}))
    status = _compare(old, taken, update) if old else _write(path, taken.found)
    return CANNOT if taken.failed else status


@dataclass(slots=True)
class Taken:
    """What there is today: findings, the drafts that were read, those that were not."""

    found: Counter["Known"] = field(default_factory=Counter)
    drafts: list[Path] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)


def _taken(paths: Sequence[str], chosen: "Sources", names: "Baseline") -> Taken:
    """Check the drafts and return their findings as the baseline would have them."""
    from plainreply.cli.inforce import terms_by
    from plainreply.cli.job import drafts
    from plainreply.cli.many import AS_FITS, coming

    taken = Taken()
    found = drafts(paths, None, None, False, sources=chosen)
    for told in coming(found.items, terms_by(chosen), AS_FITS):
        if isinstance(told, Failed):
            taken.failed.append(told)
            complain(f"{told.name}: {told.reason}")
        else:
            taken.found += names.found(told.report)
            taken.drafts.append(told.report.document.source.path or Path(told.name))
    return taken


def _write(path: Path, counts: Mapping["Known", int]) -> int:
    from plainreply.adoption.baseline import dumped
    from plainreply.cli.files import write_atomic

    write_atomic(path, dumped(counts))
    say(WRITTEN.format(path, sum(counts.values())) + "\n")
    return 0


def _compare(old: "Baseline", taken: Taken, update: bool) -> int:
    """Tell what is fixed and what is new, and with ``update`` take out what is fixed."""
    stale = old.stale(taken.found, taken.drafts)
    fresh = taken.found - Counter(old.counts)
    for title, counts in ((STALE, stale if not update else Counter()), (FRESH, fresh)):
        if counts:
            say(title.format(sum(counts.values())) + "\n")
            say("".join(f"  {path}: {rule}\n" for path, rule, _ in sorted(counts)))
    if update and stale:
        say(REMOVED.format(sum(stale.values())) + "\n")
        return _write(old.path, Counter(old.counts) - stale)
    if not stale and not fresh:
        say(SAME.format(old.path, old.number) + "\n")
    return int(bool(stale or fresh) and not update)
