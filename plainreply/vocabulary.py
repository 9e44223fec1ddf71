"""Words of a user's own, which no rule faults: terms, names, abbreviations, a glossary.

A term is matched by its lemmas, a name by its lemmas and capitals, an abbreviation as it is
written; all by whole words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from plainreply.analysis.dictionary import known, readings
from plainreply.analysis.segment import tokens
from plainreply.document import Analysis, Sentence, Token
from plainreply.spans import Known, Span

KINDS = ("term", "name", "abbreviation")
Slot = frozenset[str]
"""The words, in lower case with «е» for «ё», that may stand at one place of an entry."""


class Entry(NamedTuple):
    """A word or several. ``rules`` are those that are silent about it, all when there are none;
    ``meaning`` says it in plain words."""

    words: str
    kind: str = "term"
    meaning: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """Entries, ready to be looked for."""

    entries: tuple[Entry, ...] = ()

    def known(self, analysis: Analysis) -> tuple[Known, ...]:
        """Return where the entries stand in a document, in text order; of entries that begin at
        one word the longest counts. Needs lemmas."""
        if not self.entries:
            return ()
        return tuple(found for sentence in analysis.sentences for found in self._in(sentence))

    def _in(self, sentence: Sentence) -> Iterator[Known]:
        for token in sentence.tokens:
            near = (each for word in _keys(token) for each in self._by_first.get(word, ()))
            found = [
                (words, entry) for entry, slots in near if (words := _reads(sentence, token, slots))
            ]
            fits = [(words, entry) for words, entry in found if _is_written(words, entry)]
            if fits:
                longest = max(len(words) for words, _ in fits)
                for words, entry in fits:
                    if len(words) == longest:
                        span = Span(words[0].span.start, words[-1].span.stop)
                        yield Known(span, frozenset(entry.rules), entry.meaning)

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[tuple[Entry, tuple[Slot, ...]]]]:
        found: dict[str, list[tuple[Entry, tuple[Slot, ...]]]] = defaultdict(list)
        for entry in self.entries:
            slots = tuple(_slot(token.text) for token in _tokens(entry.words))
            for word in slots[0] if slots else ():
                found[word].append((entry, slots))
        return found


def _reads(sentence: Sentence, token: Token, slots: tuple[Slot, ...]) -> tuple[Token, ...]:
    """Return the words that the slots take from ``token`` on, empty when they do not."""
    words = sentence.tokens[token.index : token.index + len(slots)]
    if len(words) != len(slots):
        return ()
    pairs = zip(slots, words, strict=True)
    return () if any(slot.isdisjoint(_keys(word)) for slot, word in pairs) else words


def _is_written(words: Sequence[Token], entry: Entry) -> bool:
    """Tell whether words are written as their kind asks for: a name with its capitals, an
    abbreviation to the letter."""
    if entry.kind == "term":
        return True
    own = [token.text for token in _tokens(entry.words)]
    if entry.kind == "abbreviation":
        return [word.text for word in words] == own
    pairs = zip(words, own, strict=True)
    return all(word.text[0].isupper() or not text[0].isupper() for word, text in pairs)


@lru_cache(maxsize=4096)
def _tokens(words: str) -> tuple[Token, ...]:
    return tokens(words, Span(0, len(words)))


@lru_cache(maxsize=4096)
def _slot(word: str) -> Slot:
    forms = (str(parse.normal_form) for parse in readings(word))
    return frozenset(form.lower().replace("ё", "е") for form in (word, *forms))


def _keys(token: Token) -> Slot:
    """Return the words of an entry that may stand for a token; of a word that the dictionary has
    not, every lemma that can be guessed."""
    if token.is_word and not known(token.text.lower()):
        return _slot(token.text)
    return frozenset((token.lower, token.lemma.replace("ё", "е") or token.lower))
