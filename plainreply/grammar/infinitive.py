"""Deeds: an action noun, with all that is coordinated with it, told by infinitives («сбора и
обработки сведений» -> «собрать и обработать сведения»)."""

from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_actor
from plainreply.grammar.derivation import Government, families
from plainreply.grammar.forms import in_capitals_of
from plainreply.grammar.govern import COMPLEMENTS, adverbs, complement_key, govern, is_action
from plainreply.grammar.pairs import pair_of
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.split import is_term

Aspect = Literal["pf", "ipf", "only-ipf"]
"""The aspect asked for; the other one serves where there is none, but for ``only-ipf``."""
IN_TIME = "своевременный"
LASTING = frozenset(
    "осуществление оказание ведение посещение обслуживание соблюдение обучение использование "
    "содержание хранение пользование распоряжение управление эксплуатация".split()
)
"""What goes on: its verb is imperfective unless a single result is meant."""
REGULAR = frozenset(
    "ежемесячный ежегодный ежедневный еженедельный ежеквартальный регулярный постоянный "
    "систематический периодический".split()
)
DONE_BY = frozenset(
    "осмотр консультация проверка оценка решение рассмотрение согласование разрешение одобрение "
    "исследование анализ экспертиза обследование расчёт контроль проведение приём "
    "разъяснение подтверждение".split()
)
"""A person in the genitive rather does it than undergoes it."""
LIGHT = frozenset(
    "осуществление проведение выполнение производство организация обеспечение".split()
)
FIELDS = frozenset("работа мероприятие деятельность действие".split())
EMPTY = frozenset({"осуществление", "производство", "обеспечение"})
NO_OBJECT: Government = MappingProxyType({})


class Action(NamedTuple):
    """An action: the noun that carries it, the emptier nouns above it («осуществление»), its
    verbs and their government."""

    noun: Token
    lights: tuple[Token, ...]
    ipf: str
    pf: str
    government: Government

    @property
    def needs_object(self) -> bool:
        """Tell whether the verb asks for an accusative."""
        return self.government.get("gen") == "acc"


def tell(redraft: Redraft, noun: Token, aspect: Aspect) -> bool:
    """Put the action noun and those coordinated with it into infinitives, in ``redraft``.

    The emptier noun of two goes («проведения проверки счёта» -> «проверить счёт»). Returns
    False when some word cannot be handled surely: an unknown complement, a transitive verb
    without an object, an actor («стоянки машин»).
    """
    sentence = redraft.sentence
    nouns = list(row(sentence, noun))
    deeds = [deed_of(sentence, each) for each in nouns]
    told = [deed for deed in deeds if deed is not None]
    if len(told) < len(nouns) or not _have_objects(sentence, told) or _strays(sentence, noun):
        return False
    inside = {each.index for each in nouns}
    pairs = zip(told, nouns, strict=True)
    return all(_tell_one(redraft, deed, top, aspect, inside) for deed, top in pairs)


