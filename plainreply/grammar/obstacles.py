"""Why a passive clause must be left as it is: each test is one way for a rewrite to go wrong."""

from functools import cache

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.actors import (
    TIMES,
    acts,
    is_actor,
)
from plainreply.grammar.coordination import has_subject, is_predicate, shares_agent, shares_verb
from plainreply.grammar.counted import numerals
from plainreply.grammar.forms import case_of
from plainreply.grammar.phrase import DATES, is_fixed
from plainreply.grammar.predicate import Predicate
from plainreply.grammar.rivals import names_actor_otherwise
from plainreply.grammar.slips import is_misspelt
from plainreply.grammar.stock import lemmas
from plainreply.grammar.subjects import SUBJECTS
from plainreply.grammar.voice import Passive, is_short_participle
from plainreply.grammar.whoacts import habit_of
from plainreply.resources import Row, lexicon

STANDING = frozenset(
    "привести указать изложить отразить обозначить возложить закрепить обеспечить "
    "предусмотреть наделить уполномочить обусловить".split()
)
RULED = frozenset("установить определить утвердить предусмотреть ввести".split())
RULES = frozenset(
    "вознаграждение оклад плата оплата тариф срок порядок размер ставка норма норматив требование "
    "правило режим график льгота выплата пособие надбавка премия доплата цена стоимость право "
    "обязанность запрет ответственность перечень зарплата условие критерий очерёдность "
    "зона сервитут обременение".split()
)
"""What holds on once it is set: «установлен оклад» tells of no single deed."""
RESTING = frozenset({"разместить", "вывесить", "опубликовать", "разметить", "изобразить"})
WILLED = frozenset({"планироваться", "намечаться"})
VAGUE = frozenset({"проведение", "осуществление", "выполнение", "работа", "мероприятие"})
NOBODY = frozenset({"никакой", "ни", "никто", "ничто"})
EMPTY = frozenset("осуществлять осуществить производить произвести вести".split())


def blocked(sentence: Sentence, passive: Passive, predicate: Predicate) -> bool:
    """Tell whether any obstacle stands in the way of making this passive active by itself."""
    verb = passive.verb
    shared = shares_verb(sentence, verb) or shares_agent(sentence, verb)
    return shared or unfit(sentence, passive, predicate)


def unfit(sentence: Sentence, passive: Passive, predicate: Predicate) -> bool:
    """Tell whether the clause of this passive cannot be made active, whatever goes with it."""
    subject, verb = passive.subject, passive.verb
    if subject is None or "ли" in lemmas(sentence):
        return True
    if is_misspelt(sentence):
        return True
    if follows_row(sentence, subject) or not is_nominative(sentence, subject, predicate):
        return True
    if not NOBODY.isdisjoint(lemmas(sentence)):
        return True
    if passive.agent is not None:
        thing = not is_actor(passive.agent) and passive.agent.lemma not in acts()
        return thing and predicate.negation is not None
    if is_counted_subject(sentence, subject, verb) or is_denied(subject, predicate):
        return True
    if is_rule(subject, predicate):
        return True
    return names_actor_otherwise(sentence, passive, predicate)


