"""Long sentences cut into shorter ones, at the places where that shortens them most."""

from collections.abc import Callable, Iterator, Sequence

from plainreply.document import Sentence, Token
from plainreply.grammar.cut import Cut
from plainreply.grammar.divide_answer import at_answers
from plainreply.grammar.divide_asked import at_asked
from plainreply.grammar.divide_links import at_clauses, at_links
from plainreply.grammar.divide_opening import at_openings
from plainreply.grammar.divide_relative import at_relatives
from plainreply.grammar.divide_subject import at_predicates
from plainreply.grammar.divide_topic import at_topics
from plainreply.spans import Edit, Span, held

Way = Callable[[Sentence, str], Iterator[Cut]]
WAYS: tuple[Way, ...] = (
    at_answers,
    at_openings,
    at_asked,
    at_links,
    at_clauses,
    at_relatives,
    at_predicates,
    at_topics,
)
SHORTEST = 3
ENOUGH = 0.75
"""A split is worth it when the longest part has at most this share of the words, or few enough."""


def divided(
    sentence: Sentence, text: str, limit: int, apart: Sequence[Span] = (), error: int | None = None
) -> tuple[Edit, ...]:
    """Return the edits that cut ``sentence`` into parts of at most ``limit`` words.

    Words inside the spans ``apart`` do not count. Empty when the longest part stays nearly as
    long as the sentence was, or, above ``error`` words, leaves another part above the limit too.
    """
    if sentence.tokens[-1].text in {";", ","}:
        return ()
    counted = [t for t in sentence.tokens if is_counted(t, apart)]
    cuts = _apart(cut for way in WAYS for cut in way(sentence, text))
    chosen: list[Cut] = []
    longest = len(counted)
    while longest > limit:
        tried = [(max(_sizes(counted, [*chosen, cut])), cut) for cut in cuts if cut not in chosen]
        tried = [(size, cut) for size, cut in tried if _fits(counted, [*chosen, cut])]
        best = min(tried, key=lambda pair: (pair[0], pair[1].at), default=None)
        if best is None or best[0] >= longest:
            break
        longest = best[0]
        chosen.append(best[1])
    if not chosen or (longest > limit and longest > ENOUGH * len(counted)):
        return ()
    many = sum(size > limit for size in _sizes(counted, chosen)) > 1
    if many and error is not None and longest > error:
        return ()
    return tuple(sorted(edit for cut in chosen for edit in cut.edits))


def is_counted(token: Token, apart: Sequence[Span]) -> bool:
    """Tell whether a token is a word outside the spans ``apart``."""
    return token.is_word and not held(token.span, apart)


def _apart(cuts: Iterator[Cut]) -> list[Cut]:
    """Return the cuts in text order, the first of those that touch each other."""
    kept: list[Cut] = []
    for cut in cuts:
        if not any(_touch(cut, other) for other in kept):
            kept.append(cut)
    return sorted(kept, key=lambda cut: cut.at)


def _touch(cut: Cut, other: Cut) -> bool:
    """Tell whether two cuts change the same words or open the same sentence."""
    edits = any(mine.span.overlaps(its.span) for mine in cut.edits for its in other.edits)
    return edits or (cut.at == other.at and not cut.drops and not other.drops)


def _sizes(counted: Sequence[Token], cuts: Sequence[Cut]) -> list[int]:
    """Return how many words each part has once the cuts are made."""
    edits = [(edit, cut) for cut in cuts for edit in cut.edits]
    starts = sorted(cut.at for cut in cuts)
    sizes = [0] * (len(cuts) + 1)
    for token in counted:
        if not any(edit.span.contains(token.span) for edit, _ in edits):
            sizes[sum(start <= token.index for start in starts)] += 1
    for edit, cut in edits:
        before = [t for t in counted if t.span.start < edit.span.start]
        at = cut.at if edit.text.startswith(".") or not before else before[-1].index
        sizes[sum(start <= at for start in starts)] += sum(map(_is_word, edit.text.split()))
    return sizes


def _is_word(word: str) -> bool:
    return any(map(str.isalpha, word))


def _fits(counted: Sequence[Token], cuts: Sequence[Cut]) -> bool:
    """Tell whether no part is a mere scrap; one that is dropped whole has no words."""
    drops = sum(cut.drops for cut in cuts)
    return sum(size < SHORTEST for size in _sizes(counted, cuts)) <= drops
