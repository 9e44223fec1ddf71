"""The program as a person starts it: a cold start, several processes, results that are kept."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import texts
from benchmarks.clock import Spent, program, typical
from benchmarks.contenders import rules_of

LETTER = texts.CORPORA / "letters" / "03-final-housing.docx"
RIVAL = """\
import sys
from pathlib import Path
from benchmarks.contenders import natasha
natasha()(Path(sys.argv[1]).read_text(encoding="utf-8"))
"""
Run = Callable[..., Spent]


def measured(rounds: int, letters: int) -> dict[str, Spent]:
    """Return what each way to start the program takes."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        return {**_starts(folder, rounds), **_folders(folder, letters, max(1, rounds // 2))}


def _starts(folder: Path, rounds: int) -> dict[str, Spent]:
    """Return cold starts on one letter. Parsed rules are kept from an earlier run, as with any user
    but on the first day; results are not."""
    from plainreply.readers import read

    letter = folder / "letter.txt"
    letter.write_text(read(LETTER).text, encoding="utf-8")
    check = "-m", "plainreply", "check", str(LETTER), "--no-cache", "--isolated"
    ways = {
        "start, all rules": check,
        "start, format rules": (*check, "--select", ",".join(rules_of("format"))),
        "start, natasha": ("-c", RIVAL, str(letter)),
    }
    for args in ways.values():  # compiles modules, keeps parsed rules
        _run(args, folder)
    runs = [{name: _run(args, folder) for name, args in ways.items()} for _ in range(rounds)]
    return {name: typical([each[name] for each in runs]) for name in ways}


def _folders(folder: Path, letters: int, rounds: int) -> dict[str, Spent]:
    """Return checks of a folder of letters of some 250 words each."""
    drafts = folder / "письма"
    drafts.mkdir()
    for number in range(letters):
        draft = texts.text(250, seed=1000 + number)
        (drafts / f"{number}.txt").write_text(draft, encoding="utf-8")
    check = "-m", "plainreply", "check", str(drafts), "--isolated", "-j"
    runs: list[dict[str, Spent]] = []
    for number in range(rounds):
        kept = (*check, "1", "--cache-dir", str(folder / f"kept-{number}"))
        ways = {
            "folder, one process": (*check, "1", "--no-cache"),
            "folder, two processes": (*check, "2", "--no-cache"),
            "folder, first run": kept,
            "folder, second run": kept,
        }
        runs.append({name: _run(args, folder) for name, args in ways.items()})
    return {name: typical([each[name] for each in runs]) for name in runs[0]}


def _run(args: tuple[str, ...], folder: Path) -> Spent:
    return program(args, folder, {"XDG_CACHE_HOME": str(folder / "cache")})
