"""A place where a sentence can be cut in two, and how the text changes there."""

from collections.abc import Iterable
from typing import NamedTuple

from plainreply.document import Sentence
from plainreply.grammar.forms import capital
from plainreply.spans import Edit, Span, hull


class Cut(NamedTuple):
    """A new sentence begins with the token at ``at``; ``edits`` put the full stop and whatever
    the halves need. ``drops`` tells that what stood before falls away."""

    at: int
    edits: tuple[Edit, ...]
    drops: bool = False

    @property
    def span(self) -> Span:
        """The smallest span that holds all edits."""
        return hull(edit.span for edit in self.edits)


def cut_before(sentence: Sentence, text: str, first: int, at: int, opening: str = "") -> Cut:
    """Return the cut that puts a full stop in place of the tokens from ``first`` up to ``at``.

    ``opening`` are the words that the second sentence begins with, before the token at ``at``.
    """
    tokens = sentence.tokens
    start, begun = tokens[first].span.start, tokens[at].span
    while start and text[start - 1].isspace():
        start -= 1
    stop = "" if text[start - 1] == "." else "."
    if opening:
        return Cut(at, (Edit(Span(start, begun.start), f"{stop} {capital(opening)} "),))
    return Cut(at, (Edit(Span(start, begun.stop), f"{stop} {capital(begun.of(text))}"),))


def replaced(sentence: Sentence, first: int, stop: int, word: str) -> Edit:
    """Return the edit that puts ``word`` in place of the tokens from ``first`` up to ``stop``."""
    span = Span(sentence.tokens[first].span.start, sentence.tokens[stop - 1].span.stop)
    return Edit(span, word)


def joined(cuts: Iterable[Cut], at: int) -> Cut:
    """Return cuts that must be made together as one that counts as the cut at ``at``."""
    return Cut(at, tuple(edit for cut in cuts for edit in cut.edits))
