"""Words that join clauses: the table of «в связи с чем», «поскольку», «однако»."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from plainreply.document import Sentence
from plainreply.grammar.table import by_first_word
from plainreply.resources import lexicon


class Link(NamedTuple):
    """A conjunction: its words, what a sentence begins with in its place, and its kind."""

    words: tuple[str, ...]
    plain: str
    kind: str


@cache
def links() -> Mapping[str, Sequence[Link]]:
    """Return the conjunctions by their first word, those with most words first."""
    rows = (Link(_words(r["phrase"]), r["plain"], r["kind"]) for r in lexicon("clause-links"))
    return by_first_word(rows, lambda link: link.words)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("ё", "е").split())


def words_end(sentence: Sentence, at: int, words: tuple[str, ...]) -> int:
    """Return the index behind the words that begin at ``at``, commas aside; 0 if others stand
    there or a comma follows."""
    for word in words:
        token = sentence.tokens[at] if at < len(sentence.tokens) else None
        if token is not None and token.text == "," and word != words[0]:
            at += 1
            token = sentence.tokens[at] if at < len(sentence.tokens) else None
        if token is None or token.lower != word:
            return 0
        at += 1
    follows = sentence.tokens[at].text if at < len(sentence.tokens) else ""
    return 0 if follows in {",", "", "."} and words != ("следовательно",) else at
