"""Sentences with too many words, and the same cut into shorter ones."""

from collections.abc import Iterator, Sequence

from plainreply.analysis import resolve
from plainreply.document import Analysis, Need, Sentence
from plainreply.grammar.divide import divided
from plainreply.grammar.divide_list import listed_in
from plainreply.grammar.verify import verdicts
from plainreply.rule import Finder, Finding, Fix, Rule, Severity, offer
from plainreply.spans import Edit

NEEDS = Need.TOKENS
LONGEST = 200
"""Tokens: the work grows with their square, and no sentence of a letter has more."""


def build(rule: Rule) -> Finder:
    """Return a finder of sentences longer than ``words`` words; over ``error`` words is an error.

    Words in quotation marks do not count.
    """
    limit, error = int(rule.options["words"]), int(rule.options["error"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        near = (sentence for sentence in analysis.sentences if sentence.words > limit)
        found = [sentence for sentence in near if analysis.own_words(sentence) > limit]
        for sentence, fixes in zip(found, _fixes(analysis, found, limit, error), strict=True):
            words = analysis.own_words(sentence)
            fields = {"words": str(words), "limit": str(limit), "error": str(error)}
            severity: Severity | None = "error" if words > error else None
            yield Finding(sentence.span, fixes, fields=fields, severity=severity)

    return find


def _fixes(
    analysis: Analysis, found: Sequence[Sentence], limit: int, error: int
) -> Iterator[tuple[Fix, ...]]:
    """Yield for each long sentence the fix that cuts it, or makes a list of it.

    Where no other rule asks for the tree, only these sentences are parsed, and what comes of
    them is verified here.
    """
    text = analysis.document.text
    shallow = analysis.need < Need.SYNTAX
    parsed = resolve(found) if shallow and found else found
    cuts = [_cut(analysis, sentence, limit, error) for sentence in parsed]
    good = verdicts(text, list(zip(parsed, cuts, strict=True))) if shallow else [True] * len(cuts)
    for edits, kept in zip(cuts, good, strict=True):
        yield offer(edits) if kept else ()


def _cut(analysis: Analysis, sentence: Sentence, limit: int, error: int) -> tuple[Edit, ...]:
    """Return the edits that shorten a sentence, none for one that is too long to be one."""
    if len(sentence.tokens) > LONGEST:
        return ()
    parts = divided(sentence, analysis.document.text, limit, analysis.quoted, error)
    return parts or listed_in(analysis.document, sentence)
