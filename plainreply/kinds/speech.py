"""Words that a clerk should not say to a client: brush-offs, «ага», «заполню за вас».

The lexicon has ``part``, ``phrase`` (words in order), ``plain`` (what to say instead) and
``unless``, words that excuse it where they stand in the sentence. Option: ``part``. A capital
within a sentence is that of a name («улица Ага»).
"""

from collections.abc import Iterator
from typing import NamedTuple

from plainreply.document import Analysis, Need, Sentence
from plainreply.facts.sayings import sayings, spoken
from plainreply.facts.script import Voice
from plainreply.grammar.lookup import read_on
from plainreply.grammar.table import Table, entries
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
    phrases = Table(
        (
            Phrase(tuple(row["phrase"].split()), row["plain"], frozenset(row["unless"].split()))
            for row in rows
        ),
        lambda phrase: phrase.words,
    )

    def find(analysis: Analysis) -> Iterator[Finding]:
        for saying in sayings(analysis, Voice.CLERK):
            for sentence in saying.sentences:
                yield from _found(spoken(sentence), phrases)

    return find


def _found(sentence: Sentence, phrases: Table[Phrase]) -> Iterator[Finding]:
    tokens, free = sentence.tokens, 0
    said = {token.lower for token in tokens}
    for at, phrase in entries(sentence, phrases):
        named = at and tokens[at].text[0].isupper()
        found = read_on(phrase.words, sentence, at) if at >= free and not named else ()
        if found and phrase.unless.isdisjoint(said):
            free = at + len(found)
            span = Span(found[0].span.start, found[-1].span.stop)
            yield Finding(span, fields={"plain": phrase.plain})
