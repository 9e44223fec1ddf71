"""Regular expressions that are compiled when they are first used.

There are two hundred, to compile them takes as long as to check a letter, and most runs need few.
"""

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    """Stands for a pattern until it is used; from then on its methods are those of the pattern."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Return what the pattern has under this name, and keep it at hand."""
        if name.startswith("__"):  # what Python itself looks for, as to copy
            raise AttributeError(name)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern that ``re.compile`` makes, late: it takes the place of a pattern wherever
    one calls its methods. Its faults are found at its first use, too."""
    return cast("re.Pattern[str]", _Late(text, flags))
