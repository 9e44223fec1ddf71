"""Deeds of the writer and of the office named as a place, where the letter names no agent."""

from functools import cache

from plainreply.document import Sentence, Token
from plainreply.grammar.clause import starts_clause
from plainreply.grammar.forms import case_of
from plainreply.grammar.predicate import Predicate
from plainreply.grammar.voice import active_verb
from plainreply.resources import lexicon


@cache
def _writer_acts() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset(row["verbs"].split()) for row in lexicon("writer-acts")}


def is_ours(sentence: Sentence, subject: Token, verb: Token) -> bool:
    """Tell whether the writer of a reply is the one who does ``verb`` to ``subject``.

    A rule for everyone («обращение рассматривается 30 дней») is no deed of the writer's; what
    is enclosed («копия прилагается») always is.
    """
    if active_verb(verb) == "прилагать":
        return True
    deeds = _writer_acts().get(subject.lemma, frozenset())
    yours = any(child.lemma == "ваш" for child in sentence.below(subject))
    done = verb.feats.get("Aspect") == "Perf" and subject.feats.get("Number") != "Plur"
    return active_verb(verb) in deeds and (yours or done)


def place_of(sentence: Sentence, predicate: Predicate) -> Token | None:
    """Return the office that opens the clause and where something was looked into, which no one
    else can have done («в министерстве рассмотрено обращение»)."""
    if predicate.verb.lemma not in EXAMINED or predicate.modal is not None:
        return None
    for child in sentence.below(predicate.verb, "obl"):
        marks = list(sentence.below(child, "case"))
        inside = len(marks) == 1 and marks[0].lemma == "в" and child.lemma in OFFICES
        if inside and case_of(child) == "prep" and starts_clause(sentence, marks[0]):
            return child
    return None


EXAMINED = frozenset("рассмотреть изучить проанализировать проработать проверить".split())
OFFICES = frozenset(
    "министерство департамент управление комитет администрация инспекция прокуратура служба "
    "агентство ведомство".split()
)
