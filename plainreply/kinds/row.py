"""A row of three and more long members inside a sentence: easier to read as a list.

Options: ``words`` is how many words all members have together at least, ``each`` how many they
have on the average; a row has at least three members of several words. The fix is there where
the members are sure.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need, Sentence
from plainreply.grammar.divide_list import listed_in
from plainreply.grammar.series import Series, series
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Span

NEEDS = Need.SYNTAX
SHORTEST = 2
FEWEST = 3
"""How many members are no single words."""
LINE = pattern(r"[^\n]+")
NUMBER = pattern(r"(?<![\w(])(\d{1,2})\)\s")
LONGEST = 200
"""Tokens: no sentence of a letter has more."""


def build(rule: Rule) -> Finder:
    """Return a finder of rows that would better be lists."""
    least, each = int(rule.options["words"]), int(rule.options["each"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        for sentence in analysis.sentences:
            if least <= sentence.words and len(sentence.tokens) <= LONGEST:
                rows = (row for row in series(sentence) if _is_long(row, least, each))
                for row in rows:
                    yield _finding(analysis, sentence, row)
        yield from _numbered(analysis, least)

    return find


def _numbered(analysis: Analysis, least: int) -> Iterator[Finding]:
    """Yield the rows of «1) …; 2) …; 3) …» in one line: each member is a sentence of its own."""
    for line in LINE.finditer(analysis.document.text):
        marks = list(NUMBER.finditer(line[0]))
        in_turn = [int(mark[1]) for mark in marks] == list(range(1, len(marks) + 1))
        words = len(line[0][marks[0].end() :].split()) if marks else 0
        if in_turn and len(marks) >= FEWEST and words >= least:
            span = Span(line.start() + marks[0].start(1), line.end())
            yield Finding(span, fields={"members": str(len(marks))})


def _is_long(row: Series, least: int, each: int) -> bool:
    sizes = [sum(token.is_word for token in member) for member in row.members]
    long = sum(size >= SHORTEST for size in sizes)
    return sum(sizes) >= max(least, each * len(sizes)) and long >= FEWEST


def _finding(analysis: Analysis, sentence: Sentence, row: Series) -> Finding:
    fields = {"members": str(len(row.members))}
    return Finding(row.span, offer(listed_in(analysis.document, sentence)), fields=fields)
