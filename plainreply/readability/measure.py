"""Counts a text once and says which school grade reads it with ease."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import exp
from statistics import median
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from plainreply.document import Sentence, Token
from plainreply.readability.formulas import FORMULAS, Counts
from plainreply.spans import Span, held

ENOUGH_WORDS = 100
"""Under this many words chance outweighs the text: the formulas were made for such samples."""

COMPLEX_SYLLABLES = 5
EASIEST, HARDEST = 1.0, 20.0
FIRST_REAL, LAST_REAL = 3.0, 16.0
"""Between these the grade is the median itself; beyond, there is hardly a school year to name."""

VOWELS = frozenset("аеёиоуыэюяіїєaeiouy")

LABELS: tuple[tuple[float, str], ...] = (
    (4, "{grade}-й класс: поймёт каждый"),
    (9, "{grade}-й класс: поймёт большинство"),
    (11, "{grade}-й класс: поймёт тот, кто окончил школу"),
    (16, "вуз: поймёт человек с высшим образованием"),
    (HARDEST, "сложнее учебника для вуза: поймёт специалист"),
)
"""The highest whole grade each label serves, and the label."""


@dataclass(frozen=True)
class Readability(Counts):
    """How hard a text is to read, by the counts of its words.

    ``quoted_words`` of them stand in quotation marks: titles of laws that nobody can shorten.
    """

    quoted_words: int = 0

    @property
    def sentence_length(self) -> float:
        """The average words of a sentence as ``long-sentence`` counts them, outside quotations."""
        return (self.words - self.quoted_words) / self.sentences

    @cached_property
    def indices(self) -> Mapping[str, float]:
        """The value of every formula by its id in ``FORMULAS``; empty when there are no words."""
        if not self.words:
            return MappingProxyType({})
        return MappingProxyType({name: f.compute(self) for name, f in FORMULAS.items()})

    @cached_property
    def grade(self) -> float | None:
        """The median of the formulas that give a school grade, bent to stay within 1..20.

        ``None`` when there are no words. Bending, unlike cutting off, keeps the order: half of
        real official notices lie above 20, and a rewrite must show there too.
        """
        if not self.words:
            return None
        middle = median(self.indices[name] for name, f in FORMULAS.items() if f.is_grade)
        return _bent(middle)

    @property
    def label(self) -> str:
        """The grade in Russian words, or why there is none."""
        if self.grade is None:
            return self.reason
        grade = int(self.grade + 0.5)
        return next(label for top, label in LABELS if grade <= top).format(grade=grade)

    @property
    def rough(self) -> bool:
        """True when the text is too short for the grade to be exact."""
        return self.words < ENOUGH_WORDS

    @property
    def reason(self) -> str:
        """A Russian sentence that says why the grade is rough or missing, else ``""``."""
        if not self.words:
            return "Оценки нет: в тексте нет слов"
        return f"Оценка грубая: в тексте меньше {ENOUGH_WORDS} слов" if self.rough else ""


class Sizes(NamedTuple):
    """The size of one token; all zero for numbers and marks."""

    word: int
    letters: int
    syllables: int
    complex: int


@lru_cache(maxsize=1 << 16)
def sizes(text: str) -> Sizes:
    """Return the size of a token; a preposition such as «в» has no syllable of its own."""
    text = normalize("NFC", text.lower())
    letters = sum(map(str.isalpha, text))
    syllables = sum(map(VOWELS.__contains__, text))
    return Sizes(int(letters > 0), letters, syllables, int(syllables >= COMPLEX_SYLLABLES))


def measure(sentences: Iterable[Sentence], quoted: Sequence[Span] = ()) -> Readability:
    """Return the readability of ``sentences``, in one pass; lemmas and syntax are not needed.

    ``quoted`` are the stretches in quotation marks, in order.
    """
    filled = [found for sentence in sentences if (found := _words(sentence))]
    columns = zip(*(size for found in filled for _, size in found), strict=True)
    words, letters, syllables, complex_words = map(sum, columns) if filled else (0, 0, 0, 0)
    apart = sum(held(token.span, quoted) for found in filled for token, _ in found)
    return Readability(words, len(filled), letters, syllables, complex_words, apart)


def _bent(grade: float) -> float:
    if grade > LAST_REAL:
        room = HARDEST - LAST_REAL
        return HARDEST - room * exp((LAST_REAL - grade) / room)
    if grade < FIRST_REAL:
        room = FIRST_REAL - EASIEST
        return EASIEST + room * exp((grade - FIRST_REAL) / room)
    return grade


def _words(sentence: Sentence) -> Sequence[tuple[Token, Sizes]]:
    return [(t, size) for t in sentence.tokens if (size := sizes(t.text)).word]
