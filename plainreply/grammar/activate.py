"""Passive clauses turned active: «комиссией рассмотрено заявление» -> «комиссия рассмотрела…»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import acts, is_actor, is_short_name
from plainreply.grammar.antecedent import is_which
from plainreply.grammar.clause import starts_clause
from plainreply.grammar.coordination import has_acting_clause, shares_agent, shares_verb
from plainreply.grammar.forms import CASES, inflect
from plainreply.grammar.naming import named
from plainreply.grammar.obstacles import (
    is_at_rest,
    is_conferred,
    is_decided,
    is_standing,
    is_willed,
    says_little,
)
from plainreply.grammar.order import (
    doers_of,
    in_order,
    is_movable,
    is_news,
    joins_predicate,
    put_ahead,
    put_between,
    put_us_first,
    put_verb_first,
)
from plainreply.grammar.passive_clause import Clause, clause_of, is_torn
from plainreply.grammar.phrase import Forms, extent, is_cut_short, is_letters, recase
from plainreply.grammar.predicate import (
    THEY,
    US,
    Actor,
    activated,
    actor_of,
)
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite, rephrase
from plainreply.grammar.rivals import has_another_agent
from plainreply.grammar.voice import (
    Passive,
    is_short_participle,
)
from plainreply.grammar.writer import is_ours, place_of


def activate(sentence: Sentence, text: str, passive: Passive) -> Rewrite | None:
    """Return the sentence with ``passive`` made active, or None when that is not sure.

    A named agent becomes the subject (safe). Without one the writer acts («мы») where the
    letter's own doing is told, else the verb goes into the third person plural; no actor is
    invented.
    """
    if shares_verb(sentence, passive.verb) or shares_agent(sentence, passive.verb):
        return None
    if passive.agent is None and has_acting_clause(sentence, passive.verb):
        return None
    doers = extent(sentence, passive.agent) if passive.agent is not None else None
    if doers and doers[0].index > passive.verb.index and joins_predicate(sentence, doers):
        return None
    if passive.agent is not None and has_another_agent(sentence, passive.verb, passive.agent):
        return None
    redraft = Redraft(sentence, text)
    safe = tell(redraft, passive)
    return None if safe is None else Rewrite(redraft, safe)


def tell(
    redraft: Redraft, passive: Passive, actor: Actor | None = None, *, still: bool = False
) -> bool | None:
    """Make one clause active; return whether it surely means the same, None when it is unfit.

    ``actor`` is who acts in a row of clauses that does not name the agent here; ``still`` leaves
    the order of words as it is.
    """
    clause = clause_of(redraft.sentence, passive)
    if clause is None:
        return None
    if actor is not None:
        return _by_another(redraft, clause, actor)
    if passive.agent is None:
        place = place_of(redraft.sentence, clause.predicate)
        return _by_no_one(redraft, clause) if place is None else _by_place(redraft, clause, place)
    return _by_agent(redraft, clause, passive.agent, still=still)


def _by_agent(redraft: Redraft, clause: Clause, agent: Token, *, still: bool) -> bool | None:
    """Make the agent the subject and put actor, verb and theme in this order where all is plain."""
    sentence, predicate, theme = redraft.sentence, clause.predicate, clause.theme
    actor = named(sentence, agent)
    forms = activated(predicate, clause.verb, actor_of(sentence, agent))
    doers = extent(sentence, agent)
    if actor is None or forms is None or is_torn(sentence, agent, actor):
        return None
    if is_cut_short(sentence, agent, actor):
        return None
    if doers is None and not agent.index < predicate.verb.index < clause.subject.index:
        return None
    rephrase(redraft, {**clause.given, **actor, **forms})
    ordered = not still and doers is not None and _arrange(redraft, clause, agent)
    if not ordered and agent.pos == "PRON" and agent.index > predicate.verb.index:
        redraft.move([agent.index], before=predicate.first.index)
    plain = is_actor(agent) or (agent.lemma in acts() and clause.subject.lemma != "который")
    if not ordered and not plain and _may_be_either(clause, agent, actor):
        return None
    return bool(theme) and not any(token.text == "," for token in (*(doers or ()), *theme))


def _arrange(redraft: Redraft, clause: Clause, agent: Token) -> bool:
    """Put actor, verb and theme in their order; return whether it is now plain who acts."""
    sentence, predicate, theme = redraft.sentence, clause.predicate, clause.theme
    doers = doers_of(sentence, agent)
    if not theme or not doers or not is_movable(sentence, doers):
        return False
    told = clause.given.get(clause.subject.index, clause.subject.text) != clause.subject.text
    if told and is_news(sentence, predicate, doers, theme):
        return True
    if is_movable(sentence, theme):
        in_order(redraft, predicate, doers, theme)
        return True
    if is_actor(agent):
        put_between(redraft, predicate, doers, theme)
    return put_ahead(redraft, predicate, doers, theme)


def _may_be_either(clause: Clause, agent: Token, named: Forms) -> bool:
    """Tell whether theme and actor look alike in both cases, so that either may be the subject."""
    theme = clause.subject
    if agent.index < theme.index:
        return False
    same = clause.given.get(theme.index, theme.text) == theme.text
    number = theme.feats.get("Number") == agent.feats.get("Number")
    accusative = inflect(agent, CASES["acc"])
    return same and number and accusative == named.get(agent.index, agent.text)


def _by_another(redraft: Redraft, clause: Clause, actor: Actor) -> bool | None:
    """Let the verb agree with an actor that stands in another clause, or with no one."""
    if is_standing(clause.predicate.verb) or _is_doubtful(redraft.sentence, clause):
        return None
    may = is_conferred(redraft.sentence, clause.predicate)
    forms = activated(clause.predicate, clause.verb, actor, may=may)
    if forms is None:
        return None
    rephrase(redraft, {**clause.given, **forms})
    return False


def _by_place(redraft: Redraft, clause: Clause, place: Token) -> bool | None:
    """«В министерстве рассмотрено обращение» -> «Министерство рассмотрело обращение»."""
    sentence = redraft.sentence
    named = recase(sentence, place, "nom")
    forms = activated(clause.predicate, clause.verb, actor_of(sentence, place))
    if named is None or forms is None:
        return None
    gone = {mark.index: "" for mark in sentence.below(place, "case")}
    rephrase(redraft, {**clause.given, **named, **forms, **gone})
    return False


def _by_no_one(redraft: Redraft, clause: Clause) -> bool | None:
    """Tell it of «мы» or of no one in particular."""
    sentence, predicate = redraft.sentence, clause.predicate
    plain = predicate.modal is None and predicate.negation is None
    named = any(is_short_name(sentence, t) for t in sentence.below(predicate.verb))
    ours = plain and not named and is_ours(sentence, clause.subject, predicate.verb)
    if says_little(predicate.verb) and not ours:
        return None
    if _is_doubtful(sentence, clause, ours=ours):
        return None
    may = is_conferred(sentence, predicate)
    forms = activated(predicate, clause.verb, US if ours else THEY, may=may)
    if forms is None or is_at_rest(sentence, predicate):
        return None
    if is_willed(sentence, clause.subject, predicate.verb):
        return None
    if not ours and _may_act_itself(clause, forms):
        if starts_clause(sentence, clause.theme[0]):
            return None
        put_verb_first(redraft, predicate, clause.theme)
    rephrase(redraft, {**clause.given, **forms})
    if ours and clause.theme:
        put_us_first(redraft, predicate, clause.theme)
    elif ours:
        redraft.insert("мы", before=predicate.first.index)
    return False


def _may_act_itself(clause: Clause, forms: Forms) -> bool:
    """Tell whether a theme before the verb would be taken for the one who acts: «сроки могут
    изменить», «МКД признали»."""
    noun, predicate = clause.subject, clause.predicate
    same = clause.given.get(noun.index, noun.text) == noun.text
    if not clause.theme or not same or noun.index > predicate.first.index or is_which(noun):
        return False
    may = predicate.modal is not None and forms[predicate.modal.index] == "могут"
    return (may and noun.feats.get("Number") == "Plur") or is_letters(noun)


def _is_doubtful(sentence: Sentence, clause: Clause, *, ours: bool = False) -> bool:
    """Tell whether a condition leaves open who acts («если справка не приложена»)."""
    predicate = clause.predicate
    conditional = any(mark.lemma == "если" for mark in sentence.below(predicate.verb, "mark"))
    readers = is_short_participle(predicate.verb) and not is_decided(predicate.verb)
    return conditional and (ours or readers or predicate.negation is not None)
