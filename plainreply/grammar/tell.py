"""Activities put into a verb form: infinitives, gerunds, or finite verbs with who acts."""

from collections.abc import Callable
from dataclasses import replace

from plainreply.document import Sentence, Token
from plainreply.grammar.activity import OWNERS, Activities, Activity, agent_of, object_of
from plainreply.grammar.bounds import stretch
from plainreply.grammar.forms import finite, verb_form
from plainreply.grammar.govern import COMPLEMENTS, govern, is_action, put
from plainreply.grammar.phrase import extent
from plainreply.grammar.predicate import THEY, Actor, actor_of
from plainreply.grammar.redraft import Redraft

OF_THEMSELVES = frozenset(
    "изменить увеличить уменьшить ухудшить улучшить прекратить снизить повысить сократить".split()
)
"""Verbs of what may happen by itself: «если обстоятельства изменятся»."""
PASSING = frozenset(verb + "ся" for verb in OF_THEMSELVES)
LONGEST = 3
"""How many words the thing acted on may have for the verb to go behind it."""
Speak = Callable[[Activity], str | None]


def as_infinitives(redraft: Redraft, activities: Activities) -> bool:
    """«сбора и обработки данных» -> «собрать и обработать данные», perfective if there is such."""
    if any(_has_doer(redraft.sentence, activity) for activity in activities):
        return False
    return _tell(redraft, activities, lambda activity: activity.pf or activity.ipf)


def as_gerunds(redraft: Redraft, activities: Activities, *, perfective: bool) -> bool:
    """«направления заявления» -> «направив заявление»."""
    if any(_has_doer(redraft.sentence, activity) for activity in activities):
        return False
    return _tell(redraft, activities, lambda activity: gerund(activity.verb(perfective)))


def gerund(verb: str) -> str | None:
    """Return the gerund of a verb that may begin with «не »."""
    plain = verb.removeprefix("не ")
    form = verb_form(plain, "GRND", "pres") or verb_form(plain, "GRND") if plain else None
    return None if form is None else verb[: len(verb) - len(plain)] + form


def as_finites(
    redraft: Redraft,
    activities: Activities,
    tense: str,
    *,
    perfective: bool,
    actor: Actor = THEY,
    denied: bool = False,
    thing_first: bool = False,
) -> bool:
    """«рассмотрения обращения» -> «рассматривают обращение», «поступления жалоб» -> «поступили
    жалобы», «принятия комиссией решения» -> «комиссия примет решение».

    ``denied`` puts «не» before the verb; ``thing_first`` lets a short object go before it.
    """
    sentence = redraft.sentence
    if actor == THEY:
        activities = tuple(_by_itself(activity) for activity in activities)
    doers = {activity.noun.index: _doer(sentence, activity) for activity in activities}
    if len(activities) > 1 and any(doers.values()):
        return False

    def speak(activity: Activity) -> str | None:
        doer = doers[activity.noun.index]
        by = actor if doer is None else actor_of(sentence, doer)
        form = _spoken(activity.verb(perfective), tense, by)
        return f"не {form}" if form and denied and not form.startswith("не ") else form

    if actor == THEY and any(_says_nothing(sentence, activity) for activity in activities):
        return False
    if not _tell(redraft, activities, speak):
        return False
    if len(activities) == 1:
        return _order(redraft, activities[0], doers[activities[0].noun.index], thing_first)
    return True


def _spoken(verb: str, tense: str, actor: Actor) -> str | None:
    plain = verb.removeprefix("не ")
    if not plain:
        return None
    form = finite(plain, tense, person=actor.person, number=actor.number, gender=actor.gender)
    return None if form is None else verb[: len(verb) - len(plain)] + form


def _by_itself(activity: Activity) -> Activity:
    """«изменение тарифа»: «тариф изменится», not «тариф изменят»."""
    if activity.pf not in OF_THEMSELVES:
        return activity
    own = {**activity.government, "gen": "subj"}
    return replace(
        activity, ipf=activity.ipf and activity.ipf + "ся", pf=activity.pf + "ся", government=own
    )


def _doer(sentence: Sentence, activity: Activity) -> Token | None:
    """Return the noun that becomes the subject: the agent, or the genitive of what happens."""
    if activity.government.get("gen") == "subj":
        return object_of(sentence, activity.noun)
    return agent_of(sentence, activity)


