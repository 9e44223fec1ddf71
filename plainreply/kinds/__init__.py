"""Finders: one kind of finding a module, each with ``NEEDS`` and ``build(rule) -> Finder``.

A kind reads no file, calls no other kind and changes no token. A module is imported only when
a rule of its kind runs.
"""

from importlib import import_module

from plainreply.document import Need
from plainreply.rule import Finder, Rule

NAMES = (
    "background",
    "blank",
    "caps",
    "effect",
    "face",
    "fonts",
    "genitive_chain",
    "length",
    "negation",
    "passive",
    "phrase",
    "pileup",
    "pleonasm",
    "preposition",
    "serif",
    "size",
    "split_predicate",
    "symbol",
    "verbal_noun",
)


def needs(rule: Rule) -> Need:
    """Return how deep a document must be analysed for ``rule``."""
    need: Need = import_module(f"plainreply.kinds.{rule.kind}").NEEDS
    return need


def build(rule: Rule) -> Finder:
    """Return the finder of ``rule``, its lexicon and options already taken in."""
    finder: Finder = import_module(f"plainreply.kinds.{rule.kind}").build(rule)
    return finder
