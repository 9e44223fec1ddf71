"""Where the pages of ``--format html`` go: one file, or an index and a page for each letter."""

from pathlib import Path
from typing import NamedTuple

from plainreply.cli.drafts import Found
from plainreply.cli.files import WRITTEN, check_target, write_atomic
from plainreply.cli.streams import complain
from plainreply.errors import BadConfiguration
from plainreply.reporters import Options, Outcomes

SUFFIXES = (".html", ".htm")
NO_FOLDER = "Писем несколько: укажите для страниц папку, например -o отчёт."
OPEN = ". Откройте этот файл в браузере."
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
    from plainreply.reporters.html import names

    _make(chosen.path.parent)
    _make(chosen.path.parent / chosen.folder)
    check_target(chosen.path, force)
    for name in names([item.name for item in found.items]):
        check_target(chosen.path.parent / chosen.folder / name, force)
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
        raise BadConfiguration(
            f"Папка «{folder}» не создаётся: проверьте путь и есть ли к нему доступ."
        ) from error


def write_site(outcomes: Outcomes, options: Options, to: Target) -> None:
    """Write the index and the page of every letter, and say what to open."""
    from plainreply.reporters.html import site

    for name, text in site(outcomes, options, to.folder or "", to.path.name):
        write_atomic(to.path.parent / name, text.encode("utf-8", errors="replace"))
    complain(f"{WRITTEN.format(to.path)}{OPEN}")
