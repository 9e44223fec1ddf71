"""Counts, formulas and the grade, on texts small enough to count by hand."""

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainreply.document import Sentence, Token
from plainreply.readability import FORMULAS, Counts, Readability, measure
from plainreply.spans import Span

counts = st.integers(1, 500).flatmap(
    lambda sentences: st.integers(sentences, 5000).flatmap(
        lambda words: st.builds(
            Readability,
            words=st.just(words),
            sentences=st.just(sentences),
            letters=st.integers(words, 15 * words),
            syllables=st.integers(0, 7 * words),
            complex_words=st.integers(0, words),
        )
    )
)


def sentence(text: str) -> Sentence:
    found = enumerate(re.finditer(r"[\w\u0300-\u036f]+(?:-\w+)*|[^\w\s]", text))
    tokens = (Token(i, Span(*m.span()), m.group()) for i, m in found)
    return Sentence(Span(0, len(text)), tuple(tokens))


def read(*sentences: str) -> Readability:
    return measure(map(sentence, sentences))


@pytest.fixture
def small() -> Readability:
    return read("Мама мыла раму.", "Осуществляется перерегистрация.")


def test_counts(small: Readability) -> None:
    assert small == Readability(words=5, sentences=2, letters=41, syllables=19, complex_words=2)
    assert (small.words_per_sentence, small.syllables_per_word, small.letters_per_word) == (
        2.5,
        3.8,
        8.2,
    )


@pytest.mark.parametrize(
    ("name", "by_hand"),
    [
        ("flesch-kincaid", 0.795 + 53.96 - 30.5),
        ("ari", 51.332 + 0.70125 - 31.04),
        ("coleman-liau", 45.1 - 14 - 20.33),
        ("smog", 1.1 * 8.0374125 + 0.05),
        ("dale-chall", 22.08 + 0.6825),
        ("sis", 0.9 + 21.888 - 11.97),
        ("flesch", 206.835 - 3.25 - 228.38),
    ],
)
def test_formula(small: Readability, name: str, by_hand: float) -> None:
    assert small.indices[name] == pytest.approx(by_hand, abs=1e-6)


def test_every_formula_has_a_value_and_only_flesch_is_no_grade(small: Readability) -> None:
    assert small.indices.keys() == FORMULAS.keys()
    assert [name for name, formula in FORMULAS.items() if not formula.is_grade] == ["flesch"]


def test_grade_is_the_median_of_the_grades(small: Readability) -> None:
    assert small.grade == pytest.approx((10.818 + 20.99325) / 2)


@given(counts)
def test_grade_stays_in_bounds(readability: Readability) -> None:
    assert readability.grade is not None
    assert 1 <= readability.grade <= 20
    assert readability.label


@given(counts, counts)
def test_bending_keeps_the_order_of_medians(one: Readability, other: Readability) -> None:
    def median(readability: Readability) -> float:
        grades = sorted(readability.indices[name] for name, f in FORMULAS.items() if f.is_grade)
        return (grades[2] + grades[3]) / 2

    assert one.grade is not None
    assert other.grade is not None
    if median(one) <= median(other):
        assert one.grade <= other.grade + 1e-9


@pytest.mark.parametrize("sentences", [(), ("",), ("123 — 45.", "№ 7"), ("🙂 🙂!",)])
def test_without_words_there_is_no_grade(sentences: tuple[str, ...]) -> None:
    readability = read(*sentences)
    assert readability.words == readability.sentences == 0
    assert readability.grade is None
    assert readability.indices == {}
    assert readability.rough
    assert readability.label == readability.reason == "Оценки нет: в тексте нет слов"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("да", Counts(1, 1, 2, 1, 0)),
        ("в", Counts(1, 1, 1, 0, 0)),
        ("МАМА", Counts(1, 1, 4, 2, 0)),
        ("Санкт-Петербург", Counts(1, 1, 14, 4, 0)),
        ("59-ФЗ от 02.05.2006", Counts(2, 1, 4, 1, 0)),
        ("Ёлка 🙂!", Counts(1, 1, 4, 2, 0)),
        ("мои\u0306", Counts(1, 1, 3, 1, 0)),
        ("а\u0301дрес", Counts(1, 1, 5, 2, 0)),
        ("email", Counts(1, 1, 5, 3, 0)),
        ("проверили", Counts(1, 1, 9, 4, 0)),
        ("перепроверили", Counts(1, 1, 13, 6, 1)),
    ],
)
def test_counts_of_one_sentence(text: str, expected: Counts) -> None:
    assert read(text) == Readability(**vars(expected))


def test_numbers_and_their_sentences_change_nothing() -> None:
    assert read("Мама мыла раму 3 раза.", "12.05.2024.") == read("Мама мыла раму раза.")


def test_one_sentence_has_a_rough_grade() -> None:
    readability = read("Мы проверили ваш счёт и вернули вам деньги.")
    assert readability.grade is not None
    assert readability.grade < 5
    assert readability.rough
    assert readability.reason == "Оценка грубая: в тексте меньше 100 слов"


def test_a_hundred_words_are_enough() -> None:
    readability = read(*["Мама мыла раму сама."] * 25)
    assert not readability.rough
    assert readability.reason == ""


@pytest.mark.parametrize(
    ("words_per_sentence", "label"),
    [
        (4, "3-й класс: поймёт каждый"),
        (15, "7-й класс: поймёт большинство"),
        (30, "11-й класс: поймёт тот, кто окончил школу"),
        (40, "вуз: поймёт человек с высшим образованием"),
        (90, "сложнее учебника для вуза: поймёт специалист"),
    ],
)
def test_label(words_per_sentence: int, label: str) -> None:
    words = 10 * words_per_sentence
    readability = Readability(words, 10, 11 * words // 2, 22 * words // 10, words // 20)
    assert readability.label == label


@given(counts)
def test_grade_of_a_text_written_twice_is_the_same(readability: Readability) -> None:
    twice = Readability(**{name: 2 * count for name, count in vars_of(readability).items()})
    assert twice.grade == pytest.approx(readability.grade)


def vars_of(readability: Readability) -> dict[str, int]:
    names = ("words", "sentences", "letters", "syllables", "complex_words")
    return {name: getattr(readability, name) for name in names}


def test_splitting_a_sentence_never_makes_the_grade_harder() -> None:
    whole = read("Мы проверили ваш счёт и вернули вам деньги, потому что ошиблись.")
    split = read("Мы проверили ваш счёт и вернули вам деньги.", "Потому что ошиблись.")
    assert whole.grade is not None
    assert split.grade is not None
    assert split.grade < whole.grade


def test_measuring_is_fast() -> None:
    text = [sentence("Комиссия рассмотрела обращение гражданина и приняла решение.")] * 5000
    start = perf_counter()
    words = measure(text).words
    assert words / (perf_counter() - start) > 50_000
