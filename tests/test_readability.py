"""Counts, formulas and the grade, on texts small enough to count by hand."""

import re
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plainreply
from plainreply.document import Sentence, Token
from plainreply.readability import FORMULAS, Counts, Marks, Readability, measure, measured, total
from plainreply.readability.marks import familiar
from plainreply.readability.model import model
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


def parsed(text: str) -> Readability:
    return plainreply.check(text).readability


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


def test_without_a_tree_the_grade_is_the_median_of_the_formulas(small: Readability) -> None:
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
    assert vars_of(read(text)) == vars(expected)


def test_numbers_and_their_sentences_change_nothing() -> None:
    assert read("Мама мыла раму 3 раза.", "12.05.2024.") == read("Мама мыла раму раза.")


def test_one_sentence_has_a_rough_grade() -> None:
    readability = parsed("Мы проверили ваш счёт и вернули вам деньги.")
    assert readability.grade is not None
    assert readability.grade < 6
    assert readability.rough
    assert readability.reason == "Оценка грубая: в тексте меньше 100 слов"


def test_a_hundred_words_are_enough() -> None:
    readability = parsed("Мама мыла раму сама. " * 25)
    assert not readability.rough
    assert readability.reason == ""


def test_a_text_that_is_not_parsed_says_that_its_grade_is_rough() -> None:
    readability = plainreply.check("Мама мыла раму сама. " * 25, select=["all-caps"]).readability
    assert readability.marks is None and readability.features == ()
    assert readability.rough
    assert readability.reason.startswith("Оценка грубая: выбраны правила")


@pytest.mark.parametrize(
    "text",
    [
        "Порядок рассмотрения обращений граждан органами государственной власти",
        "О предоставлении информации",
        "Осуществляется перерегистрация.",
        "Нет.",
    ],
)
def test_a_heading_is_too_short_to_name_a_class(text: str) -> None:
    readability = parsed(text)
    assert readability.grade is not None
    assert readability.label == "текст слишком короткий, чтобы назвать класс"


