"""Empty formulas that say nothing without a fact: «вопрос взят на контроль», «в ближайшее время».

The lexicon has ``group``, ``phrase`` (lemmas or forms in order as ``read_on`` takes them) and
``needs``: the sorts of fact (``facts.STATED``) one of which cures it in the same sentence or one
near by; none when nothing does. Options: ``group`` is the group of formulas, ``before`` and
``behind`` how many sentences around are looked at, ``kept`` spares a formula that tells of
something not done or not sure («непредставление документов в установленный срок»).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.facts import state_near
from plainreply.grammar.lookup import by_first_word, keys, read_on
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
LOOKED_BACK = 7
"""How many words before a formula may say that something is not done."""
SHORTEST = 6
LONGEST = 80
"""How many words a formula takes at most."""


class Formula(NamedTuple):
    """An empty formula and the facts that cure it."""

    lemmas: tuple[str, ...]
    needs: frozenset[str]


Formulas = Mapping[str, Sequence[Formula]]


def build(rule: Rule) -> Finder:
    """Return a finder of the formulas of the rule's group that nothing near cures."""
    rows = [row for row in rule.lexicon if row["group"] == rule.options["group"]]
    formulas = by_first_word(
        (Formula(tuple(row["phrase"].split()), frozenset(row["needs"].split())) for row in rows),
        lambda formula: formula.lemmas,
    )
    before, behind = int(rule.options.get("before", 0)), int(rule.options.get("behind", 1))
    kept = bool(rule.options.get("kept", False))

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        for at, sentence in enumerate(analysis.sentences):
            near = analysis.sentences[max(0, at - before) : at + 1 + behind]
            for formula, found in _formulas(sentence, formulas):
                if state_near(formula.needs, text, [s.span for s in near]) or (
                    kept and _is_undone(sentence, found[0])
                ):
                    continue
                yield Finding(Span(found[0].span.start, found[-1].span.stop))

    return find


def _formulas(
    sentence: Sentence, formulas: Formulas
) -> Iterator[tuple[Formula, tuple[Token, ...]]]:
    """Yield the formulas of a sentence in order, none within another."""
    free = 0
    for token in sentence.tokens:
        if token.index < free:
            continue
        known = (formula for key in sorted(keys(token)) for formula in formulas.get(key, ()))
        reads = (
            (f, read_on(f.lemmas, sentence.tokens[token.index : token.index + LONGEST]))
            for f in known
        )
        formula, found = max(
            reads, key=lambda read: len(read[1]), default=(Formula((), frozenset()), ())
        )
        if found:
            free = found[-1].index + 1
            yield formula, found


def _is_undone(sentence: Sentence, first: Token) -> bool:
    """Tell whether the words before speak of what is not done: «не представили», «неоплата»."""
    before = sentence.tokens[max(0, first.index - LOOKED_BACK) : first.index]
    return any(
        token.lower in {"не", "если"}
        or (
            token.pos in {"NOUN", "VERB"} and len(token.text) > SHORTEST and token.lower[:2] == "не"
        )
        for token in before
    )
