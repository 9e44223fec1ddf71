"""Empty formulas that say nothing without a fact: «вопрос взят на контроль», «в ближайшее время».

The lexicon has the formulas as wordings (``facts.wordings``) of a ``part``; one of a formula's
facts cures it in the same sentence or one near by, and nothing does when it has none. Options:
``part`` is the group of formulas, ``before`` and ``behind`` how many sentences around are looked
at, ``kept`` spares a formula that tells of something not done or not sure («непредставление
документов в установленный срок»).
"""

from collections.abc import Iterator
from itertools import takewhile

from plainreply.analysis.body import sentences_of
from plainreply.analysis.layout import WORDED
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.facts.stated import around, states
from plainreply.facts.wordings import Read, Wordings, wordings
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY
LOOKED_BACK = 7
"""How many words before a formula may say that something is not done."""
SHORTEST = 6
CLAUSES = frozenset(":;")


def build(rule: Rule) -> Finder:
    """Return a finder of the formulas of the rule's part that nothing near cures."""
    formulas = wordings(rule.lexicon, rule.options["part"])
    before, behind = int(rule.options.get("before", 0)), int(rule.options.get("behind", 1))
    kept = bool(rule.options.get("kept", False))

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        sentences = sentences_of(analysis, WORDED)
        for at, sentence in enumerate(sentences):
            near = sentences[max(0, at - before) : at + 1 + behind]
            for read in _formulas(sentence, formulas):
                said = around(text, (s.span for s in near))
                cured = states(read.wording.facts, said)
                if not cured and not (kept and _is_undone(sentence, read.at)):
                    yield Finding(read.span)

    return find


def _formulas(sentence: Sentence, formulas: Wordings) -> Iterator[Read]:
    """Yield the formulas of a sentence in order, the longest at each place, none within another."""
    longest: dict[int, Read] = {}
    for read in formulas.read(sentence):
        longest[read.at] = max(longest.get(read.at, read), read, key=lambda r: len(r.tokens))
    free = 0
    for at, read in longest.items():
        if at >= free:
            free = at + len(read.tokens)
            yield read


def _is_undone(sentence: Sentence, at: int) -> bool:
    """Tell whether the words before speak of what is not done: «не представили», «неоплата»."""
    before = sentence.tokens[max(0, at - LOOKED_BACK) : at]
    own = takewhile(lambda token: token.text not in CLAUSES, reversed(before))
    return any(map(_denies, own))


def _denies(token: Token) -> bool:
    named = token.pos in {"NOUN", "VERB"} and len(token.text) > SHORTEST
    return token.lower in {"не", "если"} or (named and token.lower[:2] == "не")
