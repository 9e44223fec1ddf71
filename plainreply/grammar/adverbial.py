"""Adverbial clauses: a preposition with an action noun becomes a clause with a verb.

Each preposition has its way: purpose («для», «в целях»), time («при», «после», «до»), cause («в
связи с»), condition («в случае»), manner («путём», «без»).
"""

from collections.abc import Callable, Mapping

from plainreply.document import Sentence, Token
from plainreply.grammar.cause import as_there_is, cause, if_there_is
from plainreply.grammar.circumstance import Circumstance, circumstance
from plainreply.grammar.condition import dissent, if_it_happens, need
from plainreply.grammar.govern import short
from plainreply.grammar.mainactive import in_the_active
from plainreply.grammar.manner import alongside, means, without
from plainreply.grammar.mend import with_object
from plainreply.grammar.moment import after, during, in_course, until
from plainreply.grammar.purpose import purpose
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.setoff import set_off

Way = Callable[[Redraft, Circumstance], bool]
WAYS: Mapping[str, Way] = {
    "в случае": if_it_happens,
    "при условии": if_it_happens,
    "для": purpose,
    "в целях": purpose,
    "с целью": purpose,
    "при": during,
    "в ходе": in_course,
    "в процессе": in_course,
    "в время": in_course,
    "после": after,
    "по результатам": after,
    "по итогам": after,
    "по завершении": after,
    "по окончании": after,
    "до": until,
    "ввиду": cause,
    "вследствие": cause,
    "в связи с": cause,
    "по причине": cause,
    "из-за": cause,
    "путем": means,
    "посредством": means,
    "с помощью": means,
    "с": alongside,
    "без": without,
}
"""Which clause a preposition opens, written with «е» for «ё» and «в» for «во»."""


Special = Callable[[Redraft, tuple[Token, ...], Token], bool]
SPECIAL: Mapping[str, tuple[Special, ...]] = {
    "в случае": (need, dissent, if_there_is),
    "в связи с": (as_there_is,),
    "ввиду": (as_there_is,),
    "по причине": (as_there_is,),
    "при условии": (if_there_is,),
}
"""Clauses without a activity: «если нужно», «если вы не согласны», «так как нет средств»."""


def adverbial(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """Return the sentence with ``noun`` and its preposition told by a clause, None when unsure."""
    words = preposition_of(sentence, noun)
    return as_clause(sentence, text, words, noun) if words else None


def as_clause(
    sentence: Sentence, text: str, words: tuple[Token, ...], noun: Token
) -> Redraft | None:
    """Return the sentence with a clause for the preposition ``words`` and ``noun``."""
    key = " ".join(short(word.lower) for word in words)
    if key not in WAYS:
        return None
    sentence = with_object(sentence, noun)
    noun, words = sentence.tokens[noun.index], sentence.tokens[words[0].index : words[-1].index + 1]
    for special in SPECIAL.get(key, ()):
        redraft = Redraft(sentence, text)
        if special(redraft, words, noun):
            return redraft
    found = circumstance(sentence, words, noun)
    if found is None:
        return None
    tried = [] if key == "до" else list(in_the_active(sentence, text, found))
    for redraft, told in (*tried, (Redraft(sentence, text), found)):
        if set_off(redraft, words[0], noun) and WAYS[key](redraft, told):
            return redraft
    return None


def preposition_of(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """Return the words of the preposition right before the phrase of ``noun``, longest first."""
    start = noun.index
    while start and sentence.tokens[start - 1].head == noun.index and _agrees(sentence, start - 1):
        start -= 1
    for size in (3, 2, 1):
        words = sentence.tokens[max(start - size, 0) : start]
        if len(words) == size and " ".join(short(word.lower) for word in words) in WAYS:
            return words
    return ()


def _agrees(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].rel in {"amod", "det", "nmod"}
