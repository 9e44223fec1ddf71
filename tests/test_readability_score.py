"""The score: its parts add up, more faults never help, length does not matter."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainreply.readability import Marks, Readability, Score, rate
from plainreply.rule import SEVERITIES, Issue, Severity
from plainreply.spans import Span

GROUPS = {
    "passive": "wording",
    "split-predicate": "wording",
    "long-sentence": "wording",
    "italic": "format",
    "familiarity": "tone",
    "missing-greeting": "letter",
    "empty-slot": "template",
    "unsaid-step": "script",
}
NAMES = ("Сложность текста", "Канцелярит", "Длина предложений", "Оформление", "Прочее")


def text(words: int, asl: int, asw: float, complex_share: float) -> Readability:
    """A text of given averages; letters go with syllables."""
    letters, syllables = round(2.4 * asw * words), round(asw * words)
    return Readability(words, words // asl or 1, letters, syllables, round(complex_share * words))


def plain_text(words: int) -> Readability:
    """A text like a plain letter: sentences of ten words, few hard words."""
    sentences = words // 10
    marks = Marks(sentences, sentences // 2, 0, sentences // 3, sentences // 5, 0, 0, words // 8)
    return Readability(words, sentences, 5 * words, 2 * words, sentences // 3, marks=marks)


def hard_text(words: int) -> Readability:
    """A text like a bad letter: sentences of twenty words, ten of them hard."""
    n = words // 20
    marks = Marks(10 * n, 8 * n, 2 * n, 4 * n, 4 * n, n, n, n // 2)
    return Readability(words, n, 7 * words, 3 * words, 6 * n, marks=marks)


PLAIN = plain_text(200)
HARD = hard_text(200)


def issue(rule: str, severity: Severity = "warning") -> Issue:
    return Issue(rule, Span(0, 1), "", severity)


def rated(readability: Readability, issues: Iterable[Issue] = ()) -> Score:
    score = rate(readability, issues, GROUPS)
    assert score is not None
    return score


issues = st.lists(
    st.builds(issue, st.sampled_from([*GROUPS, "unknown"]), st.sampled_from(SEVERITIES)),
    max_size=60,
)
texts = st.builds(
    text, st.integers(1, 2000), st.integers(1, 60), st.floats(1, 4), st.floats(0, 0.4)
)


@given(texts, issues)
def test_parts_add_up_exactly(readability: Readability, found: list[Issue]) -> None:
    score = rated(readability, found)
    lost = sum((Decimal(str(part.points)) for part in score.parts), Decimal(0))
    assert Decimal(str(score.value)) == 100 - lost
    assert 0 <= score.value <= 100
    assert tuple(part.name for part in score.parts) == NAMES
    assert all(part.points >= 0 and part.why for part in score.parts)


@given(texts, issues, st.data())
def test_one_more_issue_never_raises_the_score(
    readability: Readability, found: list[Issue], data: st.DataObject
) -> None:
    rule = data.draw(st.sampled_from([*GROUPS, "unknown"]))
    more = issue(rule, data.draw(st.sampled_from(SEVERITIES)))
    assert rated(readability, [*found, more]).value <= rated(readability, found).value


@given(texts, issues, st.randoms())
def test_order_of_issues_does_not_matter(readability: Readability, found, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(found, len(found))
    assert rated(readability, shuffled) == rated(readability, found)


@given(st.integers(3, 100), issues)
def test_a_letter_written_twice_keeps_its_score(tens: int, found: list[Issue]) -> None:
    for make in (plain_text, hard_text):
        once, twice = make(60 * tens), make(120 * tens)
        again = [replace(issue, span=issue.span.shift(10_000)) for issue in found]
        assert rated(twice, found + again).value == pytest.approx(rated(once, found).value, abs=0.2)


@pytest.mark.parametrize("words", [60, 200, 2000])
@pytest.mark.parametrize("make", [plain_text, hard_text])
def test_letters_of_any_length_compare(words: int, make: Callable[[int], Readability]) -> None:
    found = [issue("passive")] * (words // 20)
    here, there = make(words), make(400)
    assert rated(here, found).value == pytest.approx(
        rated(there, [issue("passive")] * 20).value, abs=1.5
    )


@pytest.mark.parametrize("density", [15, 20, 25])
def test_officialese_lands_below_fifty(density: int) -> None:
    assert HARD.grade is not None
    assert HARD.grade > 15
    assert rated(HARD, [issue("passive")] * (2 * density)).value < 50


@pytest.mark.parametrize("density", [0, 1, 2])
def test_plain_letters_land_above_eighty(density: int) -> None:
    assert PLAIN.grade is not None
    assert PLAIN.grade < 9
    assert rated(PLAIN, [issue("passive")] * (2 * density)).value > 80


def test_a_faultless_plain_text_is_near_a_hundred() -> None:
    assert 95 < rated(PLAIN).value < 100


def test_one_fault_in_one_sentence_is_no_disaster() -> None:
    assert 75 < rated(text(8, 8, 2.3, 0.0), [issue("passive")]).value < 95


def test_a_hard_word_alone_costs_little() -> None:
    assert rated(Readability(1, 1, 15, 7, 1)).value > 90


def test_many_faults_saturate() -> None:
    score = rated(HARD, [issue(rule) for rule in GROUPS for _ in range(1000)])
    assert 0 <= score.value < 15


def test_no_words_no_score() -> None:
    assert rate(Readability(), [issue("passive")], GROUPS) is None


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("passive", "Канцелярит"),
        ("long-sentence", "Длина предложений"),
        ("italic", "Оформление"),
        ("familiarity", "Прочее"),
        ("missing-greeting", "Прочее"),
        ("empty-slot", "Прочее"),
        ("unsaid-step", "Прочее"),
        ("unknown", "Прочее"),
    ],
)
def test_a_rule_costs_in_its_part_only(rule: str, name: str) -> None:
    parts = rated(PLAIN, [issue(rule)]).parts
    clean = rated(PLAIN).parts
    worse = [p.name for p, old in zip(parts, clean, strict=True) if p.points > old.points]
    assert worse == [name]
    assert [part.rules for part in parts if part.rules] == [(rule,)]


def test_graver_issues_cost_more() -> None:
    values = [rated(PLAIN, [issue("passive", severity)]).value for severity in SEVERITIES]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == 3


def test_parts_say_why() -> None:
    found = [issue("passive"), issue("split-predicate"), issue("split-predicate")]
    complexity, officialese, length, look, _ = rated(HARD, [*found, issue("long-sentence")]).parts
    assert complexity.why == "Сложнее учебника для вуза: поймёт специалист"
    assert officialese.why == "Замечаний и советов: 3, это 1,5 на 100 слов"
    assert officialese.rules == ("split-predicate", "passive")
    assert length.why == "В предложении в среднем 20,0 слова; длинных предложений: 1"
    assert look.why == "Замечаний нет"


def test_a_short_text_says_that_its_grade_is_rough() -> None:
    complexity, officialese, *_ = rated(text(50, 10, 2.0, 0.0), [issue("passive")]).parts
    assert complexity.why.endswith(". Оценка грубая: в тексте меньше 100 слов")
    assert officialese.why == "Замечаний и советов: 1"


def test_a_very_short_text_is_not_called_easy_or_hard() -> None:
    complexity, *_ = rated(text(20, 10, 2.0, 0.0), [issue("passive")]).parts
    assert complexity.why.startswith("В тексте меньше 30 слов: о сложности судить рано")


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("passive", "Канцелярит"),
        ("long-sentence", "Длина предложений"),
        ("typography", "Оформление"),
        ("misspelling", "Прочее"),
        ("missing-comma", "Прочее"),
    ],
)
def test_a_fault_costs_in_the_part_that_it_belongs_to(rule: str, part: str) -> None:
    score = rate(PLAIN, [issue(rule)], {rule: "wording"})
    assert score is not None
    assert [p.name for p in score.parts if p.issues] == [part]


def test_slips_of_typing_weigh_like_advice() -> None:
    groups = {"typography": "wording", "italic": "format"}
    slip, advice = (
        rate(PLAIN, [one], groups) for one in (issue("typography"), issue("italic", "info"))
    )
    assert slip is not None and advice is not None
    assert slip.value == advice.value
