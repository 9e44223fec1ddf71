"""Terms that a letter does not explain where it first uses them.

Explained is a term with brackets, «— это», «то есть» or «это …» behind it, in its sentence or at
the start of the next. The lexicon has the terms with what they mean.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainreply.analysis.layout import WORDED, spans
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.grammar.lookup import reads
from plainreply.grammar.table import Table, entries
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Edit, Span, held, hull

NEEDS = Need.SYNTAX
REACH = 4
"""Words behind a term among which its explanation opens («сервитут на участок — это …»)."""
DASHES = frozenset("-–—")


class Term(NamedTuple):
    """A term: its lemmas, and what it means."""

    lemmas: tuple[str, ...]
    meaning: str


def build(rule: Rule) -> Finder:
    """Return a finder of the first use of each term, unless it is explained somewhere."""
    rows = (Term(tuple(row["phrase"].split()), row["plain"]) for row in rule.lexicon)
    terms = Table(rows, lambda term: term.lemmas)

    def find(analysis: Analysis) -> Iterator[Finding]:
        worded = spans(analysis.document, WORDED)
        first: dict[Term, Span] = {}
        explained: set[Term] = set()
        for at, sentence in enumerate(analysis.sentences):
            following = analysis.sentences[at + 1 : at + 2]
            for term, words in _terms(sentence, terms):
                span = hull(token.span for token in words)
                if _is_explained(sentence, words[-1], following):
                    explained.add(term)
                elif held(span, worded) and not held(span, analysis.spared):
                    first.setdefault(term, span)
        for term, span in first.items():
            if term not in explained:
                yield Finding(span, fields={"meaning": term.meaning})
        yield from _glosses(analysis, worded)

    return find


def _glosses(analysis: Analysis, worded: Sequence[Span]) -> Iterator[Finding]:
    """Yield the first use of each word of the user's glossary that the letter does not explain,
    with what the glossary says of it."""
    first: dict[str, Span] = {}
    explained: set[str] = set()
    for known in analysis.known if any(known.meaning for known in analysis.known) else ():
        at = bisect_right(analysis.sentences, known.span.start, key=lambda s: s.span.start) - 1
        sentence, following = analysis.sentences[at], analysis.sentences[at + 1 : at + 2]
        last = next(t for t in sentence.tokens if t.span.stop == known.span.stop)
        if known.meaning and _is_explained(sentence, last, following):
            explained.add(known.meaning)
        elif known.meaning and held(known.span, worded) and not held(known.span, analysis.quoted):
            first.setdefault(known.meaning, known.span)
    for meaning, span in first.items():
        if meaning not in explained:
            fix = offer((Edit(Span(span.stop, span.stop), f" ({meaning})"),))
            yield Finding(span, fix, fields={"meaning": meaning}, severity="info", glossed=True)


def _terms(sentence: Sentence, terms: Table[Term]) -> Iterator[tuple[Term, tuple[Token, ...]]]:
    free = 0
    for at, term in entries(sentence, terms):
        words = sentence.tokens[at : at + len(term.lemmas)]
        if at >= free and reads(term.lemmas, words):
            free = at + len(words)
            yield term, words


def _is_explained(sentence: Sentence, last: Token, following: Sequence[Sentence]) -> bool:
    after = sentence.tokens[last.index + 1 : last.index + 1 + REACH]
    told = [token.lower for token in after]
    opened = "(" in told or any(_explains(told[at:]) for at in range(len(told)))
    inside = any(t.text == "(" for t in sentence.tokens[max(last.index - REACH, 0) : last.index])
    next_one = any(s.tokens and s.tokens[0].lower == "это" for s in following)
    return opened or inside or next_one


def _explains(words: Sequence[str]) -> bool:
    """Tell «— это», «, то есть», «, или», «означает»."""
    dash = len(words) > 1 and words[0] in DASHES
    that_is = list(words[:3]) == [",", "то", "есть"] or list(words[:2]) == [",", "или"]
    return dash or that_is or words[0] in {"означает", "значит", "называют", "называется"}
