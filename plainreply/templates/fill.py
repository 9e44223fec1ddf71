"""Puts example data into the slots of a template, so that what is linted reads like a letter."""

from collections.abc import Iterator

from plainreply import filling
from plainreply.facts.slots import Slot, slots
from plainreply.filling import Filled, example
from plainreply.templates.library import Template


def filled(template: Template) -> Filled:
    """Return a template, of whatever format, as the letter that it makes."""
    return filling.filled(template.document, template.example)


def unknown(template: Template) -> Iterator[Slot]:
    """Yield the named slots that neither the template nor the table has an example for."""
    for slot in _body_slots(template):
        if slot.name and not example(slot, template.example):
            yield slot


def _body_slots(template: Template) -> Iterator[Slot]:
    for slot in slots(template.document.text):
        if slot.span.start >= template.start:
            yield slot
