"""Double negation and clumsy negated formulas: «не может не», «невозможно без»."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence, Token
from plainreply.grammar.lookup import reads, told
from plainreply.grammar.modal import infinitive_of
from plainreply.grammar.negation import doubled
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.subjects import SUBJECTS
from plainreply.grammar.table import Table, entries, openings
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX
Words = tuple[Token, ...]
NOT = frozenset({"не"})


class Formula(NamedTuple):
    """The words of a clumsy negation and the plain word, empty where there is none."""

    words: tuple[str, ...]
    plain: str


def build(rule: Rule) -> Finder:
    """Return a finder of double negations and of the formulas in the rule's lexicon.

    One plain «не» is no fault.
    """
    fixed = Table(_rows(rule, "fixed"), lambda formula: formula.words)
    free = _rows(rule, "free")

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        found = [*_formulas(sentence, fixed), *_joined(sentence, free)]
        found += [(words, "") for words in doubled(sentence)]
        for words, plain in _widest(found):
            yield _finding(text, sentence, words, plain)

    return by_sentence(find)


def _rows(rule: Rule, words: str) -> list[Formula]:
    rows = (row for row in rule.lexicon if row["words"] == words)
    return [Formula(tuple(row["phrase"].split()), row["plain"]) for row in rows]


def _formulas(sentence: Sentence, formulas: Table[Formula]) -> Iterator[tuple[Words, str]]:
    """Yield the formulas («не представляется возможным»)."""
    for at, formula in entries(sentence, formulas):
        words = sentence.tokens[at : at + len(formula.words)]
        if reads(formula.words, words):
            yield words, formula.plain


def _joined(sentence: Sentence, formulas: Sequence[Formula]) -> Iterator[tuple[Words, str]]:
    """Yield negated verbs with the word that makes them a formula, in any order («оснований
    для отказа не имеется»)."""
    for token in openings(sentence, NOT):
        if token.lemma != "не" or token.head < 0:
            continue
        verb = sentence.tokens[token.head]
        for child in sentence.below(verb):
            plain = _meaning(formulas, verb, child)
            if plain is not None:
                ends = sorted((token.index, verb.index, child.index))
                words = sentence.tokens[ends[0] : ends[-1] + 1]
                yield words, plain if len(words) == len(ends) else ""


def _meaning(formulas: Sequence[Formula], verb: Token, child: Token) -> str | None:
    opens = told(verb).reads
    found = (f.plain for f in formulas if f.words[0] in opens and reads(f.words, (verb, child)))
    return next(found, None)


def _widest(found: list[tuple[Words, str]]) -> Iterator[tuple[Words, str]]:
    """Yield the findings that lie in no other."""
    stop = -1
    for words, plain in sorted(found, key=lambda f: (f[0][0].index, -f[0][-1].index)):
        if words[-1].index > stop:
            yield words, plain
            stop = words[-1].index


def _finding(text: str, sentence: Sentence, words: Words, plain: str) -> Finding:
    span = hull(token.span for token in words)
    redraft = Redraft(sentence, text)
    if not plain or (plain == "нельзя" and not _has_infinitive(redraft, words)):
        return Finding(span, fields={"found": _told(sentence, text, words)})
    first, *rest = words
    redraft.replace({first.index: plain})
    redraft.drop(*(token.index for token in rest))
    return Finding(span, offer(redraft.edits()))


def _told(sentence: Sentence, text: str, words: Words) -> str:
    """Return how to quote a negation: «нельзя начать … без разрешения», not up to a bare «без»."""
    first, last = words[0].index, words[-1]
    end = last.head if last.pos == "ADP" and last.head > last.index else last.index
    shown = sentence.tokens[first : end + 1]
    if len(shown) <= TOLD:
        return hull(token.span for token in shown).of(text)
    tail = sentence.tokens[last.index : end + 1] if end > last.index else words[-2:]
    ends = (hull(token.span for token in part).of(text) for part in (words[:2], tail))
    return " … ".join(ends)


TOLD = 6
"""The most words of a negation to quote whole."""


def _has_infinitive(redraft: Redraft, words: Words) -> bool:
    """Tell whether «нельзя» has an infinitive to go with; a verbal noun is made one («исполнение
    не представляется возможным» -> «исполнить нельзя»)."""
    sentence = redraft.sentence
    below = [child for word in words for child in sentence.below(word) if child not in words]
    subject = next((child for child in below if child.rel in SUBJECTS), None)
    if subject is not None and subject.feats.get("VerbForm") != "Inf":
        return infinitive_of(redraft, subject, perfective=True)
    return any(child.feats.get("VerbForm") == "Inf" for child in below)
