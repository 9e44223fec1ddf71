"""What is said in a call script, line by line, as passages in which wordings are looked for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from plainreply.document import Analysis, Sentence, Token
from plainreply.facts.script import Line, Voice, lines
from plainreply.facts.wordings import Passage
from plainreply.memo import kept, remembered
from plainreply.spans import Span

PLEASE = "пожалуйста"
BRACKETS = "{[<"


@dataclass(frozen=True)
class Saying:
    """A line with its ``text`` and what of each sentence it holds; labels are left out."""

    line: Line
    sentences: tuple[Sentence, ...]
    text: str

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the line in order."""
        return tuple(token for sentence in self.sentences for token in sentence.tokens)

    @cached_property
    def passage(self) -> Passage:
        """The words of the line, whose facts may stand anywhere in it."""
        return Passage(spoken(Sentence(self.line.span, self.tokens)), self.text)


def sayings(analysis: Analysis, *voices: Voice) -> list[Saying]:
    """Return what these voices say, line by line."""
    return [saying for saying in _said(analysis) if saying.line.voice in voices]


@remembered
def _said(analysis: Analysis) -> Iterator[Saying]:
    """Yield every line; lines and sentences both go on in the order of the text."""
    sentences, at = analysis.sentences, 0
    for line in lines(analysis.document):
        while at < len(sentences) and sentences[at].span.stop <= line.span.start:
            at += 1
        inside: list[Sentence] = []
        here = at
        while here < len(sentences) and sentences[here].span.start < line.span.stop:
            inside += _inside(sentences[here], line.span)
            here += 1
        yield Saying(line, tuple(inside), line.span.of(analysis.document.text))


def _inside(sentence: Sentence, line: Span) -> Iterator[Sentence]:
    """Yield what of a sentence stands in a line."""
    tokens = tuple(token for token in sentence.tokens if line.contains(token.span))
    if tokens:
        yield Sentence(Span(tokens[0].span.start, tokens[-1].span.stop), tokens)


@kept
def spoken(sentence: Sentence) -> Sentence:
    """Return a sentence with its words alone, without marks and «пожалуйста»."""
    words = (token for token in sentence.tokens if token.is_word and token.lower != PLEASE)
    return Sentence(sentence.span, tuple(map(_bare, words)))


def _bare(token: Token) -> Token:
    """Return a token without the bracket of a slot that the segmentation leaves on it."""
    if token.text[0] not in BRACKETS:
        return token
    text, lemma = token.text.lstrip(BRACKETS), token.lemma.lstrip(BRACKETS)
    return replace(token, text=text, lemma=lemma)
