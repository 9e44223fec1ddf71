"""Plain-language checker and reply linter for Russian official replies.

>>> import plainreply
>>> report = plainreply.check("Комиссия осуществила проверку документов.")
>>> report.issues[0].rule
'split-predicate'
>>> plainreply.rewrite("Комиссия осуществила проверку документов.")
'Комиссия проверила документы.'
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from plainreply.errors import (
    BadConfiguration,
    BadRule,
    PlainreplyError,
    UnreadableDocument,
)
from plainreply.version import __version__ as __version__

if TYPE_CHECKING:
    from plainreply.api import Checker
    from plainreply.document import Document
    from plainreply.report import Report
    from plainreply.reporters.outcome import Checked, Failed
    from plainreply.rule import Fix, Issue, Rule
    from plainreply.settings import Settings
    from plainreply.spans import Edit, Span

__all__ = [
    "BadConfiguration",
    "BadRule",
    "Checked",
    "Checker",
    "Document",
    "Edit",
    "Failed",
    "Fix",
    "Issue",
    "PlainreplyError",
    "Report",
    "Rule",
    "Settings",
    "Span",
    "UnreadableDocument",
    "check",
    "rewrite",
    "settings_for",
]

_LAZY = {
    "Checked": "reporters.outcome",
    "Checker": "api",
    "Document": "document",
    "Edit": "spans",
    "Failed": "reporters.outcome",
    "Fix": "rule",
    "Issue": "rule",
    "Report": "report",
    "Rule": "rule",
    "Settings": "settings",
    "Span": "spans",
}
"""Public names and the modules that have them, loaded when they are asked for."""

if not TYPE_CHECKING:  # else any name would pass for one of ours

    def __getattr__(name: str) -> object:
        """Load a public name."""
        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


def check(
    source: str | Path,
    *,
    profile: str | None = None,
    genre: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    incoming: str | Path | None = None,
    config: "str | Path | Settings | None" = None,
) -> "Report":
    """Check a text (str) or a file (Path) and return the report.

    ``profile`` names a profile, ``select`` and ``ignore`` are rule ids. ``genre`` is the kind
    of letter (see ``plainreply.setting.GENRES``), guessed from the words when it is not given;
    ``incoming`` is the letter that it answers. ``config`` is a configuration file or what
    ``settings_for`` found; the other keywords beat it, and without it none is read. Spans are in
    code points of ``report.document.text``. Raises UnreadableDocument for a file that cannot be
    read, BadConfiguration for an unknown profile, rule or genre, or a bad configuration.
    """
    from plainreply.api import Checker

    made = Checker(profile=profile, genre=genre, select=select, ignore=ignore, config=config)
    return made.check(source, incoming=incoming)


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
    from plainreply.api import Checker

    return Checker(profile=profile).rewrite(text, unsafe=unsafe)
