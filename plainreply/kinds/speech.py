"""Words that a clerk should not say to a client: brush-offs, «ага», «заполню за вас».

The lexicon has ``part``, ``phrase`` (words in order), ``plain`` (what to say instead) and
``unless``, words that excuse it where they stand in the sentence. Option: ``part``. A capital
within a sentence is that of a name («улица Ага»).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plainreply.document import Analysis, Need, Token
from plainreply.facts.cues import spoken
from plainreply.facts.script import Voice, sayings
from plainreply.grammar.lookup import by_first_word, plain_lemma, reads_on
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY


class Phrase(NamedTuple):
    """Words to find, what to say instead, and the words that excuse them."""

    words: tuple[str, ...]
    plain: str
    unless: frozenset[str]


def build(rule: Rule) -> Finder:
    """Return a finder of such phrases in what the clerk says; ``{plain}`` fills the message."""
    rows = [row for row in rule.lexicon if row["part"] == rule.options["part"]]
    phrases = by_first_word(
        (
            Phrase(tuple(row["phrase"].split()), row["plain"], frozenset(row["unless"].split()))
            for row in rows
        ),
        lambda phrase: phrase.words,
    )

    def find(analysis: Analysis) -> Iterator[Finding]:
        for saying in sayings(analysis, Voice.CLERK):
            for sentence in saying.sentences:
                yield from _found(sentence, phrases)

    return find


def _found(sentence: Sequence[Token], phrases: Mapping[str, Sequence[Phrase]]) -> Iterator[Finding]:
    tokens = [token for _, token in spoken(sentence)]
    said, free = {token.lower for token in tokens}, 0
    for at, token in enumerate(tokens):
        words = dict.fromkeys((plain_lemma(token), token.lower))
        near = (phrase for word in words for phrase in phrases.get(word, ()))
        for phrase in near if at >= free and not (at and token.text[0].isupper()) else ():
            stop = _stop(tokens, at, phrase.words)
            if stop and phrase.unless.isdisjoint(said):
                free = stop
                span = Span(token.span.start, tokens[stop - 1].span.stop)
                yield Finding(span, fields={"plain": phrase.plain})
                break


def _stop(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> int:
    """Return the index behind the phrase that begins at a token, 0 when there is none."""
    ends = range(at + len(words), min(at + 3 * len(words), len(tokens)) + 1)
    return next((stop for stop in ends if reads_on(words, tokens[at:stop])), 0)
