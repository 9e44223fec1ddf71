"""What the models said of a sentence, kept for when it comes again.

Replies are made of the same formulas, and a text that is rewritten is analysed anew after each
change, most of its sentences as they were.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from threading import Lock
from typing import TypeVar

Told = TypeVar("Told")
Words = Sequence[str]
KEPT = 4096
"""How many sentences are kept; the ones kept longest go first."""


def remembered(
    tell: Callable[[Sequence[Words]], Sequence[Told]],
) -> Callable[[Sequence[Words]], list[Told]]:
    """Return ``tell``, which says something of each sentence by its words alone, asked about
    every sentence once."""
    kept: dict[tuple[str, ...], Told] = {}
    lock = Lock()

    @wraps(tell)
    def once(sentences: Sequence[Words]) -> list[Told]:
        keys = list(map(tuple, sentences))
        with lock:
            told = {key: kept[key] for key in keys if key in kept}
        fresh = [key for key in dict.fromkeys(keys) if key not in told]
        told.update(zip(fresh, tell(fresh), strict=True))
        with lock:
            kept.update((key, told[key]) for key in fresh[:KEPT])
            for key in list(kept)[: max(len(kept) - KEPT, 0)]:
                del kept[key]
        return [told[key] for key in keys]

    return once
