"""Gerunds for the way in which something is done: «путём направления заявления» -> «направив
заявление», «без предъявления паспорта» -> «не предъявляя паспорт»."""

from plainreply.grammar.activity import Activities
from plainreply.grammar.circumstance import Circumstance
from plainreply.grammar.forms import is_perfective
from plainreply.grammar.mainclause import is_denied
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.setoff import put_word
from plainreply.grammar.tell import as_gerunds, as_infinitives
from plainreply.grammar.whoacts import Who, habit_of

ALONGSIDE = frozenset(
    "использование применение соблюдение указание привлечение приложение предъявление "
    "представление".split()
)
"""What «с …» says is done as well: «с приложением копии», «с указанием адреса»."""
TOOLS = frozenset({"использование", "применение", "соблюдение"})
"""What goes on while the rest is done."""


def means(redraft: Redraft, found: Circumstance) -> bool:
    """«Путём …»: the same one does it, so that the rest is done."""
    return _may_go_with(found) and _gerund(redraft, found, found.activities)


def alongside(redraft: Redraft, found: Circumstance) -> bool:
    """«С приложением копии»: done as well."""
    return found.activities[0].noun.lemma in ALONGSIDE and means(redraft, found)


def without(redraft: Redraft, found: Circumstance) -> bool:
    """«Без …»: the same one does not do it; without it something is not done («если не …»)."""
    if is_denied(redraft.sentence, found.main) and len(found.activities) == 1:
        if _may_go_with(found):
            return _not_done(redraft, found, perfective=True)
        put_word(redraft, found.words, "если не")
        habit = habit_of(found.activities[0].noun)
        return habit in {"reader", "self"} and as_infinitives(redraft, found.activities)
    if not _may_go_with(found) or len(found.activities) > 1:
        return False
    done = found.main.tense == "Past" and found.noun.lemma not in TOOLS
    return _not_done(redraft, found, perfective=done)


def _not_done(redraft: Redraft, found: Circumstance, *, perfective: bool) -> bool:
    put_word(redraft, found.words, "не")
    if any(redraft.sentence.below(found.noun, "amod", "det")):
        return False
    return as_gerunds(redraft, found.activities, perfective=perfective)


def _may_go_with(found: Circumstance) -> bool:
    """Tell whether the one who acts in the main clause does this: a gerund must not dangle."""
    if found.main.indefinite:
        return habit_of(found.activities[0].noun) != "reader"
    return found.main.active and found.who is not Who.THEY


def _gerund(redraft: Redraft, found: Circumstance, activities: Activities) -> bool:
    """Put the gerund: «используя» for what goes on, else in the aspect of the main verb."""
    verb = found.main.chain[0]
    perfective = is_perfective(verb.lemma) or verb.feats.get("Aspect") == "Perf"
    redraft.drop(*(word.index for word in found.words))
    perfective = perfective and activities[0].noun.lemma not in TOOLS
    return as_gerunds(redraft, activities, perfective=perfective)
