"""Counts a text once and says which school grade reads it with ease."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from math import exp
from statistics import median
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from plainreply.document import Sentence
from plainreply.readability.formulas import FORMULAS, Counts
from plainreply.readability.marks import VOWELS, Marks, marks
from plainreply.readability.model import Term, model
from plainreply.spans import Span, held

ENOUGH_WORDS = 100
"""Under this many words chance outweighs the text: the formulas were made for such samples."""
TOO_FEW_WORDS = 30
"""Under this many words no class is named: a heading has no school year."""

WHOLE_WORDS = 12
"""A line of so many words is a sentence even without a full stop."""
END_MARKS = frozenset(".!?…:")
CLOSING = frozenset('»”“")]')

COMPLEX_SYLLABLES = 5
EASIEST, HARDEST = 1.0, 20.0
FIRST_REAL, LAST_REAL = 3.0, 16.0
"""Between these the grade is the median itself; beyond, there is hardly a school year to name."""

LABELS: tuple[tuple[float, str], ...] = (
    (4, "{grade}-й класс: поймёт каждый"),
    (9, "{grade}-й класс: поймёт большинство"),
    (11, "{grade}-й класс: поймёт тот, кто окончил школу"),
    (16, "вуз: поймёт человек с высшим образованием"),
    (HARDEST, "сложнее учебника для вуза: поймёт специалист"),
)
"""The highest whole grade each label serves, and the label."""

NO_WORDS = "Оценки нет: в тексте нет слов"
TOO_SHORT = "текст слишком короткий, чтобы назвать класс"
ROUGH = f"Оценка грубая: в тексте меньше {ENOUGH_WORDS} слов"
ROUGH_PROSE = f"Оценка грубая: в целых предложениях меньше {ENOUGH_WORDS} слов"
SHALLOW = "Оценка грубая: выбраны правила, для которых предложения не разбирают"


@dataclass(frozen=True, slots=True)
class Feature:
    """One count that the grade rests on, for a person: its Russian name, its value, where plain
    letters lie, and how many grades it adds against the middle of them."""

    name: str
    title: str
    value: float
    low: float
    high: float
    grades: float


@dataclass(frozen=True)
class Readability(Counts):
    """How hard a text is to read, by the counts of its words.

    ``quoted_words`` of the words stand in quotation marks: titles of laws that nobody can
    shorten. ``marks`` are the counts that need a parsed text; without them the grade falls back
    to the classic formulas and is rough. ``prose`` are the counts of whole sentences where there
    is more: a letter would seem easier for every line of its letterhead and every cell.
    """

    quoted_words: int = 0
    marks: Marks | None = None
    prose: "Readability | None" = None

    @property
    def judged(self) -> "Readability":
        """What the grade and the length of sentences are about: the prose, if there is some."""
        return self.prose if self.prose is not None and self.prose.words else self

    @property
    def sentence_length(self) -> float:
        """The average words of a sentence as ``long-sentence`` counts them, outside quotations."""
        judged = self.judged
        return (judged.words - judged.quoted_words) / judged.sentences

    def split(self, more: int) -> "Readability":
        """Return the same text cut into ``more`` more sentences."""
        prose = None if self.prose is None else self.prose.split(more)
        return replace(self, sentences=self.sentences + more, prose=prose)

    @cached_property
    def indices(self) -> Mapping[str, float]:
        """The value of every classic formula by its id in ``FORMULAS``; empty without words."""
        if not self.words:
            return MappingProxyType({})
        return MappingProxyType({name: f.compute(self) for name, f in FORMULAS.items()})

    @cached_property
    def grade(self) -> float | None:
        """The school grade by the model, bent to stay within 1..20; ``None`` without words.

        Without ``marks`` it is the median of the formulas that give a school grade. Bending,
        unlike cutting off, keeps the order: a rewrite of the hardest letter must show too.
        """
        if not self.words:
            return None
        judged = self.judged
        if judged.marks is None:
            return _bent(median(judged.indices[n] for n, f in FORMULAS.items() if f.is_grade))
        return _bent(model().grade(judged, judged.marks))

    @property
    def margin(self) -> float | None:
        """How many grades the grade of two texts of three is off at most; ``None`` without one."""
        return model().margin(self.judged.sentences) if self.words else None

    @property
    def range(self) -> tuple[int, int] | None:
        """The whole grades between which two texts of three lie."""
        if self.grade is None or self.margin is None:
            return None
        low, high = self.grade - self.margin, self.grade + self.margin
        return max(round(low), int(EASIEST)), min(round(high), int(HARDEST))

    @property
    def label(self) -> str:
        """The grade in Russian words, or why there is none."""
        if self.grade is None:
            return self.reason
        if self.judged.words < TOO_FEW_WORDS:
            return TOO_SHORT
        grade = int(self.grade + 0.5)
        label = next(label for top, label in LABELS if grade <= top).format(grade=grade)
        return f"примерно {label}" if self.rough and grade <= LABELS[2][0] else label

    @property
    def rough(self) -> bool:
        """True when the grade cannot be exact: the text is short or was not parsed."""
        return self.judged.words < ENOUGH_WORDS or self.marks is None

    @property
    def reason(self) -> str:
        """A Russian sentence that says why the grade is rough or missing, else ``""``."""
        if not self.words:
            return NO_WORDS
        if self.judged.words < ENOUGH_WORDS:
            return ROUGH if self.words < ENOUGH_WORDS else ROUGH_PROSE
        return SHALLOW if self.marks is None else ""

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """What the grade rests on, what makes it hardest first; empty without ``marks``."""
        judged = self.judged
        if not judged.words or judged.marks is None:
            return ()
        found = [_feature(term, judged, judged.marks) for term in model().terms]
        return tuple(sorted(found, key=lambda feature: -feature.grades))


def _feature(term: Term, counts: Counts, found: Marks) -> Feature:
    grades = term.weight * (term.value(counts, found) - term.usual())
    return Feature(term.name, term.title, term.shown(counts, found), term.low, term.high, grades)


NOTHING = Readability(marks=Marks())
"""A text without words."""


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
    words = letters = syllables = complex_words = apart = 0
    for token in sentence.tokens:
        size = sizes(token.text)
        if size.word:
            words += 1
            letters += size.letters
            syllables += size.syllables
            complex_words += size.complex
            apart += held(token.span, quoted)
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
    return [t.span.start for s in sentences for t in s.tokens if sizes(t.text).word]


def _bent(grade: float) -> float:
    if grade > LAST_REAL:
        room = HARDEST - LAST_REAL
        return HARDEST - room * exp((LAST_REAL - grade) / room)
    if grade < FIRST_REAL:
        room = FIRST_REAL - EASIEST
        return EASIEST + room * exp((grade - FIRST_REAL) / room)
    return grade
