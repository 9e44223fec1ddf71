"""Cuts between predicates of one subject, which the second sentence names again: «Отдел проверил
расчёты и вернул плату» -> «Отдел проверил расчёты. Он вернул плату»."""

from collections.abc import Iterator, Sequence

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import agent_of
from plainreply.grammar.cut import Cut, cut_before
from plainreply.grammar.divide_links import leaves_clause
from plainreply.grammar.forms import CASES, NUMBERS, case_of, inflect
from plainreply.grammar.phrase import DATES, is_fixed
from plainreply.grammar.refer import bodies, he, is_act, this
from plainreply.grammar.voice import is_short_participle
from plainreply.grammar.whole import (
    is_conditional,
    is_predicate,
    is_whole,
    needs_no_subject,
    own_subject,
    predicates,
)
from plainreply.spans import Edit

OPENINGS = {"и": "", "но": "однако", "также": "также"}
POINTING = frozenset(
    "этот данный указанный указать вышеуказанный упомянутый упомянуть вышеупомянутый настоящий "
    "названный назвать".split()
)
"""Words after which «это обращение» would point to the same noun once more."""
SPEAKERS = frozenset({"мы", "вы", "я"})


def at_predicates(sentence: Sentence, text: str) -> Iterator[Cut]:
    """Yield cuts before the second predicate of a subject."""
    tokens = sentence.tokens
    for joiner in tokens[1:-2]:
        at = joiner.index + 1
        if joiner.lower == "а" and tokens[at].lower == "также":
            joiner, at = tokens[at], at + 1
        elif joiner.lower not in {"и", "но"}:
            continue
        first = min(joiner.index, at - 1) - (joiner.lower == "также")
        first -= tokens[first - 1].text == ","
        if first > 1 and is_whole(tokens[:first]) and is_whole(tokens[at:]):
            cut = _cut(sentence, text, first, at, OPENINGS[joiner.lower])
            if cut is not None:
                yield cut


def _cut(sentence: Sentence, text: str, first: int, at: int, opening: str) -> Cut | None:
    before, behind = sentence.tokens[:first], sentence.tokens[at:]
    verb = predicates(behind)[0]
    other = _first_of_row(sentence, verb)
    joins = [t for t in behind if t.index < verb.index and t.text in {",", "что", "который"}]
    if other is None or other.index >= first or joins or is_conditional(before):
        return None
    if not _is_told_alike(sentence, other, verb) or not leaves_clause(sentence, before, behind):
        return None
    who = _named_again(sentence, before, behind, other, verb)
    row = _row_closed(sentence, other, verb)
    if who is None or row is None:
        return None
    cut = cut_before(sentence, text, first, at, " ".join(filter(None, (opening, who))))
    return Cut(at, (*row, *cut.edits))


def _first_of_row(sentence: Sentence, verb: Token) -> Token | None:
    """Return the predicate that ``verb`` is coordinated with."""
    if verb.rel != "conj" or verb.head < 0 or verb.head > verb.index:
        return None
    head = sentence.tokens[verb.head]
    above = sentence.tokens[head.head] if head.rel == "conj" and head.head >= 0 else head
    head = above if is_predicate(above) and above.index < head.index else head
    return head if head in predicates(sentence.tokens[: verb.index]) else None


def _is_told_alike(sentence: Sentence, one: Token, other: Token) -> bool:
    """Tell whether neither predicate takes its auxiliary or its agent from the other."""
    if is_short_participle(one) and is_short_participle(other):
        helped = [any(sentence.below(v, "aux:pass", "aux", "cop")) for v in (one, other)]
        agents = [agent_of(sentence, verb) for verb in (one, other)]
        return helped[0] == helped[1] and agents[0] is None
    return True


def _named_again(
    sentence: Sentence, before: Sequence[Token], behind: Sequence[Token], one: Token, other: Token
) -> str | None:
    """Return the words that name the subject again; empty when the verb itself says «мы»."""
    if own_subject(sentence, behind) is not None:
        return None
    if needs_no_subject(sentence, behind):
        return "" if other.feats.get("Person") == one.feats.get("Person") == "1" else None
    noun = _subject(sentence, before, one)
    if noun is None or not _agrees(noun, other):
        return None
    if noun.pos == "PRON":
        return noun.text if noun.lemma in SPEAKERS else noun.lower
    if is_fixed(noun):
        alone = not any(sentence.below(noun, "appos", "flat", "flat:name", "nmod"))
        return noun.text if alone and noun.text.isupper() else None
    if is_act(noun):
        return None
    return _he(before, noun) or _repeated(sentence, noun)


def _subject(sentence: Sentence, before: Sequence[Token], verb: Token) -> Token | None:
    """Return the nominative subject of ``verb``, a single noun."""
    own = [t for t in before if t.rel in {"nsubj", "nsubj:pass"} and t.head == verb.index]
    noun = own[0] if len(own) == 1 and case_of(own[0]) in {"nom", ""} else None
    if noun is None or any(sentence.below(noun, "conj", "nummod", "nummod:gov")):
        return None
    return noun if noun.pos in {"NOUN", "PRON", "PROPN"} else None


def _agrees(noun: Token, verb: Token) -> bool:
    """Tell whether a predicate has the number and, in the past, the gender of its subject."""
    if noun.feats.get("Number") != verb.feats.get("Number"):
        return False
    gender = verb.feats.get("Gender")
    return gender is None or gender == noun.feats.get("Gender")


def _he(before: Sequence[Token], noun: Token) -> str | None:
    """Return «он», «она», «оно», «они» where no other noun before can be meant."""
    number, gender = noun.feats.get("Number"), noun.feats.get("Gender")
    for other in before:
        if other is noun or not _competes(other):
            continue
        same = other.feats.get("Number") == number
        if same and (number == "Plur" or other.feats.get("Gender") == gender):
            return None
    return he(noun)


def _competes(other: Token) -> bool:
    """Tell whether «он» could mean this word: a thing, no act in an oblique case, no date."""
    if other.pos not in {"NOUN", "PROPN", "PRON"} or other.lemma in DATES or other.rel == "fixed":
        return False
    return case_of(other) == "nom" or not is_act(other)


def _repeated(sentence: Sentence, noun: Token) -> str | None:
    """Return «комиссия» for a body, «этот вопрос» for anything else that is no person."""
    word = inflect(noun, CASES["nom"], NUMBERS[noun.feats.get("Number", "Sing")])
    if word is None or noun.pos != "NOUN":
        return None
    if noun.lemma in bodies() or (noun.text[:1].isupper() and noun.index):
        return word
    pointed = any(child.lemma in POINTING for child in sentence.below(noun, "det", "amod", "acl"))
    if noun.feats.get("Animacy") == "Anim" or pointed:
        return None
    return this(noun, "nom")


def _row_closed(sentence: Sentence, one: Token, last: Token) -> tuple[Edit, ...] | None:
    """Return the edit that puts «и» before what is now the last predicate of the first sentence."""
    between = [
        t for t in predicates(sentence.tokens[one.index + 1 : last.index])
        if t.rel == "conj" or (t.rel, t.head) == (one.rel, one.head)
    ]  # fmt: skip
    if not between:
        return ()
    commas = [t for t in sentence.tokens[one.index : between[-1].index] if t.text == ","]
    inside = sentence.tokens[commas[-1].index + 1 : between[-1].index] if commas else ()
    if (
        len(between) > 1
        or not commas
        or predicates(inside)
        or any(t.pos == "CCONJ" for t in inside)
    ):
        return None
    return (Edit(commas[-1].span, " и"),)
