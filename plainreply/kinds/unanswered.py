"""Questions of the letter answered (``--incoming``) that ours does not speak of.

The questions are the numbered points of the incoming letter and its sentences with «?». One is
answered when ours has the same number at the head of a paragraph, or when enough of its words
come back. What ours says of the letter received («рассмотрели Ваше письмо о …») answers nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainreply.analysis.body import sentences_of, shown
from plainreply.analysis.layout import WORDED
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.grammar.lookup import plain_lemma
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held

NEEDS = Need.MORPHOLOGY
POINT = re.compile(r"\s*(?P<number>\d{1,2})[.)]\s+(?=\S)")
KEY = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
STEM = 5
"""How many letters of two words must agree: «отремонтируете», «отремонтируем»."""
SHORTEST = 3
LETTERS = frozenset("обращение письмо заявление жалоба запрос".split())
RETOLD = frozenset("рассмотреть получить поступить зарегистрировать отвечать сообщать".split())
COMMON = frozenset(
    """быть мочь хотеть просить сообщить сказать ответить разъяснить пояснить вопрос ответ весь
    какой который этот год день время человек дом город улица являться иметь делать сделать нужно
    должный уважаемый здравствовать почему когда""".split()
)
SHOWN = 80


def build(rule: Rule) -> Finder:
    """Return a finder of unanswered questions; the message can name the ``question``. Options:
    ``share`` is how much of a question's words must come back (0..1)."""
    share = float(rule.options["share"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        if analysis.incoming is None:
            return
        own = sentences_of(analysis, WORDED)
        told = {stem for sentence in own if not _retells(sentence) for stem in _stems([sentence])}
        numbers = _points(analysis)
        for question in _questions(analysis.incoming):
            asked = _stems(question.sentences)
            if question.number in numbers or not asked or not own:
                continue
            if len(asked & told) < share * len(asked):
                place = shown(own[-1].tokens, last=True) or own[-1].span
                yield Finding(place, fields={"question": question.shown})

    return find


@dataclass(frozen=True)
class Question:
    """A question of the incoming letter: its number, if any, and the sentences it takes."""

    number: str
    sentences: Sequence[Sentence]
    text: str

    @property
    def shown(self) -> str:
        """The question, or as much of it as a message has room for."""
        said = " ".join(sentence.span.of(self.text) for sentence in self.sentences)
        whole = " ".join(POINT.sub("", said, count=1).split())
        return whole if len(whole) <= SHOWN else f"{whole[:SHOWN].rsplit(' ', 1)[0]}…"


def _questions(incoming: Analysis) -> Iterator[Question]:
    """Yield the numbered points, where there are two or more, and the other questions."""
    text = incoming.document.text
    points = [p for p in incoming.document.paragraphs if POINT.match(p.span.of(text))]
    numbered = [p.span for p in points] if len(points) > 1 else []
    inside = _by_place(incoming.sentences, numbered)
    for place in numbered:
        match = POINT.match(place.of(text))
        yield Question(match["number"] if match else "", inside[place.start], text)
    for sentence in incoming.sentences:
        asks = sentence.span.of(text).rstrip().endswith("?")
        if asks and not held(sentence.span, numbered):
            yield Question("", [sentence], text)


def _by_place(
    sentences: Sequence[Sentence], places: Sequence[Span]
) -> Mapping[int, list[Sentence]]:
    """Return the sentences that stand at each of these places, by where it starts."""
    starts = [place.start for place in places]
    found: dict[int, list[Sentence]] = {start: [] for start in starts}
    for sentence in sentences:
        if held(sentence.span, places):
            found[starts[bisect_right(starts, sentence.span.start) - 1]].append(sentence)
    return found


def _points(analysis: Analysis) -> frozenset[str]:
    """Return the numbers at the heads of our paragraphs."""
    text = analysis.document.text
    heads = (POINT.match(p.span.of(text)) for p in analysis.document.paragraphs)
    return frozenset(match["number"] for match in heads if match)


def _retells(sentence: Sentence) -> bool:
    """Tell whether a sentence only says what letter was received or looked at."""
    lemmas = {plain_lemma(token) for token in sentence.tokens}
    return "ваш" in lemmas and bool(lemmas & LETTERS) and bool(lemmas & RETOLD)


def _stems(sentences: Sequence[Sentence]) -> frozenset[str]:
    return frozenset(_stem(t) for s in sentences for t in s.tokens if _is_key(t))


def _is_key(token: Token) -> bool:
    lemma = plain_lemma(token)
    return token.pos in KEY and len(lemma) >= SHORTEST and lemma not in COMMON | LETTERS


def _stem(token: Token) -> str:
    return plain_lemma(token)[:STEM]
