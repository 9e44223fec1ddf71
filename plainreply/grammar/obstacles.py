"""Why a passive clause must be left as it is: each test is one way for a rewrite to go wrong."""

from plainreply.document import Sentence, Token
from plainreply.grammar.clause import same_clause
from plainreply.grammar.forms import case_of
from plainreply.grammar.phrase import is_fixed
from plainreply.grammar.predicate import Predicate
from plainreply.grammar.voice import SUBJECTS, Passive, is_short_participle

TIMES = frozenset("лето зима весна осень утро день вечер ночь раз".split())
MEANS = frozenset(
    "письмо отправление почта телеграмма перевод способ транспорт рейс сообщение карта платёж "
    "образ рассылка".split()
)
"""What things are done with: no one acts in «отправлен заказным письмом»."""
STANDING = frozenset(
    "привести указать изложить отразить обозначить возложить закрепить запланировать обеспечить "
    "предусмотреть наделить уполномочить".split()
)
EMPTY = frozenset("осуществлять осуществить производить произвести вести".split())


def blocked(sentence: Sentence, passive: Passive, predicate: Predicate) -> bool:
    """Tell whether any obstacle stands in the way of making this passive active."""
    subject, verb = passive.subject, passive.verb
    if subject is None or any(token.lemma == "ли" for token in sentence.tokens):
        return True
    if follows_row(sentence, subject) or not is_nominative(sentence, subject, predicate):
        return True
    if any(token.lemma in {"никакой", "ни", "никто", "ничто"} for token in sentence.tokens):
        return True
    if shares_verb(sentence, verb) or shares_agent(sentence, verb):
        return True
    if passive.agent is not None:
        return False
    if is_counted_subject(sentence, subject, verb) or helps_someone(sentence, predicate):
        return True
    if is_denied(subject, predicate):
        return True
    return names_actor_otherwise(sentence, passive, predicate)


def follows_row(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a phrase may be the last member of a row («запись и (или) вызов врача»)."""
    phrase = sentence.subtree(noun)
    first = min(phrase[0].index, noun.index)
    inside = sentence.tokens[max(first - 1, 0) : noun.index]
    return any(token.pos == "CCONJ" or token.text == ")" for token in inside)


def is_nominative(sentence: Sentence, subject: Token, predicate: Predicate) -> bool:
    """Tell whether the subject is a nominative, a counted phrase or a genitive of negation."""
    case = case_of(subject)
    if is_fixed(subject):
        others = sentence.below(predicate.verb, "obj", *SUBJECTS)
        return all(other is subject for other in others)
    counted = any(sentence.below(subject, "nummod", "nummod:gov"))
    negated = case == "gen" and predicate.negation is not None
    return case in {"nom", ""} or counted or negated


def shares_verb(sentence: Sentence, verb: Token) -> bool:
    """Tell whether another verb shares the subject, which then cannot become an object.

    A participle further on without a subject of its own may share it, whatever the parser says.
    """
    if verb.rel == "conj" and not has_subject(sentence, verb):
        return True
    for other in sentence.tokens:
        if other.index == verb.index or has_subject(sentence, other):
            continue
        behind = is_short_participle(other) and other.index > verb.index
        joined = other.rel == "conj" and other.head == verb.index
        if behind or (joined and is_predicate(other)):
            return True
    return False


def has_subject(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb has a subject of its own that is no instrumental."""
    return any(case_of(noun) != "ins" for noun in sentence.below(verb, *SUBJECTS))


def shares_agent(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a second predicate goes with the same agent («проведён … и составлен»)."""
    row = [t for t in sentence.tokens if t.rel == "conj" and t.head == verb.index]
    return verb.rel == "conj" or any(map(is_predicate, row))


def is_denied(subject: Token, predicate: Predicate) -> bool:
    """Tell whether «документ не приложен» leaves open who did not: often the reader."""
    plain = predicate.modal is None and predicate.negation is not None
    return plain and is_short_participle(predicate.verb) and case_of(subject) == "nom"


def is_counted_subject(sentence: Sentence, subject: Token, verb: Token) -> bool:
    """Tell whether «134 человека включили» would make the counted look like those who act."""
    counted = any(sentence.below(subject, "nummod", "nummod:gov"))
    return counted and subject.index < verb.index


def helps_someone(sentence: Sentence, predicate: Predicate) -> bool:
    """Tell whether «Вам может быть оказана помощь» names the one it is done for: «можно» would
    make him the one who may act."""
    heads = [head for head in (predicate.modal, predicate.verb) if head is not None]
    return predicate.modal is not None and any(
        child.pos == "PRON" and case_of(child) == "dat"
        for head in heads
        for child in sentence.below(head)
    )


def is_predicate(token: Token) -> bool:
    """Tell whether the token is a finite verb or a short participle or adjective."""
    finite = token.feats.get("VerbForm") == "Fin" and token.feats.get("Mood") != "Imp"
    return finite or token.feats.get("Variant") == "Short"


def names_actor_otherwise(sentence: Sentence, passive: Passive, predicate: Predicate) -> bool:
    """Tell whether someone acts whom :func:`agent_of` could not be sure of.

    A bare instrumental near the verb («подтверждается материалами», «Вами не подана»), «между»,
    or an indeclinable name before the verb («АО «Теплосеть» выполнена промывка»).
    """
    verb = passive.verb
    near = {verb.index, verb.head, passive.subject.index if passive.subject else verb.index}
    inside = {t.index for t in sentence.subtree(passive.subject)} if passive.subject else set()
    for token in sentence.tokens:
        if token.pos not in {"NOUN", "PROPN", "PRON", "X", "ADJ"} or token.index in inside:
            continue
        close = token.head in near or abs(token.index - verb.index) <= 2
        if close and _may_act(sentence, token, verb) and same_clause(sentence, token, verb):
            return True
    return False


def _may_act(sentence: Sentence, token: Token, verb: Token) -> bool:
    marks = {mark.lemma for mark in sentence.below(token, "case")} - {"как", "так"}
    if marks:
        return "между" in marks
    if case_of(token) == "ins":
        helps = token.lemma in TIMES | MEANS
        return not helps and not (token.pos == "ADJ" and token.rel == "amod")
    name = token.text[:1].isupper() and token.pos != "ADJ"
    return name and is_fixed(token) and token.index < verb.index and token.rel != "appos"


def says_little(verb: Token) -> bool:
    """Tell a state of a text or a duty («сведения приведены», «контроль возложен») from a deed,
    and a verb that says nothing of its own («осуществляется»)."""
    return verb.lemma in STANDING or verb.lemma.removesuffix("ся") in EMPTY
