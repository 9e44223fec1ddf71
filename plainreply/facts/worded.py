"""How the parts of a letter are worded: the rows of a lexicon that a sentence reads as.

A row has a ``phrase``, lemmas or forms in order as ``read_on`` takes them, empty where the facts
alone tell the part, and ``facts``, sorts of fact (``STATED``) one of which must stand in the same
sentence or the next.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plainreply.document import Sentence, Token
from plainreply.facts.presence import state_near
from plainreply.grammar.lookup import FAR, by_first_word, keys, read_on
from plainreply.resources import Row

LONGEST = 2 * FAR
"""How many words a wording takes at most."""


class Wording(NamedTuple):
    """A way to word a part: its lemmas, and the facts one of which must go with it."""

    lemmas: tuple[str, ...]
    facts: frozenset[str]


class Wordings(NamedTuple):
    """The wordings of a part by their first word, and the facts that alone tell it."""

    by_word: Mapping[str, Sequence[Wording]]
    alone: frozenset[str]

    def first(self, text: str, sentences: Sequence[Sentence], reach: int = 1) -> Sequence[Token]:
        """Return the first words in these sentences that word the part, empty when none do.

        ``text`` is that of the document, ``reach`` in how many sentences behind the wording its
        facts may stand.
        """
        for at, sentence in enumerate(sentences):
            if self.alone and state_near(self.alone, text, [sentence.span]):
                return sentence.tokens[:1]
            near = sentences[at : at + 1 + reach]
            for token in sentence.tokens:
                for wording in self._opened_by(token):
                    rest = sentence.tokens[token.index : token.index + LONGEST]
                    found = read_on(wording.lemmas, rest)
                    if found and _is_stated(text, near, wording.facts):
                        return found
        return ()

    def _opened_by(self, token: Token) -> Iterable[Wording]:
        return (wording for key in keys(token) for wording in self.by_word.get(key, ()))


def _is_stated(text: str, near: Sequence[Sentence], facts: frozenset[str]) -> bool:
    return not facts or state_near(facts, text, [sentence.span for sentence in near])


def wordings(rows: Iterable[Row], *parts: str) -> Wordings:
    """Return the wordings of these parts in a lexicon."""
    own = [row for row in rows if row["part"] in parts]
    worded = [
        Wording(tuple(row["phrase"].split()), frozenset(row["facts"].split()))
        for row in own
        if row["phrase"]
    ]
    alone = frozenset(fact for row in own if not row["phrase"] for fact in row["facts"].split())
    return Wordings(by_first_word(worded, lambda wording: wording.lemmas), alone)
