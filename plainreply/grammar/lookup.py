"""Finding word sequences of a table in a sentence: by first word, longest first, no overlap."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from plainreply.document import Sentence, Token


class Placed(Protocol):
    """What was found: it knows the tokens it takes."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens in text order."""


Entry = TypeVar("Entry")
Found = TypeVar("Found", bound=Placed)


def by_first_word(
    entries: Iterable[Entry], words: Callable[[Entry], tuple[str, ...]]
) -> Mapping[str, Sequence[Entry]]:
    """Return the entries by the first of their ``words``, those with most words first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(words(entry)[0], []).append(entry)
    for row in found.values():
        row.sort(key=lambda entry: -len(words(entry)))
    return found


def without_overlap(
    sentence: Sentence, at: Callable[[Sentence, Token], Found | None]
) -> Iterator[Found]:
    """Yield what ``at`` finds at each token in order, passing over the tokens already taken."""
    free = 0
    for token in sentence.tokens:
        found = at(sentence, token) if token.index >= free else None
        if found is not None:
            free = found.tokens[-1].index + 1
            yield found
