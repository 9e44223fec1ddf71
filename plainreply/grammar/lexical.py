"""Words and formulas of officialese, found by lemma."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.lookup import is_attribute, reads
from plainreply.grammar.table import Table, entries
from plainreply.resources import Row, lexicon


class Formula(NamedTuple):
    """A word or formula: its lemmas, what replaces it and how (see ``officialese.tsv``)."""

    lemmas: tuple[str, ...]
    plain: str
    how: str
    unless: frozenset[str]
    government: str
    safe: bool


class Hit(NamedTuple):
    """A formula in a sentence."""

    formula: Formula
    tokens: tuple[Token, ...]


def index(rows: Sequence[Row]) -> Table[Formula]:
    """Return the table of the formulas that rows of a lexicon name."""
    return Table(map(_formula, rows), lambda formula: formula.lemmas)


def _formula(row: Row) -> Formula:
    return Formula(
        tuple(row["phrase"].replace("ё", "е").split()),
        row["plain"],
        row["how"],
        frozenset(row["unless"].split()),
        row["gov"],
        row["safe"] == "auto",
    )


def hits(sentence: Sentence, formulas: Table[Formula]) -> Iterator[Hit]:
    """Yield the formulas of a parsed sentence in order, without overlap."""
    free = 0
    for at, formula in entries(sentence, formulas):
        tokens = sentence.tokens[at : at + len(formula.lemmas)]
        taken = at < free or not reads(formula.lemmas, tokens)
        if not taken and not _spared(sentence, tokens, formula):
            free = at + len(tokens)
            yield Hit(formula, tokens)


def _spared(sentence: Sentence, tokens: tuple[Token, ...], formula: Formula) -> bool:
    """Tell whether the context gives the words another sense."""
    token = tokens[0]
    if _parts_company(tokens):
        return True
    if any(f"adj:{other.lemma}" in formula.unless for other in tokens):
        return True
    if formula.how == "adjective":
        return _is_no_attribute(sentence, token, formula)
    if any(f"below:{child.lemma}" in formula.unless for child in sentence.below(token)):
        return True
    return any(name in formula.unless and test(sentence, token) for name, test in UNLESS.items())


def _parts_company(tokens: tuple[Token, ...]) -> bool:
    """Tell whether the last two words do not belong together: in «в установленный Порядком срок»
    the act is the one that sets the term."""
    if len(tokens) < 2 or not is_attribute(tokens[-2]) or tokens[-1].pos not in {"NOUN", "PROPN"}:
        return False
    cases = case_of(tokens[-2]), case_of(tokens[-1])
    return cases[0] != cases[1] == "ins"


def _has_dative(sentence: Sentence, token: Token) -> bool:
    return any(case_of(child) == "dat" for child in sentence.below(token))


def _is_before_noun(sentence: Sentence, token: Token) -> bool:
    after = sentence.tokens[token.index + 1 : token.index + 2]
    noun = any(other.pos in {"NOUN", "PROPN", "NUM", "ADJ"} for other in after)
    return noun or token.rel in {"amod", "det"}


def _is_participle(sentence: Sentence, token: Token) -> bool:
    return token.feats.get("VerbForm") == "Part"


def _is_finite(sentence: Sentence, token: Token) -> bool:
    return not _is_participle(sentence, token)


def _is_of_others(sentence: Sentence, verb: Token) -> bool:
    """Tell whether the form cannot be a first person, unlike «проинформируем»."""
    return not any("1per" in parse.tag for parse in readings(verb.text))


UNLESS: Mapping[str, Callable[[Sentence, Token], bool]] = {
    "dat": _has_dative,
    "attribute": _is_before_noun,
    "part": _is_participle,
    "finite": _is_finite,
    "others": _is_of_others,
}
"""What the column ``unless`` may say of the first word; see ``officialese.tsv``."""


def _is_no_attribute(sentence: Sentence, token: Token, formula: Formula) -> bool:
    """Tell whether the word is no plain attribute before its noun: a participle behind it
    («справка, данная вам»), or a noun that gives it another sense («настоящее время»)."""
    noun = _head(sentence, token)
    attribute = is_attribute(token) and token.rel in {"amod", "det"}
    before = token.index < noun.index and case_of(noun) == case_of(token)
    if "modified" in formula.unless and any(sentence.below(token)):
        return True
    other = "no_paper" in formula.unless and noun.lemma not in papers()
    return not attribute or not before or other or f"noun:{noun.lemma}" in formula.unless


@cache
def papers() -> frozenset[str]:
    """Return the letters and acts that a letter calls «настоящий»."""
    return frozenset(row["noun"] for row in lexicon("papers"))


def _head(sentence: Sentence, token: Token) -> Token:
    return sentence.tokens[token.head] if token.head >= 0 else token
