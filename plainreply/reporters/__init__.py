"""Turn the outcomes of a run into text: one output format a module, each a pure function.

A module is imported only when its format is asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from plainreply.reporters.outcome import STDIN, Checked, Failed, Options, Outcome, Outcomes

__all__ = [
    "FORMATS",
    "STDIN",
    "STREAMED",
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
STREAMED = ("concise", "json-lines")
"""The formats that tell each outcome as it comes."""


def render(format: str, outcomes: Outcomes, options: Options) -> str:
    """Return ``outcomes`` in ``format``, a key of ``FORMATS``; ends with a line end."""
    module = import_module(f"plainreply.reporters.{FORMATS[format]}")
    renderer: Callable[[Outcomes, Options], str] = module.render
    return renderer(outcomes, options)


def stream(format: str, outcomes: Iterable[Outcome], options: Options) -> Iterator[str]:
    """Yield ``outcomes`` in ``format``, one of ``STREAMED``, piece by piece as they come."""
    module = import_module(f"plainreply.reporters.{FORMATS[format]}")
    streamer: Callable[[Iterable[Outcome], Options], Iterator[str]] = module.stream
    yield from streamer(outcomes, options)
