"""Lets finders look at a sentence once: what was found is kept with the sentence."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeVar

from plainreply.document import Sentence

Found = TypeVar("Found")


def kept(find: Callable[[Sentence], Found]) -> Callable[[Sentence], Found]:
    """Return ``find`` with what it says of a sentence kept: many rules ask for it again."""

    @wraps(find)
    def once(sentence: Sentence) -> Found:
        if find not in sentence.memo:
            sentence.memo[find] = find(sentence)
        found: Found = sentence.memo[find]
        return found

    return once


def remembered(
    find: Callable[[Sentence], Iterator[Found]],
) -> Callable[[Sentence], tuple[Found, ...]]:
    """Return ``find`` with its finds kept, as a tuple."""

    @kept
    @wraps(find)
    def every(sentence: Sentence) -> tuple[Found, ...]:
        return tuple(find(sentence))

    return every
