"""Quoted stretches, written with «[» and «]» around what counts as quoted."""

from itertools import pairwise

import pytest

from plainreply.analysis.quotes import quoted
from plainreply.document import Document, Paragraph
from plainreply.spans import Span

CASES = [
    "Закон [«О порядке рассмотрения обращений»] действует.",
    "Закон [«О мерах по закону «О порядке»»] действует.",
    "Закон [«О мерах по закону «О порядке»] действует.",
    "Закон [„О порядке“] и портал [“Госуслуги”] действуют.",
    'Закон ["О порядке"] и портал ["Госуслуги"] действуют.',
    'Он нажал ["Да"], потом [«Нет»].',
    'ООО [«Фирма "Ромашка"»] ответило.',
    'ООО ["Фирма «Ромашка»"] ответило.',
    "Закон «О порядке действует.",
    "Закон О порядке» действует.",
    'Экран 15" и 17.',
    "[«»] пусто",
    "[«А»][«Б»]",
    "Нет кавычек.",
]


def quotes_of(text: str, *cuts: int) -> list[str]:
    bounds = [0, *cuts, len(text)]
    paragraphs = tuple(Paragraph(Span(a, b)) for a, b in pairwise(bounds))
    return [span.of(text) for span in quoted(Document(text, paragraphs))]


@pytest.mark.parametrize("case", CASES)
def test_quoted_stretches(case: str) -> None:
    marks = [part.split("]")[0] for part in case.split("[")[1:]]
    assert quotes_of(case.replace("[", "").replace("]", "")) == marks


def test_typographic_english_pair_is_a_quotation() -> None:
    assert quotes_of("Портал “Госуслуги” открыт") == ["“Госуслуги”"]


def test_a_quotation_never_crosses_a_paragraph() -> None:
    text = "Он сказал «да\nи ушёл» домой"
    cut = text.index("\n") + 1
    assert quotes_of(text, cut) == []
    assert quotes_of("«а»\n«б»", 4) == ["«а»", "«б»"]


def test_spans_count_code_points_of_the_whole_text() -> None:
    text = "😀😀\n«а»"
    spans = quoted(Document(text, (Paragraph(Span(0, 3)), Paragraph(Span(3, 6)))))
    assert spans == (Span(3, 6),)
