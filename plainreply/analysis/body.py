"""The body of a letter by sentences and paragraphs, and the words that show what it lacks."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from plainreply.analysis.layout import Part, layout, spans
from plainreply.analysis.layout_signs import is_salutation
from plainreply.document import Analysis, Paragraph, Sentence
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


def sentences_in(analysis: Analysis, parts: Collection[Part] = BODY) -> tuple[Sentence, ...]:
    """Return the sentences that stand in these parts of the letter, the salutation without."""
    places = spans(analysis.document, parts)
    text = analysis.document.text
    inside = (sentence for sentence in analysis.sentences if held(sentence.span, places))
    return tuple(s for s in inside if not _greets(s, text))


def _greets(sentence: Sentence, text: str) -> bool:
    return sentence.words <= GREETING and is_salutation(sentence.span.of(text).strip())


def blocks(analysis: Analysis) -> tuple[Block, ...]:
    """Return the paragraphs of the body that hold sentences, but for the salutation, in order."""
    found = {paragraph.span: paragraph for paragraph, part in _told(analysis) if part is Part.BODY}
    starts = sorted(found)
    inside: dict[Span, list[Sentence]] = {}
    at = 0
    for sentence in sentences_in(analysis):
        while at + 1 < len(starts) and starts[at + 1].start <= sentence.span.start:
            at += 1
        inside.setdefault(starts[at], []).append(sentence)
    return tuple(Block(found[span], tuple(held)) for span, held in inside.items())


def _told(analysis: Analysis) -> Iterator[tuple[Paragraph, Part]]:
    yield from zip(analysis.document.paragraphs, layout(analysis.document), strict=True)


def first_words(sentences: Sequence[Sentence]) -> Span:
    """Return where the first words of these sentences stand, of which there is at least one."""
    words = [token for token in sentences[0].tokens if token.is_word][:SHOWN]
    shown = words or list(sentences[0].tokens[:SHOWN])
    return Span(shown[0].span.start, shown[-1].span.stop)
