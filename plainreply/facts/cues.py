"""The wordings of a part of a text, and where tokens read so.

A row of a lexicon has ``part``; ``phrase``, lemmas or forms in order with at most two other words
between one and the next; ``facts``, one of which must be stated near by (``facts.stated``); and
perhaps ``worth``, how much it counts for (1).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from plainreply.document import Token
from plainreply.facts.stated import states_any
from plainreply.grammar.lookup import by_first_word, plain_lemma, reads_on
from plainreply.resources import Row


class Wording(NamedTuple):
    """A way to word a part: its lemmas, the facts one of which must go with it, its worth."""

    lemmas: tuple[str, ...]
    facts: frozenset[str]
    worth: int = 1


PLEASE = "пожалуйста"
BRACKETS = "{[<"
Wordings = Mapping[str, Sequence[Wording]]


def wordings(rows: Iterable[Row], part: str) -> Wordings:
    """Return the wordings of a part, by their first words."""
    own = (row for row in rows if row["part"] == part)
    return by_first_word(map(_wording, own), lambda wording: wording.lemmas)


def _wording(row: Row) -> Wording:
    words = tuple(row["phrase"].replace("ё", "е").split())
    return Wording(words, frozenset(row["facts"].split()), int(row.get("worth") or 1))


def places(tokens: Sequence[Token], around: str, known: Wordings) -> Iterator[tuple[int, Wording]]:
    """Yield where, by index in ``tokens``, a wording begins whose facts ``around`` states.

    Marks and «пожалуйста» between the words do not count.
    """
    told = spoken(tokens)
    words = [token for _, token in told]
    for here, (at, token) in enumerate(told):
        for word in dict.fromkeys((plain_lemma(token), token.lower)):
            for wording in known.get(word, ()):
                fits = reads_on(wording.lemmas, words[here : here + 4 * len(wording.lemmas)])
                if fits and (not wording.facts or states_any(wording.facts, around)):
                    yield at, wording


def spoken(tokens: Sequence[Token]) -> list[tuple[int, Token]]:
    """Return the words with their indexes, without marks and «пожалуйста»."""
    return [(at, _bare(t)) for at, t in enumerate(tokens) if t.is_word and t.lower != PLEASE]


def _bare(token: Token) -> Token:
    """Return a token without the bracket of a slot that the segmentation leaves on it."""
    if token.text[0] not in BRACKETS:
        return token
    text, lemma = token.text.lstrip(BRACKETS), token.lemma.lstrip(BRACKETS)
    return replace(token, text=text, lemma=lemma)
