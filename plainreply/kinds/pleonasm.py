"""Words that say the same twice: known pairs, and a verb with an object of its own root."""

from collections.abc import Iterator

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence
from plainreply.grammar.lexical import Hit, hits, index
from plainreply.grammar.plainword import plain
from plainreply.grammar.root import tautologies
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of the pairs in the rule's lexicon and of tautologies."""
    formulas = index(rule.lexicon)

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        for hit in hits(sentence, formulas):
            yield _finding(text, sentence, hit)
        for verb, noun in tautologies(sentence):
            words = tuple(sorted((verb.span, noun.span)))
            yield Finding(hull(words), words=words)

    return by_sentence(find)


def _finding(text: str, sentence: Sentence, hit: Hit) -> Finding:
    redraft = plain(sentence, text, hit)
    fixes = () if redraft is None else offer(redraft.edits(), safe=hit.formula.safe)
    return Finding(hull(token.span for token in hit.tokens), fixes)
