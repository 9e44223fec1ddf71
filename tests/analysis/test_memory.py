"""A sentence is analysed once, and told again where it stands."""

from collections.abc import Sequence

import pytest

from plainreply import analysis
from plainreply.analysis import analyse, neural, resolve
from plainreply.document import Need, Sentence
from plainreply.memo import Memory
from plainreply.readers import read_text
from plainreply.spans import Span

FIRST = "Отдел назначения пособий рассмотрел ваше заявление."
SECOND = "Ответ придёт почтой."


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Remember no sentence yet, and return the list of those that the parser will be asked."""
    heard: list[str] = []
    parsed = neural.parsed

    def listening(
        sentences: Sequence[neural.Words],
    ) -> list[tuple[list[neural.Tag], list[neural.Arc]]]:
        heard.extend(" ".join(words) for words in sentences)
        return parsed(sentences)

    monkeypatch.setattr(neural, "parsed", listening)
    monkeypatch.setattr(analysis, "_known", Memory[tuple[Need, str], Sentence](2))
    return heard


def sentences(text: str) -> tuple[Sentence, ...]:
    return analyse(read_text(text)).sentences


def test_a_sentence_is_asked_about_once(asked: list[str]) -> None:
    sentences(f"{SECOND} {FIRST} {SECOND}")
    sentences(FIRST)
    assert sorted(asked) == sorted(s.replace(".", " .") for s in (FIRST, SECOND))


def test_the_oldest_sentences_are_forgotten(asked: list[str]) -> None:
    for text in (FIRST, SECOND, "Ждите ответа.", SECOND, FIRST):
        sentences(text)
    assert [heard.split()[0] for heard in asked] == ["Отдел", "Ответ", "Ждите", "Отдел"]


def test_what_is_told_again_stands_in_its_place(asked: list[str]) -> None:
    first, *again = sentences(f"{FIRST} {FIRST}\n\n{FIRST}")
    assert len(again) == 2
    for other in again:
        by = other.span.start - first.span.start
        assert by > 0
        assert other.span == first.span.shift(by)
        assert [t.span for t in other.tokens] == [t.span.shift(by) for t in first.tokens]
        assert [(t.text, t.feats, t.head) for t in other.tokens] == [
            (t.text, t.feats, t.head) for t in first.tokens
        ]
        assert other.names == tuple(name.shift(by) for name in first.names) != ()


def test_what_was_found_in_a_sentence_is_not_told_of_another(asked: list[str]) -> None:
    (sentence,) = sentences(FIRST)
    sentence.memo["found"] = 1
    (again,) = sentences(FIRST)
    assert again == sentence
    assert not again.memo


def test_a_sentence_is_analysed_again_when_more_is_asked(asked: list[str]) -> None:
    place = (SECOND, Span(0, len(SECOND)))
    (tagged,), (parsed,) = (resolve([place], need) for need in (Need.MORPHOLOGY, Need.SYNTAX))
    assert all(t.pos and not t.rel for t in tagged.tokens)
    assert all(t.rel for t in parsed.tokens)
