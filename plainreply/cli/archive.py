"""Does what ``audit`` asks, and tells how far it is and what came of it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

from plainreply.audit.page import summary
from plainreply.audit.parts import PAGE, Parts
from plainreply.audit.run import Plan, Progress, audit
from plainreply.audit.tally import tally
from plainreply.batch.terms import rules_of
from plainreply.cli.files import write_atomic
from plainreply.cli.streams import complain
from plainreply.errors import BadConfiguration
from plainreply.reporters.words import clause, counted

PAUSE = 0.5
"""How many seconds pass at least from one line on the screen to the next."""
AGAIN = "Продолжаю: {} уже готово."
STOPPED = "Готовое не потеряно: повторите ту же команду, и она продолжит."
LEFT = "Есть файлы, которые не проверялись ({}): письма сохраните как .docx, архивы распакуйте."
DONE = "Проверено {}, пропущено {}. Записано: {}. Откройте {} в браузере."
SKIPPED = "Пропущено {}: {}."
REASONS = 3
"""How many reasons for which letters were skipped are told at once; the page tells all."""
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
        except BadConfiguration:
            raise
        except BaseException:
            complain(STOPPED)
            raise
        found = tally(parts.tables())
        told = summary(found, rules).encode("utf-8", "replace")
        write_atomic(folder / PAGE, told, private=True)
        parts.finish()
    skipped = sum(found.skipped.values())
    if left := plan.found.left:
        complain(LEFT.format(", ".join(f"{end}: {number}" for end, number in sorted(left.items()))))
    complain(DONE.format(letters(found.all.letters), skipped, folder, folder / PAGE))
    for reason, number in found.skipped.most_common(REASONS):
        complain(SKIPPED.format(number, clause(reason)))
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
