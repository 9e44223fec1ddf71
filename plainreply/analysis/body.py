"""The body of a letter by sentences and paragraphs, and the words that show what it lacks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainreply.analysis.layout import Part, layout, spans
from plainreply.analysis.layout_signs import is_salutation
from plainreply.document import Analysis, Paragraph, Sentence, Token
from plainreply.memo import remembered
from plainreply.spans import Span, held

SHOWN = 3
"""How many words show where something is missing."""
GREETING = 6
"""Words that a salutation has at most: «Уважаемый Олег Иванович»."""
BODY = frozenset({Part.BODY})


class Block(NamedTuple):
    """A paragraph of the body with its sentences."""

    paragraph: Paragraph
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> int:
        """The number of words in the paragraph."""
        return sum(sentence.words for sentence in self.sentences)


@remembered
def sentences_of(analysis: Analysis, parts: frozenset[Part]) -> Iterator[Sentence]:
    """Return the sentences that stand in these parts of the letter, in order."""
    places = spans(analysis.document, parts)
    return (sentence for sentence in analysis.sentences if held(sentence.span, places))


@remembered
def sentences_in(analysis: Analysis, parts: frozenset[Part] = BODY) -> Iterator[Sentence]:
    """Return the same but for the salutation."""
    text = analysis.document.text
    return (s for s in sentences_of(analysis, parts) if not _greets(s, text))


def _greets(sentence: Sentence, text: str) -> bool:
    return sentence.words <= GREETING and is_salutation(sentence.span.of(text).strip())


@remembered
def blocks(analysis: Analysis) -> Iterator[Block]:
    """Return the paragraphs of the body that hold sentences, but for the salutation, in order."""
    found = {paragraph.span: paragraph for paragraph, part in _told(analysis) if part is Part.BODY}
    starts = sorted(found)
    inside: dict[Span, list[Sentence]] = {}
    at = 0
    for sentence in sentences_in(analysis):
        while at + 1 < len(starts) and starts[at + 1].start <= sentence.span.start:
            at += 1
        inside.setdefault(starts[at], []).append(sentence)
    return (Block(found[span], tuple(held)) for span, held in inside.items())


def _told(analysis: Analysis) -> Iterator[tuple[Paragraph, Part]]:
    yield from zip(analysis.document.paragraphs, layout(analysis.document), strict=True)


def first_words(sentences: Sequence[Sentence]) -> Span:
    """Return where the first words of these sentences stand, of which there is at least one."""
    return shown(sentences[0].tokens) or sentences[0].span


def shown(tokens: Sequence[Token], *, last: bool = False) -> Span | None:
    """Return where the first or last words among tokens stand, ``None`` where there are none."""
    words = [token.span for token in tokens if token.is_word] or [token.span for token in tokens]
    told = words[-SHOWN:] if last else words[:SHOWN]
    return Span(told[0].start, told[-1].stop) if told else None
