"""The opening of an answer told in sentences: «Рассмотрев обращение …, сообщаем, что …» -> «Мы
рассмотрели обращение …. …»."""

from collections.abc import Iterator
from typing import NamedTuple

from plainreply.document import Sentence, Token
from plainreply.grammar.cut import Cut
from plainreply.grammar.divide_opening import READER, TELLS
from plainreply.grammar.divide_topic import topic_before
from plainreply.grammar.forms import capital, case_of, finite
from plainreply.grammar.phrase import extent
from plainreply.grammar.predicate import actor_of
from plainreply.grammar.refer import he
from plainreply.grammar.subjects import SUBJECTS
from plainreply.grammar.whole import is_balanced, predicates, stands_alone
from plainreply.spans import Edit, Span

SEES = frozenset("рассмотреть изучить проверить проанализировать".split())


class Answer(NamedTuple):
    """«…, администрация сообщает, что»: what is told begins at ``at``; ``noun`` is who tells it,
    None for «мы»."""

    at: int
    verb: Token
    noun: Token | None


def _answer(sentence: Sentence) -> Answer | None:
    """Return the telling verb of an answer with what stands around it that says nothing."""
    tokens = sentence.tokens
    verb = next((p for p in predicates(tokens) if p.lemma in TELLS), None)
    if verb is None or verb is not predicates(tokens)[0]:
        return None
    at = verb.index + 1
    at += at < len(tokens) and tokens[at].lemma in READER
    rest = [t.lower for t in tokens[at : at + 4]]
    if rest[:1] == ["следующее"]:
        at += 1
    elif rest[:2] == ["о", "следующем"] or rest[:2] == [",", "что"]:
        at += 2
    elif rest[:4] == ["о", "том", ",", "что"]:
        at += 4
    elif rest[:1] not in (["о"], ["об"]):
        return None
    subject = _teller(sentence, verb)
    first = verb.feats.get("Person") == "1"
    if first and verb.feats.get("Number") != "Plur":
        return None
    if first != (subject is None or subject.lemma == "мы"):
        return None
    return Answer(at, verb, subject)


def _teller(sentence: Sentence, verb: Token) -> Token | None:
    """Return the nominative that tells, by the tree or, where the tree errs, the last before the
    verb."""
    named = (n for n in sentence.below(verb, *SUBJECTS) if n.pos in {"NOUN", "PROPN", "PRON"})
    own = next((noun for noun in named if case_of(noun) in {"nom", ""}), None)
    if own is not None or verb.feats.get("Person") == "1":
        return own
    near = (t for t in reversed(sentence.tokens[: verb.index]) if t.pos == "NOUN")
    return next((t for t in near if t.feats.get("Case") == "Nom"), None)


def _phrase(sentence: Sentence, subject: Token) -> tuple[Token, ...] | None:
    """Return the words of the one who tells: what agrees before the noun and hangs behind it."""
    words = extent(sentence, subject)
    if words is None:
        return None
    first = subject.index
    while first and _goes_before(sentence.tokens[first - 1], subject):
        first -= 1
    return tuple(t for t in words if t.index >= first)


def _goes_before(token: Token, noun: Token) -> bool:
    """Tell whether a word right before a noun belongs to it."""
    return token.head == noun.index and token.pos != "PUNCT"


def at_answers(sentence: Sentence, text: str) -> Iterator[Cut]:
    """Yield «Мы рассмотрели обращение» for «Рассмотрев обращение, сообщаем следующее»."""
    answer = _answer(sentence)
    if answer is not None:
        cut = _told_first(sentence, text, answer) or _told_second(sentence, text, answer)
        if cut is not None:
            yield cut


def _told_first(sentence: Sentence, text: str, answer: Answer) -> Cut | None:
    """Return the answer that opens with «Рассмотрев» or «В ответ на»."""
    tokens = sentence.tokens
    if tokens[0].lemma in SEES and tokens[0].feats.get("VerbForm") == "Conv":
        return _told_after(sentence, text, answer, 1, tokens[0].lemma)
    replies = [t.lower for t in tokens[:3]] == ["в", "ответ", "на"]
    if replies or (tokens[0].lower == "на" and tokens[1].lemma in READER):
        return _told_after(sentence, text, answer, 2 if replies else 0, "отвечать")
    return None


