"""Tables of formulas, and which of a table may stand in a sentence: by first word, longest first.

A formula is looked for only where the sentence has all of its words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from plainreply.document import Sentence, Token
from plainreply.grammar.lookup import said, words_of

Entry = TypeVar("Entry")


def by_first_word(
    entries: Iterable[Entry], words: Callable[[Entry], tuple[str, ...]]
) -> Mapping[str, Sequence[Entry]]:
    """Return the entries by the first of their ``words``, those with most words first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(words(entry)[0], []).append(entry)
    for row in found.values():
        row.sort(key=lambda entry: -len(words(entry)))
    return found


class Row(NamedTuple, Generic[Entry]):
    """An entry of a table, and its plain words."""

    entry: Entry
    words: frozenset[str]


class Table(Generic[Entry]):
    """Entries by the first of their ``words``, those with most words first."""

    def __init__(self, entries: Iterable[Entry], words: Callable[[Entry], tuple[str, ...]]) -> None:
        self._rows: Mapping[str, Sequence[Row[Entry]]] = {
            first: [Row(entry, frozenset(filter(_is_plain, words(entry)))) for entry in found]
            for first, found in by_first_word(entries, words).items()
        }
        self._firsts = frozenset(filter(_is_plain, self._rows))
        self._others = frozenset(self._rows) - self._firsts

    def possible(self, said: frozenset[str]) -> Mapping[str, Sequence[Entry]]:
        """Return the entries all of whose words are ``said``, by the first."""
        found = {
            first: [row.entry for row in self._rows[first] if row.words <= said]
            for first in self._others | (self._firsts & said)
        }
        return {first: entries for first, entries in found.items() if entries}


def _is_plain(word: str) -> bool:
    """Tell a word from «a|b», ``*`` and what stands for a class of words."""
    return word != "*" and "|" not in word and not word.isupper()


def entries(sentence: Sentence, table: Table[Entry]) -> Iterator[tuple[int, Entry]]:
    """Yield in order where in ``tokens`` an entry of a table may begin, with the entry: those of
    the lemma, then those of the form or mood, each time the long ones first."""
    found = table.possible(said(sentence))
    for at, words in enumerate(words_of(sentence)) if found else ():
        for word in words.opens:
            for entry in found.get(word, ()):
                yield at, entry


def openings(sentence: Sentence, words: frozenset[str]) -> Iterator[Token]:
    """Yield the tokens, in order, that may stand for one of some words."""
    if not words.isdisjoint(said(sentence)):
        for token, told in zip(sentence.tokens, words_of(sentence), strict=True):
            if not words.isdisjoint(told.opens):
                yield token
