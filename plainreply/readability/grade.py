"""Says which school grade reads a text with ease, how sure that is, and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import exp

from plainreply.readability.formulas import FORMULAS, Counts
from plainreply.readability.marks import Marks
from plainreply.readability.model import Term, model
from plainreply.views import view

ENOUGH_WORDS = 100
"""Under this many words chance outweighs the text: the formulas were made for such samples."""
TOO_FEW_WORDS = 30
"""Under this many words no class is named: a heading has no school year."""

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
        if not more:
            return self  # with the grade that it knows already
        prose = None if self.prose is None else self.prose.split(more)
        return replace(self, sentences=self.sentences + more, prose=prose)

    @cached_property
    def indices(self) -> Mapping[str, float]:
        """The value of every classic formula by its id in ``FORMULAS``; empty without words."""
        if not self.words:
            return view({})
        return view({name: f.compute(self) for name, f in FORMULAS.items()})

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
            told = sorted(judged.indices[n] for n, f in FORMULAS.items() if f.is_grade)
            middle = len(told) // 2
            return _bent((told[middle] + told[~middle]) / 2)
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


def _bent(grade: float) -> float:
    if grade > LAST_REAL:
        room = HARDEST - LAST_REAL
        return HARDEST - room * exp((LAST_REAL - grade) / room)
    if grade < FIRST_REAL:
        room = FIRST_REAL - EASIEST
        return EASIEST + room * exp((grade - FIRST_REAL) / room)
    return grade
