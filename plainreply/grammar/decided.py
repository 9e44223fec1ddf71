"""Decisions that an infinitive would tell wrongly: «решение о …» still to be taken, with two
topics, or of what is possible."""

from itertools import pairwise

from plainreply.document import Sentence
from plainreply.grammar.govern import complement_key
from plainreply.grammar.split import Split
from plainreply.grammar.undecided import is_undecided

POSSIBLE = frozenset({"нельзя", "можно", "невозможно", "невозможный", "возможный"})


def decides_openly(sentence: Sentence, split: Split) -> bool:
    """Tell whether «решит выплатить» would say how a decision ends that is still to be taken."""
    told = "о+prep" in {complement_key(sentence, child) for child in sentence.below(split.noun)}
    return told and is_undecided(sentence, split.noun)


def decides_twice(sentence: Sentence, split: Split) -> bool:
    """Tell whether «решение о … и о …» has a second topic that an infinitive would lose."""
    tokens = sentence.tokens[split.noun.index + 1 :]
    return any(
        before.pos == "CCONJ" and after.lemma in {"о", "об"} for before, after in pairwise(tokens)
    )


def decides_possible(sentence: Sentence, split: Split) -> bool:
    """Tell whether «принять решение о зачислении нельзя» would become «решить зачислить нельзя»."""
    decided = "inf" in split.pair.government.values()
    infinitive = split.light.feats.get("VerbForm") == "Inf"
    return decided and infinitive and any(token.lemma in POSSIBLE for token in sentence.tokens)


def loses_topic(sentence: Sentence, split: Split) -> bool:
    """Tell whether only the first of two topics would go with the verb («решил заключить договор и
    о переносе»)."""
    topic = split.pair.government.get("о+prep", "о+prep")
    return topic != "о+prep" and decides_twice(sentence, split)
