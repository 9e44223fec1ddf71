"""Clauses of time: «после получения ответа» -> «когда получите ответ», «до принятия решения» ->
«пока решение не примут», «при рассмотрении обращения» -> «когда рассматривали обращение»."""

from plainreply.document import Sentence
from plainreply.grammar.actors import agent_of
from plainreply.grammar.circumstance import Circumstance
from plainreply.grammar.condition import if_it_happens
from plainreply.grammar.mainclause import is_denied
from plainreply.grammar.predicate import PERSONS, THEY, Actor
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.setoff import ONLY, put_word
from plainreply.grammar.tell import as_finites, as_gerunds, as_infinitives, names_doer
from plainreply.grammar.voice import is_short_participle
from plainreply.grammar.whoacts import Who, is_event

READER: Actor = PERSONS["вы"]
AGAIN = frozenset({"повторный", "новый", "следующий"})
AT_ONCE = frozenset({"получение"})
PROCESSES = ("ние", "тие")
LASTING = frozenset(
    "воздержаться воздерживаться подождать ждать ожидать приостановить отстранить запретить "
    "действовать оставаться продолжать отложить хранить сохранять находиться".split()
)
"""What goes on until something happens."""


def during(redraft: Redraft, found: Circumstance) -> bool:
    """«При …»: what may happen or not is a condition, the rest goes on at the same time."""
    if is_event(found.activities[0].noun) and found.main.tense != "Past":
        willed = found.who is Who.ANYONE and not found.noun.lemma.startswith("не")
        if (willed or found.who is Who.SUBJECT) and not names_doer(
            redraft.sentence, found.activities
        ):
            redraft.drop(*(word.index for word in found.words))
            return as_gerunds(redraft, found.activities, perfective=True)
        return if_it_happens(redraft, found)
    if names_doer(redraft.sentence, found.activities):
        put_word(redraft, found.words, "когда")
        perfective = _happens(found) and not _is_general(found)
        return as_finites(
            redraft, found.activities, _tense(found, perfective), perfective=perfective
        )
    perfective = is_event(found.activities[0].noun)
    if found.who is Who.READER and found.main.subject is None:
        put_word(redraft, found.words, "когда")
        present = found.main.tense != "Past" and not _is_again(redraft.sentence, found)
        return present and as_finites(
            redraft, found.activities, "Pres", perfective=False, actor=READER
        )
    if _is_done_by_agent(redraft.sentence, found):
        return False
    if _may_be_gerund(found):
        redraft.drop(*(word.index for word in found.words))
        at_once = perfective or found.activities[0].noun.lemma in AT_ONCE
        return as_gerunds(redraft, found.activities, perfective=at_once)
    put_word(redraft, found.words, "когда")
    tense = _tense(found, perfective)
    return found.who is Who.THEY and as_finites(
        redraft, found.activities, tense, perfective=perfective
    )


def _is_done_by_agent(sentence: Sentence, found: Circumstance) -> bool:
    """Tell whether a passive names who acts: «они» before him would be others («комиссией, когда
    рассмотрели план, дано заключение»)."""
    return found.main.passive and agent_of(sentence, found.main.chain[-1]) is not None


def _is_again(sentence: Sentence, found: Circumstance) -> bool:
    """Tell whether the deed is done once more, if at all: «при повторной подаче»."""
    nouns = (activity.noun for activity in found.activities)
    return any(child.lemma in AGAIN for noun in nouns for child in sentence.below(noun, "amod"))


def _is_ours(sentence: Sentence, found: Circumstance) -> bool:
    """Tell whether the writer is to deal with what the reader has sent: «они» would be others."""
    nouns = (activity.noun for activity in found.activities)
    things = (thing for noun in nouns for thing in sentence.below(noun, "nmod"))
    return any(child.lemma == "ваш" for thing in things for child in sentence.below(thing))


def _happens(found: Circumstance) -> bool:
    """Tell whether the activity is a moment, not a process beside which the rest goes on."""
    noun, of_itself = found.activities[0].noun, found.activities[0].government.get("gen") == "subj"
    return is_event(noun) or (of_itself and found.main.tense != "Pres")


