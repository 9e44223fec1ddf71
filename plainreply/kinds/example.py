"""A text that sets ``conditions`` and more and shows none by an example («например»)."""

from collections.abc import Iterator

from plainreply.analysis.body import sentences_in
from plainreply.document import Analysis, Need, Sentence
from plainreply.grammar.lookup import plain_lemma
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
EXAMPLES = frozenset({"например", "пример", "допустим", "скажем", "предположим", "представить"})
SHOWN = 3


def build(rule: Rule) -> Finder:
    """Return a finder of the last condition of such a text."""
    limit = int(rule.options["conditions"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        body = sentences_in(analysis)
        if any({plain_lemma(t), t.lower} & EXAMPLES for s in body for t in s.tokens):
            return
        found = [place for sentence in body if (place := _condition(sentence))]
        if len(found) >= limit:
            yield Finding(found[-1], fields={"count": str(len(found))})

    return find


def _condition(sentence: Sentence) -> Span | None:
    """Return the first words of a condition: «если …», «при условии …», «в случае …»."""
    words = [token for token in sentence.tokens if token.is_word]
    for at, token in enumerate(words):
        before = words[at - 1].lower if at else ""
        led = (before, token.lower) in {("при", "условии"), ("в", "случае"), ("в", "случаях")}
        if token.lower == "если" or led:
            shown = words[at - led : at - led + SHOWN]
            return Span(shown[0].span.start, shown[-1].span.stop)
    return None
