"""A row of three and more long members inside a sentence: easier to read as a list.

Options: ``words`` is how many words all members have together at least, ``each`` how many they
have on the average; a member of one word makes no long row. The fix is there where the members
are sure.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need, Sentence
from plainreply.grammar.divide_list import listed_in
from plainreply.grammar.series import Series, series
from plainreply.rule import Finder, Finding, Rule, offer

NEEDS = Need.SYNTAX
SHORTEST = 2
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

    return find


def _is_long(row: Series, least: int, each: int) -> bool:
    sizes = [sum(token.is_word for token in member) for member in row.members]
    return sum(sizes) >= max(least, each * len(sizes)) and min(sizes) >= SHORTEST


def _finding(analysis: Analysis, sentence: Sentence, row: Series) -> Finding:
    fields = {"members": str(len(row.members))}
    return Finding(row.span, offer(listed_in(analysis.document, sentence)), fields=fields)
