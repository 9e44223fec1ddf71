"""Who acts in a passive clause: the instrumental noun or the short name that names the actor."""

import re
from collections.abc import Sequence
from functools import cache

from plainreply.document import Sentence, Token
from plainreply.grammar.antecedent import antecedent, is_which
from plainreply.grammar.bodies import bodies
from plainreply.grammar.clause import same_clause, starts_clause
from plainreply.grammar.derivation import families
from plainreply.grammar.phrase import DATES
from plainreply.grammar.stock import instrumentals
from plainreply.resources import Row, lexicon

AGENTS = ("obl:agent", "obl", "iobj", "nmod", "nsubj", "nsubj:pass", "obj")
"""What the parser calls an instrumental that acts, rightly or not."""
TIMES = frozenset("лето зима весна осень утро день вечер ночь раз".split())
MEANS = frozenset(
    "письмо отправление почта телеграмма перевод способ транспорт рейс сообщение карта платёж "
    "образ рассылка метод путь подпись печать доля сумма процент".split()
)
"""What things are done with: no one acts in «отправлен заказным письмом»."""
DATED = DATES | {"г", "г."}
DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}")
PERSONAL = frozenset({"я", "ты", "мы", "вы", "он", "она", "они", "кто"})

RECEIVED = frozenset(
    "выдать направить предоставить вручить передать сообщить поручить рекомендовать предложить "
    "разрешить отказать указать назначить выплатить перечислить начислить возместить объявить "
    "доставить оказать адресовать выделить вернуть присвоить запретить".split()
)
"""What is done to someone in the dative: a name that does not inflect may be the one who gets."""
APPOINTED = frozenset(
    "признать назначить избрать считать считаться назвать объявить признаваться "
    "назначаться называться".split()
)
"""What is said with a predicative in the instrumental: «признан банкротом»."""


def agent_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the instrumental noun that names who acts («рассмотрено комиссией»).

    It may hang on the modal («сотрудником должна использоваться»). An act counts as an agent
    of what acts do («законом предусмотрено»).
    """
    heads = [verb]
    if verb.rel == "xcomp" and verb.head >= 0:
        heads.append(sentence.tokens[verb.head])
    for head in heads:
        for child in sentence.below(head, *AGENTS):
            if _is_agent(sentence, verb, child):
                return child
    beside = _agent_beside(sentence, verb, heads[-1])
    front = beside or _agent_in_front(sentence, verb, heads[-1])
    named = front or _short_name(sentence, verb, heads)
    return named or _leader(sentence, verb) or _agent_behind(sentence, verb)


def _leader(sentence: Sentence, verb: Token) -> Token | None:
    """Return the first of «инспектором совместно с лесничим», wherever the parser hangs it."""
    for noun in instrumentals(sentence):
        behind = sentence.tokens[noun.index + 1 : verb.index][:1]
        if any(token.lemma == "совместно" for token in behind) and _is_agent(sentence, verb, noun):
            return noun
    return None


def _agent_behind(sentence: Sentence, verb: Token) -> Token | None:
    """Return an actor in the instrumental further on in the clause, hung on a word before the
    verb or on a noun that tells of no action («вручено в полном объёме почтальоном»)."""
    for token in instrumentals(sentence):
        head = sentence.tokens[token.head] if token.head >= 0 else verb
        thing = head.pos in {"NOUN", "PROPN"} and head.lemma not in families()
        torn = head.index < verb.index or (thing and head.index < token.index)
        hung = token.index > verb.index and token.rel in {"nmod", "obl"} and head is not verb
        if hung and torn and is_actor(token) and _is_agent(sentence, verb, token):
            return token
    return None


def _short_name(sentence: Sentence, verb: Token, heads: Sequence[Token]) -> Token | None:
    """Return a body's name that does not inflect and stands by the verb beside the subject
    («МКУ «Горсвет» заменены лампы»), unless it may be the one who gets something."""
    if verb.lemma in RECEIVED or verb.feats.get("VerbForm") == "Inf":
        return None
    for head in heads:
        found = list(sentence.below(head, *AGENTS))
        subjects = [noun for noun in found if _is_subject(noun)]
        names = [noun for noun in found if is_short_name(sentence, noun)]
        if len(names) == 1 and len(subjects) == 1 and same_clause(sentence, names[0], verb):
            return names[0]
    return None


def is_short_name(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the noun is a body's short name without a preposition of its own («с 1 мая
    АО «Маяк»»)."""
    if noun.text not in bodies():
        return False
    return not any(sentence.below(noun, "case")) or _follows_date(sentence, noun)


