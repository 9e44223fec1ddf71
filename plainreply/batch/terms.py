"""What a draft is checked by: all that decides what is found in it besides its text."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from plainreply.choice import DEFAULT, Choice
from plainreply.ownrules import rulebook_with
from plainreply.readers import load
from plainreply.resources import rules_dir
from plainreply.rule import Rule
from plainreply.version import __version__

LIBRARIES = frozenset(("natasha", "slovnet", "razdel", "pymorphy3", "pymorphy3_dicts_ru"))
"""What the analysis of a text comes from besides plainreply itself."""
DATA = (".toml", ".tsv", ".txt")
"""How the names of files with rules end."""


class Terms(NamedTuple):
    """``choice`` names the rules. The genre is ``told``, or else ``usual`` where the draft does
    not say it itself. ``incoming`` is the letter that it answers."""

    choice: Choice = DEFAULT
    told: str | None = None
    usual: str | None = None
    incoming: Path | None = None


@lru_cache(maxsize=64)
def rules_of(choice: Choice) -> tuple[Rule, ...]:
    """Return the rules of a choice, without making them ready to run.

    Raises BadConfiguration for an unknown profile or rule.
    """
    book = rulebook_with(*choice.directories)
    return book.choose(choice.profile, choice.select, choice.ignore, choice.tuning)


@lru_cache(maxsize=64)
def digest(terms: Terms) -> bytes:
    """Return what differs as soon as a draft checked by these terms could give something else:
    other rules or options, another letter to answer, another program, other dictionaries.

    Raises UnreadableDocument for an incoming letter that cannot be read.
    """
    mixed = blake2b(_program(), digest_size=32)
    mixed.update(repr((terms.choice, terms.told, terms.usual)).encode())
    for directory in terms.choice.directories:
        mixed.update(_state(_files(directory, DATA)))
    if terms.incoming:
        mixed.update(terms.incoming.suffix.encode() + load(terms.incoming))
    return mixed.digest()


def key(terms: Terms, suffix: str, data: bytes) -> str:
    """Return the name under which the result for a draft is kept; ``suffix`` is that of its file,
    which may tell the format, ``data`` are its bytes."""
    mixed = blake2b(digest(terms), digest_size=32)
    mixed.update(f"{suffix.lower()} {len(data)} ".encode())
    mixed.update(data)
    return mixed.hexdigest()


@cache
def _program() -> bytes:
    """Return the state of the program, its rules and libraries. In a checkout an edited file
    counts at once, as time and size tell."""
    found = blake2b(digest_size=32)
    found.update(repr([__version__, *_installed()]).encode())
    found.update(_state(_files(Path(__file__).parents[1], (".py",))))
    found.update(_state(_files(rules_dir(), DATA)))
    return found.digest()


def _installed() -> Iterator[str]:
    """Yield the names of the folders that describe the installed libraries; each ends in the
    version. To read them as ``importlib.metadata`` does is a tenth of a run that recalls."""
    for folder in sys.path:
        with suppress(OSError):  # no folder, or none that is open to us
            for path in sorted(Path(folder).iterdir()):
                library = path.name.partition("-")[0].lower()
                if library in LIBRARIES and path.name.endswith("-info"):
                    yield path.name


def _files(directory: str | Path, suffixes: tuple[str, ...]) -> Iterator["os.DirEntry[str]"]:
    """Yield the files of a directory, and of those in it, whose names end so."""
    with suppress(OSError), os.scandir(directory) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, suffixes)
            elif entry.name.endswith(suffixes):
                yield entry


def _state(files: Iterable["os.DirEntry[str]"]) -> bytes:
    found = []
    for file in files:
        try:
            state = file.stat()
        except OSError:  # removed meanwhile
            continue
        found.append((file.path, state.st_mtime_ns, state.st_size))
    return repr(sorted(found)).encode()