def follows_row(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a phrase may be the last member of a row («запись и (или) вызов врача»)."""
    modifiers = {
        token.index
        for child in sentence.below(noun, "amod", "det", "nummod", "nummod:gov", "acl")
        if child.index < noun.index
        for token in sentence.subtree(child)
    }
    at = noun.index - 1
    while at in modifiers:
        at -= 1
    if at > 0 and sentence.tokens[at].text == ")":
        at -= 1
    return at >= 0 and is_conjunction(sentence.tokens[at]) and _joins(sentence, at, noun)


def is_conjunction(token: Token) -> bool:
    """Tell a conjunction from an abbreviation that looks like one («НО «Фонд»»)."""
    return token.pos == "CCONJ" and not (len(token.text) > 1 and token.text.isupper())


def _joins(sentence: Sentence, conjunction: int, noun: Token) -> bool:
    """Tell whether a conjunction joins words rather than clauses («…, и сведения не внесены»)."""
    token = sentence.tokens[conjunction]
    head = sentence.tokens[token.head] if token.head >= 0 else noun
    after_comma = conjunction > 0 and sentence.tokens[conjunction - 1].text == ","
    if after_comma and token.lemma in {"однако", "но"}:
        return False
    return conjunction > 0 and not (is_predicate(head) and has_subject(sentence, head))


def is_nominative(sentence: Sentence, subject: Token, predicate: Predicate) -> bool:
    """Tell whether the subject is a nominative, a counted phrase or a genitive of negation."""
    case = case_of(subject)
    if is_fixed(subject):
        others = sentence.below(predicate.verb, "obj", *SUBJECTS)
        return all(other is subject for other in others)
    counted = any(numerals(sentence, subject))
    negated = case == "gen" and predicate.negation is not None
    if case == "acc" and is_short_participle(predicate.verb):
        return any(p.tag.case == "nomn" for p in readings(subject.text))
    return case in {"nom", ""} or counted or negated


def is_denied(subject: Token, predicate: Predicate) -> bool:
    """Tell whether «документ не приложен» leaves open who did not: often the reader."""
    plain = predicate.modal is None and predicate.negation is not None
    if office_verbs().get(predicate.verb.lemma, {}).get("denied") == "yes":
        return False
    return plain and is_short_participle(predicate.verb) and case_of(subject) == "nom"


def is_rule(subject: Token, predicate: Predicate) -> bool:
    """Tell whether a participle tells of a standing rule («установлен ежемесячный оклад»)."""
    now = predicate.auxiliary is None and is_short_participle(predicate.verb)
    return now and predicate.verb.lemma in RULED and subject.lemma in RULES


def is_decided(verb: Token) -> bool:
    """Tell whether only an office does what the verb says."""
    return verb.lemma in office_verbs()


@cache
def office_verbs() -> dict[str, Row]:
    """Return the table of what offices do by perfective verb."""
    return {row["verb"]: row for row in lexicon("office-verbs")}


def is_conferred(sentence: Sentence, predicate: Predicate) -> bool:
    """Tell whether what may be done is done by others to or for the reader."""
    return confers(predicate.verb.lemma) or helps_someone(sentence, predicate)


def confers(verb: str) -> bool:
    """Tell whether only others may do to the reader what the perfective verb says."""
    return office_verbs().get(verb, {}).get("possible") == "yes"


def is_counted_subject(sentence: Sentence, subject: Token, verb: Token) -> bool:
    """Tell whether «134 человека включили» would make the counted look like those who act."""
    return any(numerals(sentence, subject)) and subject.index < verb.index


def helps_someone(sentence: Sentence, predicate: Predicate) -> bool:
    """Tell whether «Вам может быть оказана помощь» names the one it is done for: «можно» would
    make him the one who may act."""
    heads = [head for head in (predicate.modal, predicate.verb) if head is not None]
    return predicate.modal is not None and any(
        child.pos == "PRON" and case_of(child) == "dat"
        for head in heads
        for child in sentence.below(head)
    )


def says_little(verb: Token) -> bool:
    """Tell a state of a text or a duty («сведения приведены», «контроль возложен») from a deed,
    and a verb that says nothing of its own («осуществляется»)."""
    return is_standing(verb) or verb.lemma.removesuffix("ся") in EMPTY


def is_at_rest(sentence: Sentence, predicate: Predicate) -> bool:
    """Tell where something is from what was done with it («бланк размещён на стенде»)."""
    now = predicate.auxiliary is None and is_short_participle(predicate.verb)
    dated = any(t.lemma in DATES or t.lemma in TIMES for t in sentence.subtree(predicate.verb))
    return now and predicate.verb.lemma in RESTING and not dated


def is_willed(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell whether someone plans what is no deed of an office by habit: often the reader."""
    deed = next((c for c in sentence.below(noun, "nmod") if noun.lemma in VAGUE), noun)
    supposed = verb.lemma == "предполагаться"
    return supposed or (verb.lemma in WILLED and habit_of(deed) != "office")


def is_standing(verb: Token) -> bool:
    """Tell a state of a text or a duty from a deed («сведения приведены»)."""
    return verb.lemma in STANDING
