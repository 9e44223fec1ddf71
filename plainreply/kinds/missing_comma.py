"""Commas that are surely missing: before conjunctions and «который», behind «здравствуйте»."""

from collections.abc import Iterator

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence, Token
from plainreply.grammar.commas import lacking
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Edit, Span

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of places where a comma is missing; its fix puts the comma there."""

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        for before, word in lacking(sentence):
            place = Span(before.span.stop, before.span.stop)
            yield Finding(_shown(before, word), offer((Edit(place, ","),), safe=True))

    return by_sentence(find)


def _shown(before: Token, word: Token) -> Span:
    return Span(before.span.start, word.span.stop)