@pytest.mark.parametrize(
    ("words_per_sentence", "hard", "label"),
    [
        (4, 0, "3-й класс: поймёт каждый"),
        (12, 1, "7-й класс: поймёт большинство"),
        (14, 2, "10-й класс: поймёт тот, кто окончил школу"),
        (20, 3, "вуз: поймёт человек с высшим образованием"),
        (40, 9, "сложнее учебника для вуза: поймёт специалист"),
    ],
)
def test_label(words_per_sentence: int, hard: int, label: str) -> None:
    words, found = 100 * words_per_sentence, 100 * hard
    marks = Marks(found, found, found // 2, found, found, 0, 0, words // 9)
    readability = Readability(words, 100, 6 * words, 3 * words, found, marks=marks)
    assert readability.label == label


def test_a_short_letter_has_its_class_named_roughly() -> None:
    readability = parsed("Мы проверили ваш счёт и вернули вам деньги. " * 5)
    assert 30 <= readability.words < 100
    assert readability.label.startswith("примерно ")


@given(counts)
def test_grade_of_a_text_written_twice_is_the_same(readability: Readability) -> None:
    twice = Readability(**{name: 2 * count for name, count in vars_of(readability).items()})
    assert twice.grade == pytest.approx(readability.grade)


def vars_of(readability: Readability) -> dict[str, int]:
    names = ("words", "sentences", "letters", "syllables", "complex_words")
    return {name: getattr(readability, name) for name in names}


def test_splitting_a_sentence_never_makes_the_grade_harder() -> None:
    whole = parsed("Мы проверили ваш счёт и вернули вам деньги, потому что ошиблись.")
    split = parsed("Мы проверили ваш счёт и вернули вам деньги. Потому что ошиблись.")
    assert whole.grade is not None
    assert split.grade is not None
    assert split.grade < whole.grade


deep = st.integers(1, 50).flatmap(
    lambda sentences: st.builds(
        Readability,
        words=st.just(15 * sentences),
        sentences=st.just(sentences),
        letters=st.integers(15 * sentences, 150 * sentences),
        syllables=st.just(30 * sentences),
        complex_words=st.integers(0, 9 * sentences),
        marks=st.builds(Marks, *[st.integers(0, 9 * sentences)] * 7, st.just(sentences)),
    )
)
NAMES = ("letters", "complex_words", *Marks.__slots__[:-1])


@given(deep, st.sampled_from(NAMES))
def test_one_more_hard_thing_never_makes_a_text_easier(text: Readability, name: str) -> None:
    assert text.grade is not None and text.marks is not None
    if name in Marks.__slots__:
        marks = replace(text.marks, **{name: getattr(text.marks, name) + 1})
        harder = replace(text, marks=marks).grade
    else:
        harder = replace(text, **{name: getattr(text, name) + 1}).grade
    assert harder is not None and harder >= text.grade


@given(deep)
def test_one_more_verb_never_makes_a_text_harder(text: Readability) -> None:
    assert text.grade is not None and text.marks is not None
    easier = replace(text, marks=replace(text.marks, finite=text.marks.finite + 1)).grade
    assert easier is not None and easier <= text.grade


@given(deep)
def test_features_add_up_to_the_grade(text: Readability) -> None:
    """The grade of plain letters and what each feature adds are the grade before bending."""
    assert text.marks is not None
    plain = model().start + sum(term.weight * term.usual() for term in model().terms)
    added = sum(feature.grades for feature in text.features)
    assert plain + added == pytest.approx(model().grade(text, text.marks))


def test_the_grade_lies_in_its_range_and_a_longer_text_has_a_narrower_one() -> None:
    one, many = parsed("Дом построят в июне."), parsed("Дом построят в июне. " * 50)
    for readability in (one, many):
        assert readability.range is not None and readability.grade is not None
        assert readability.range[0] <= readability.grade + 0.5
        assert readability.range[1] >= readability.grade - 0.5
    assert one.margin is not None and many.margin is not None
    assert one.margin > many.margin


def test_counts_of_a_parsed_sentence() -> None:
    marks = parsed("В целях обеспечения исполнения обязательств договор расторгнут.").marks
    assert marks is not None
    assert (marks.genitives, marks.abstract, marks.passives, marks.finite) == (3, 3, 1, 0)
    assert marks.unfamiliar >= 3


@pytest.mark.parametrize(
    ("sentence", "finite"),
    [
        ("Счёт надлежит оплатить до мая.", 1),
        ("Счёт нужно оплатить до мая.", 1),
        ("Министерство является учредителем школы.", 1),
        ("Министерство — учредитель школы.", 1),
        ("Документы — паспорт и справку — отдайте в школу.", 1),
        ("Оплата счёта — до мая.", 0),
    ],
)
def test_predicates_without_a_verb_count_as_verbs(sentence: str, finite: int) -> None:
    marks = parsed(sentence).marks
    assert marks is not None and marks.finite == finite


def test_familiar_words_are_the_lemmas_of_the_dictionary() -> None:
    text = "Бабушка пекла пирожки, а внуки играли во дворе с собакой."
    marks = parsed(text).marks
    assert marks is not None and marks.unfamiliar == 0
    assert len(familiar()) > 1500
    assert not any("ё" in word or word != word.lower() for word in familiar())


def test_letterhead_and_cells_do_not_make_a_letter_easier() -> None:
    hard = "Рассмотрение обращения осуществляется уполномоченным органом. " * 9
    head = "\n".join(["Администрация города", "улица Мира, дом 1", "Иванову", ""])
    assert parsed(head + hard).grade == pytest.approx(parsed(hard).grade)
    assert parsed(head + hard).words > parsed(hard).words
    assert parsed(head).grade is not None


def test_a_text_is_the_sum_of_its_sentences() -> None:
    parts = [sentence("Мама мыла раму."), sentence("Заголовок"), sentence("Дом стоит. ")]
    assert total(map(measured, parts)) == measure(parts)
    assert measure(parts).judged.sentences == 2


def test_measuring_is_fast() -> None:
    text = [sentence("Комиссия рассмотрела обращение гражданина и приняла решение.")] * 5000
    start = perf_counter()
    words = measure(text).words
    assert words / (perf_counter() - start) > 50_000
