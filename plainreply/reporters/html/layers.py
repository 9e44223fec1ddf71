"""The layers of the page: rules that a person switches and tells apart together."""

from dataclasses import dataclass

from plainreply.rule import Rule


@dataclass(frozen=True, slots=True)
class Layer:
    """A colour and an underline of the page. ``id`` is the end of its CSS class."""

    id: str
    title: str


VERB = Layer("verb", "Кто что делает")
WORD = Layer("word", "Слова и обороты")
LENGTH = Layer("length", "Длина")
NEGATION = Layer("negation", "Отрицание")
LOOK = Layer("look", "Оформление")
OTHER = Layer("other", "Прочее")
LAYERS = (VERB, WORD, LENGTH, NEGATION, LOOK, OTHER)

KINDS = {
    "genitive_chain": VERB,
    "passive": VERB,
    "split_predicate": VERB,
    "verbal_noun": VERB,
    "length": LENGTH,
    "pileup": LENGTH,
    "negation": NEGATION,
}
"""Kinds of rules that have a layer of their own within their group."""

GROUPS = {"wording": WORD, "format": LOOK}


def layer(rule: Rule) -> Layer:
    """Return the layer that the findings of ``rule`` belong to."""
    return KINDS.get(rule.kind) or GROUPS.get(rule.group, OTHER)
