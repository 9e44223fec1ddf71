"""A text that sets ``conditions`` and more and shows none by an example («например»).

An offer («если остались вопросы, позвоните») sets no condition.
"""

import re
from collections.abc import Iterator

from plainreply.analysis.body import sentences_in
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.grammar.lookup import plain_lemma
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
EXAMPLES = frozenset(
    """например пример допустим скажем предположим представить допустить предположить к-примеру
    проиллюстрировать посчитать наглядный наглядность образец""".split()
)
SHOWN_SO = pattern(
    r"\bвот\s+как\b|\A\s*так,\s[^!?]*\d|\bна\s+деле\b|\bк\s+примеру\b|\bвозьм[её]м\b|\bпосмотрим\b|\bразбер[её]м\b"
    r"|\b(?:у|семь[яеи])\s+(?-i:[А-ЯЁ])[а-яё]+(?:ых|их)\b",
    re.IGNORECASE,
)
OFFERS = frozenset(
    """вопрос согласный звонить позвонить написать обжаловать пожаловаться жалоба сообщить удобный
    удобно хотеть неясный""".split()
)
LEADS = frozenset(
    {
        ("при", "условии"),
        ("в", "случае"),
        ("в", "случаях"),
        ("при", "наличии"),
        ("кроме", "случаев"),
    }
)
SHOWN = 3


def build(rule: Rule) -> Finder:
    """Return a finder of the last condition of such a text."""
    limit = int(rule.options["conditions"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        body = sentences_in(analysis)
        if any(_shows(analysis.document.text, sentence) for sentence in body):
            return
        found = [place for s in body if not _is_offer(s) for place in _conditions(s)]
        if len(found) >= limit:
            yield Finding(found[-1], fields={"count": str(len(found))})

    return find


def _shows(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence brings an example."""
    named = any({plain_lemma(t), t.lower} & EXAMPLES for t in sentence.tokens)
    return named or bool(SHOWN_SO.search(sentence.span.of(text)))


def _is_offer(sentence: Sentence) -> bool:
    """Tell whether a sentence offers help or a choice, so that its «если» is no condition."""
    return any(plain_lemma(token) in OFFERS for token in sentence.tokens)


def _conditions(sentence: Sentence) -> Iterator[Span]:
    """Yield the first words of each condition: «если …», «при условии …», «в случае …»."""
    words = [token for token in sentence.tokens if token.is_word]
    for at, token in enumerate(words):
        led = _is_led(words, at)
        alone = token.lower == "если" and not (at and _is_led(words, at - 1))
        if alone or led:
            shown = words[at - led : at - led + SHOWN]
            yield Span(shown[0].span.start, shown[-1].span.stop)


def _is_led(words: list[Token], at: int) -> bool:
    return at > 0 and (words[at - 1].lower, words[at].lower) in LEADS
