"""Predicates in a row: which verbs share a subject or an agent with a passive."""

from collections.abc import Iterator
from itertools import chain

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_actor
from plainreply.grammar.forms import case_of
from plainreply.grammar.predicate import modal_of
from plainreply.grammar.subjects import SUBJECTS, subject_beside
from plainreply.grammar.voice import (
    is_reflexive,
    is_short_participle,
    reflexives,
    short_participles,
)


def shares_verb(sentence: Sentence, verb: Token) -> bool:
    """Tell whether another verb shares the subject, which then cannot become an object.

    A participle further on without a subject of its own may share it, whatever the parser says.
    """
    if verb.rel == "conj" and not has_subject(sentence, verb):
        return True
    own = {t.index for t in (verb, modal_of(sentence, verb)) if t is not None}
    behind = (t for t in short_participles(sentence) if t.index > verb.index)
    may_share = chain(
        (t for t in behind if not is_relative_clause(sentence, t)),
        (t for t in sentence.below(verb, "conj") if is_predicate(t)),
    )
    return any(t.index not in own and not has_subject(sentence, t) for t in may_share)


def is_relative_clause(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a relative word stands in the clause of the verb («о чём сообщено»)."""
    return any(t.lemma in RELATIVE for t in sentence.subtree(verb) if t.index < verb.index)


RELATIVE = frozenset({"который", "что", "чей", "где"})


def has_subject(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb, or the modal it hangs on, has a subject that is no instrumental."""
    heads = [verb]
    if verb.rel == "xcomp" and verb.head >= 0:
        heads.append(sentence.tokens[verb.head])
    found = any(case_of(noun) != "ins" for v in heads for noun in sentence.below(v, *SUBJECTS))
    return found or (is_short_participle(verb) and subject_beside(sentence, verb) is not None)


def shares_agent(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a second predicate goes with the same agent («проведён … и составлен»)."""
    return len(joined(sentence, verb)) > 1


def joined(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the predicates that are coordinated with ``verb``, itself among them.

    Clauses of subordination are none, nor active ones with a subject of their own.
    """
    top, seen = verb, set[int]()
    while top.rel == "conj" and top.head >= 0 and top.index not in seen:
        lead = _lead(sentence, top)
        if lead is not None:
            top = lead
            break
        if not _is_coordinated(sentence, top) or not is_predicate(sentence.tokens[top.head]):
            break
        seen.add(top.index)
        top = sentence.tokens[top.head]
    found, waiting = list[Token](), [top]
    while waiting:
        member = waiting.pop()
        found.append(member)
        children = [*sentence.below(member, "conj"), *_siblings(sentence, member)]
        waiting += (t for t in children if is_predicate(t) and _is_coordinated(sentence, t))
    modal = modal_of(sentence, verb)
    if modal is not None:
        found += (t for t in sentence.below(modal, "conj") if is_predicate(t) and t is not verb)
        found = [t for t in found if t is not modal]
    return [t for t in found if t is verb or not _is_apart(sentence, t)]


def _lead(sentence: Sentence, verb: Token) -> Token | None:
    """Return the verb of the clause with «что» whose row this one goes on with, if the parser
    hangs both on the main verb."""
    others = sentence.below(sentence.tokens[verb.head], "conj")
    marked = [t for t in others if t.index < verb.index and any(sentence.below(t, "mark"))]
    return marked[-1] if marked else None


def _siblings(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Yield participles behind the verb that the parser hangs on the same word instead («о том,
    что письмо принято, изучено и передано»)."""
    if verb.rel == "conj" and any(sentence.below(verb, "mark")):
        yield from (t for t in sentence.below(sentence.tokens[verb.head], "conj") if t is not verb)
    if verb.rel not in {"acl", "advcl", "ccomp", "csubj"}:
        return
    for token in sentence.below(sentence.tokens[verb.head], verb.rel):
        later = token.index > verb.index and is_short_participle(token)
        if later and not has_subject(sentence, token):
            yield token


def _is_coordinated(sentence: Sentence, verb: Token) -> bool:
    """Tell a second predicate from a clause that the parser wrongly takes for one."""
    return not any(sentence.below(verb, "mark")) and not is_relative_clause(sentence, verb)


def _is_apart(sentence: Sentence, verb: Token) -> bool:
    """Tell whether an active verb has a subject of its own, or is the writer's («сообщаем»)."""
    listed = reflexives().get(verb.lemma, {"class": ""})["class"] == "reflexive"
    active = not is_short_participle(verb) and (listed or not is_reflexive(verb))
    return active and (has_subject(sentence, verb) or verb.feats.get("Person") in {"1", "2"})


def has_acting_clause(sentence: Sentence, verb: Token) -> bool:
    """Tell whether an active clause with an actor of its own goes before («комиссия осмотрела дом,
    и был составлен акт»)."""
    head = sentence.tokens[verb.head] if verb.rel == "conj" else None
    if head is None or not _is_coordinated(sentence, verb) or not _is_apart(sentence, head):
        return False
    return any(is_actor(noun) for noun in sentence.below(head, *SUBJECTS))


def is_predicate(token: Token) -> bool:
    """Tell whether the token is a finite verb or a short participle or adjective."""
    finite = token.feats.get("VerbForm") == "Fin" and token.feats.get("Mood") != "Imp"
    return finite or token.feats.get("Variant") == "Short"
