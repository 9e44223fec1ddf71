"""Front matter describes a text and is no part of its prose."""

import pytest

from plainreply.readers import read_bytes, read_text

LETTER = "---\ngenre: refusal\nTopic: Выплаты\nchannels: [почта, портал]\n---\nЗдравствуйте!\n"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_keys_are_read_and_the_text_is_kept_whole(name: str) -> None:
    document = read_bytes(LETTER.encode(), name)
    assert document.meta == {"genre": "refusal", "topic": "Выплаты", "channels": "почта, портал"}
    assert document.written == LETTER
    assert [p.span.of(document.text) for p in document.paragraphs] == ["Здравствуйте!"]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_of_either_sort_close_it(end: str) -> None:
    document = read_text(LETTER.replace("\n", end))
    assert document.meta["genre"] == "refusal"
    assert [p.span.of(document.text) for p in document.paragraphs] == ["Здравствуйте!"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nЭто не ключи, а просто строка между чертами.\n---\nЗдравствуйте!",
        "---\ngenre: [refusal\n---\nЗдравствуйте!",
        "---\ngenre: refusal\nЧерта так и не закрыта.",
        "Здравствуйте!\n---\ngenre: refusal\n---\n",
        "---\n" + "a: &a [x]\n" * 3 + "b: [*a, *a\n---\nЗдравствуйте!",
    ],
)
def test_what_is_no_mapping_is_text(text: str) -> None:
    assert read_text(text).meta == {}


def test_values_that_hold_more_than_words_are_left_out() -> None:
    nested = "---\ngenre: refusal\ndeep: {a: [b, c]}\nbomb: [[x, x], [x, x]]\n---\nДа.\n"
    assert read_text(nested).meta == {"genre": "refusal", "deep": "", "bomb": ""}


def test_dates_stay_as_they_are_written() -> None:
    assert read_text("---\nupdated: 2026-05-01\n---\nДа.\n").meta == {"updated": "2026-05-01"}
