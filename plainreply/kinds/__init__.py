"""Finders: one kind of finding a module, each with ``NEEDS`` and ``build(rule) -> Finder``.

A kind reads no file, calls no other kind and changes no token. A module is imported only when
a rule of its kind runs.
"""

from collections.abc import Iterable
from functools import cached_property
from importlib import import_module

from plainreply.document import Need
from plainreply.rule import Finder, Rule, Severity

NAMES = (
    "abbreviation",
    "aggression",
    "answer",
    "asked_first",
    "asked_in_public",
    "background",
    "blank",
    "bot_exit",
    "calendar",
    "caps",
    "effect",
    "emoji",
    "exact_question",
    "example",
    "face",
    "folder",
    "fonts",
    "genitive_chain",
    "inconsistent",
    "key_fact",
    "late",
    "latin",
    "law_first",
    "leading_questions",
    "length",
    "meta",
    "missing",
    "missing_comma",
    "misspelling",
    "mistake",
    "negation",
    "outdated",
    "paragraph",
    "passive",
    "personal_data",
    "phrase",
    "pileup",
    "pleonasm",
    "post_length",
    "preposition",
    "proxy_action",
    "qr",
    "reader_name",
    "reason",
    "references",
    "repetition",
    "row",
    "salutation",
    "script_branch",
    "script_fact",
    "script_goal",
    "script_part",
    "serif",
    "service_name",
    "size",
    "solid",
    "speech",
    "speech_length",
    "spelt_number",
    "split_predicate",
    "symbol",
    "term",
    "transfer",
    "typography",
    "unanswered",
    "uncured",
    "unsubscribe",
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


def deepest(rules: Iterable[Rule]) -> Need:
    """Return how deep a document must be analysed for all of ``rules``: the kinds are loaded in
    turn until one needs the most that there is."""
    found = Need.TEXT
    for rule in rules:
        found = max(found, needs(rule))
        if found == max(Need):
            break
    return found


class Prepared:
    """A rule whose kind is loaded, and its finder built, when it first runs: two rules of five
    are for letters of other genres."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    @cached_property
    def finder(self) -> Finder:
        """The finder of the rule."""
        return build(self.rule)

    @cached_property
    def judges_wording(self) -> bool:
        """Tell whether the rule judges how a thing is worded."""
        return needs(self.rule) >= Need.SYNTAX


def limits(rule: Rule) -> tuple[tuple[int, Severity], ...]:
    """Return the numbers of words above which ``rule`` finds fault with a sentence, and how grave
    that is; none for a rule that counts no words."""
    if rule.kind != "length":
        return ()
    return (int(rule.options["words"]), rule.severity), (int(rule.options["error"]), "error")