def names_doer(sentence: Sentence, activities: Activities) -> bool:
    """Tell whether the words themselves say who acts or what happens («поступление жалобы»)."""
    return any(_has_doer(sentence, _by_itself(activity)) for activity in activities)


def _has_doer(sentence: Sentence, activity: Activity) -> bool:
    return _doer(sentence, activity) is not None


def _tell(redraft: Redraft, activities: Activities, speak: Speak) -> bool:
    """Put the verbs in, and what goes with the nouns into the cases that the verbs govern."""
    if not activities or not _complete(redraft.sentence, activities):
        return False
    return all(_tell_one(redraft, activity, speak(activity)) for activity in activities)


def _complete(sentence: Sentence, activities: Activities) -> bool:
    """Tell whether each transitive verb has an object, its own or that of a later one, and no
    activity is joined to an object («выявление нарушений и подписание акта»)."""
    last = -1
    for activity in activities:
        thing = object_of(sentence, activity.noun)
        if thing is not None and any(map(is_action, sentence.below(thing, "conj"))):
            return False
        owner = any(c.lower in OWNERS for c in sentence.below(activity.noun, "det", "nmod"))
        last = max(last, thing.index if thing and activity.transitive else -1)
        last = max(last, activity.noun.index if owner else -1)
    return all(not activity.transitive or last >= activity.noun.index for activity in activities)


def _tell_one(redraft: Redraft, activity: Activity, form: str | None) -> bool:
    sentence, noun = redraft.sentence, activity.noun
    if not form:
        return False
    agent = agent_of(sentence, activity)
    skip = {c.index for c in sentence.below(noun) if c.pos == "PART"}
    skip |= {c.index for c in sentence.below(noun, "conj")}
    skip |= {c.index for c in sentence.below(noun, "det", "nmod") if c.lower in OWNERS}
    if agent is not None:
        skip.add(agent.index)
    if activity.empty is not None:
        others = {c.index for c in sentence.below(activity.empty, "conj")} | {noun.index}
        others |= {agent.index} if agent is not None else set()
        redraft.drop(activity.empty.index)
        if not govern(redraft, activity.empty, {}, skip=others):
            return False
    redraft.replace({noun.index: form})
    if agent is not None and not put(redraft, None, agent, "nom"):
        return False
    return govern(redraft, noun, activity.government, skip=skip)


def _says_nothing(sentence: Sentence, activity: Activity) -> bool:
    """Tell whether the noun stands alone, so that «если откажут» would not say to whom."""
    if activity.government.get("gen") == "subj":
        return _doer(sentence, activity) is None
    return not activity.transitive and not any(sentence.below(activity.noun, *COMPLEMENTS))


def _order(redraft: Redraft, activity: Activity, doer: Token | None, thing_first: bool) -> bool:
    """Put who acts before the verb, what happens behind it unless more follows; with
    ``thing_first`` a short object goes before the verb, and how it is done behind it."""
    sentence, noun = redraft.sentence, activity.noun
    thing = object_of(sentence, noun)
    if doer is not None and doer is not thing:
        phrase = extent(sentence, doer)
        if phrase is None:
            return False
        redraft.move([t.index for t in phrase], before=noun.index)
        return True
    others = [c for c in sentence.below(noun, *COMPLEMENTS) if c is not thing]
    more = stretch(sentence, noun) != extent(sentence, noun)
    of_itself = activity.pf in PASSING
    manner = [child.index for child in sentence.below(noun, "amod", "advmod", "det")]
    thing_first = thing_first and len(manner) < 2
    wanted = thing_first if doer is None else bool(others) or more or of_itself
    phrase = extent(sentence, thing) if thing is not None else None
    if wanted and phrase and is_short(phrase):
        redraft.move([noun.index], before=redraft.after(phrase[-1].index))
        if thing_first:
            redraft.move(manner, before=redraft.after(noun.index))
    return True


def is_short(phrase: tuple[Token, ...]) -> bool:
    """Tell whether a phrase surely ends where the tree says: few words, no preposition but «о»."""
    return len(phrase) <= LONGEST and all(t.pos != "ADP" or t.lemma == "о" for t in phrase)
