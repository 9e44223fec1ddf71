"""What repairs would give, and that no repair of a real sentence lowers the score."""

import pickle
import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plainreply
from plainreply.readability import Homes, Score
from plainreply.report import Report
from plainreply.rulebook import rulebook
from plainreply.spans import Span, apply

LONG = (
    "Мы рассмотрели ваше обращение о ремонте дороги и сообщаем, что подрядчик начнёт работы в "
    "июне, закончит их в августе, а проезд для жителей улицы сохранит на всё время ремонта."
)
PASSIVE = "Комиссией рассмотрено ваше обращение."
TURN = "Во исполнение поручения осуществляется проверка."
PLAIN = "Мы получили ваше обращение. Дорогу починят в июне. Позвоните нам, если нужна помощь."
LETTER = f"{PLAIN} {LONG} {PASSIVE} {TURN} {PLAIN}"


@cache
def checked(text: str) -> Report:
    return plainreply.check(text)


def rated(text: str) -> Score:
    rating = checked(text).rating
    assert rating is not None
    return rating


def test_a_report_says_the_same_when_it_was_read_before_it_was_sent_on() -> None:
    """What was worked out may go along; it must hold for the issues that arrive."""
    for text in (LETTER, f"{TURN} {LONG}"):
        report = plainreply.check(text)
        told = report.to_dict()
        for _ in range(20):
            report = pickle.loads(pickle.dumps(report))
            assert report.to_dict() == told


def test_every_sentence_with_findings_has_a_gain_the_best_first() -> None:
    rating = rated(LETTER)
    texts = [gain.span.of(LETTER) for gain in rating.gains]
    assert sorted(texts) == sorted([LONG, PASSIVE, TURN])
    points = [gain.points for gain in rating.gains]
    assert points == sorted(points, reverse=True) and min(points) > 0
    assert {gain.span.of(LETTER): gain.pieces for gain in rating.gains}[LONG] == 2


def test_a_gain_is_what_the_score_itself_says() -> None:
    """To repair all is to have the score of the same text without issues."""
    rating = rated(LETTER)
    everything = rating.gained(rating.gains)
    assert everything == rating.together
    assert rating.value + everything <= 100
    assert sum(rule.points for rule in rating.rules) > 0
    assert {rule.rule for rule in rating.rules} == {issue.rule for issue in checked(LETTER).issues}


def test_a_gain_without_a_split_is_exact() -> None:
    """Taking one finding out of the list gives the score that the gain promised."""
    from plainreply.readability import rate

    report = checked(f"{PASSIVE} {PLAIN}")
    rating = report.rating
    assert rating is not None and len(rating.gains) == 1
    ledger = rating.ledger
    left = rate(report.readability, (), ledger.faults.groups, ledger.faults.words)
    assert left is not None
    assert left.value == round(rating.value + rating.gains[0].points, 1)


def test_three_together_never_give_more_than_all() -> None:
    rating = rated(f"{LETTER} {PASSIVE} {TURN}")
    assert rating.together <= rating.gained(rating.gains)
    assert len(rating.first) == 3


def test_parts_name_their_findings() -> None:
    rating = rated(LETTER)
    named = [issue for part in rating.parts for issue in part.issues]
    assert sorted(named, key=lambda issue: issue.span) == list(checked(LETTER).issues)
    assert all(part.points <= part.ceiling for part in rating.parts)


def test_heat_tells_hard_sentences_from_plain_ones() -> None:
    report = checked(LETTER)
    heat = dict(zip((span.of(LETTER) for span in report.sentences), report.heat, strict=True))
    assert all(0 <= warmth <= 1 for warmth in report.heat)
    assert min(heat[LONG], heat[TURN]) > max(w for text, w in heat.items() if text in PLAIN)


def test_a_text_without_words_has_no_gains_and_no_heat() -> None:
    report = checked("12.05.2025. № 7.")
    assert report.rating is None and set(report.heat) <= {0.0}


def test_a_place_outside_all_sentences_is_its_own_home() -> None:
    homes = Homes((Span(5, 10), Span(12, 20)))
    assert homes.of(Span(13, 14)) == Span(12, 20)
    assert homes.of(Span(0, 2)) == Span(0, 2)
    assert homes.of(Span(10, 11)) == Span(10, 11)


MISTAKES = frozenset({"grammar-mistake", "missing-comma", "misspelling", "typography"})
"""Rules whose repairs mend the language: the letter may then be read as another one, with a
greeting that was none («Увожаемые») or an infinitive («явится»), and be judged anew."""


def pairs(mistakes: bool) -> list[tuple[str, str]]:
    """What the examples of the rules of wording say is bad, and what repairs it."""
    rules = (rule for rule in rulebook().choose() if rule.group == "wording")
    examples = [e for rule in rules if (rule.id in MISTAKES) is mistakes for e in rule.examples]
    return [
        (re.sub(r"[\[\]]", "", e.bad), e.good)
        for e in examples
        if e.bad is not None and e.good is not None
    ]


MENDED, REWRITTEN = pairs(mistakes=True), pairs(mistakes=False)
FILL = [
    "Мы получили ваше обращение.",
    "Комиссия изучила документы и приняла решение.",
    "Управлением проведена проверка организации.",
    "Данный вопрос находится на контроле в администрации города.",
    "Деньги придут до 5 мая.",
]


SURROUNDINGS = st.lists(st.sampled_from(FILL), max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(REWRITTEN), SURROUNDINGS, SURROUNDINGS)
def test_rewriting_a_sentence_never_lowers_the_score(
    pair: tuple[str, str], before: list[str], after: list[str]
) -> None:
    bad, good = (" ".join([*before, sentence, *after]) for sentence in pair)
    assert rated(good).value >= rated(bad).value


@pytest.mark.parametrize("pair", [*REWRITTEN, *MENDED], ids=lambda pair: pair[0][:40])
def test_every_repair_in_the_rules_raises_the_score(pair: tuple[str, str]) -> None:
    assert rated(pair[1]).value > rated(pair[0]).value


def test_each_rewrite_of_a_letter_keeps_or_raises_the_score() -> None:
    report = checked(LETTER)
    fixes = [issue.fixes[0] for issue in report.issues if issue.fixes]
    assert fixes
    for fix in fixes:
        assert rated(apply(LETTER, fix.edits)).value >= rated(LETTER).value


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*FILL, PASSIVE, TURN, LONG]), min_size=20, max_size=26))
def test_a_letter_written_twice_keeps_its_score(sentences: list[str]) -> None:
    once = " ".join(sentences)
    twice = rated(f"{once}\n\n{once}").value
    assert round(abs(twice - rated(once).value), 1) <= 0.2  # shares of under 60 words are rough
