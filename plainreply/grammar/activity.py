"""Activities: action nouns with the verb that tells them, alone or in a row.

«проведение проверки» is one activity, «проверить»; «сбор и обработка данных» are two that share an
object.
"""

from dataclasses import dataclass

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_actor
from plainreply.grammar.derivation import Government, families
from plainreply.grammar.forms import case_of
from plainreply.grammar.govern import COMPLEMENTS, complement_key
from plainreply.grammar.nominal import family_of, is_action_here
from plainreply.grammar.pairs import pair_of

EMPTY = frozenset("проведение осуществление выполнение производство".split())
HELD = "проведение"
LAID = frozenset(
    "газ интернет линия свет вода провод кабель труба водопровод канализация электричество связь "
    "граница черта политика жизнь время деятельность право полномочие функция обязанность".split()
)
"""What «проведение» says something of: it is laid, not held."""
OWNERS = frozenset({"его", "её", "ее", "их"})
"""«для их устранения»: what is acted on, in the form that the verb asks for as well."""


@dataclass(frozen=True, slots=True)
class Activity:
    """An action told by ``noun``, whose complements become those of the verb as ``government``
    says; ``empty`` is the noun before it that adds nothing («проведение»)."""

    noun: Token
    ipf: str
    pf: str
    government: Government
    empty: Token | None = None

    def verb(self, perfective: bool) -> str:
        """Return the verb of the aspect asked for, empty when there is none."""
        return self.pf if perfective else self.ipf

    @property
    def transitive(self) -> bool:
        """True when the verb needs an object."""
        return self.government.get("gen") == "acc"


Activities = tuple[Activity, ...]


def activities_of(sentence: Sentence, noun: Token) -> Activities:
    """Return what ``noun`` and the nouns joined to it name; none when one is no activity."""
    found = [activity_of(sentence, each) for each in row(sentence, noun)]
    activities = tuple(activity for activity in found if activity is not None)
    return activities if len(activities) == len(found) else ()


def row(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return ``noun`` and the nouns joined to it, in text order."""
    joined = (each for child in sentence.below(noun, "conj") for each in row(sentence, child))
    return (noun, *joined)


def activity_of(sentence: Sentence, noun: Token) -> Activity | None:
    """Return the activity that one noun names here, without its empty noun."""
    family = family_of(noun.lemma)
    if family is None or not (family.ipf or family.pf):
        return None
    inner = object_of(sentence, noun)
    pair = pair_of(family.ipf, inner.lemma, complete=True) if inner else None
    if noun.lemma in EMPTY and inner is not None:
        if pair is None or pair.safe == "never" or any(sentence.below(inner, "conj")):
            return None
        return Activity(inner, pair.ipf, pair.pf, pair.government, noun)
    if not is_action_here(sentence, noun, family):
        return None
    return Activity(noun, family.ipf, family.pf, family.government)


def event_of(sentence: Sentence, noun: Token) -> Token | None:
    """Return what an empty noun is said of, when it adds nothing: «проведение ремонта»."""
    inner = object_of(sentence, noun) if noun.lemma in EMPTY else None
    rest = [c for c in sentence.below(noun) if c.rel not in {"case", "punct"} and c is not inner]
    if inner is None or rest or inner.lemma in LAID or inner.pos != "NOUN":
        return None
    after = sentence.tokens[inner.index + 1 : inner.index + 2]
    if any(t.pos == "CCONJ" or t.text == "(" for t in after):
        return None
    pair = pair_of(families()[noun.lemma].ipf, inner.lemma, complete=True)
    return inner if pair or noun.lemma == HELD or inner.lemma == "работа" else None


def object_of(sentence: Sentence, noun: Token) -> Token | None:
    """Return the bare genitive that goes with ``noun``."""
    complements = (c for c in sentence.below(noun, *COMPLEMENTS) if c.pos != "PUNCT")
    return next((c for c in complements if complement_key(sentence, c) == "gen"), None)


def agent_of(sentence: Sentence, activity: Activity) -> Token | None:
    """Return the instrumental that says who acts («принятие комиссией решения»)."""
    if "ins" in activity.government:
        return None
    thing = object_of(sentence, activity.noun)
    near = [*sentence.below(activity.noun), *(sentence.below(thing) if thing else ())]
    return next(
        (
            child
            for child in near
            if case_of(child) == "ins"
            and is_actor(child)
            and child.rel in {*COMPLEMENTS, "obl:agent"}
            and not any(sentence.below(child, "case"))
        ),
        None,
    )
