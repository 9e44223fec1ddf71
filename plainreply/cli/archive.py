"""Does what ``audit`` asks, and tells how far it is and what came of it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

from plainreply.audit.page import summary
from plainreply.audit.parts import Parts
from plainreply.audit.run import Plan, Progress, audit
from plainreply.audit.tally import tally
from plainreply.batch.terms import rules_of
from plainreply.cli.drafts import Found
from plainreply.cli.files import write_atomic
from plainreply.cli.job import notes
from plainreply.cli.streams import complain
from plainreply.reporters.words import counted

PAGE = "summary.html"
PAUSE = 0.5
"""How many seconds pass at least from one line on the screen to the next."""
AGAIN = "Продолжаю: {} уже готово."
STOPPED = "Готовое не потеряно: повторите ту же команду, и она продолжит."
DONE = "Проверено {}, пропущено {}. Записано: {}. Откройте {} в браузере."
NO_LETTERS = "Писем там нет: проверьте, что указано."


def run(plan: Plan, folder: Path, force: bool) -> int:
    """Audit, write the tables and the page, and return the exit status.

    Raises BadConfiguration for what makes no sense, before any letter is read.
    """
    rules = {rule.id: rule for rule in rules_of(plan.terms.choice)}
    with closing(Parts(folder, plan.stamp, plan.texts, force)) as parts:
        if parts.done:
            complain(AGAIN.format(letters(len(parts.done))))
        try:
            with _told() as tell:
                audit(plan, parts, tell)
        except BaseException:
            complain(STOPPED)
            raise
        found = tally(parts.tables())
    write_atomic(folder / PAGE, summary(found, rules).encode("utf-8", "replace"))
    skipped = sum(found.skipped.values())
    for note in notes(Found(left=plan.found.left)):
        complain(note)
    complain(DONE.format(letters(found.all.letters), skipped, folder, folder / PAGE))
    if not found.all.letters and not skipped:
        complain(NO_LETTERS)
        return 2
    return 2 if skipped else 0


def letters(number: int) -> str:
    """Return «3 письма»."""
    return counted(number, "письмо", "письма", "писем")


@contextmanager
def _told() -> Iterator[Callable[[Progress], None]]:
    """Give a function that shows a person at the screen how far the work is."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task, drawn = bar.add_task("Начинаю", total=None), 0.0

        def tell(progress: Progress) -> None:
            nonlocal drawn
            if monotonic() - drawn > PAUSE:
                text = f"Проверено {letters(progress.checked)}, пропущено {progress.skipped}"
                bar.update(task, description=text, refresh=True)
                drawn = monotonic()

        yield tell
