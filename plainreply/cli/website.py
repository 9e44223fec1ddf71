"""Where the pages of ``--format html`` go: one file, or an index and a page for each letter."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from plainreply.cli.drafts import Found
from plainreply.cli.files import WRITTEN, check_target, write_atomic
from plainreply.cli.streams import complain
from plainreply.errors import BadConfiguration
from plainreply.reporters import Options, Outcomes

SUFFIXES = (".html", ".htm")
NO_FOLDER = "Писем несколько: укажите для страниц папку, например -o отчёт."
OPEN = ". Откройте этот файл в браузере."
NOT_MADE = "Папка «{}» не создаётся: проверьте путь и есть ли к нему доступ."
NO_PLACE = "Страницы не записываются в папку «{}»: проверьте место на диске."
NOT_FOLDER = "«{}» — не папка: укажите для страниц новую папку."


class Target(NamedTuple):
    """Where to write: the page of the one letter, or the index. ``folder`` is the folder of the
    letters' pages beside the index, ``""`` when it is the same; None for one page alone."""

    path: Path
    folder: str | None = None


def plan(output: Path | None, found: Found, force: bool) -> Target | None:
    """Return where to write what is found, None for the screen.

    A name that ends in ``.html`` is a file: the page of one letter, or the index of several,
    whose pages lie in the folder beside it that is called the same. Any other name is a folder.
    Raises BadConfiguration when something is there already, unless ``force``, and when several
    letters have no place to go.
    """
    if output is None:
        if len(found.items) != 1:
            raise BadConfiguration(NO_FOLDER)
        return None
    chosen = _target(output, len(found.items))
    if chosen.folder is None:
        check_target(chosen.path, force)
        return chosen
    from plainreply.reporters.html import Namer

    _make(chosen.path.parent)
    _make(chosen.path.parent / chosen.folder)
    check_target(chosen.path, force)
    named = Namer()
    for item in found.items:
        check_target(chosen.path.parent / chosen.folder / named(item.name), force)
    return chosen


def _target(output: Path, number: int) -> Target:
    if output.suffix.lower() in SUFFIXES and not output.is_dir():
        return Target(output, None if number == 1 else output.stem)
    if number == 1 and output.exists() and not output.is_dir():
        return Target(output)
    return Target(output / "index.html", "")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise BadConfiguration(NOT_FOLDER.format(folder)) from error
    except OSError as error:
        raise BadConfiguration(NOT_MADE.format(folder)) from error


def write_site(outcomes: Outcomes, options: Options, to: Target) -> None:
    """Write the page of every letter and the index, and say what to open.

    The pages wait in a hidden folder until all are there: a run that stops leaves none.
    """
    from plainreply.reporters.html import site

    names: list[str] = []
    with _waiting(to.path.parent) as folder:
        for name, text in site(outcomes, options, to.folder or "", to.path.name):
            _put(folder / str(len(names)), text)
            names.append(name)
        for number, name in enumerate(names):
            write_atomic(to.path.parent / name, (folder / str(number)).read_bytes())
    complain(f"{WRITTEN.format(to.path)}{OPEN}")


@contextmanager
def _waiting(beside: Path) -> Iterator[Path]:
    """Yield a hidden folder that is gone afterwards."""
    try:
        folder = TemporaryDirectory(prefix=".plainreply-", dir=beside)
    except OSError as error:
        raise BadConfiguration(NOT_MADE.format(beside)) from error
    with folder as name:
        yield Path(name)


def _put(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode("utf-8", errors="replace"))
    except OSError as error:
        raise BadConfiguration(NO_PLACE.format(path.parent.parent)) from error
