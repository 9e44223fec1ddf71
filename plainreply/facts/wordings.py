"""How the parts of a text are worded, and where sentences read so.

A row of a lexicon has ``part``; ``phrase``, lemmas or forms in order as ``read_on`` takes them,
each of which may be a choice («отменить|перенести запись»), empty where the facts alone tell the
part; ``facts``, sorts of fact (``facts.STATED``) one of which goes with it; and perhaps ``worth``,
how much it counts for (1).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plainreply.analysis.body import sentences_of
from plainreply.analysis.layout import Part
from plainreply.document import Analysis, Sentence, Token
from plainreply.facts.stated import around, states
from plainreply.grammar.lookup import IMPERATIVE, read_on, told
from plainreply.grammar.table import Table, entries
from plainreply.memo import remembered
from plainreply.resources import Row
from plainreply.spans import Span

POINTS = 20
"""How many points of a list are read with the sentence that leads to them."""


class Wording(NamedTuple):
    """A way to word a part: its lemmas, the facts one of which must go with it, its worth."""

    lemmas: tuple[str, ...]
    facts: frozenset[str]
    worth: int = 1


class Read(NamedTuple):
    """Tokens that read as a wording, the first of them at ``at`` in its sentence."""

    wording: Wording
    at: int
    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.stop)


class Passage(NamedTuple):
    """A sentence, and the text around it in which the facts of its wordings may stand."""

    sentence: Sentence
    said: str


class Wordings(NamedTuple):
    """The wordings of a part by their first word, and the facts that alone tell it."""

    by_word: Table[Wording]
    alone: frozenset[str]

    def read(self, sentence: Sentence) -> Iterator[Read]:
        """Yield the words that read as a wording, whatever is stated, in text order."""
        for at, wording in entries(sentence, self.by_word):
            found = read_on(wording.lemmas, sentence, at)
            if found:
                yield Read(wording, at, found)

    def told(self, passage: Passage) -> Iterator[Read]:
        """Yield the wordings of a passage whose facts it states, not those that it denies."""
        for read in self.read(passage.sentence):
            stated = not read.wording.facts or states(read.wording.facts, passage.said)
            if stated and not _is_denied(passage.sentence, read):
                yield read

    def first(self, passages: Iterable[Passage]) -> Read | None:
        """Return the first wording of the part."""
        return next((read for passage in passages for read in self.told(passage)), None)

    def tell(self, passages: Sequence[Passage]) -> bool:
        """Tell whether the part is there, in words or by the facts alone."""
        return self.first(passages) is not None or self.stated(passages)

    def stated(self, passages: Iterable[Passage]) -> bool:
        """Tell whether a passage states a fact that alone tells the part."""
        return any(states(self.alone, passage.said) for passage in passages)


def _is_denied(sentence: Sentence, read: Read) -> bool:
    """Tell «не планируем», but not «не забудьте»."""
    before = sentence.tokens[read.at - 1] if read.at else None
    denied = before is not None and before.lower == "не"
    return denied and IMPERATIVE not in told(read.tokens[0]).reads


@remembered
def passages(analysis: Analysis, parts: frozenset[Part], reach: int = 1) -> Iterator[Passage]:
    """Yield the sentences of these parts of a letter, each with ``reach`` of those behind it and
    with all that they lead to by a colon or semicolon, such as the points of a list."""
    text, sentences = analysis.document.text, sentences_of(analysis, parts)
    leads = [sentence.span.of(text).rstrip().endswith((":", ";")) for sentence in sentences]
    for at, sentence in enumerate(sentences):
        near = sentences[at : _end(leads, at, reach)]
        yield Passage(sentence, around(text, (one.span for one in near)))


def _end(leads: Sequence[bool], at: int, reach: int) -> int:
    """Return where the sentences end that are read with the one at this index."""
    last, most = at, min(at + max(reach, POINTS), len(leads) - 1)
    while last < most and (reach > 0 or leads[last]):
        reach -= not leads[last]
        last += 1
    return last + 1


def wordings(rows: Iterable[Row], *parts: str) -> Wordings:
    """Return the wordings of these parts in a lexicon."""
    own = [row for row in rows if row["part"] in parts]
    worded = [one for row in own if row["phrase"] for one in _worded(row)]
    alone = frozenset(fact for row in own if not row["phrase"] for fact in row["facts"].split())
    return Wordings(Table(worded, lambda wording: wording.lemmas), alone)


def _worded(row: Row) -> Iterator[Wording]:
    """Yield the wordings of a row, one for each choice of its first word."""
    first, *rest = row["phrase"].replace("ё", "е").split()
    facts, worth = frozenset(row["facts"].split()), int(row.get("worth") or 1)
    return (Wording((word, *rest), facts, worth) for word in first.split("|"))
