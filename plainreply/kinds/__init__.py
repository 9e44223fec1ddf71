"""Finders: one kind of finding a module, each with ``NEEDS`` and ``build(rule) -> Finder``.

A kind reads no file, calls no other kind and changes no token. A module is imported only when
a rule of its kind runs.
"""

from importlib import import_module

from plainreply.document import Need
from plainreply.rule import Finder, Rule, Severity

NAMES = (
    "abbreviation",
    "aggression",
    "answer",
    "background",
    "blank",
    "calendar",
    "caps",
    "effect",
    "example",
    "face",
    "fonts",
    "genitive_chain",
    "inconsistent",
    "key_fact",
    "late",
    "latin",
    "law_first",
    "length",
    "missing",
    "missing_comma",
    "misspelling",
    "mistake",
    "negation",
    "paragraph",
    "passive",
    "phrase",
    "pileup",
    "pleonasm",
    "preposition",
    "qr",
    "reader_name",
    "reason",
    "references",
    "repetition",
    "row",
    "salutation",
    "serif",
    "size",
    "solid",
    "spelt_number",
    "split_predicate",
    "symbol",
    "term",
    "typography",
    "unanswered",
    "uncured",
    "verbal_noun",
    "vy",
)


def needs(rule: Rule) -> Need:
    """Return how deep a document must be analysed for ``rule``."""
    need: Need = import_module(f"plainreply.kinds.{rule.kind}").NEEDS
    return need


def build(rule: Rule) -> Finder:
    """Return the finder of ``rule``, its lexicon and options already taken in."""
    finder: Finder = import_module(f"plainreply.kinds.{rule.kind}").build(rule)
    return finder


def limits(rule: Rule) -> tuple[tuple[int, Severity], ...]:
    """Return the numbers of words above which ``rule`` finds fault with a sentence, and how grave
    that is; none for a rule that counts no words."""
    if rule.kind != "length":
        return ()
    return (int(rule.options["words"]), rule.severity), (int(rule.options["error"]), "error")
