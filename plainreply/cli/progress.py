"""Shows a person at the screen how far the work is; a pipe or a file never sees it."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic

from plainreply.cli.streams import complain
from plainreply.reporters import Failed, Outcome
from plainreply.reporters.words import plural

PAUSE = 0.1
"""How many seconds pass at least from one drawing to the next."""
FEW = 8
"""For fewer drafts nobody needs to be told."""
DONE = "Проверено {} из {} {}, пропущено {}"


def shown(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Yield the outcomes as they come, with a bar on an interactive standard error meanwhile and
    the total at the end."""
    if total < FEW or not sys.stderr.isatty():
        yield from outcomes
        return
    checked = 0
    for outcome in _with_bar(outcomes, total):
        checked += not isinstance(outcome, Failed)
        yield outcome
    complain(done(checked, total))


def done(checked: int, total: int) -> str:
    """Return «Проверено 12 из 12 файлов, пропущено 0»."""
    return DONE.format(checked, total, plural(total, "файла", "файлов", "файлов"), total - checked)


def _with_bar(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Draw no thread's but this one's: others must not run while processes are forked."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=total)
        drawn = 0.0
        for outcome in outcomes:
            bar.advance(task)
            if monotonic() - drawn > PAUSE:
                bar.refresh()
                drawn = monotonic()
            yield outcome
