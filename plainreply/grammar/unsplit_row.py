"""Rows of split predicates told by verbs: «проведён осмотр, составлен акт» -> «осмотрели,
составили акт»."""

from collections.abc import Sequence
from dataclasses import replace

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import agent_of
from plainreply.grammar.coordination import has_subject
from plainreply.grammar.deed import deed_of
from plainreply.grammar.doer import doer
from plainreply.grammar.forms import case_of
from plainreply.grammar.obstacles import is_denied, is_nominative, says_little
from plainreply.grammar.phrase import recase
from plainreply.grammar.predicate import THEY, Actor, Predicate, activated, actor_of, predicate_of
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.row import row_of
from plainreply.grammar.split import Split, splits
from plainreply.grammar.splitclause import is_hindered
from plainreply.grammar.unsplit import complements_follow, named, told_of
from plainreply.grammar.voice import Passive, active_verb, modal_words, passives
from plainreply.grammar.writer import is_ours

LONGEST = 8
"""Members of a row that is still told as one."""


def unsplit_row(sentence: Sentence, text: str, split: Split) -> Rewrite | None:
    """Return the sentence with every passive of the row active, None when one of them is not
    sure. The one who acts is named before the first and does all of it."""
    row = row_of(sentence, split.light) if split.passive else ()
    if not 2 <= len(row) <= LONGEST:
        return None
    told = {found.light.index: found for found in splits(sentence) if found.passive}
    plain = {found.verb.index: found for found in passives(sentence)}
    agent = _agent(sentence, row, told)
    agents = [a for verb in row if (a := _agent_of(sentence, verb, told))]
    if any(a is not agent for a in agents) or not all(_is_whole(sentence, v) for v in row):
        return None
    actor = THEY if agent is None else actor_of(sentence, agent)
    redraft = Redraft(sentence, text)
    first = predicate_of(sentence, row[0])
    for verb in row:
        predicate = _predicate(sentence, verb, first)
        member, passive = told.get(verb.index), plain.get(verb.index)
        if member is not None and member.pair.safe != "never":
            done = _unsplit(redraft, member, agent, predicate, actor)
        else:
            done = _activate(redraft, passive, agent, predicate, actor)
        if not done:
            return None
    return Rewrite(redraft, safe=False) if named(redraft, agent) else None


def unsplit_beside(sentence: Sentence, text: str, passive: Passive) -> Rewrite | None:
    """Return the rewrite of the row that a plain passive stands in with a split predicate."""
    row = row_of(sentence, passive.verb)
    beside = (s for s in splits(sentence) if len(row) > 1 and s.passive and s.light in row)
    return next(filter(None, (unsplit_row(sentence, text, split) for split in beside)), None)


def _is_whole(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a passive has a subject of its own or, as «указано на срок», none at all."""
    impersonal = verb.feats.get("Number") == "Sing" and verb.feats.get("Gender") == "Neut"
    return has_subject(sentence, verb) or impersonal


def _agent_of(sentence: Sentence, verb: Token, told: dict[int, Split]) -> Token | None:
    found = told.get(verb.index)
    return agent_of(sentence, verb) if found is None else doer(sentence, found)


def _agent(sentence: Sentence, row: Sequence[Token], told: dict[int, Split]) -> Token | None:
    """Return the agent that stands before the first predicate of the row."""
    found = _agent_of(sentence, row[0], told)
    return found if found is not None and found.index < row[0].index else None


def _predicate(sentence: Sentence, verb: Token, first: Predicate) -> Predicate:
    """Return the predicate; the auxiliary of the first one serves all («была … и …»)."""
    predicate = predicate_of(sentence, verb)
    alone = predicate.auxiliary is None and verb.feats.get("VerbForm") == "Part"
    return replace(predicate, tense=first.tense) if alone and first.auxiliary else predicate


def _unsplit(
    redraft: Redraft, split: Split, agent: Token | None, predicate: Predicate, actor: Actor
) -> bool:
    sentence = redraft.sentence
    deed = deed_of(sentence, split, agent)
    if deed is None or is_hindered(sentence, split, agent, in_row=True):
        return False
    if actor == THEY and "inf" in split.pair.government.values():
        return False
    ours = agent is None and is_ours(sentence, split.noun, split.light)
    if ours or predicate.modal is not None or not complements_follow(redraft, deed, agent):
        return False
    return told_of(redraft, deed, predicate, actor)


def _activate(
    redraft: Redraft,
    passive: Passive | None,
    agent: Token | None,
    predicate: Predicate,
    actor: Actor,
) -> bool:
    """Make a plain passive of the row active («составлен акт» -> «составили акт»)."""
    if passive is None or passive.verb.lemma in modal_words() or predicate.modal is not None:
        return False
    sentence, verb = redraft.sentence, active_verb(passive.verb)
    subject = next(sentence.below(passive.verb, "nsubj", "nsubj:pass"), None)
    if verb is None:
        return False
    if subject is None:
        forms = activated(predicate, verb, actor)
        redraft.replace({index: form for index, form in (forms or {}).items() if form})
        return forms is not None and predicate.auxiliary is None
    if subject.pos not in {"NOUN", "PROPN"}:
        return False
    denied = case_of(subject) == "gen" and predicate.negation is not None
    if not is_nominative(sentence, subject, predicate) or not (denied or case_of(subject) == "nom"):
        return False
    unnamed = says_little(passive.verb) or is_denied(subject, predicate)
    if agent is None and (unnamed or is_ours(sentence, subject, passive.verb)):
        return False
    given = {} if denied else recase(sentence, subject, "acc")
    forms = activated(predicate, verb, actor)
    if given is None or forms is None:
        return False
    redraft.replace({**given, **{index: form for index, form in forms.items() if form}})
    redraft.drop(*(index for index, form in forms.items() if not form))
    return True
