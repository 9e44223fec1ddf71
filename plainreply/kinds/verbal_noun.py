"""Verbal nouns: nouns that name an action which could be a verb."""

from collections.abc import Iterator

from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.grammar.derivation import Family
from plainreply.grammar.nominal import verbal_nouns
from plainreply.grammar.verbalise import verbalised
from plainreply.rule import Finder, Finding, Rule, offer

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of verbal nouns; the message can name the ``verb``."""

    def find(analysis: Analysis) -> Iterator[Finding]:
        for sentence in analysis.sentences:
            for noun, family in verbal_nouns(sentence):
                yield _finding(analysis.document.text, sentence, noun, family)

    return find


def _finding(text: str, sentence: Sentence, noun: Token, family: Family) -> Finding:
    redraft = verbalised(sentence, text, noun)
    fixes = () if redraft is None else offer(redraft.edits())
    return Finding(noun.span, fixes, fields={"verb": family.pf or family.ipf})
