"""Words and formulas of a lexicon, matched by lemma, with the plain word in the right form."""

from collections.abc import Iterator

from plainreply.document import Analysis, Need, Sentence
from plainreply.grammar.lexical import Hit, hits, index
from plainreply.grammar.plainword import plain
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of the formulas in the rule's lexicon; the message can name ``plain``."""
    formulas = index(rule.lexicon)

    def find(analysis: Analysis) -> Iterator[Finding]:
        for sentence in analysis.sentences:
            for hit in hits(sentence, formulas):
                yield _finding(analysis.document.text, sentence, hit)

    return find


def _finding(text: str, sentence: Sentence, hit: Hit) -> Finding:
    redraft = plain(sentence, text, hit)
    fixes = () if redraft is None else offer(redraft.edits(), safe=hit.formula.safe)
    span = hull(token.span for token in hit.tokens)
    return Finding(span, fixes, fields={"plain": hit.formula.plain})
