"""Bodies, papers and taxes that are gone: ПФР, ЕНВД, the passport of a land register.

The lexicon has ``phrase``, words one after another; ``now``, what is there instead; ``since``, from
which day; ``alike``, words next to it that make it something else. A sentence that tells of the
past («до 2023 года», «бывший», «вместо») names them rightly. Option: ``past``, such words.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainreply.document import Analysis, Need, Token
from plainreply.facts import days
from plainreply.grammar.lookup import plain_lemma, reads
from plainreply.grammar.table import Table, entries
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
YEAR = 4


class Gone(NamedTuple):
    """What is gone: its words, what is there now, since when, words that make it another thing."""

    words: tuple[str, ...]
    now: str
    since: str
    alike: frozenset[str]


def build(rule: Rule) -> Finder:
    """Return a finder of what is gone; ``{now}`` and ``{since}`` fill the message."""
    gone = Table(
        (
            Gone(tuple(r["phrase"].split()), r["now"], r["since"], frozenset(r["alike"].split()))
            for r in rule.lexicon
        ),
        lambda entry: entry.words,
    )
    past = frozenset(str(rule.options["past"]).split())

    def find(analysis: Analysis) -> Iterator[Finding]:
        for sentence in analysis.sentences:
            free = 0
            for at, entry in entries(sentence, gone):
                found = sentence.tokens[at : at + len(entry.words)]
                if at < free or not reads(entry.words, found):
                    continue
                free = at + len(found)
                if not _excused(sentence.tokens, found, entry, past):
                    span = Span(found[0].span.start, found[-1].span.stop)
                    yield Finding(span, fields={"now": entry.now, "since": entry.since})

    return find


def _excused(
    tokens: Sequence[Token], found: Sequence[Token], entry: Gone, past: frozenset[str]
) -> bool:
    """Tell whether the sentence speaks of the past, or of another thing of that name."""
    near = {
        plain_lemma(token) for token in tokens[max(found[0].index - 2, 0) : found[-1].index + 3]
    }
    told = {word for token in tokens for word in (plain_lemma(token), token.lower)}
    return bool(near & entry.alike) or bool(told & past) or _dated(tokens, entry.since)


def _dated(tokens: Sequence[Token], since: str) -> bool:
    """Tell whether the sentence names a year before the thing was gone."""
    gone = next((day.year for day in days(since)), None) or 0
    years = (int(t.text) for t in tokens if t.text.isdigit() and len(t.text) == YEAR)
    return any(1900 < year <= gone for year in years)
