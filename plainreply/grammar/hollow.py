"""Empty nouns between a light verb and the action: «организовать проведение осмотра»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.govern import is_action
from plainreply.grammar.pairs import LOOSE
from plainreply.grammar.phrase import recase
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.split import Split

HOLLOW = frozenset("проведение осуществление выполнение производство".split())


def is_hollow(split: Split) -> bool:
    """Tell whether the noun of «организовать проведение» only leads to the action."""
    return split.light.lemma in LOOSE and split.noun.lemma in HOLLOW


def without_hollow_noun(sentence: Sentence, text: str, split: Split) -> Rewrite | None:
    """«организовать проведение осмотра» -> «организовать осмотр»."""
    hollow = split.noun
    deed = _deed(sentence, hollow)
    own = "acc" if case_of(hollow) in {"nom", "acc"} and not split.passive else ""
    if deed is None or not own:
        return None
    forms = recase(sentence, deed, own)
    if forms is None or any(sentence.below(hollow, "amod", "conj", "det")):
        return None
    redraft = Redraft(sentence, text)
    redraft.replace(forms)
    redraft.drop(hollow.index)
    return Rewrite(redraft, safe=False)


def _deed(sentence: Sentence, hollow: Token) -> Token | None:
    """Return the action in the genitive right behind, whatever the tree hangs it on."""
    behind = sentence.tokens[hollow.index + 1 :]
    noun = next((t for t in behind if t.rel not in {"amod", "det"}), None)
    found = noun is not None and case_of(noun) == "gen" and is_action(noun)
    return noun if found else None