def _is_general(found: Circumstance) -> bool:
    """Tell whether the main clause says what is always to be done («должен»)."""
    return found.main.tense == "" and not found.main.asked


def in_course(redraft: Redraft, found: Circumstance) -> bool:
    """«В ходе рассмотрения …»; «во время ремонта» is plain as it is."""
    return found.activities[0].noun.lemma.endswith(PROCESSES) and during(redraft, found)


def after(redraft: Redraft, found: Circumstance) -> bool:
    """«После …»: what is done first."""
    first = found.words[0].index
    if first and redraft.sentence.tokens[first - 1].lower in ONLY:
        return _only_after(redraft, found)
    tense = _tense(found, perfective=True)
    if not names_doer(redraft.sentence, found.activities):
        if found.who is Who.READER and found.main.subject is None:
            put_word(redraft, found.words, "когда")
            return tense == "Fut" and as_finites(
                redraft, found.activities, tense, perfective=True, actor=READER
            )
        if _may_be_gerund(found):
            redraft.drop(*(word.index for word in found.words))
            return as_gerunds(redraft, found.activities, perfective=True)
        if _is_done_by_agent(redraft.sentence, found):
            return False
        if found.who is not Who.THEY or (tense == "Fut" and _is_ours(redraft.sentence, found)):
            return False
    put_word(redraft, found.words, "когда")
    return as_finites(redraft, found.activities, tense, perfective=True)


def _only_after(redraft: Redraft, found: Circumstance) -> bool:
    """«только после получения ответа» -> «только после того, как получите ответ»."""
    put_word(redraft, found.words, "после того, как")
    reader = found.who is Who.READER and not names_doer(redraft.sentence, found.activities)
    known = reader or found.who is Who.THEY or names_doer(redraft.sentence, found.activities)
    actor, tense = READER if reader else THEY, _tense(found, perfective=True)
    return known and as_finites(redraft, found.activities, tense, perfective=True, actor=actor)


def until(redraft: Redraft, found: Circumstance) -> bool:
    """«До …»: «пока не» beside what lasts or is denied, else «прежде чем», «до того как»."""
    own, who = names_doer(redraft.sentence, found.activities), found.who
    if who is Who.UNSURE and not own:
        return False
    if _lasts(redraft.sentence, found):
        return _not_yet(redraft, found, READER if who is Who.READER and not own else THEY)
    if found.main.tense == "Past":
        return False
    if own or who is Who.THEY:
        put_word(redraft, found.words, "до того как")
        return as_finites(redraft, found.activities, "Fut", perfective=True)
    put_word(redraft, found.words, "прежде чем")
    return as_infinitives(redraft, found.activities)


def _not_yet(redraft: Redraft, found: Circumstance, actor: Actor) -> bool:
    """«до получения ответа» -> «пока не получите ответ»."""
    put_word(redraft, found.words, "пока")
    over = found.main.tense == "Past" and not any(map(is_short_participle, found.main.chain))
    tense = "Past" if over else "Fut"
    activities = found.activities
    return as_finites(redraft, activities, tense, perfective=True, actor=actor, denied=True)


def _lasts(sentence: Sentence, found: Circumstance) -> bool:
    lasting = any(verb.lemma in LASTING for verb in found.main.chain)
    return lasting or is_denied(sentence, found.main)


def _may_be_gerund(found: Circumstance) -> bool:
    """Tell whether the one who acts in the main clause surely does the activities as well."""
    return found.main.active and (
        found.who in {Who.SUBJECT, Who.ANYONE}
        or (found.who is Who.READER and found.main.subject is not None)
    )


def _tense(found: Circumstance, perfective: bool) -> str:
    """Return the tense of the clause: that of the main verb; what is still to be done is future."""
    tense = found.main.tense
    if tense in {"Past", "Fut"}:
        return tense
    return "Fut" if perfective else "Pres"
