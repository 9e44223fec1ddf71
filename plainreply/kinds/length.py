"""Sentences with too many words, and the same cut into shorter ones."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from plainreply.analysis import resolve
from plainreply.bysentence import remembering
from plainreply.document import Analysis, Need, Sentence
from plainreply.grammar.divide import divided
from plainreply.grammar.divide_asked import is_addressed
from plainreply.grammar.divide_list import listed_in, style_in
from plainreply.grammar.verify import verdicts
from plainreply.rule import Finder, Finding, Rule, Severity, offer
from plainreply.spans import Edit, overlapping

NEEDS = Need.TOKENS
LONGEST = 200
"""Tokens: the work grows with their square, and no sentence of a letter has more."""


class Limits(NamedTuple):
    """The most words that a sentence may have, and those over which it is an error."""

    words: int
    error: int


def build(rule: Rule) -> Finder:
    """Return a finder of sentences longer than ``words`` words; over ``error`` words is an error.

    Words in quotation marks do not count.
    """
    limits = Limits(int(rule.options["words"]), int(rule.options["error"]))

    def told(analysis: Analysis, at: int) -> Iterator[Finding]:
        sentence = analysis.sentences[at]
        if _is_long(analysis, sentence, limits):
            edits = _cut(analysis, sentence, limits)
            yield _finding(analysis, sentence, limits, edits)

    def around(analysis: Analysis, at: int) -> Hashable:
        sentence = analysis.sentences[at]
        return _around(analysis, sentence) if sentence.words > limits.words else None

    parsed = remembering(told, around)
    return lambda analysis: (
        parsed(analysis) if analysis.need >= Need.SYNTAX else _shallow(analysis, limits)
    )


def _is_long(analysis: Analysis, sentence: Sentence, limits: Limits) -> bool:
    return sentence.words > limits.words and analysis.own_words(sentence) > limits.words


def _around(analysis: Analysis, sentence: Sentence) -> Hashable:
    """Return what the cuts of a sentence hang on but the sentence: which of its words are quoted,
    whether the reader is addressed, how a list is written there."""
    text, span = analysis.document.text, sentence.span
    own = tuple(place.shift(-span.start) for place in overlapping(span, analysis.quoted))
    return own, is_addressed(text), style_in(analysis.document, span)


def _shallow(analysis: Analysis, limits: Limits) -> Iterator[Finding]:
    """Yield the findings where no other rule asks for the tree: only long sentences are parsed,
    and what comes of them is verified here."""
    found = [s for s in analysis.sentences if _is_long(analysis, s, limits)]
    parsed = resolve([(analysis.document.text, sentence.span) for sentence in found])
    cuts = [_cut(analysis, sentence, limits) for sentence in parsed]
    good = verdicts(analysis.document.text, list(zip(parsed, cuts, strict=True)))
    for sentence, edits, kept in zip(found, cuts, good, strict=True):
        yield _finding(analysis, sentence, limits, edits if kept else ())


def _finding(
    analysis: Analysis, sentence: Sentence, limits: Limits, edits: tuple[Edit, ...]
) -> Finding:
    words = analysis.own_words(sentence)
    fields = {"words": str(words), "limit": str(limits.words), "error": str(limits.error)}
    severity: Severity | None = "error" if words > limits.error else None
    return Finding(sentence.span, offer(edits), fields=fields, severity=severity)


def _cut(analysis: Analysis, sentence: Sentence, limits: Limits) -> tuple[Edit, ...]:
    """Return the edits that shorten a sentence, none for one that is too long to be one."""
    if len(sentence.tokens) > LONGEST:
        return ()
    text, quoted = analysis.document.text, analysis.quoted
    parts = divided(sentence, text, limits.words, quoted, limits.error)
    return parts or listed_in(analysis.document, sentence)
