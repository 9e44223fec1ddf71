"""The command ``init``: the first settings file, and the file for a pipeline."""

from pathlib import Path
from typing import Annotated

import typer

from plainreply.cli.params import one_of
from plainreply.cli.streams import complain, say
from plainreply.cli.usage import RussianCommand, guarded
from plainreply.errors import BadConfiguration
from plainreply.version import __version__

HELP = "Создаёт файл настроек с пояснениями и, если попросить, файл для сервера сборки."
EXAMPLES = """\
plainreply init                       plainreply.toml в этой папке
plainreply init письма                в другой папке
plainreply init --ci gitlab           и файл для GitLab

Файлы, которые уже есть, команда не трогает."""
SETTINGS = "plainreply.toml"
PIPELINES = {
    "github": ("github.yml", ".github/workflows/plainreply.yml"),
    "gitlab": ("gitlab.yml", ".gitlab-ci.yml"),
    "pre-commit": ("pre-commit.yaml", ".pre-commit-config.yaml"),
}
"""For each system, what it is made from and where it goes."""
NO_FOLDER = "Папки «{}» нет: создайте её или укажите другую."
KEPT = "Файл «{}» уже есть, он остался прежним."
ADD = "Файл «{}» уже есть. Добавьте в него сами:"
WRITTEN = "Создано: {}"

Folder = Annotated[
    Path, typer.Argument(metavar="[ПАПКА]", help="Куда записать; без неё — в эту папку.")
]
Pipeline = Annotated[
    str | None,
    one_of(
        "--ci",
        "СИСТЕМА",
        PIPELINES,
        f"Ещё и файл для проверки на сервере: {', '.join(PIPELINES)}.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("init", cls=RussianCommand, help=HELP, epilog=EXAMPLES)(guarded(init))


def init(folder: Folder = Path(), ci: Pipeline = None) -> int:
    """Write the files that are not there yet; status 2 when one asked for is."""
    if not folder.is_dir():
        raise BadConfiguration(NO_FOLDER.format(folder))
    made = _write(folder / SETTINGS, _starter(SETTINGS))
    if not made:
        complain(KEPT.format(folder / SETTINGS))
    if ci is None:
        return 0 if made else 2
    source, name = PIPELINES[ci]
    text = _starter(source)
    if _write(folder / name, text):
        return 0
    complain(ADD.format(folder / name))
    say(text)
    return 2


def _starter(name: str) -> str:
    found = Path(__file__).parent / "starters" / name
    return found.read_text(encoding="utf-8").replace("{version}", __version__)


def _write(path: Path, text: str) -> bool:
    """Write a file unless there is one; tell whether it was written."""
    from plainreply.cli.files import write_atomic

    if path.exists() or path.is_symlink():
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadConfiguration(NO_FOLDER.format(path.parent)) from error
    write_atomic(path, text.encode("utf-8"))
    say(WRITTEN.format(path) + "\n")
    return True
