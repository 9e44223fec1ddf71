"""Spans and edits: places in a text and changes to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainreply.spans import Edit, Span, apart, apply, hull, overlapping

TEXTS = st.text(alphabet="абв 😀é\r\n\u0301", max_size=30)


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text with edits that do not touch each other's insides, in any order."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    edits = [Edit(span, draw(st.text("xyз😀", max_size=5))) for span in spans]
    return text, draw(st.permutations(edits))


@given(edited_texts())
def test_edits_at_once_equal_edits_from_the_end_one_by_one(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    expected = text
    for span, new in sorted(edits, reverse=True):
        expected = expected[: span.start] + new + expected[span.stop :]
    assert apply(text, edits) == expected


@given(TEXTS)
def test_no_edits_change_nothing(text: str) -> None:
    assert apply(text, ()) == text


@given(edited_texts())
def test_editing_to_the_same_text_changes_nothing(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    assert apply(text, [Edit(edit.span, edit.span.of(text)) for edit in edits]) == text


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y")],
        [Edit(Span(0, 3), "x"), Edit(Span(0, 3), "y")],
        [Edit(Span(0, 4), "x"), Edit(Span(1, 2), "")],
        [Edit(Span(3, 7), "x")],
        [Edit(Span(-1, 2), "x")],
    ],
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError):
        apply("слово", edits)


def test_neighbouring_edits_are_no_overlap() -> None:
    assert apply("абвг", [Edit(Span(2, 4), "Y"), Edit(Span(0, 2), "X")]) == "XY"


def test_an_insertion_before_a_replacement_comes_first() -> None:
    assert apply("аб", [Edit(Span(0, 1), "X"), Edit(Span(0, 0), "+")]) == "+Xб"


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), min_size=1, max_size=6))
def test_hull_is_the_smallest_span_that_holds_all(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + size) for start, size in pairs]
    whole = hull(iter(spans))
    assert all(whole.contains(span) for span in spans)
    assert whole.start in {s.start for s in spans}
    assert whole.stop in {s.stop for s in spans}


@pytest.mark.parametrize(
    ("one", "other", "overlap", "hold"),
    [
        (Span(0, 3), Span(2, 5), True, False),
        (Span(0, 3), Span(3, 5), False, False),
        (Span(0, 9), Span(3, 5), True, True),
        (Span(2, 4), Span(2, 4), True, True),
        (Span(3, 5), Span(0, 9), True, False),
    ],
)
def test_overlaps_and_contains(one: Span, other: Span, overlap: bool, hold: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap
    assert one.contains(other) is hold


def test_of_counts_code_points() -> None:
    text = "😀 справка"
    assert Span(2, 9).of(text) == "справка"
    assert Span(0, 1).shift(2) == Span(2, 3)


def test_spans_that_overlap_become_one() -> None:
    assert apart([Span(6, 9), Span(0, 3), Span(2, 5), Span(9, 9)]) == [
        Span(0, 5),
        Span(6, 9),
        Span(9, 9),
    ]


@pytest.mark.parametrize(
    ("span", "found"),
    [
        ((0, 2), []),
        ((2, 3), [(2, 4)]),
        ((3, 7), [(2, 4), (6, 8)]),
        ((4, 6), []),
        ((7, 20), [(6, 8)]),
    ],
)
def test_overlapping(span: tuple[int, int], found: list[tuple[int, int]]) -> None:
    assert list(overlapping(Span(*span), [Span(2, 4), Span(6, 8)])) == found
