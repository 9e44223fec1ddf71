"""Turn the outcomes of a run into text: one output format a module, each a pure function.

A module is imported only when its format is asked for.
"""

from collections.abc import Callable
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
]

FORMATS = {"full": "full", "concise": "concise", "json": "jsonformat", "html": "html"}
"""The name of every format and its module."""


def render(format: str, outcomes: Outcomes, options: Options) -> str:
    """Return ``outcomes`` in ``format``, a key of ``FORMATS``; ends with a line end."""
    module = import_module(f"plainreply.reporters.{FORMATS[format]}")
    renderer: Callable[[Outcomes, Options], str] = module.render
    return renderer(outcomes, options)
