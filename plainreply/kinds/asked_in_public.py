"""A public reply that asks for personal data without moving to a private channel.

Options: ``verbs`` that ask, ``data`` asked for (lemmas), ``channels``: lemmas of a private
channel, one of which must stand in the same sentence or one next to it; a telephone number or an
e-mail address is one as well.
"""

from collections.abc import Iterator, Sequence

from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.facts.contacts import contacts
from plainreply.grammar.lookup import plain_lemma
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
NEEDED = frozenset("нужный нужно понадобиться требоваться необходимый необходимо какой".split())
YOURS = frozenset("ваш ваша ваше ваши вас вашу вашего вашей".split())
REACH = 8
"""How many tokens what is asked for may stand from the verb."""


def build(rule: Rule) -> Finder:
    """Return a finder of such requests: from the verb to what it asks for."""
    verbs, data, channels = (
        frozenset(str(rule.options[name]).split()) for name in ("verbs", "data", "channels")
    )

    def find(analysis: Analysis) -> Iterator[Finding]:
        text, sentences = analysis.document.text, analysis.sentences
        for at, sentence in enumerate(sentences):
            span = _request(sentence, verbs, data)
            near = sentences[max(at - 1, 0) : at + 2]
            if span and not _private(text, near, channels):
                yield Finding(span)

    return find


def _request(sentence: Sentence, verbs: frozenset[str], data: frozenset[str]) -> Span | None:
    tokens = sentence.tokens
    for token in tokens:
        asked = plain_lemma(token) in verbs and _asks(tokens, token)
        if asked or _needs(tokens, token):
            for other in tokens[token.index + 1 : token.index + 1 + REACH]:
                if plain_lemma(other) in data:
                    return Span(token.span.start, other.span.stop)
    return None


def _needs(tokens: Sequence[Token], word: Token) -> bool:
    """Tell «нужны Ваши имя и адрес», «какой у Вас номер телефона?»."""
    yours = any(token.lower in YOURS for token in tokens[word.index : word.index + REACH])
    return yours and (plain_lemma(word) in NEEDED or word.lower in NEEDED)


def _asks(tokens: Sequence[Token], verb: Token) -> bool:
    """Tell whether a verb asks the reader; «сообщите» alone may be read as the future, too."""
    before = tokens[verb.index - 1].lower if verb.index else ""
    future = verb.feats.get("Person") == "2" and verb.feats.get("Number") == "Plur"
    return verb.feats.get("Mood") == "Imp" or (future and before not in {"вы", "если", "когда"})


def _private(text: str, sentences: Sequence[Sentence], channels: frozenset[str]) -> bool:
    return any(
        plain_lemma(token) in channels or token.lower in channels
        for sentence in sentences
        for token in sentence.tokens
    ) or any(
        contact.way in {"phone", "email", "url"}
        for sentence in sentences
        for contact in contacts(sentence.span.of(text))
    )