def _told_second(sentence: Sentence, text: str, answer: Answer) -> Cut | None:
    """Return the answer that opens with who tells: «Управление, рассмотрев …, сообщает»."""
    tokens, first = sentence.tokens, answer.verb.index - 1
    seen = next((t for t in tokens[:first] if t.feats.get("VerbForm") == "Conv"), None)
    if seen is None or answer.noun is None or seen.lemma not in SEES or tokens[first].text != ",":
        return None
    verb = _finite(sentence, answer, seen.lemma)
    before = tokens[answer.noun.index : seen.index]
    if not before or before[-1].text != "," or not is_balanced(before) or verb is None:
        return None
    told = Edit(Span(before[-2].span.stop, seen.span.stop), f" {verb}")
    return _ended(sentence, text, answer, first, told)


def _told_after(sentence: Sentence, text: str, answer: Answer, stop: int, lemma: str) -> Cut | None:
    """Return the opening that begins with who acts, taken from behind the phrase."""
    tokens = sentence.tokens
    subject = () if answer.noun is None else _phrase(sentence, answer.noun)
    if subject is None:
        return None
    first = answer.verb.index if not subject else subject[0].index
    if subject and subject[-1].index != answer.verb.index - 1:
        return None
    verb = _finite(sentence, answer, lemma)
    comma = tokens[first - 1].text == ","
    if verb is None or first <= stop + 1 or predicates(tokens[:first]):
        return None
    who = "мы" if lemma in SEES else ""
    if subject:
        who = Span(subject[0].span.start, subject[-1].span.stop).of(text)
    begun = " ".join(filter(None, (who, verb)))
    span = Span(tokens[0].span.start, tokens[max(stop - 1, 0)].span.stop)
    if not stop:
        begun += f" {tokens[0].lower}"
    return _ended(sentence, text, answer, first - comma, Edit(span, capital(begun)))


def _finite(sentence: Sentence, answer: Answer, lemma: str) -> str | None:
    """Return «рассмотрели» or «отвечаем» as the one who answers asks."""
    tense = "Past" if lemma in SEES else "Pres"
    if answer.noun is None:
        return finite(lemma, tense, person="1")
    actor = actor_of(sentence, answer.noun)
    return finite(lemma, tense, person=actor.person, number=actor.number, gender=actor.gender)


def _ended(sentence: Sentence, text: str, answer: Answer, first: int, told: Edit) -> Cut | None:
    """Return the opening ended before the token at ``first``; what is told becomes a sentence."""
    tokens, at = sentence.tokens, answer.at
    start = tokens[first - 1].span.stop
    if at >= len(tokens) or not tokens[at].is_word:
        if len(tokens) - at > 1:
            return None
        stop = tokens[at - 1].span.stop
        ends = "" if at < len(tokens) and tokens[at].text == "." else "."
        if at < len(tokens) and tokens[at].text == ":":
            stop = tokens[at].span.stop
        edits = (told, Edit(Span(start, stop), ends))
        topic = topic_before(sentence, text, first)
        if topic is not None:
            return Cut(topic.at, (*edits, *topic.edits))
        return Cut(0, edits, drops=True)
    point = "" if text[start - 1] == "." else "."
    if tokens[at - 1] is answer.verb or tokens[at].lower in {"о", "об"}:
        who = "" if answer.noun is None else he(answer.noun)
        verb = " ".join(filter(None, (who, answer.verb.text)))
        begun = Edit(Span(start, answer.verb.span.stop), f"{point} {capital(verb)}")
        return Cut(answer.verb.index, (told, begun)) if is_balanced(tokens[at:]) else None
    if not stands_alone(sentence, tokens[at:]) or tokens[at - 1].lower != "что":
        return None
    fresh = f"{point} {capital(tokens[at].span.of(text))}"
    return Cut(at, (told, Edit(Span(start, tokens[at].span.stop), fresh)))
