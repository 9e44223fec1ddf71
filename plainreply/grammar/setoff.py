"""Clauses inside a sentence: the word that opens one, and the commas that set it off."""

from plainreply.document import Sentence, Token
from plainreply.grammar.bounds import stretch
from plainreply.grammar.forms import case_of, in_capitals_of
from plainreply.grammar.redraft import Redraft

ONLY = frozenset({"только", "лишь"})
DASHES = frozenset({"—", "–", "-"})
OPENERS = frozenset({",", "(", "«", "—", "также", *ONLY})
ENDS = frozenset(".,;:!?)»") | DASHES
LEADERS = frozenset({"CCONJ", "SCONJ"})
MARKS = frozenset({",", "(", "«", ":", ";"}) | DASHES
INTRODUCTIONS = frozenset("также дополнительно одновременно поэтому пожалуйста".split())
NARROWING = frozenset(
    "только лишь исключительно даже именно особенно не сразу непосредственно "
    "незамедлительно".split()
)
"""Words that go with the phrase behind them: «сразу после проверки»."""


def put_word(redraft: Redraft, tokens: tuple[Token, ...], plain: str) -> None:
    """Put ``plain`` where ``tokens`` stood."""
    redraft.replace({tokens[0].index: in_capitals_of(tokens[0].text, plain)})
    redraft.drop(*(token.index for token in tokens[1:]))


def set_off(redraft: Redraft, first: Token, noun: Token) -> bool:
    """Set the clause from ``first`` to the end of the phrase of ``noun`` off with commas.

    Returns False when the end is in doubt: a preposition or a genitive follows, and its phrase
    may belong to the clause as well, or the phrase is all there is of the sentence.
    """
    sentence = redraft.sentence
    phrase = stretch(sentence, noun)
    if phrase is None:
        return False
    stop = phrase[-1].index + 1
    if first.index == 0 and not any(token.is_word for token in sentence.tokens[stop:]):
        return False
    following = sentence.tokens[stop] if stop < len(sentence.tokens) else None
    if phrase[-1].text == ",":
        following = None
    if following is not None and (following.pos == "ADP" or _is_genitive(following)):
        return False
    if following is not None and _is_predicative(sentence, following):
        return False
    if following is not None and (following.pos != "PUNCT" or following.text in DASHES):
        redraft.insert(",", before=stop)
    before = sentence.tokens[first.index - 1] if first.index else None
    joined = before is not None and before.pos == "CCONJ" and before.lower != "однако"
    if before is not None and not joined and before.lower not in OPENERS:
        redraft.insert(",", before=first.index)
    return True


def _is_genitive(token: Token) -> bool:
    """Tell whether a bare genitive follows, which may well belong to the phrase before it."""
    return case_of(token) == "gen" and token.pos in {"NOUN", "PROPN", "ADJ", "NUM"}


def _is_predicative(sentence: Sentence, word: Token) -> bool:
    """Tell whether an adjective in the instrumental without a noun follows: it says what something
    in the phrase is held for («о признании дома аварийным»)."""
    after = sentence.tokens[word.index + 1 : word.index + 2]
    alone = not after or after[0].pos not in {"NOUN", "PROPN", "ADJ", "DET"}
    return word.pos == "ADJ" and case_of(word) == "ins" and alone


def can_be_clause(sentence: Sentence, first: Token, noun: Token) -> bool:
    """Tell whether the phrase from ``first`` on may become a clause of its own: it stands at the
    beginning or the end of a clause, and no word goes with it alone."""
    phrase = stretch(sentence, noun)
    if phrase is None or noun.rel == "conj":
        return False
    before = sentence.tokens[first.index - 1] if first.index else None
    if before is not None and _joins_phrases(sentence, before):
        return False
    if before is not None and before.lower in NARROWING:
        return before.lower in ONLY and first.lower == "после"
    leads = before is None or before.pos in LEADERS or before.lower in INTRODUCTIONS | MARKS
    return leads or ends_clause(sentence, phrase[-1])


def ends_clause(sentence: Sentence, last: Token) -> bool:
    """Tell whether nothing of the clause follows ``last``."""
    after = sentence.tokens[last.index + 1 : last.index + 2]
    return not after or after[0].text in ENDS or last.text in ENDS


def _joins_phrases(sentence: Sentence, before: Token) -> bool:
    """Tell whether «и» before the phrase may join it to another phrase («лично и для отца»)."""
    return before.pos == "CCONJ" and before.lower != "а" and before.index > 0
