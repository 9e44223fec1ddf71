"""Passive verb forms: short participles and -ся verbs."""

from collections.abc import Iterator

from plainreply.document import Analysis, Need, Sentence
from plainreply.grammar.activate import activate
from plainreply.grammar.voice import Passive, passives
from plainreply.rule import Finder, Finding, Rule, offer

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of passives; the message can name the ``agent``."""

    def find(analysis: Analysis) -> Iterator[Finding]:
        for sentence in analysis.sentences:
            for passive in passives(sentence):
                yield _finding(analysis.document.text, sentence, passive)

    return find


def _finding(text: str, sentence: Sentence, passive: Passive) -> Finding:
    rewrite = activate(sentence, text, passive)
    fixes = () if rewrite is None else offer(rewrite.redraft.edits(), safe=rewrite.safe)
    return Finding(passive.verb.span, fixes)
