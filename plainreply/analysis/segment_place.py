"""A place where a sentence may end, and the plain facts about it."""

import re
from typing import NamedTuple, Self

from razdel.segmenters.punct import SMILES

from plainreply.analysis.segment_items import Items

DELIMITERS = re.compile(
    rf"(?:{SMILES}|[.?!…\"'„»”’)\]}}])(?=\s)"
    r"|[.?!…](?=[А-ЯЁ]|\d{1,2}[.)]\s)|[:;](?=\s|[-–—•·▪●]|\w{{1,2}}\))"
    r"|\n\s*"
)
SPACE = re.compile(r"\s*")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LEFT_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
WINDOW = 40  # code points to either side that a rule may look at
FAR = 400  # code points: how far back a rule may look in the sentence so far


class Place(NamedTuple):
    """A mark ``text[at:stop]`` in a paragraph's ``text``; the sentence so far begins at ``start``
    and the text goes on at ``next``, after the space. ``left`` is a stretch of the sentence
    before the mark, ``right`` a stretch from ``next`` on."""

    text: str
    start: int
    at: int
    stop: int
    next: int
    delimiter: str
    left: str
    right: str
    items: Items

    @classmethod
    def of(cls, text: str, start: int, mark: re.Match[str], items: Items) -> Self:
        """Return the place of ``mark``, a match of ``DELIMITERS`` in ``text``."""
        at, stop = mark.span()
        space = SPACE.match(text, stop)
        goes_on = space.end() if space else stop
        left = text[max(start, at - WINDOW) : at]
        right = text[goes_on : goes_on + WINDOW]
        return cls(text, start, at, stop, goes_on, mark.group(), left, right, items)

    @property
    def spaced(self) -> bool:
        """True when there is space after the mark."""
        return self.next > self.stop

    @property
    def so_far(self) -> str:
        """The sentence before the mark, or its last part when it is very long."""
        return self.text[max(self.start, self.at - FAR) : self.at]

    @property
    def right_word(self) -> str:
        """The word straight after the space, or an empty string."""
        match = WORD.match(self.right)
        return match.group() if match else ""

    @property
    def left_word(self) -> str:
        """The word straight before the mark, or an empty string."""
        match = LEFT_WORD.search(self.left, self.left.rfind(" ") + 1)
        return match.group() if match else ""

    @property
    def capital(self) -> bool:
        """True when a word with a capital follows."""
        return self.right[:1].isupper()
