"""Decisions that are still open: «для принятия решения о выплате» asks whether to pay, «решение
выплатить» would say how it ends."""

from plainreply.document import Sentence, Token
from plainreply.grammar.governors import is_denied
from plainreply.grammar.predicate import predicate_of
from plainreply.grammar.telling import TELLING
from plainreply.grammar.voice import is_full_participle

DECISIONS = frozenset({"решение"})
TAKING = frozenset(
    "принять принимать вынести выносить подготовить готовить ждать ожидать дождаться "
    "рассмотреть рассматривать обсудить обсуждать согласовать согласовывать".split()
)
OPEN = frozenset(
    "принятие вынесение подготовка ожидание рассмотрение обсуждение согласование проект вопрос "
    "вариант возможность необходимость".split()
)
"""What is done with a decision, or said of it, before it is taken."""
BECAUSE = frozenset({"связь", "ввиду", "вследствие", "причина"})


def is_undecided(sentence: Sentence, governor: Token) -> bool:
    """Tell whether a noun is a decision that nobody has taken yet for sure."""
    if governor.lemma not in DECISIONS or governor.head < 0:
        return False
    head = sentence.tokens[governor.head]
    if head.pos == "NOUN":
        known = _is_cause(sentence, head) or _is_news(sentence, head)
        return head.lemma in OPEN and not known
    if is_full_participle(head):
        return head.feats.get("Tense") != "Past"
    if head.lemma not in TAKING:
        return False
    return predicate_of(sentence, head).tense != "Past" or is_denied(sentence, governor)


def _is_news(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the noun is what someone is told of: «уведомляем о принятии решения»."""
    head = sentence.tokens[noun.head] if noun.head >= 0 else noun
    about = any(mark.lemma == "о" for mark in sentence.below(noun, "case"))
    return about and head.lemma in TELLING and predicate_of(sentence, head).tense != "Fut"


def _is_cause(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the noun says why something is so: what has happened by then."""
    words = [t for mark in sentence.below(noun, "case") for t in sentence.subtree(mark)]
    return any(word.lemma in BECAUSE for word in words)
