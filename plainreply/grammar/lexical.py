"""Words and formulas of officialese, found by lemma."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.lookup import by_first_word, without_overlap
from plainreply.resources import Row


@dataclass(frozen=True, slots=True)
class Formula:
    """A word or formula: its lemmas, what replaces it and how (see ``officialese.tsv``)."""

    lemmas: tuple[str, ...]
    plain: str
    how: str
    unless: frozenset[str]
    government: str
    safe: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A formula in a sentence."""

    formula: Formula
    tokens: tuple[Token, ...]


Index = Mapping[str, Sequence[Formula]]


def index(rows: Sequence[Row]) -> Index:
    """Return the formulas of a table by their first lemma, longest first."""
    return by_first_word(map(_formula, rows), lambda formula: formula.lemmas)


def _formula(row: Row) -> Formula:
    return Formula(
        tuple(row["phrase"].replace("ё", "е").split()),
        row["plain"],
        row["how"],
        frozenset(row["unless"].split()),
        row["gov"],
        row["safe"] == "auto",
    )


def hits(sentence: Sentence, formulas: Index) -> Iterator[Hit]:
    """Yield the formulas of a parsed sentence in order, without overlap."""
    return without_overlap(sentence, lambda where, token: _hit_at(where, token, formulas))


def _hit_at(sentence: Sentence, first: Token, formulas: Index) -> Hit | None:
    for formula in formulas.get(_lemma(first), ()):
        tokens = sentence.tokens[first.index : first.index + len(formula.lemmas)]
        if tuple(map(_lemma, tokens)) == formula.lemmas and not _spared(sentence, tokens, formula):
            return Hit(formula, tokens)
    return None


def _lemma(token: Token) -> str:
    """Return the lemma with «е» for «ё»."""
    return token.lemma.replace("ё", "е")


def _spared(sentence: Sentence, tokens: tuple[Token, ...], formula: Formula) -> bool:
    """Tell whether the context gives the words another sense."""
    token = tokens[0]
    if formula.how == "adjective":
        return _is_no_attribute(sentence, token, formula)
    below = [child for child in sentence.below(token) if child.rel != "punct"]
    if "dat" in formula.unless and any(case_of(child) == "dat" for child in below):
        return True
    return any(f"below:{child.lemma}" in formula.unless for child in below)


def _is_no_attribute(sentence: Sentence, token: Token, formula: Formula) -> bool:
    """Tell whether the word is no plain attribute before its noun: a participle behind it
    («справка, данная вам»), or a noun that gives it another sense («настоящее время»)."""
    noun = _head(sentence, token)
    attribute = token.pos in {"ADJ", "DET"} and token.rel in {"amod", "det"}
    before = token.index < noun.index and case_of(noun) == case_of(token)
    return not attribute or not before or f"noun:{noun.lemma}" in formula.unless


def _head(sentence: Sentence, token: Token) -> Token:
    return sentence.tokens[token.head] if token.head >= 0 else token
