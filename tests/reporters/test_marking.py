"""Sentences laid out with marked places; «|» ends a line of the expected picture."""

import pytest

from plainreply.reporters.marking import Mark, marked
from plainreply.spans import Span


def picture(text: str, words: list[str], width: int = 80) -> list[str]:
    """Return the lines with carets under ``words``, numbered in order."""
    marks = [
        Mark(Span(text.index(w), text.index(w) + len(w)), number, "red")
        for number, w in enumerate(words, 1)
    ]
    return [line.plain for line in marked(text, Span(0, len(text)), marks, width, False)]


def test_number_stands_first_and_carets_follow() -> None:
    assert picture("Ваше письмо получено.", ["получено"]) == [
        "Ваше письмо получено.",
        "            1^^^^^^^",
    ]


def test_mark_goes_on_in_the_next_line_with_its_number() -> None:
    assert picture("раз два три четыре", ["два три"], 8) == [
        "раз два",
        "    1^^",
        "три",
        "1^^",
        "четыре",
    ]


def test_marks_that_overlap_or_touch_stand_on_lines_of_their_own() -> None:
    assert picture("раз два", ["раз два", "раз"]) == ["раз два", "1^^^^^^", "2^^"]
    assert picture("раз два", ["раз два", "аз"]) == ["раз два", "1^^^^^^", " 2^"]
    assert picture("раз два", ["раз два", "два"]) == ["раз два", "1^^^^^^", "    2^^"]


def test_numbers_of_two_digits_do_not_touch_either() -> None:
    marks = [Mark(Span(at, at + 1), 10 + at, "red") for at in range(4)]
    shown = [line.plain for line in marked("абвг", Span(0, 4), marks, 80, False)]
    assert shown == ["абвг", "10 13", " 11", "  12"]


def test_a_mark_without_a_number_has_carets_only() -> None:
    (_, below) = marked("раз два", Span(0, 7), [Mark(Span(4, 7), 0, "red")], 80, False)
    assert below.plain == "    ^^^"


def test_one_letter_is_marked_by_the_number_alone() -> None:
    assert picture("а § б", ["§"]) == ["а § б", "  1"]


@pytest.mark.parametrize("text", ["два\n\tслова", "два \r\n слова", "  два слова "])
def test_white_space_is_one_space(text: str) -> None:
    assert picture(text, []) == ["два слова"]


def test_word_longer_than_the_line_is_cut() -> None:
    assert picture("я" * 25, [], 10) == ["я" * 10, "я" * 10, "я" * 5]


def test_wide_characters_keep_carets_in_place() -> None:
    assert picture("😀 слово", ["слово"]) == ["😀 слово", "   1^^^^"]


def test_escape_sequences_are_defused() -> None:
    assert "\x1b" not in "".join(picture("до \x1b[2J после", []))


def test_colour_marks_without_carets() -> None:
    (line,) = marked("раз два", Span(0, 7), [Mark(Span(4, 7), 1, "red")], 80, True)
    assert line.pieces == (("раз ", ""), ("два", "red"))
