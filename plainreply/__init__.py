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

from plainreply.document import Document
from plainreply.errors import (
    BadConfiguration,
    BadRule,
    PlainreplyError,
    UnreadableDocument,
)
from plainreply.report import Report
from plainreply.rule import Fix, Issue

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
]


def check(
    source: str | Path,
    *,
    profile: str = "default",
    genre: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    incoming: str | Path | None = None,
) -> Report:
    """Check a text (str) or a file (Path) and return the report.

    ``profile`` names a profile, ``select`` and ``ignore`` are rule ids. ``genre`` is the kind
    of letter (see ``plainreply.setting.GENRES``), guessed from the words when it is not given;
    ``incoming`` is the letter that it answers. Spans are in code points of
    ``report.document.text``. Raises UnreadableDocument for a file that cannot be read,
    BadConfiguration for an unknown profile, rule or genre.
    """
    from plainreply.checker import checker

    return checker(profile, tuple(select), tuple(ignore))(source, genre, incoming)


def rewrite(text: str, *, unsafe: bool = False, profile: str = "default") -> str:
    """Return ``text`` with the best fix of every issue applied until nothing changes.

    Only fixes that surely keep the meaning (``safe``) are applied, unless ``unsafe``.
    """
    from plainreply.checker import checker
    from plainreply.rewriting import rewrite as rewritten

    return rewritten(checker(profile), text, unsafe=unsafe)
