"""The command ``fix``: rewrites a text file, by default to standard output."""

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from plainreply.cli.params import AUTHOR, Author, Config, Date, Force, Isolated, Profile
from plainreply.cli.streams import complain, pour
from plainreply.cli.usage import RussianCommand, guarded
from plainreply.errors import BadConfiguration, UnreadableDocument
from plainreply.reporters import STDIN

HELP = (
    "Переписывает письмо проще. В файле Word предлагает исправления, которые можно принять или "
    "отклонить; текст выводит на экран. Берёт только правки, которые не меняют смысл; сам файл "
    "не трогает, пока вы не попросите."
)
EXAMPLES = """\
plainreply fix ответ.docx -o проще.docx   исправления в новом файле Word
plainreply fix ответ.txt --diff           что изменится
plainreply fix *.txt --write              заменить файлы

Код завершения: 0 — сделано; 1 — с --diff, если есть что изменить; 2 — не получилось."""
BOTH = "Выберите одно: --diff, --write или -o."
NO_STDIN = "Текст из «-» заменить нельзя: уберите --write или укажите файл."
NOT_TEXT_NAME = "Результат: текст, укажите имя .txt, .md, .html или .j2."
NO_WORD_NAME = "Исправления записываются в файл Word: укажите его имя, -o ИМЯ.docx, или --write."
WORD = frozenset((".docx", ".docm"))
OTHER_FORMATS = frozenset((".docx", ".docm", ".doc", ".odt", ".rtf", ".pdf"))
MANY = "Несколько файлов: добавьте --write, чтобы заменить их, или --diff, чтобы только посмотреть."
NO_NAME = "Имя файла пустое: укажите файл или «-»."
SAME = "Чтобы заменить сам файл, используйте --write, а не -o."

Targets = Annotated[
    list[str],
    typer.Argument(
        metavar="ФАЙЛ...",
        help="Файлы .docx, .txt, .md, .html и шаблоны .j2; «-» — стандартный ввод. Несколько "
        "файлов: с --write или --diff.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", "--output-file", metavar="ФАЙЛ", help="Записать в этот файл."),
]
Unsafe = Annotated[
    bool, typer.Option("--unsafe", help="Взять и правки, после которых надо проверить смысл.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Только показать, какие строки изменятся.")]
Write = Annotated[bool, typer.Option("--write", help="Заменить сам файл.")]


@dataclass(frozen=True, slots=True)
class Repair:
    """The options of ``fix``."""

    unsafe: bool
    diff: bool
    write: bool
    output: Path | None
    force: bool
    profile: str | None
    author: str
    date: str
    config: Path | None
    isolated: bool


def register(app: typer.Typer) -> None:
    """Add the command to ``app``."""
    app.command("fix", cls=RussianCommand, help=HELP, epilog=EXAMPLES)(guarded(fix))


def fix(
    paths: Targets,
    unsafe: Unsafe = False,
    diff: Diff = False,
    write: Write = False,
    output: Output = None,
    force: Force = False,
    profile: Profile = None,
    author: Author = AUTHOR,
    date: Date = "",
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Rewrite the files and return the exit status; one that fails costs no other its rewrite."""
    how = Repair(unsafe, diff, write, output, force, profile, author, date, config, isolated)
    if len(paths) == 1:
        return _fix(paths[0], how)
    if not (write or diff) or output:
        raise BadConfiguration(MANY)
    return max(_told(path, how) for path in paths)


def _told(path: str, how: Repair) -> int:
    """Rewrite one of several files; say of one that cannot be rewritten why, and return 2."""
    try:
        return _fix(path, how)
    except (UnreadableDocument, BadConfiguration) as error:
        complain(f"{path}: {error}")
        return 2


def _fix(path: str, how: Repair) -> int:
    _check_usage(path, how.diff, how.write, how.output)
    _check_output(path, how.write, how.output, how.force)
    from plainreply.checker import checker_of
    from plainreply.cli.inforce import sources
    from plainreply.cli.original import draft, original, rewritten
    from plainreply.cli.word import Signature, revise
    from plainreply.rewriting import settled

    settings = sources(how.config, how.isolated, profile=how.profile)
    chosen = checker_of(settings.settings(None if path == STDIN else Path(path)).choice)
    document, data = draft(path)
    if document.source.format == "docx" and not how.diff:
        stamp = Signature(how.author, how.date).stamp()
        revise(chosen, document, how.unsafe, stamp, _word_target(path, how.write, how.output))
        return 0
    if how.output and how.output.suffix.lower() in OTHER_FORMATS:
        raise BadConfiguration(NOT_TEXT_NAME)
    found = None if how.diff else original(document, data)
    report = chosen(document)
    new, left = rewritten(report, settled(chosen, report, unsafe=how.unsafe))
    old = document.written
    if left:
        complain(left)
    if found is None:
        pour(_diff(path, old, new))
        return int(new != old)
    if how.output or how.write:
        _save(how.output or Path(path), found.encoded(new), new != old)
    else:
        pour(new)
    return 0


def _word_target(path: str, write: bool, output: Path | None) -> Path:
    """Return where a Word file with tracked changes goes."""
    target = Path(path) if write else output
    if target is None or target.suffix.lower() not in WORD:
        raise BadConfiguration(NO_WORD_NAME)
    return target


def _check_usage(path: str, diff: bool, write: bool, output: Path | None) -> None:
    if not path:
        raise BadConfiguration(NO_NAME)
    if diff + write + (output is not None) > 1:
        raise BadConfiguration(BOTH)
    if write and path == STDIN:
        raise BadConfiguration(NO_STDIN)


def _check_output(path: str, write: bool, output: Path | None, force: bool) -> None:
    from plainreply.cli.files import check_target, check_writable, real

    if write:
        check_writable(Path(path))
    if output:
        if real(output) == real(path):
            raise BadConfiguration(SAME)
        check_target(output, force)


def _save(target: Path, data: bytes, changed: bool) -> None:
    from plainreply.cli.files import deliver, write_atomic

    if changed:
        deliver(target, data)
    else:
        write_atomic(target, data)
        complain(f"Исправлять нечего, текст прежний: {target}")


def _diff(name: str, old: str, new: str) -> str:
    lines = difflib.unified_diff(_lines(old), _lines(new), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
