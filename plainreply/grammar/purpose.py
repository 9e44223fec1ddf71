"""Clauses of purpose: «в целях уточнения адреса» -> «чтобы уточнить адрес»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_actor
from plainreply.grammar.circumstance import Circumstance
from plainreply.grammar.mainclause import Main
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.setoff import put_word
from plainreply.grammar.tell import as_finites, as_infinitives
from plainreply.grammar.whoacts import Who, habit_of, is_office

SENDING = frozenset(
    "передать передавать направить направлять отправить отправлять перенаправить представить "
    "представлять предоставить вынести".split()
)
QUERIES = frozenset("запрос письмо".split())
FINDING = frozenset("получение уточнение выяснение подтверждение сбор истребование".split())
"""What a query is sent for by the one who sends it."""


def purpose(redraft: Redraft, found: Circumstance) -> bool:
    """«Для получения справки» -> «чтобы получить справку» if the same one acts, «для перерасчёта
    платы Вам нужно…» -> «чтобы плату пересчитали» if the office does it for the reader."""
    if _follows_clause(redraft.sentence, found.words[0]):
        return False
    put_word(redraft, found.words, "чтобы")
    if not _is_done_for(found):
        passed_on = _passes_on(redraft.sentence, found.main, found.noun)
        return not passed_on and as_infinitives(redraft, found.activities)
    return as_finites(redraft, found.activities, "Past", perfective=True, thing_first=True)


def _follows_clause(sentence: Sentence, first: Token) -> bool:
    """Tell whether a clause and a comma stand before: «чтобы» would go with that clause."""
    before = sentence.tokens[: first.index]
    if not before or before[-1].text != ",":
        return False
    return any(t.pos == "VERB" or t.feats.get("Variant") == "Short" for t in before)


def _passes_on(sentence: Sentence, main: Main, noun: Token) -> bool:
    """Tell whether something is sent on, so that those who get it act: «передать для проверки»."""
    sends = any(verb.lemma in SENDING for verb in main.chain)
    rels = "obj", "nsubj:pass", "nsubj"
    below = (c for verb in main.chain for c in sentence.below(verb, *rels))
    things = [thing for thing in below if thing is not main.subject]
    asks = any(thing.lemma in QUERIES for thing in things) and noun.lemma in FINDING
    people = bool(things) and all(map(is_actor, things))
    return sends and not main.asked and not asks and not people


def _is_done_for(found: Circumstance) -> bool:
    """Tell whether another acts than the one of whom the main clause tells what to do: «чтобы
    пересчитать плату, Вам нужно…» would make the reader the one who does it."""
    main = found.main
    told = main.asked or main.impersonal or main.subject is not None
    by_others = main.agent is not None and not is_office(main.agent)
    other = by_others and habit_of(found.activities[0].noun) == "office"
    return found.who is Who.THEY and (other or (told and not main.passive))
