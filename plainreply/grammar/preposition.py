"""Compound prepositions («в соответствии с»): finding them and the noun they govern."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.forms import CASES, case_of
from plainreply.grammar.govern import short
from plainreply.grammar.phrase import is_dated
from plainreply.grammar.table import Table, entries
from plainreply.grammar.voice import is_full_participle, is_person
from plainreply.resources import Row

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})


class Compound(NamedTuple):
    """A compound preposition: its words and what replaces them (see ``prepositions.tsv``)."""

    words: tuple[str, ...]
    case: str
    plain: str
    plain_case: str
    safe: str
    unless: frozenset[str]
    nouns: frozenset[str]
    heads: frozenset[str]


class Match(NamedTuple):
    """A compound preposition in a sentence: its tokens and the noun it governs, if found.

    Before a clause there is no noun, and the conjunction is one of the tokens («в случае если»).
    """

    compound: Compound
    tokens: tuple[Token, ...]
    noun: Token | None


def index(rows: Sequence[Row]) -> Table[Compound]:
    """Return the table of the compounds that rows of a lexicon name."""
    return Table(map(_compound, rows), lambda compound: compound.words)


def _compound(row: Row) -> Compound:
    return Compound(
        tuple(short(word) for word in row["phrase"].replace("ё", "е").split()),
        row["case"],
        row["plain"],
        row["plain_case"],
        row["safe"],
        *(frozenset(row[name].split()) for name in ("unless", "nouns", "heads")),
    )


def matches(sentence: Sentence, compounds: Table[Compound]) -> Iterator[Match]:
    """Yield the compound prepositions of a parsed sentence, in order, without overlap."""
    free = 0
    for at, compound in entries(sentence, compounds):
        match = _match(sentence, at, compound) if at >= free else None
        if match is not None:
            free = match.tokens[-1].index + 1
            yield match


def _match(sentence: Sentence, first: int, compound: Compound) -> Match | None:
    tokens = sentence.tokens[first : first + len(compound.words)]
    if tuple(short(token.lower) for token in tokens) != compound.words:
        return None
    noun = governed(sentence, tokens, compound.case)
    if noun is None or _means_something_else(sentence, tokens, noun, compound):
        return None
    conjunction = clause_mark(sentence, tokens[-1].index)
    if conjunction is None:
        return Match(compound, tokens, noun)
    return Match(compound, sentence.tokens[first : conjunction.index + 1], None)


def governed(sentence: Sentence, tokens: tuple[Token, ...], case: str) -> Token | None:
    """Return the noun behind the preposition, in the case it governs or uninflected.

    The parser's head is taken when it stands behind; else the next noun.
    """
    last = tokens[-1].index
    if clause_mark(sentence, last) is not None:
        return sentence.tokens[last + 1]
    for token in tokens:
        head = sentence.tokens[token.head] if token.head >= 0 else token
        behind = token.rel == "case" and head.index > last and head.pos in NOMINAL
        if behind and (_fits(head, case) or is_dated(sentence, head)):
            return head
    found: Token | None = None
    for token in sentence.tokens[_behind_owner(sentence, last + 1) : last + 6]:
        nominal = token.pos in {"NOUN", "PROPN", "PRON"}
        if nominal and (_fits(token, case) or is_dated(sentence, token)):
            return token
        if is_full_participle(token) and _fits(token, case):
            found = found or token
        elif found is None and token.pos not in NOMINAL and token.text not in {"«", '"', ","}:
            return None
    return found


def _behind_owner(sentence: Sentence, first: int) -> int:
    """Return the index behind «у заявителя», if that stands at ``first``."""
    token = sentence.tokens[first] if first < len(sentence.tokens) else None
    owner = token is not None and token.lemma == "у" and token.head > first
    return token.head + 1 if token is not None and owner else first


def clause_mark(sentence: Sentence, last: int) -> Token | None:
    """Return the conjunction behind «в случае если», «в случае, когда», None where none is."""
    after = [t for t in sentence.tokens[last + 1 : last + 3] if t.text != ","][:1]
    return next((token for token in after if token.lemma in {"если", "когда"}), None)


def _fits(noun: Token, case: str) -> bool:
    """Tell whether a form can stand in ``case``: the tag alone is not trusted."""
    if not case_of(noun) or noun.pos in {"NUM", "X"} or noun.lemma in {"то", "тот"}:
        return True
    return any(parse.tag.case == CASES.get(case) for parse in readings(noun.text))


def _means_something_else(
    sentence: Sentence, tokens: tuple[Token, ...], noun: Token, compound: Compound
) -> bool:
    after = sentence.tokens[tokens[-1].index + 1 :][:1]
    head = sentence.tokens[noun.head].lemma if noun.head >= 0 else ""
    own = sentence.tokens[tokens[0].head].lemma if tokens[0].head >= 0 else ""
    for reason in compound.unless:
        kind, _, lemma = reason.partition(":")
        if kind == "alone" and clause_mark(sentence, tokens[-1].index) is None:
            return True
        if kind == "number" and any(token.text[0].isdigit() for token in after):
            return True
        if kind == "person" and is_person(noun):
            return True
        if kind == "noun" and lemma == noun.lemma:
            return True
        if kind == "verb" and lemma in {head, own}:
            return True
    return False
