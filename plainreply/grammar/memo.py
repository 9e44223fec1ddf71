"""Lets a finder look at a sentence once: what it found is kept with the sentence."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeVar

from plainreply.document import Sentence

Found = TypeVar("Found")


def remembered(
    find: Callable[[Sentence], Iterator[Found]],
) -> Callable[[Sentence], tuple[Found, ...]]:
    """Return ``find`` with its finds kept: rules ask for them again at every word of a row."""

    @wraps(find)
    def once(sentence: Sentence) -> tuple[Found, ...]:
        if find not in sentence.memo:
            sentence.memo[find] = tuple(find(sentence))
        found: tuple[Found, ...] = sentence.memo[find]
        return found

    return once
