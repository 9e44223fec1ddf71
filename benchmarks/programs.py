"""The program as a person starts it: a cold start, several processes, results that are kept."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import texts
from benchmarks.clock import Spent, at_once, program, typical
from benchmarks.contenders import rules_of

LETTER = texts.CORPORA / "letters" / "03-final-housing.docx"
RIVAL = """\
import sys
from pathlib import Path
from benchmarks.contenders import natasha
natasha()(Path(sys.argv[1]).read_text(encoding="utf-8"))
"""


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
    """Return checks of a folder of letters of some 250 words each. Two programs that have half of
    them each show how much of its second core the machine gives."""
    drafts = folder / "письма"
    halves = drafts / "0", drafts / "1"
    for half in halves:
        half.mkdir(parents=True)
    for number in range(letters):
        draft = texts.text(250, seed=1000 + number)
        (halves[number % 2] / f"{number}.txt").write_text(draft, encoding="utf-8")
    runs = [_checks(folder, drafts, halves, number) for number in range(rounds)]
    return {name: typical([each[name] for each in runs]) for name in runs[0]}


def _checks(folder: Path, drafts: Path, halves: Sequence[Path], number: int) -> dict[str, Spent]:
    """Return each way to check the drafts once; ``number`` is that of the round."""
    check = "-m", "plainreply", "check", "--isolated"
    anew = (*check, "--no-cache", "-j")
    kept = (*check, str(drafts), "-j", "1", "--cache-dir", str(folder / f"kept-{number}"))
    return {
        "folder, one process": _run((*anew, "1", str(drafts)), folder),
        "folder, two processes": _run((*anew, "2", str(drafts)), folder),
        "folder, two programs": at_once(
            [(*anew, "1", str(half)) for half in halves], folder, _kept_rules(folder)
        ),
        "folder, first run": _run(kept, folder),
        "folder, second run": _run(kept, folder),
    }


def _run(args: Sequence[str], folder: Path) -> Spent:
    return program(args, folder, _kept_rules(folder))


def _kept_rules(folder: Path) -> dict[str, str]:
    """Return the environment of programs that keep parsed rules in this folder."""
    return {"XDG_CACHE_HOME": str(folder / "cache")}
