"""What a check of the folder finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from plainreply.rule import Rule
from plainreply.spans import Span
from plainreply.templates.library import Library, Template

NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Flaw:
    """A fault at a place of a ``template``, or of the folder where that is ``None``; ``fields``
    fill the rule's message."""

    template: Template | None = None
    span: Span = NOWHERE
    fields: dict[str, str] = field(default_factory=dict)


Check = Callable[[Library, Rule, date], Iterator[Flaw]]
"""Looks at the folder as a rule says, on a day."""
