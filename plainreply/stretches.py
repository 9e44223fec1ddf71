"""Sentences cut to a length at which their words can be weighed against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from plainreply.document import Analysis, Sentence, Token
from plainreply.memo import remembered
from plainreply.spans import hull

LONGEST = 400
"""Tokens: no sentence of a letter has more, and work that grows with their square ends in time."""


@remembered
def stretches(analysis: Analysis) -> Iterator[Sentence]:
    """Yield the sentences of a document; one of more than ``LONGEST`` tokens in several."""
    return chain.from_iterable(map(parts, analysis.sentences))


def parts(sentence: Sentence) -> Sequence[Sentence]:
    """Return a sentence, or what it is cut into if it has more than ``LONGEST`` tokens."""
    return (sentence,) if len(sentence.tokens) <= LONGEST else _cut(sentence)


@remembered
def _cut(sentence: Sentence) -> Iterator[Sentence]:
    for start in range(0, len(sentence.tokens), LONGEST):
        tokens = _alone(sentence.tokens[start : start + LONGEST])
        yield Sentence(hull(token.span for token in tokens), tokens, sentence.names)


def _alone(part: Sequence[Token]) -> tuple[Token, ...]:
    """Return tokens of a sentence as those of one of their own; what hangs on a word outside
    hangs on none."""
    first, behind = part[0].index, part[-1].index + 1
    return tuple(
        replace(t, index=t.index - first, head=t.head - first if first <= t.head < behind else -1)
        for t in part
    )
