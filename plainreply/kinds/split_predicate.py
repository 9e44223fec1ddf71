"""Split predicates: a light verb and an action noun that together mean one verb."""

from plainreply.document import Need, Sentence
from plainreply.grammar.activate import activate
from plainreply.grammar.actors import agent_of
from plainreply.grammar.pairs import GENERAL
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.split import EVENTS, Split, splits
from plainreply.grammar.subjects import subject_of
from plainreply.grammar.unsplit import unsplit
from plainreply.grammar.unsplit_row import unsplit_row
from plainreply.grammar.voice import Passive, active_verb
from plainreply.rule import Finder, Finding, Fix, Rule, by_sentence, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of split predicates; a finding reaches from the first word to the last."""

    return by_sentence(
        lambda text, sentence: (_finding(text, sentence, split) for split in splits(sentence))
    )


def _finding(text: str, sentence: Sentence, split: Split) -> Finding:
    words = tuple(sorted(t.span for t in (split.light, split.noun, *split.others)))
    verb = split.pair.pf if split.light.feats.get("Aspect") == "Perf" else split.pair.ipf
    return Finding(
        hull(words),
        fixes=_fixes(text, sentence, split),
        words=words,
        fields={"verb": verb or split.pair.ipf or split.pair.pf},
    )


def _fixes(text: str, sentence: Sentence, split: Split) -> tuple[Fix, ...]:
    """Return the one-verb rewrite; where there is none, a passive is at least made active."""
    rewrite = unsplit(sentence, text, split) or unsplit_row(sentence, text, split)
    if rewrite is None and split.passive and split.light.lemma not in EVENTS:
        rewrite = _activated(text, sentence, split)
    return () if rewrite is None else offer(rewrite.redraft.edits(), safe=rewrite.safe)


def _activated(text: str, sentence: Sentence, split: Split) -> Rewrite | None:
    """Make the light verb itself active, unless that only says «осуществляют» of no one."""
    subject, agent = subject_of(sentence, split.light), agent_of(sentence, split.light)
    passive = Passive(split.light, subject, agent)
    if agent is None and active_verb(split.light) in GENERAL | {"вести"}:
        return None
    return activate(sentence, text, passive)
