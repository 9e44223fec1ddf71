"""Token boundaries, written as «a|b», and what holds for any text at all."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainreply.analysis.segment import sentences, tokens
from plainreply.document import Document, Paragraph
from plainreply.spans import Span

CASES = """
по|Закону|№|59-ФЗ|.
до|12.05.2025|,|
с|09:00|до|15:00|,
с|10:00|-|18:00|.
участок|77:01:0001001:1234|;
дело|№|123/25-ОГ
мкр|.|1-ый|,|д|.|2
и|т|.|д|.
и|(|или|)|ином
звоните|8-800-100-70-10
пишите|на|info@mos.ru|.
сайт|www.mos.ru|.
(|mos.ru|)|,
см|.|https://mos.ru/a?b=1|,
на|госуслуги.рф|.
файл|Приложение.docx|;
ставка|1,5|%
___________|подпись
в|доме|14|а
«|Почта|России|»|.
как|?!|так|...
Адреса|:|-|г|.|Шарья
социально-бытовой|вопрос
Иванов|И|.|И|.
"""
HOSTILE = (
    "ё\u0301",
    "😀",
    "👨‍👩‍👧",
    "\r\n",
    "\ud800",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "а\u00adб",
    "²",
)
WORDS = (*HOSTILE, "г.", "«", "1) ", ";- ", ":", ". ", "И. И.", "2025 г. ", "т. д.", "Ответ", "по")
TEXTS = st.one_of(
    st.text(st.characters(), max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=20).map("".join),
)


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_tokens(case: str) -> None:
    parts = [part for part in case.split("|") if part]
    text = glue(parts)
    assert [token.text for token in tokens(text, Span(0, len(text)))] == parts


def glue(parts: list[str]) -> str:
    """Put the parts together with no space, but between two words and before «-слово»."""
    text = ""
    for part in parts:
        apart = text and (part[0].isalnum() or part[0] in "(№") and text[-1].isalnum()
        close = apart and (text[-5:], part) in {("09:00", "до")}
        text += " " + part if apart and not close else part
    return text


def test_a_hyphen_joins_nothing_across_a_space() -> None:
    text = "слово -слово, дом- интернат"
    found = [token.text for token in tokens(text, Span(0, len(text)))]
    assert found == ["слово", "-", "слово", ",", "дом", "-", "интернат"]


def test_spans_count_from_the_start_of_the_text() -> None:
    text = "Да. 😀 Ответ готов."
    (token, *_, last) = tokens(text, Span(6, len(text)))
    assert (token.index, token.span, token.text) == (0, Span(6, 11), "Ответ")
    assert (last.index, last.span, last.lemma, last.head) == (2, Span(17, 18), "", -1)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    half = len(text) // 2
    return Paragraph(Span(0, half)), Paragraph(Span(half, len(text)), "list")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_sentences_hold_everything_but_space(text: str) -> None:
    for paragraph in paragraphs(text):
        found = sentences(Document(text, (paragraph,)))
        assert all(paragraph.span.contains(span) for span in found)
        assert all(a.stop <= b.start for a, b in pairwise(found))
        assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in found)
        held = "".join("".join(span.of(text).split()) for span in found)
        assert held == "".join(paragraph.span.of(text).split())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_tokens_tile_everything_but_space(text: str) -> None:
    found = tokens(text, Span(0, len(text)))
    assert [token.index for token in found] == list(range(len(found)))
    assert all(token.text == token.span.of(text) != "" for token in found)
    assert all(a.span.stop <= b.span.start for a, b in pairwise(found))
    assert "".join(token.text for token in found) == "".join(text.split())


SIZE = 100_000  # code points: 200 kB of Russian
BOMBS = (
    ".", "г. ", "«", "1) ", "(", "а.Б", ". ", "; - ", ":\n- ", "a.a", "И. ", "2025 г. В", "[…] ",
    "а", "1:", "1.", "(а. ) ", "\n", " ", "\n \r\n", ".\n", "г.) ",
    "-", "@", "Ааа. ", "руб. Ааа ", "w-", "😀", ") А",
)  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_time_is_linear(bomb: str) -> None:
    text = bomb * (SIZE // len(bomb))
    begin = time.process_time()
    spans = sentences(Document(text, (Paragraph(Span(0, len(text))),)))
    for span in spans:
        tokens(text, span)
    assert time.process_time() - begin < 5
