"""Clauses of purpose: «в целях уточнения адреса» -> «чтобы уточнить адрес», set off by commas."""

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import in_capitals_of
from plainreply.grammar.govern import as_infinitive, is_action
from plainreply.grammar.phrase import extent, recase
from plainreply.grammar.redraft import Redraft

DASHES = frozenset({"—", "–", "-"})
OPENERS = frozenset({",", "(", "«", "—", "также"})


def purpose(redraft: Redraft, tokens: tuple[Token, ...], noun: Token) -> bool:
    """«в целях уточнения адреса» -> «чтобы уточнить адрес», «для безопасности» if no action."""
    if is_done_for_you(redraft.sentence, noun):
        return False
    if not is_action(noun) or any(redraft.sentence.below(noun, "conj")):
        put_word(redraft, tokens, "для")
        return recase(redraft.sentence, noun, "gen") is not None
    put_word(redraft, tokens, "чтобы")
    return as_infinitive(redraft, None, noun) and set_off(redraft, tokens[0], noun)


def is_done_for_you(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the office acts and the reader is told to do something for it: «чтобы
    пересчитать плату, Вам нужно…» would make the reader the one who does it."""
    told = any(t.lemma == "вы" and t.feats.get("Case") == "Dat" for t in sentence.tokens)
    head = sentence.tokens[noun.head] if noun.head >= 0 else noun
    verbs = (head, *sentence.below(head, "xcomp"))
    passive = any(
        verb.feats.get("VerbForm") == "Part" and verb.feats.get("Variant") == "Short"
        for verb in verbs
    )
    return passive or (told and noun.lemma in OFFICE_ACTS)


OFFICE_ACTS = frozenset(
    "рассмотрение перерасчёт назначение принятие осуществление решение начисление "
    "предоставление включение".split()
)


def put_word(redraft: Redraft, tokens: tuple[Token, ...], plain: str) -> None:
    """Put ``plain`` where ``tokens`` stood."""
    redraft.replace({tokens[0].index: in_capitals_of(tokens[0].text, plain)})
    redraft.drop(*(token.index for token in tokens[1:]))


def set_off(redraft: Redraft, first: Token, noun: Token) -> bool:
    """Set the clause from ``first`` to the end of the phrase of ``noun`` off with commas.

    Returns False when the end is in doubt: a preposition follows, and its phrase may belong to
    the clause as well, or the phrase is all there is of the sentence.
    """
    sentence = redraft.sentence
    phrase = extent(sentence, noun)
    if phrase is None:
        return False
    stop = phrase[-1].index + 1
    if stop < len(sentence.tokens) and sentence.tokens[stop].pos == "ADP":
        return False
    if first.index == 0 and not any(token.is_word for token in sentence.tokens[stop:]):
        return False
    following = sentence.tokens[stop] if stop < len(sentence.tokens) else None
    if following is not None and (following.pos != "PUNCT" or following.text in DASHES):
        redraft.insert(",", before=stop)
    before = sentence.tokens[first.index - 1] if first.index else None
    if before is not None and before.pos != "CCONJ" and before.text not in OPENERS:
        redraft.insert(",", before=first.index)
    return True
