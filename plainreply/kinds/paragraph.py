"""Paragraphs of the body with more than ``words`` words, in more than one sentence."""

from collections.abc import Iterator

from plainreply.analysis.body import blocks, first_words
from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.TOKENS


def build(rule: Rule) -> Finder:
    """Return a finder of the first words of each long paragraph."""
    limit = int(rule.options["words"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        for block in blocks(analysis):
            if block.words > limit and len(block.sentences) > 1:
                fields = {"words": str(block.words), "limit": str(limit)}
                yield Finding(first_words(block.sentences), fields=fields)

    return find
