"""Action nouns governed by a word that takes an infinitive: «право на получение пособия» -> «право
получить пособие», «просим о переносе срока» -> «просим перенести срок»."""

from collections.abc import Iterator

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import in_capitals_of
from plainreply.grammar.govern import is_action
from plainreply.grammar.governors import (
    Frame,
    governed,
    is_denied,
    is_paper,
    is_predicate,
    is_verb_to_be,
)
from plainreply.grammar.infinitive import row, tell
from plainreply.grammar.mood import like
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.split import split_of
from plainreply.grammar.splitclause import is_resumed
from plainreply.grammar.undecided import is_undecided
from plainreply.grammar.unsplit import unsplit

NOT = "не"


def as_governed(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """Return the sentence with ``noun`` told by an infinitive, None when that is not sure.

    The noun may stand in a row or below an emptier one: the whole of it is told.
    """
    for top in tops(sentence, noun):
        found = governed(sentence, top)
        if found is None:
            continue
        if _is_told_with_verb(sentence, text, found[0]):
            return None
        redraft = Redraft(sentence, text)
        if _told(redraft, top, *found) and redraft.changes(noun):
            return redraft
    return None


def tops(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield the noun, the first of its row and the action nouns that it hangs on."""
    yield noun
    while noun.rel in {"conj", "nmod"} and noun.head >= 0:
        noun = sentence.tokens[noun.head]
        if noun.pos != "NOUN" or not is_action(noun):
            return
        yield noun


def _is_told_with_verb(sentence: Sentence, text: str, governor: Token) -> bool:
    """Tell whether the governing noun will go with its light verb, and the infinitive with it
    («приняли решение о ремонте» -> «решили отремонтировать»)."""
    split = split_of(sentence, governor) if governor.pos == "NOUN" else None
    return split is not None and unsplit(sentence, text, split) is not None


def _told(redraft: Redraft, noun: Token, governor: Token, frame: Frame) -> bool:
    sentence = redraft.sentence
    nouns = tuple(row(sentence, noun))
    spoilers = is_paper, is_predicate, is_verb_to_be, is_undecided
    if any(spoils(sentence, governor) for spoils in spoilers):
        return False
    if any(_is_spared(each, frame) or is_resumed(sentence, each) for each in nouns):
        return False
    has = sentence.below(governor, "xcomp", "csubj", "acl")
    if any(child.feats.get("VerbForm") == "Inf" for child in has):
        return False
    if _goes_on(sentence, noun, nouns):
        return False
    aspect = frame.denied if is_denied(sentence, governor) else frame.aspect
    return tell(redraft, noun, aspect) and _plain(redraft, noun, governor, frame)


def _goes_on(sentence: Sentence, noun: Token, nouns: tuple[Token, ...]) -> bool:
    """Tell whether another deed stands behind the same preposition further on, which the tree
    does not join («о заключении договора и о переносе срока»)."""
    marks = {mark.lemma for mark in sentence.below(noun, "case")}
    told = {each.index for each in nouns}
    return any(
        token.index > noun.index
        and token.lemma in marks
        and token.head not in told
        and is_action(sentence.tokens[token.head])
        and sentence.tokens[token.index - 1].lemma in {"и", "или", "также", ","}
        for token in sentence.tokens
    )


def _is_spared(noun: Token, frame: Frame) -> bool:
    other = bool(frame.deeds) and noun.lemma not in frame.deeds
    return other or noun.lemma in frame.spared


def _plain(redraft: Redraft, noun: Token, governor: Token, frame: Frame) -> bool:
    """Put the plainer word where the governing one stood, if there is one."""
    if frame.plain == NOT:
        return _negate(redraft, noun, governor)
    if not frame.plain:
        return True
    *before, verb = frame.plain.split()
    form = like(governor, verb)
    if form is None:
        return False
    redraft.replace({governor.index: in_capitals_of(governor.text, " ".join((*before, form)))})
    return True


def _negate(redraft: Redraft, noun: Token, governor: Token) -> bool:
    """Put «не» in place of «воздержаться»: «не посещать», as an imperative «не посещайте»."""
    if any(redraft.sentence.below(governor, "advmod")):
        return False
    redraft.replace({governor.index: in_capitals_of(governor.text, NOT)})
    if governor.feats.get("VerbForm") == "Inf":
        return True
    nouns = tuple(row(redraft.sentence, noun))
    verb = like(governor, redraft.word(noun.index)) if len(nouns) == 1 else None
    if verb is None or governor.feats.get("Mood") != "Imp":
        return False
    redraft.replace({noun.index: verb})
    return True
