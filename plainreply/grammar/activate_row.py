"""Rows of passives that share a subject, made active together: «обращение принято и передано» ->
«обращение приняли и передали»."""

from collections.abc import Sequence
from dataclasses import replace

from plainreply.document import Sentence, Token
from plainreply.grammar.activate import Rewrite, active_verb, modal_words, redrafted
from plainreply.grammar.clause import same_clause
from plainreply.grammar.forms import case_of
from plainreply.grammar.obstacles import (
    follows_row,
    has_subject,
    is_counted_subject,
    is_predicate,
    names_actor_otherwise,
    says_little,
)
from plainreply.grammar.phrase import Forms, extent, recase
from plainreply.grammar.predicate import THEY, Actor, activated, actor_of, predicate_of
from plainreply.grammar.voice import SUBJECTS, Passive, is_short_participle, passives


def activate_row(sentence: Sentence, text: str, passive: Passive) -> Rewrite | None:
    """Return the sentence with all passives of a row active, None when one of its members is no
    passive or anything about them is unsure."""
    row = _row(sentence, passive)
    if row is None:
        return None
    first = row[0]
    subject, agent = first.subject, first.agent
    others = any(member.agent is not None for member in row[1:])
    if subject is None or others or _hinders(sentence, row, subject):
        return None
    actor = THEY if agent is None else actor_of(sentence, agent)
    named = {} if agent is None else recase(sentence, agent, "nom")
    forms, given = _forms(sentence, row, actor), recase(sentence, subject, "acc")
    if forms is None or given is None or named is None or extent(sentence, subject) is None:
        return None
    return Rewrite(redrafted(sentence, text, {**given, **named, **forms}), safe=False)


def _row(sentence: Sentence, passive: Passive) -> tuple[Passive, ...] | None:
    """Return the passives that share the subject of ``passive``, the first at the head; None
    when it stands alone or a member of the row is no passive."""
    verb = passive.verb
    head = sentence.tokens[verb.head] if verb.rel == "conj" and verb.head >= 0 else verb
    joined = [t for t in sentence.below(head) if t.rel == "conj" and _is_member(sentence, t)]
    members = [head, *joined]
    if len(members) < 2 or verb not in members:
        return None
    found = {p.verb.index: p for p in passives(sentence)}
    row = [found.get(member.index) for member in members]
    whole = [member for member in row if member is not None]
    return tuple(whole) if len(whole) == len(row) else None


def _is_member(sentence: Sentence, token: Token) -> bool:
    """Tell whether a coordinated word is a predicate without a subject of its own."""
    return is_predicate(token) and not has_subject(sentence, token)


def _hinders(sentence: Sentence, row: Sequence[Passive], subject: Token) -> bool:
    """Tell whether anything makes the row unfit: its subject, a negation, a modal, an actor."""
    first, last = row[0].verb, row[-1].verb
    if case_of(subject) != "nom" or subject.pos not in {"NOUN", "PROPN"}:
        return True
    if not same_clause(sentence, subject, first) or follows_row(sentence, subject):
        return True
    if is_counted_subject(sentence, subject, first) or subject.index > first.index:
        return True
    if sum(1 for _ in sentence.below(first, *SUBJECTS)) > 1:  # «УК выдано предостережение»
        return True
    for member in row:
        predicate = predicate_of(sentence, member.verb)
        if predicate.negation is not None or predicate.modal is not None:
            return True
        if says_little(member.verb) or member.verb.lemma in modal_words():
            return True
        if row[0].agent is None and names_actor_otherwise(sentence, member, predicate):
            return True
    between = sentence.tokens[first.index + 1 : last.index]
    return any(has_subject(sentence, token) for token in between) or _forgets(sentence, row)


def _forgets(sentence: Sentence, row: Sequence[Passive]) -> bool:
    """Tell whether a participle without a subject stands outside the row: the parser may have
    torn it off, and one passive among active verbs would be left over."""
    members = {member.verb.index for member in row}
    return any(
        is_short_participle(token) and not has_subject(sentence, token)
        for token in sentence.tokens
        if token.index not in members
    )


def _forms(sentence: Sentence, row: Sequence[Passive], actor: Actor) -> Forms | None:
    """Return the active forms of all members; an auxiliary of the first serves them all."""
    tense = predicate_of(sentence, row[0].verb).tense
    forms: dict[int, str] = {}
    for member in row:
        verb, predicate = active_verb(member.verb), predicate_of(sentence, member.verb)
        if verb is None:
            return None
        if predicate.auxiliary is None and member.verb.feats.get("VerbForm") == "Part":
            predicate = replace(predicate, tense=tense)
        active = activated(predicate, verb, actor)
        if active is None:
            return None
        forms |= active
    return forms
