"""The expected errors: each carries one Russian sentence that says what to do."""

from pathlib import Path
from traceback import extract_tb


class PlainreplyError(Exception):
    """Base of all errors that a user can mend. ``str(error)`` is the sentence to show."""


class UnreadableDocument(PlainreplyError):
    """A draft could not be read; the sentence names the cause, never the text of the letter."""


class BadRule(PlainreplyError):
    """A rule, profile or lexicon is malformed; the sentence names the file and the key."""


class BadConfiguration(PlainreplyError):
    """An option, profile or configuration value is unknown or impossible."""


def fault(error: Exception) -> str:
    """Return a sentence on a fault of plainreply itself, with the type of ``error`` and its place.

    Its message is left out: it could hold the text of the letter.
    """
    frame = extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"
    return f"Внутренняя ошибка plainreply ({place}): сообщите о ней разработчикам."
