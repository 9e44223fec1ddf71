"""Too many of one thing in a sentence: brackets, or participle clauses."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from plainreply.document import Need, Sentence, Token
from plainreply.rule import Finder, Finding, Rule, by_sentence
from plainreply.spans import Span, hull

NEEDS = Need.SYNTAX
SHORT_NAMES = frozenset({"далее", "при"})


def build(rule: Rule) -> Finder:
    """Return a finder of sentences with more than ``most`` of ``what``.

    ``what`` is ``brackets`` or ``participles``; the finding reaches from the first to the last.
    """
    most, count = int(rule.options["most"]), COUNTERS[str(rule.options["what"])]

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        spans = tuple(count(sentence))
        if len(spans) > most:
            yield Finding(hull(spans), words=spans, fields={"count": str(len(spans))})

    return by_sentence(find)


def _brackets(sentence: Sentence) -> Iterator[Span]:
    """Yield the brackets that hold a remark; «(далее – …)», «(при наличии)» and codes do not."""
    opened: Token | None = None
    for token in sentence.tokens:
        if token.text == "(":
            opened = token
        elif token.text == ")" and opened is not None:
            inside = sentence.tokens[opened.index + 1 : token.index]
            words = [t for t in inside if t.is_word and not t.text.isupper()]
            if len(words) > 1 and words[0].lower not in SHORT_NAMES:
                yield Span(opened.span.start, token.span.stop)
            opened = None


def _participles(sentence: Sentence) -> Iterator[Span]:
    """Yield the full participles that open a clause behind their noun («, утверждённый …»)."""
    for before, token in pairwise(sentence.tokens):
        full = token.feats.get("VerbForm") == "Part" and "Case" in token.feats
        if full and before.text == "," and token.rel in {"acl", "amod", "conj"}:
            yield token.span


COUNTERS: dict[str, Callable[[Sentence], Iterator[Span]]] = {
    "brackets": _brackets,
    "participles": _participles,
}
