"""Words and formulas of a lexicon, matched by lemma, with the plain word in the right form."""

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence
from plainreply.grammar.lexical import Hit, hits, index
from plainreply.grammar.plainsense import POINTS_BACK, term_before
from plainreply.grammar.plainword import plain
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of the formulas in the rule's lexicon; the message can name ``plain``."""
    formulas = index(rule.lexicon)
    back = any(row["plain"] == POINTS_BACK for row in rule.lexicon)

    return by_sentence(
        lambda text, sentence: (_finding(text, sentence, hit) for hit in hits(sentence, formulas)),
        beside=term_before if back else None,
    )


def _finding(text: str, sentence: Sentence, hit: Hit) -> Finding:
    redraft = plain(sentence, text, hit)
    fixes = () if redraft is None else offer(redraft.edits(), safe=hit.formula.safe)
    span = hull(token.span for token in hit.tokens)
    return Finding(span, fixes, fields={"plain": hit.formula.plain})
