"""Which verb to name as the better word for an action noun, from the words around the noun."""

from plainreply.document import Sentence, Token
from plainreply.grammar.derivation import Family
from plainreply.grammar.forms import infinitive
from plainreply.grammar.govern import COMPLEMENTS, complement_key
from plainreply.grammar.split import EVENTS
from plainreply.grammar.subjects import SUBJECTS
from plainreply.grammar.voice import reflexives

WILLS = frozenset({"желание", "инициатива", "воля"})
OWN = frozenset({"собственный", "свой", "добрый"})
MIDDLE = frozenset({"reflexive", "either"})


def hinted(sentence: Sentence, noun: Token, family: Family) -> str:
    """Return the verb to say instead of ``noun``: «отказ от рейса» -> «отказаться».

    It is the verb in -ся where the plain one does not take the complement, where people act
    on themselves («увольнение по собственному желанию»), and where something just happens
    («происходит задержка»). A «не» that stands apart from the noun stays.
    """
    verb = family.pf or family.ipf
    lasting = _happens(sentence, noun, "Imp") and bool(family.ipf)
    if lasting or _is_middle(sentence, noun, family):
        verb = _with_sya(family, family.ipf if lasting else verb) or verb
    before = sentence.tokens[noun.index - 1] if noun.index > 0 else noun
    return f"не {verb}" if before.lower == "не" else verb


def _is_middle(sentence: Sentence, noun: Token, family: Family) -> bool:
    below = list(sentence.below(noun, *COMPLEMENTS))
    untaken = {key for key, target in family.government.items() if target == "нет"}
    if untaken and any(complement_key(sentence, child) in untaken for child in below):
        return True
    return any(_is_own_will(sentence, child) for child in below) or _happens(sentence, noun, "Perf")


def _happens(sentence: Sentence, noun: Token, aspect: str) -> bool:
    """Tell whether the noun is the subject of «происходит» or, if perfective, «произошло»."""
    head = sentence.tokens[noun.head] if noun.head >= 0 else noun
    happens = noun.rel in SUBJECTS and head.lemma in EVENTS
    return happens and head.feats.get("Aspect") == aspect


def _is_own_will(sentence: Sentence, noun: Token) -> bool:
    """Tell «по собственному желанию»."""
    if noun.lemma not in WILLS:
        return False
    marks = [mark.lemma for mark in sentence.below(noun, "case")]
    own = any(child.lemma in OWN for child in sentence.below(noun, "amod", "det"))
    return own and marks == ["по"]


def _with_sya(family: Family, plain: str) -> str | None:
    """Return ``plain`` with -ся if that is no passive, None when there is no such verb."""
    row = reflexives().get(f"{family.ipf}ся")
    if row is None or row["class"] not in MIDDLE:
        return None
    verb = f"{plain}ся"
    return verb if infinitive(verb) is not None else None
