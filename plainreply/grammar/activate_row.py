"""Rows of passive clauses made active together: «обращение принято и передано» -> «обращение
приняли и передали», «комиссией осмотрен дом и составлен акт» -> «комиссия осмотрела дом и …»."""

from collections.abc import Sequence
from dataclasses import replace

from plainreply.document import Sentence, Token
from plainreply.grammar.activate import tell
from plainreply.grammar.actors import is_actor
from plainreply.grammar.coordination import has_subject, is_relative_clause, joined
from plainreply.grammar.impersonal import is_impersonal
from plainreply.grammar.obstacles import says_little
from plainreply.grammar.predicate import THEY, Actor, activated, actor_of, predicate_of
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite, rephrase
from plainreply.grammar.rivals import names_actor_otherwise
from plainreply.grammar.subjects import goes_with
from plainreply.grammar.voice import (
    Passive,
    active_verb,
    is_short_participle,
    modal_words,
    passives,
)

Row = Sequence[Passive]
LONGEST = 8
"""Members of a row that is still made active as one."""


def activate_row(sentence: Sentence, text: str, passive: Passive) -> Rewrite | None:
    """Return the sentence with all passives of a row active, None when one of its members is no
    passive or anything about them is unsure."""
    row = _row(sentence, passive)
    if row is None or _forgets(sentence, row) or not _is_asked_fit(passive):
        return None
    actors = _actors(sentence, row)
    redraft = Redraft(sentence, text)
    if actors is None:
        return None
    for member, actor in zip(row, actors, strict=True):
        told = _tell(redraft, row, member, actor)
        if not told:
            return None
    return Rewrite(redraft, safe=False)


def _is_asked_fit(passive: Passive) -> bool:
    return not says_little(passive.verb) and passive.verb.lemma not in modal_words()


def _row(sentence: Sentence, passive: Passive) -> tuple[Passive, ...] | None:
    """Return the passives that stand in a row with ``passive`` in text order; None when it stands
    alone, or when a member without a subject of its own is no passive.

    Other clauses with a subject of their own are left out.
    """
    found = {p.verb.index: p for p in passives(sentence)}
    row: list[Passive] = []
    theirs = True
    for verb in sorted(joined(sentence, passive.verb), key=lambda t: t.index):
        member = found.get(verb.index)
        if has_subject(sentence, verb):
            theirs = member is not None
        elif (member is None) == theirs or not row:
            return None
        if member is not None and theirs:
            row.append(member)
    fits = 1 < len(row) <= LONGEST
    return tuple(row) if fits and passive.verb in {m.verb for m in row} else None


def _actors(sentence: Sentence, row: Row) -> list[Actor | None] | None:
    """Return who acts in each clause where that is not to be read from it, None when unsure.

    One agent serves all clauses where it stands in front of the first verb, or where they share
    the subject.
    """
    first = row[0]
    named = {member.agent.index for member in row if member.agent is not None}
    if not named:
        return [THEY] * len(row)
    agent = first.agent
    if agent is None or not is_actor(agent) or len(named) > 1:
        return None
    for member in row[1:]:
        shared = not has_subject(sentence, member.verb)
        if not shared and not _follows(first, agent, member):
            return None
    actor = actor_of(sentence, agent)
    return [None, *[actor] * (len(row) - 1)]


def _follows(first: Passive, agent: Token, member: Passive) -> bool:
    """Tell whether a clause goes on with an agent named in front: verb before subject."""
    subject = member.subject
    return (
        agent.index < first.verb.index
        and subject is not None
        and (member.verb.index < subject.index)
    )


def _tell(redraft: Redraft, row: Row, member: Passive, actor: Actor | None) -> bool:
    """Make one member of the row active."""
    sentence, predicate = redraft.sentence, predicate_of(redraft.sentence, member.verb)
    if has_subject(sentence, member.verb):
        if _is_tense_left_out(sentence, row, member):
            return False
        still = any(not has_subject(sentence, other.verb) for other in row)
        agent = member.agent if actor is None else row[0].agent
        return tell(redraft, replace(member, agent=agent), actor, still=still) is not None
    subject = row[0].subject
    if subject is None or not goes_with(member.verb, subject):
        return False
    if predicate.negation is not None or predicate.modal is not None or actor is None:
        return False
    if row[0].agent is None and names_actor_otherwise(sentence, member, predicate):
        return False
    verb = active_verb(member.verb)
    if predicate.auxiliary is None and is_short_participle(member.verb):
        predicate = replace(predicate, tense=predicate_of(sentence, row[0].verb).tense)
    forms = None if verb is None else activated(predicate, verb, actor)
    if forms is None or member.verb.lemma in modal_words():
        return False
    rephrase(redraft, forms)
    return True


def _is_tense_left_out(sentence: Sentence, row: Row, member: Passive) -> bool:
    """Tell whether the «будет» of the first clause may serve this one too."""
    first, own = predicate_of(sentence, row[0].verb), predicate_of(sentence, member.verb)
    bare = own.auxiliary is None and is_short_participle(member.verb)
    return bare and member is not row[0] and first.tense == "Fut"


def _forgets(sentence: Sentence, row: Row) -> bool:
    """Tell whether a participle without a subject stands outside the row: the parser may have
    torn it off, and one passive among active verbs would be left over."""
    members = {member.verb.index for member in row}
    heads = {member.verb.head for member in row if member.verb.rel == "conj"}
    return any(
        is_short_participle(token)
        and (not has_subject(sentence, token) or token.rel == "conj" or token.index in heads)
        and not is_impersonal(sentence, token)
        and not is_relative_clause(sentence, token)
        for token in sentence.tokens
        if token.index not in members
    )