def _follows_date(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a date stands right before the noun: its preposition is that of the date."""
    before = sentence.tokens[noun.index - 1] if noun.index else noun
    return before.lemma in DATED or (
        before.pos == "NUM" and DATE.fullmatch(before.text) is not None
    )


def _is_subject(noun: Token) -> bool:
    nominative = noun.feats.get("Case") == "Nom" and noun.rel in {"nsubj", "nsubj:pass"}
    return nominative and noun.text not in bodies()


def _agent_beside(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """Return an actor in the instrumental right before the predicate or right after the verb.

    The parser often hangs it on a noun nearby («при разговоре с клиентом сотрудником должна…»).
    """
    first, last = min(verb.index, head.index), verb.index
    for token in instrumentals(sentence):
        near = first - 6 <= token.index < last + 3
        if near and token.rel in {"nmod", "obl", "amod"} and _is_agent(sentence, verb, token):
            phrase = sentence.subtree(token)
            if phrase[-1].index == first - 1 or phrase[0].index == last + 1:
                return token
    return None


def _agent_in_front(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """Return an actor in the instrumental that opens the clause of the verb, wherever the parser
    hangs it («учитывая жалобы, департаментом в адрес фонда направлено…»)."""
    for token in instrumentals(sentence):
        torn = token.head > verb.index or token.rel in {"conj", "parataxis", "root", "xcomp"}
        if torn and token.index < min(verb.index, head.index) and _is_agent(sentence, verb, token):
            words = [t for t in sentence.below(token, "amod", "det") if t.index < token.index]
            if starts_clause(sentence, min((token, *words), key=lambda t: t.index)):
                return token
    return None


def _is_agent(sentence: Sentence, verb: Token, noun: Token) -> bool:
    if noun.feats.get("Case") != "Ins" or not is_bare(sentence, noun):
        return False
    if verb.lemma in APPOINTED and noun.index > verb.index:
        return False
    if is_which(noun):
        return _acts_again(sentence, verb, noun)
    acting = is_actor(noun) or speaks(noun, verb)
    return acting and same_clause(sentence, noun, verb)


def is_bare(sentence: Sentence, noun: Token) -> bool:
    """Tell whether no preposition goes with the noun, whatever the parser hangs it on."""
    at = noun.index - 1
    while at >= 0 and _describes(sentence.tokens[at], noun):
        at -= 1
    before = sentence.tokens[at] if at >= 0 else noun
    if before.pos == "ADP" or any(sentence.below(noun, "case")):
        return False
    joined = noun.rel == "conj" and sentence.tokens[noun.head].index < noun.index
    return not joined or not any(sentence.below(sentence.tokens[noun.head], "case"))


def _describes(word: Token, noun: Token) -> bool:
    adjective = word.pos in {"ADJ", "DET"} and word.feats.get("Case") == noun.feats.get("Case")
    return word.head == noun.index or (adjective and word.lemma not in {"тот", "этот", "что"})


def _acts_again(sentence: Sentence, verb: Token, pronoun: Token) -> bool:
    """Tell whether «который» stands for one who acts («комиссия, которой составлен акт»)."""
    noun = antecedent(sentence, pronoun)
    may_get = pronoun.feats.get("Gender") == "Fem" and verb.lemma in RECEIVED
    if noun is None or may_get:
        return False
    return is_actor(noun) or noun.text in bodies() or speaks(noun, verb)


def is_actor(noun: Token) -> bool:
    """Tell whether the noun can act: a person, or a body that the table of actors names."""
    if noun.pos == "PRON":
        return noun.lemma in PERSONAL
    animate = noun.feats.get("Animacy") == "Anim"
    return noun.pos in {"NOUN", "PROPN"} and (animate or noun.lemma in actors())


def speaks(noun: Token, verb: Token) -> bool:
    """Tell whether a thing does what acts or proofs do («законом предусмотрено»)."""
    row = act_verbs().get(verb.lemma)
    if row is None or is_actor(noun) or noun.pos not in {"NOUN", "PROPN"}:
        return False
    proves = row["by"] == "thing" or (row["by"] == "rate" and verb.lemma.endswith("ся"))
    return noun.lemma in acts() or (proves and noun.lemma not in TIMES | MEANS)


def stood_for(sentence: Sentence, noun: Token) -> Token:
    """Return what a relative pronoun stands for, any other word itself."""
    return (antecedent(sentence, noun) or noun) if is_which(noun) else noun


@cache
def acts() -> frozenset[str]:
    """Return the lemmas of acts and plans that provide for things («закон»)."""
    return frozenset(row["noun"] for row in lexicon("acts"))


@cache
def act_verbs() -> dict[str, Row]:
    """Return the table of what acts do by the verb of the participle and by the verb in -ся."""
    rows = lexicon("act-verbs")
    return {row["pf"]: row for row in rows} | {f"{row['ipf']}ся": row for row in rows}


@cache
def actors() -> frozenset[str]:
    """Return the lemmas of bodies and groups that act («министерство», «комиссия»)."""
    return frozenset(row["noun"] for row in lexicon("actors"))
