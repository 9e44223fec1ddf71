"""Questions of the letter answered (``--incoming``) that ours does not speak of.

The questions are the numbered points of the incoming letter and its sentences with «?». One is
answered when ours has the same number at the head of a paragraph, when enough of its words come
back, or when a sentence of ours that speaks of no other question of its sort states what it asks
for (``facts.asked``): a sum for «сколько», a time for «когда». What ours says of the letter
received («рассмотрели Ваше письмо о …») answers nothing.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plainreply.analysis.body import sentences_of, shown
from plainreply.analysis.layout import WORDED
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.facts.asked import asked_for, gives
from plainreply.grammar.lookup import plain_lemma
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held

NEEDS = Need.MORPHOLOGY
POINT = pattern(r"\s*(?P<number>\d{1,2})[.)]\s+(?=\S)")
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
MOST = 30
"""Questions that are held against one another; people ask no more."""


def build(rule: Rule) -> Finder:
    """Return a finder of unanswered questions; the message can name the ``question``. Options:
    ``share`` is how much of a question's words must come back (0..1)."""
    share = float(rule.options["share"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        if analysis.incoming is None:
            return
        own = sentences_of(analysis, WORDED)
        told = {stem for sentence in own if not _retells(sentence) for stem in _stems([sentence])}
        numbers, questions = _points(analysis), tuple(_questions(analysis.incoming))
        for question in questions:
            if question.number in numbers or not question.stems or not own:
                continue
            others = [one for one in questions[:MOST] if one is not question]
            if not question.meets(told, share) and not _given(analysis, question, others, share):
                place = shown(own[-1].tokens, last=True) or own[-1].span
                yield Finding(place, fields={"question": question.shown})

    return find


@dataclass(frozen=True)
class Question:
    """A question of the incoming letter: its number, if any, and the sentences it takes."""

    number: str
    sentences: Sequence[Sentence]
    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its key words."""
        return _stems(self.sentences)

    @cached_property
    def sort(self) -> str:
        """The sort of fact that it asks for."""
        return asked_for(" ".join(sentence.span.of(self.text) for sentence in self.sentences))

    def meets(self, told: Collection[str], share: float) -> bool:
        """Tell whether so much of its words comes back among these stems."""
        met = [stem for stem in self.stems if any(_agree(stem, other) for other in told)]
        return len(met) >= share * len(self.stems)

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
    """Return a word without its ending: of «почта» and «почтовый» one goes on as the other."""
    lemma = plain_lemma(token)
    return lemma[: min(STEM, max(STEM - 1, len(lemma) - 1))]


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or (len(one) >= STEM - 1 and other.startswith(one))


def _given(
    analysis: Analysis, question: Question, others: Iterable[Question], share: float
) -> bool:
    """Tell whether a sentence states what a question asks for and answers no other such one."""
    rivals = [one for one in others if one.sort == question.sort]
    text = analysis.document.text
    return any(
        gives(sentence, sentence.span.of(text), question.sort)
        and not _retells(sentence)
        and not any(one.meets(_stems([sentence]), share) for one in rivals)
        for sentence in sentences_of(analysis, WORDED)
    )
