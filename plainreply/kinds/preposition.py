"""Compound prepositions and the plain ones that do their work."""

from collections.abc import Iterator

from plainreply.document import Analysis, Need, Sentence
from plainreply.grammar.preposition import Match, index, matches, plainly
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of the compound prepositions in the rule's lexicon."""
    compounds = index(rule.lexicon)

    def find(analysis: Analysis) -> Iterator[Finding]:
        for sentence in analysis.sentences:
            for match in matches(sentence, compounds):
                yield _finding(analysis.document.text, sentence, match)

    return find


def _finding(text: str, sentence: Sentence, match: Match) -> Finding:
    rewrite = plainly(sentence, text, match)
    span = hull(token.span for token in match.tokens)
    fixes = () if rewrite is None else offer(rewrite.redraft.edits(), safe=rewrite.safe)
    return Finding(span, fixes)
