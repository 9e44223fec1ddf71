"""Split predicates: a light verb and an action noun that together mean one verb."""

from collections.abc import Iterator, Sequence

from plainreply.bysentence import by_neighbours
from plainreply.document import Need, Sentence, Token
from plainreply.grammar.activate import activate
from plainreply.grammar.actors import agent_of
from plainreply.grammar.pairs import GENERAL
from plainreply.grammar.refer import stands_for
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.split import EVENTS, Split, splits
from plainreply.grammar.subjects import subject_of
from plainreply.grammar.unsplit import unsplit
from plainreply.grammar.unsplit_row import unsplit_row
from plainreply.grammar.voice import Passive, active_verb
from plainreply.rule import Finder, Finding, Fix, Rule, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX
Tokens = Sequence[Token]


def build(rule: Rule) -> Finder:
    """Return a finder of split predicates; a finding reaches from the first word to the last."""

    def find(text: str, sentence: Sentence, behind: Tokens) -> Iterator[Finding]:
        return (_finding(text, sentence, split, behind) for split in splits(sentence))

    return by_neighbours(find)


def _finding(text: str, sentence: Sentence, split: Split, behind: Tokens) -> Finding:
    words = tuple(sorted(t.span for t in (split.light, split.noun, *split.others)))
    verb = split.pair.pf if split.light.feats.get("Aspect") == "Perf" else split.pair.ipf
    return Finding(
        hull(words),
        fixes=_fixes(text, sentence, split, behind),
        words=words,
        fields={"verb": verb or split.pair.ipf or split.pair.pf},
    )


def _fixes(text: str, sentence: Sentence, split: Split, behind: Tokens) -> tuple[Fix, ...]:
    """Return the one-verb rewrite; where there is none, a passive is at least made active. No
    pronoun of the sentence or the next one, ``behind``, is left without its noun."""
    rewrite = unsplit(sentence, text, split) or unsplit_row(sentence, text, split)
    if rewrite is not None and _strands(rewrite, sentence, split, behind):
        rewrite = None
    if rewrite is None and split.passive and split.light.lemma not in EVENTS:
        rewrite = _activated(text, sentence, split)
    return () if rewrite is None else offer(rewrite.redraft.edits(), safe=rewrite.safe)


def _strands(rewrite: Rewrite, sentence: Sentence, split: Split, behind: Tokens) -> bool:
    """Tell whether a noun that goes is the only one that a later pronoun may stand for."""
    nouns = [t for t in sentence.tokens if t.pos in {"NOUN", "PROPN"}]
    told = {noun.index for noun in (split.noun, *split.others)}
    gone = [t for t in nouns if t.index in told or not rewrite.redraft.holds(t.index)]
    kept = [t for t in nouns if t not in gone]
    first = min((t.index for t in gone), default=len(sentence.tokens))
    later = sentence.tokens[first:]
    own = any(
        stands_for(later[n : n + 1], gone, [t for t in kept if t.index < token.index])
        for n, token in enumerate(later)
    )
    return own or stands_for(behind, gone, kept)


def _activated(text: str, sentence: Sentence, split: Split) -> Rewrite | None:
    """Make the light verb itself active, unless that only says «осуществляют» of no one."""
    subject, agent = subject_of(sentence, split.light), agent_of(sentence, split.light)
    passive = Passive(split.light, subject, agent)
    if agent is None and active_verb(split.light) in GENERAL | {"вести"}:
        return None
    return activate(sentence, text, passive)
