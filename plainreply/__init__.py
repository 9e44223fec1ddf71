"""Plain-language checker and reply linter for Russian official replies.

>>> import plainreply
>>> report = plainreply.check("Комиссия осуществила проверку документов.")
>>> report.issues[0].rule
'split-predicate'
>>> plainreply.rewrite("Комиссия осуществила проверку документов.")
'Комиссия проверила документы.'
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from plainreply.document import Document
from plainreply.errors import (
    BadConfiguration,
    BadRule,
    PlainreplyError,
    UnreadableDocument,
)
from plainreply.report import Report
from plainreply.rule import Fix, Issue

if TYPE_CHECKING:
    from plainreply.settings import Settings

__version__ = "0.1.0"
__all__ = [
    "BadConfiguration",
    "BadRule",
    "Document",
    "Fix",
    "Issue",
    "PlainreplyError",
    "Report",
    "UnreadableDocument",
    "check",
    "rewrite",
    "settings_for",
]


def check(
    source: str | Path,
    *,
    profile: str | None = None,
    genre: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    incoming: str | Path | None = None,
    config: "str | Path | Settings | None" = None,
) -> Report:
    """Check a text (str) or a file (Path) and return the report.

    ``profile`` names a profile, ``select`` and ``ignore`` are rule ids. ``genre`` is the kind
    of letter (see ``plainreply.setting.GENRES``), guessed from the words when it is not given;
    ``incoming`` is the letter that it answers. ``config`` is a configuration file or what
    ``settings_for`` found; the other keywords beat it, and without it none is read. Spans are in
    code points of ``report.document.text``. Raises UnreadableDocument for a file that cannot be
    read, BadConfiguration for an unknown profile, rule or genre, or a bad configuration.
    """
    from plainreply.checker import checker, checker_of

    if config is None:
        chosen = checker(profile or "default", tuple(select), tuple(ignore))
        return chosen(source, genre, incoming)
    from plainreply.settings import Settings, settings_for

    draft = source if isinstance(source, Path) else Path()
    found = config if isinstance(config, Settings) else settings_for(draft, config)
    choice = found.choice.narrowed(profile, tuple(select), tuple(ignore))
    return checker_of(choice)(source, genre, incoming or found.incoming, found.genre)


def settings_for(path: str | Path, config: str | Path | None = None) -> "Settings":
    """Return the settings that hold for a draft: those of the file ``config``, else of the
    configuration file closest to it, else the usual ones.

    Raises BadConfiguration with file and line.
    """
    from plainreply.settings import settings_for as found

    return found(path, config)


def rewrite(text: str, *, unsafe: bool = False, profile: str = "default") -> str:
    """Return ``text`` with the best fix of every issue applied until nothing changes.

    Only fixes that surely keep the meaning (``safe``) are applied, unless ``unsafe``.
    """
    from plainreply.checker import checker
    from plainreply.rewriting import rewrite as rewritten

    return rewritten(checker(profile), text, unsafe=unsafe)