def row(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield the noun and those coordinated with it, in the same case."""
    yield noun
    for other in sentence.below(noun, "conj"):
        yield from row(sentence, other)


def is_ready(sentence: Sentence, deed: Action) -> bool:
    """Tell whether one action has the object it needs and names no one who does it."""
    return _have_objects(sentence, [deed]) and not _strays(sentence, deed.noun)


def _strays(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a member of the row may hang on a complement instead («прекращения начисления
    платы и возврата денег»)."""
    return any(
        token.rel == "conj" and is_action(token) and not is_action(sentence.tokens[token.head])
        for token in sentence.subtree(noun)
    )


def deed_of(sentence: Sentence, noun: Token) -> Action | None:
    """Return the action that ``noun`` names, or that of the noun below an empty one."""
    family = families().get(noun.lemma)
    if family is None or not is_action(noun) or is_term(sentence, noun):
        return None
    deed = Action(noun, (), family.ipf, family.pf, family.government)
    while (fuller := _fuller(sentence, deed)) is not None:
        deed = fuller
    return None if _is_empty(sentence, deed) else deed


def _fuller(sentence: Sentence, deed: Action) -> Action | None:
    """Return the action of the noun below an empty one: «проведение проверки» is a check."""
    below = [c for c in sentence.below(deed.noun, "nmod") if complement_key(sentence, c) == "gen"]
    if len(below) != 1 or is_term(sentence, below[0]) or any(sentence.below(below[0], "conj")):
        return None
    inner = below[0]
    if inner.lemma in FIELDS and deed.noun.lemma in LIGHT:
        return _in_field(sentence, deed, inner)
    if any(c.lemma not in adverbs() for c in sentence.below(inner, "amod")):
        return None
    pair = pair_of(deed.ipf or deed.pf, inner.lemma)
    if pair is None or pair.case != "acc" or pair.safe == "never":
        return None
    fuller = Action(inner, (*deed.lights, deed.noun), pair.ipf, pair.pf, pair.government)
    alone = fuller.needs_object or deed.noun.lemma not in EMPTY
    return fuller if not alone or _has_object(sentence, fuller) else None


def _in_field(sentence: Sentence, deed: Action, field: Token) -> Action | None:
    """Return the action of a field of work: «проведение работ по замене труб» is a replacement."""
    below = list(sentence.below(field))
    marks = [mark for child in below for mark in sentence.below(child, "case")]
    if len(below) != 1 or [mark.lemma for mark in marks] != ["по"] or not is_action(below[0]):
        return None
    inner = below[0]
    family = families()[inner.lemma]
    told = Action(inner, (*deed.lights, deed.noun, field), family.ipf, family.pf, family.government)
    return told if _has_object(sentence, told) and not any(sentence.below(inner, "conj")) else None


def _is_empty(sentence: Sentence, deed: Action) -> bool:
    """Tell whether the verb would say nothing («осуществить перерасчёт»), or make a split
    predicate with its object («ввести ограничение»)."""
    below = sentence.below(deed.noun, "nmod")
    things = [child for child in below if complement_key(sentence, child) == "gen"]
    if deed.noun.lemma in EMPTY and any(map(is_action, things)):
        return True
    verbs = deed.ipf, deed.pf
    return any(pair_of(verb, thing.lemma) is not None for thing in things for verb in verbs)


def _has_object(sentence: Sentence, deed: Action) -> bool:
    below = sentence.below(deed.noun, *COMPLEMENTS)
    keys = {complement_key(sentence, child) for child in below}
    return any(deed.government.get(key) == "acc" for key in keys)


def _have_objects(sentence: Sentence, deeds: list[Action]) -> bool:
    """Tell whether every verb has its object, its own or that of the next one in the row; and
    whether none of them names who acts."""
    for at, deed in enumerate(deeds):
        keys = {complement_key(sentence, c) for c in sentence.below(deed.noun, *COMPLEMENTS)}
        if any(deed.government.get(key) == "subj" for key in keys) or _names_doer(sentence, deed):
            return False
        if deed.needs_object and not _has_object(sentence, deed):
            shared = deeds[at + 1 :] or deeds[:at]
            if not any(other.needs_object and _has_object(sentence, other) for other in shared):
                return False
    return True


def _names_doer(sentence: Sentence, deed: Action) -> bool:
    """Tell whether the genitive may as well say who acts («осмотр врача»)."""
    below = sentence.below(deed.noun, "nmod")
    bare = (child for child in below if complement_key(sentence, child) == "gen")
    return deed.noun.lemma in DONE_BY and any(is_actor(child) for child in bare)


def _tell_one(redraft: Redraft, deed: Action, top: Token, aspect: Aspect, row_: set[int]) -> bool:
    """Put one noun into an infinitive and its complements into the cases of the verb."""
    sentence = redraft.sentence
    verb = in_aspect(sentence, deed, aspect)
    if not verb:
        return False
    for light, below in pairwise((*deed.lights, deed.noun)):
        if not govern(redraft, light, NO_OBJECT, row_ | {below.index}):
            return False
    first = sentence.tokens[top.index]
    redraft.drop(*(light.index for light in deed.lights))
    marked = {top.index: top, deed.noun.index: deed.noun}.values()
    redraft.drop(*(mark.index for noun in marked for mark in sentence.below(noun, "case")))
    redraft.replace({deed.noun.index: in_capitals_of(first.text, verb)})
    return govern(redraft, deed.noun, deed.government, row_)


def in_aspect(sentence: Sentence, deed: Action, aspect: Aspect) -> str:
    """Return the verb in the aspect asked for: imperfective too where the deed goes on or comes
    again («получать ежемесячную выплату»)."""
    if aspect == "only-ipf":
        return deed.ipf
    lasts = deed.noun.lemma in LASTING or _is_regular(sentence, deed.noun)
    if aspect == "ipf" or lasts:
        return deed.ipf or deed.pf
    return deed.pf or deed.ipf


def _is_regular(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the deed comes again: by what it or its object is called, or because many
    things are to be done in time («своевременной оплаты счетов»)."""
    things = (noun, *sentence.below(noun, "nmod"))
    called = {c.lemma for thing in things for c in sentence.below(thing, "amod")}
    many = any(thing.feats.get("Number") == "Plur" for thing in things)
    return bool(called & REGULAR) or (many and IN_TIME in called)
