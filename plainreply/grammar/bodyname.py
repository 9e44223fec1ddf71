"""Names of bodies that do not inflect, where they may be the ones who act: «по заявке жителей МУП
«Водник» заменена труба»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_short_name
from plainreply.grammar.antecedent import is_which
from plainreply.grammar.clause import is_break
from plainreply.grammar.whoacts import CLIENTS

HOSTS = frozenset(
    "информация сведение данные данный сообщение мнение адрес отношение участие территория сайт "
    "сила офис директор начальник руководитель".split()
)
"""Nouns that a name in the genitive goes with: «по данным АО «Маяк»»."""
OPEN, CLOSING = frozenset({"«", '"'}), frozenset({"»", '"'})


def may_act_by_name(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell whether a body's short name before the verb may be the agent, whatever the tree says:
    nothing governs it for sure and no mark parts it from the verb."""
    if noun.index > verb.index or not is_short_name(sentence, noun):
        return False
    if _is_hosted(sentence, noun) or _is_closed(sentence, noun):
        return False
    between = sentence.tokens[noun.index + 1 : verb.index]
    return not any(is_which(t) or (is_break(t) and t.index != verb.head) for t in between)


def _is_hosted(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the name surely belongs to the noun before it («сотрудник АО «Маяк»»)."""
    before = sentence.tokens[noun.index - 1] if noun.index else noun
    staff = before.feats.get("Animacy") == "Anim" and before.lemma not in CLIENTS
    return before.pos == "NOUN" and (staff or before.lemma in HOSTS)


def _is_closed(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a mark follows the name with what stands in quotes and brackets behind it."""
    behind = sentence.tokens[noun.index + 1 :]
    for opening, closing in ((OPEN, CLOSING), ({"("}, {")"})):
        if behind and behind[0].text in opening:
            stop = (n for n, t in enumerate(behind[1:], 2) if t.text in closing)
            behind = behind[next(stop, len(behind)) :]
    return not behind or behind[0].text in {",", ")", ";", ":"}
