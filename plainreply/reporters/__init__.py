"""Turn the outcomes of a run into text: one output format a module, each a pure function.

A module is imported only when its format is asked for.
"""

from collections.abc import Callable, Iterator
from importlib import import_module

from plainreply.reporters.outcome import STDIN, Checked, Failed, Options, Outcome, Outcomes

__all__ = [
    "FORMATS",
    "STDIN",
    "Checked",
    "Failed",
    "Options",
    "Outcome",
    "Outcomes",
    "render",
    "stream",
]

FORMATS = {
    "full": "full",
    "concise": "concise",
    "json": "jsonformat",
    "json-lines": "jsonlines",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "html": "html",
}
"""The name of every format and its module."""


def render(format: str, outcomes: Outcomes, options: Options) -> str:
    """Return ``outcomes`` in ``format``, a key of ``FORMATS``; ends with a line end."""
    return "".join(stream(format, outcomes, options))


def stream(format: str, outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield the same piece by piece as outcomes come: none is held longer than it is told."""
    module = import_module(f"plainreply.reporters.{FORMATS[format]}")
    streamer: Callable[[Outcomes, Options], Iterator[str]] = module.stream
    yield from streamer(outcomes, options)
