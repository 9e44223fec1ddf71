"""The classic readability formulas, with the coefficients published for Russian.

All were fitted on school texts. On official prose they run high, so what they say is a rough
school grade, not a verdict. Each needs at least one word and one sentence.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType
from typing import NamedTuple


@dataclass(frozen=True)
class Counts:
    """What the formulas are computed from.

    ``words`` have a letter in them; bare numbers and marks count nowhere. ``sentences`` hold
    at least one word. ``syllables`` are vowels. ``complex_words`` have over four syllables.
    """

    words: int = 0
    sentences: int = 0
    letters: int = 0
    syllables: int = 0
    complex_words: int = 0

    @property
    def words_per_sentence(self) -> float:
        """The average sentence length (ASL), in words."""
        return self.words / self.sentences

    @property
    def syllables_per_word(self) -> float:
        """The average word length (ASW), in syllables."""
        return self.syllables / self.words

    @property
    def letters_per_word(self) -> float:
        """The average word length, in letters."""
        return self.letters / self.words


def flesch_kincaid(counts: Counts) -> float:
    """Return the Flesch-Kincaid school grade. Coefficients: I. Begtin, plainrussian.ru."""
    return 0.318 * counts.words_per_sentence + 14.2 * counts.syllables_per_word - 30.5


def ari(counts: Counts) -> float:
    """Return the Automated Readability Index, a school grade. Coefficients: plainrussian.ru."""
    return 6.26 * counts.letters_per_word + 0.2805 * counts.words_per_sentence - 31.04


def coleman_liau(counts: Counts) -> float:
    """Return the Coleman-Liau school grade, from letters and sentences per 100 words.

    Coefficients: plainrussian.ru.
    """
    letters = 100 * counts.letters_per_word
    sentences = 100 / counts.words_per_sentence
    return 0.055 * letters - 0.35 * sentences - 20.33


def smog(counts: Counts) -> float:
    """Return the SMOG school grade, from complex words a sentence.

    Coefficients: plainrussian.ru.
    """
    return 1.1 * sqrt(64.6 * counts.complex_words / counts.sentences) + 0.05


def dale_chall(counts: Counts) -> float:
    """Return the Dale-Chall school grade, from the percentage of complex words.

    Complex words stand in for the list of rare words of the original. Coefficients:
    plainrussian.ru.
    """
    complex_share = 100 * counts.complex_words / counts.words
    return 0.552 * complex_share + 0.273 * counts.words_per_sentence


def sis(counts: Counts) -> float:
    """Return the school grade after Solovyev, Ivanov and Solnyshkina (2018)."""
    return 0.36 * counts.words_per_sentence + 5.76 * counts.syllables_per_word - 11.97


def flesch(counts: Counts) -> float:
    """Return the Flesch reading ease after I. Oborneva (2006): about 0..100, 100 is easy."""
    return 206.835 - 1.3 * counts.words_per_sentence - 60.1 * counts.syllables_per_word


class Formula(NamedTuple):
    """An index: its usual name, how to compute it, and whether the result is a school grade."""

    title: str
    compute: Callable[[Counts], float]
    is_grade: bool = True


FORMULAS: Mapping[str, Formula] = MappingProxyType(
    {
        "flesch-kincaid": Formula("Флеш — Кинкейд", flesch_kincaid),
        "ari": Formula("ARI", ari),
        "coleman-liau": Formula("Колман — Лиау", coleman_liau),
        "smog": Formula("SMOG", smog),
        "dale-chall": Formula("Дейл — Чалл", dale_chall),
        "sis": Formula("SIS (Соловьёв, Иванов, Солнышкина)", sis),
        "flesch": Formula("Флеш (Оборнева)", flesch, is_grade=False),
    }
)
