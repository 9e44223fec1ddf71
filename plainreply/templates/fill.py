"""Puts example data into the slots of a template, so that what is linted reads like a letter."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plainreply.facts.slots import Slot, slots
from plainreply.resources import lexicon
from plainreply.spans import Edit, Span, apply
from plainreply.templates.library import Template

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Filled:
    """A template's text with its slots filled; ``edits`` are the words put in, in order."""

    text: str
    edits: tuple[Edit, ...]

    def origin(self, span: Span) -> Span:
        """Return where in the template a place of the filled text stands."""
        return Span(self._back(span.start, False), self._back(span.stop, True))

    def _back(self, at: int, end: bool) -> int:
        moved = 0
        for edit in self.edits:
            start = edit.span.start + moved
            if at < start or (at == start and not end):
                break
            stop = start + len(edit.text)
            if at < stop or (end and at == stop):
                return edit.span.stop if end else edit.span.start
            moved += len(edit.text) - (edit.span.stop - edit.span.start)
        return at - moved


def filled(template: Template) -> Filled:
    """Return the text of a template with its slots filled, the front matter left as it is.

    A slot without an example is filled with its own name, a line with «пример».
    """
    text = template.document.text
    edits = tuple(
        Edit(slot.span, example(slot, template.example) or slot.name or "пример")
        for slot in _body_slots(template)
    )
    return Filled(apply(text, edits), edits)


def unfilled(template: Template) -> Filled:
    """Return the text of a template as it stands."""
    return Filled(template.document.text, ())


def unknown(template: Template) -> Iterator[Slot]:
    """Yield the named slots that neither the template nor the table has an example for."""
    for slot in _body_slots(template):
        if slot.name and not example(slot, template.example):
            yield slot


def example(slot: Slot, own: Mapping[str, str]) -> str:
    """Return the words for a slot: those of the template, else those of the table, else ``""``."""
    if slot.name in own:
        return own[slot.name]
    words = [word.lower() for word in _WORD.findall(slot.name)]
    for row in lexicon("template-fields"):
        stems = row["field"].split()
        if all(any(word.startswith(stem) for word in words) for stem in stems):
            return row["example"]
    return ""


def _body_slots(template: Template) -> Iterator[Slot]:
    for slot in slots(template.document.text):
        if slot.span.start >= template.start:
            yield slot
