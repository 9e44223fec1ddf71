"""Counts a text once, sentence by sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from plainreply.document import Sentence
from plainreply.readability.grade import NOTHING, Readability
from plainreply.readability.marks import VOWELS, Marks, marks
from plainreply.spans import Span, held, overlapping

COMPLEX_SYLLABLES = 5
WHOLE_WORDS = 12
"""A line of so many words is a sentence even without a full stop."""
END_MARKS = frozenset(".!?…:")
CLOSING = frozenset('»”“")]')


class Sizes(NamedTuple):
    """The size of one token; all zero for numbers and marks."""

    word: int
    letters: int
    syllables: int
    complex: int


NONE = Sizes(0, 0, 0, 0)


@lru_cache(maxsize=1 << 16)
def sizes(text: str) -> Sizes:
    """Return the size of a token; a preposition such as «в» has no syllable of its own."""
    text = normalize("NFC", text.lower())
    letters = sum(map(str.isalpha, text))
    syllables = sum(map(VOWELS.__contains__, text))
    return Sizes(int(letters > 0), letters, syllables, int(syllables >= COMPLEX_SYLLABLES))


def measure(
    sentences: Iterable[Sentence], quoted: Sequence[Span] = (), *, parsed: bool = False
) -> Readability:
    """Return the readability of ``sentences``, in one pass.

    ``quoted`` are the stretches in quotation marks, in order. Only ``parsed`` sentences have
    what the model of the grade needs.
    """
    return total(measured(sentence, quoted, parsed=parsed) for sentence in sentences)


def total(parts: Iterable[Readability]) -> Readability:
    """Return the readability of a text with these parts."""
    parts = tuple(parts)
    whole = [part if part.prose is None else part.prose for part in parts]
    prose = None if all(part.prose is None for part in parts) else _sum(whole)
    return replace(_sum(parts), prose=prose)


def _sum(parts: Sequence[Readability]) -> Readability:
    """Return the sum of the counts of all parts."""
    if not parts:
        return NOTHING
    rows = (
        (p.words, p.sentences, p.letters, p.syllables, p.complex_words, p.quoted_words)
        for p in parts
    )
    words, sentences, letters, syllables, complex_words, quoted = map(sum, zip(*rows, strict=True))
    found = [part.marks for part in parts if part.marks is not None]
    marked = Marks.total(found) if len(found) == len(parts) else None
    return Readability(words, sentences, letters, syllables, complex_words, quoted, marked)


def measured(
    sentence: Sentence, quoted: Sequence[Span] = (), *, parsed: bool = False
) -> Readability:
    """Return the readability of one sentence; it counts as none when it has no word."""
    each = [sizes(token.text) for token in sentence.tokens]
    words, letters, syllables, complex_words = map(sum, zip(*each, strict=True)) if each else NONE
    quoted = overlapping(sentence.span, quoted)
    apart = sum(t.is_word and held(t.span, quoted) for t in sentence.tokens) if quoted else 0
    found = marks(sentence.tokens) if parsed else None
    prose = None if _is_whole(sentence, words) else _nothing(parsed)
    filled = int(words > 0)
    return Readability(words, filled, letters, syllables, complex_words, apart, found, prose)


@cache
def _nothing(parsed: bool) -> Readability:
    return Readability(marks=Marks() if parsed else None)


def _is_whole(sentence: Sentence, words: int) -> bool:
    """Tell a sentence from a line of a letterhead, a signature, a heading or a cell.

    One without words is neither; it counts nowhere.
    """
    if not words or words >= WHOLE_WORDS:
        return True
    last = next((t.text for t in reversed(sentence.tokens) if t.text not in CLOSING), "")
    return last[-1:] in END_MARKS


def word_starts(sentences: Iterable[Sentence]) -> list[int]:
    """Return the places where the words of ``sentences`` start."""
    return [token.span.start for s in sentences for token in s.tokens if token.is_word]
