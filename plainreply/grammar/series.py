"""Rows of three and more long members in one sentence: what to bring, what to do."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.spans import Span, hull

FEWEST = 3
"""How many members a row has at least."""
STOPS = frozenset({",", ";", ":", ".", "!", "?", "–", "—", "(", ")"})
BROTHERS = frozenset({"obj", "nsubj", "nsubj:pass", "xcomp", "csubj"})
MARKS = frozenset({",", ";", "и", "а", "также", "или", "либо"})


class Series(NamedTuple):
    """A row: its members, each as the tokens that it takes, without what joins them."""

    members: tuple[tuple[Token, ...], ...]

    @property
    def span(self) -> Span:
        """From the first word of the first member to the last of the last."""
        return hull(
            token.span for member in (self.members[0], self.members[-1]) for token in member
        )


def series(sentence: Sentence) -> Iterator[Series]:
    """Yield the rows of nouns in one case, of infinitives and of requests, in text order."""
    taken = -1
    for token in sentence.tokens:
        if token.index > taken and token.rel != "conj":
            heads = _heads(sentence, token)
            if len(heads) >= FEWEST:
                found = Series(tuple(_members(sentence, heads)))
                if all(found.members):
                    taken = found.members[-1][-1].index
                    yield found


def _heads(sentence: Sentence, first: Token) -> list[Token]:
    """Return the heads of a row's members: what is joined to the first, or to one of the rest,
    and what the parser makes its brothers."""
    found, waiting = [first], [first]
    while waiting:
        joined = [t for t in sentence.below(waiting.pop(), "conj") if _matches(first, t)]
        found += joined
        waiting += joined
        if not waiting:
            waiting += (t for t in _brothers(sentence, first) if t not in found)
            found += waiting
    return sorted(found, key=lambda token: token.index)


def _brothers(sentence: Sentence, first: Token) -> Iterator[Token]:
    """Yield later words behind a comma in the same place of the tree as ``first``."""
    if first.head < 0 or first.rel not in BROTHERS:
        return
    for other in sentence.below(sentence.tokens[first.head], first.rel):
        later = other.index > first.index and _matches(first, other)
        if later and sentence.tokens[_start(sentence, other) - 1].lower in MARKS:
            yield other


def _matches(first: Token, other: Token) -> bool:
    """Tell whether two words can be heads of one row; nominative and accusative look alike."""
    if first.pos == "NOUN":
        cases = {case_of(first), case_of(other)}
        return other.pos == "NOUN" and (len(cases) == 1 or cases == {"nom", "acc"})
    if first.pos != "VERB" or other.pos != "VERB":
        return False
    forms = [(token.feats.get("VerbForm"), token.feats.get("Mood")) for token in (first, other)]
    return forms[0] == forms[1] and ("Inf" in forms[0] or "Imp" in forms[0])


def _members(sentence: Sentence, heads: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of each member, from its first dependant to the next member or, for the
    last, to the next mark or predicate."""
    starts = [_start(sentence, head) for head in heads]
    after = sentence.tokens[heads[-1].index + 1 :]
    stop = next((t.index for t in after if _ends(t)), len(sentence.tokens))
    for start, end in zip(starts, [*starts[1:], stop], strict=True):
        part = list(sentence.tokens[start:end])
        while part and part[-1].lower in MARKS:
            part.pop()
        yield tuple(part)


def _ends(token: Token) -> bool:
    """Tell whether the last member of a row cannot go on over a word or mark."""
    return token.text in STOPS or token.feats.get("VerbForm") == "Fin"


def _start(sentence: Sentence, head: Token) -> int:
    """Return where a member begins: at the first of the words that lead up to its head."""
    own = {token.index for token in sentence.subtree(head) if token.lower not in MARKS}
    at = head.index
    while at - 1 in own and sentence.tokens[at - 1].is_word:
        at -= 1
    return at
