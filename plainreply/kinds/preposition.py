"""Compound prepositions and the plain ones that do their work."""

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence
from plainreply.grammar.plainpreposition import cure, plainly
from plainreply.grammar.preposition import Match, index, matches
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of the compound prepositions in the rule's lexicon; the message can name
    the ``cure``."""
    compounds = index(rule.lexicon)

    return by_sentence(
        lambda text, sentence: (_finding(text, sentence, m) for m in matches(sentence, compounds))
    )


def _finding(text: str, sentence: Sentence, match: Match) -> Finding:
    rewrite = plainly(sentence, text, match)
    span = hull(token.span for token in match.tokens)
    fixes = () if rewrite is None else offer(rewrite.redraft.edits(), safe=rewrite.safe)
    return Finding(span, fixes, fields={"cure": cure(match)})
