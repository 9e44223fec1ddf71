"""Circumstances told by a preposition and an action noun: what is done, by whom, beside what."""

from dataclasses import dataclass

from plainreply.document import Sentence, Token
from plainreply.grammar.activity import Activities, activities_of
from plainreply.grammar.actors import is_actor
from plainreply.grammar.bounds import is_sure
from plainreply.grammar.clause import same_clause
from plainreply.grammar.govern import is_action
from plainreply.grammar.mainclause import Main, is_impersonal, main_of, nobody
from plainreply.grammar.phrase import extent
from plainreply.grammar.setoff import can_be_clause
from plainreply.grammar.whoacts import Who, who_does

UNITS = frozenset("год месяц неделя день сутки час минута срок раз момент дата".split())
FREE = frozenset({"для", "с", "путем", "посредством", "ввиду", "вследствие", "в связи с", "без"})
"""Prepositions that the tree often hangs on the noun before («обратиться в отдел для сверки»)."""
OF_CLAUSES = frozenset({"в случае", "при условии", "в целях", "с целью", "путем", "посредством"})
"""Prepositions that go with a verb, whatever the tree says."""
SPOTS = frozenset("место адрес объект".split())
MEANT_FOR = frozenset(
    "порядок срок условие основание возможность повод причина перечень требование критерий форма "
    "бланк средство инструмент правило процедура документ сведение".split()
)
"""Nouns that «для …» says something of: «порядок для получения льготы»."""
THINGS = frozenset("заявление жалоба обращение письмо вопрос документ просьба ходатайство".split())


@dataclass(frozen=True, slots=True)
class Circumstance:
    """«При подаче заявления»: ``words`` are the preposition, ``noun`` what it governs,
    ``activities`` what is done, ``main`` the predicate it goes with, ``who`` who does it."""

    words: tuple[Token, ...]
    noun: Token
    activities: Activities
    main: Main
    who: Who


def circumstance(sentence: Sentence, words: tuple[Token, ...], noun: Token) -> Circumstance | None:
    """Return the circumstance, None when it cannot be a clause or goes with no predicate."""
    if not can_be_clause(sentence, words[0], noun) or _is_counted(sentence, words[0]):
        return None
    before = sentence.tokens[words[0].index - 1].lemma if words[0].index else ""
    if words[0].lower == "для" and before in MEANT_FOR:
        return None
    head = _head(sentence, words, noun)
    if not is_sure(sentence, noun, head):
        return None
    main, activities = main_of(sentence, noun, head), activities_of(sentence, noun)
    if main is None and _is_in_brackets(sentence, words[0], noun):
        main = nobody(words[0])
    if main is None or not activities:
        return None
    return Circumstance(words, noun, activities, main, who_does(activities[0].noun, main))


def main_around(sentence: Sentence, words: tuple[Token, ...], noun: Token) -> Main | None:
    """Return the predicate that the phrase goes with, None when its end is not sure."""
    head = _head(sentence, words, noun)
    return main_of(sentence, noun, head) if is_sure(sentence, noun, head) else None


def _head(sentence: Sentence, words: tuple[Token, ...], noun: Token) -> Token | None:
    """Return what the phrase goes with: the head of the noun or of the preposition."""
    top = noun
    if noun.head >= 0 and sentence.tokens[noun.head] in words:
        top = sentence.tokens[noun.head]
    if top.head < 0:
        return None
    head, key = sentence.tokens[top.head], " ".join(word.lower for word in words)
    while _may_go_on(sentence, key, head, words[0]):
        head = sentence.tokens[head.head]
    if head.pos not in {"NOUN", "PROPN"} and not same_clause(sentence, noun, head):
        return _nearest(sentence, words[0])
    return head


def _nearest(sentence: Sentence, first: Token) -> Token | None:
    """Return the last verb before ``first`` in its clause, for a tree that looks too far back."""
    for token in reversed(sentence.tokens[: first.index]):
        if token.feats.get("VerbForm") in {"Fin", "Inf"} or is_impersonal(token):
            return token
        if token.text in {",", ";", ":"}:
            return None
    return None


def _may_go_on(sentence: Sentence, key: str, head: Token, first: Token) -> bool:
    """Tell whether a phrase that hangs on a noun goes with what stands before that noun."""
    if head.pos not in {"NOUN", "PROPN"} or not 0 <= head.head < head.index < first.index:
        return False
    if key in OF_CLAUSES:
        return True
    oblique = head.rel == "obl" and (is_actor(head) or head.lemma in SPOTS)
    thing = head.rel == "obj" and key != "для"
    known = head.lemma in THINGS or not is_action(head)
    return key in FREE and (oblique or (thing and known))


def _is_in_brackets(sentence: Sentence, first: Token, noun: Token) -> bool:
    """Tell whether the phrase is a remark of its own: «(в случае утраты карты)»."""
    phrase = extent(sentence, noun)
    after = sentence.tokens[phrase[-1].index + 1 :][:1] if phrase else ()
    opened = first.index > 0 and sentence.tokens[first.index - 1].text == "("
    return opened and [token.text for token in after] == [")"]


def _is_counted(sentence: Sentence, first: Token) -> bool:
    """Tell whether time is counted from or to the activity («через 5 дней после получения»)."""
    before = sentence.tokens[max(first.index - 2, 0) : first.index]
    return any(token.lemma in UNITS or token.text[:1].isdigit() for token in before)
