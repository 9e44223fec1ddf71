"""Cuts before clauses with «который»: «…в отдел, который ведёт учёт» -> «…в отдел. Этот отдел…»."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.agreement import GOVERNS
from plainreply.grammar.cut import Cut, cut_before, replaced
from plainreply.grammar.forms import CASES, GENDERS, NUMBERS, case_of
from plainreply.grammar.nominal import family_of
from plainreply.grammar.phrase import is_fixed
from plainreply.grammar.refer import bodies, he, papers, this
from plainreply.grammar.whole import (
    is_conditional,
    is_predicate,
    is_whole,
    own_subject,
    predicates,
    stands_alone,
)
from plainreply.spans import Edit, Span

LONGEST_LEAD = 6
"""How many tokens may stand between the comma and «который»: «в ходе проведения которого»."""
PICKS = frozenset(
    "тот каждый любой всякий такой весь никакой какой-либо какой иной другой один единственный "
    "некоторый первый последний все".split()
)
"""Words before a noun that make the clause behind it tell which one is meant."""
POINTS = frozenset("этот данный указанный названный наш ваш мой свой настоящий".split())
ASKS = frozenset(
    "просить нужно необходимо надо можно следовать вправе мочь должный обязанный рекомендовать "
    "предлагать надлежать требоваться".split()
)
PROCESS = frozenset({"ход", "результат", "итог", "процесс", "завершение", "окончание"})
EMPTY = frozenset("проведение осуществление выполнение организация обеспечение наличие".split())
"""Acts that say nothing of their own: «который» stands for what is done."""


def at_relatives(sentence: Sentence, text: str) -> Iterator[Cut]:
    """Yield cuts before clauses with «который» that end the sentence and say more about a noun
    that is known already."""
    for pronoun in sentence.tokens:
        if pronoun.lemma == "который" and not is_fixed(pronoun):
            cut = _cut(sentence, text, pronoun)
            if cut is not None:
                yield cut


def _cut(sentence: Sentence, text: str, pronoun: Token) -> Cut | None:
    comma = _comma(sentence, pronoun)
    if comma is None:
        return None
    before, clause = sentence.tokens[: comma.index], sentence.tokens[comma.index + 1 :]
    if not is_whole(before) or not _is_one_clause(sentence, clause):
        return None
    if not _names_actor(sentence, clause, pronoun):
        return None
    lead = clause[: pronoun.index - comma.index - 1]
    noun = _antecedent(sentence, before, pronoun, lead)
    case = _case(pronoun, lead)
    if noun is None or not case or not _adds(before, noun, lead, clause):
        return None
    named = _he(before, noun, pronoun) if case == "nom" and not lead else None
    named = named or this(noun, case)
    return None if named is None else _made(sentence, text, comma, pronoun, named)


def _made(sentence: Sentence, text: str, comma: Token, pronoun: Token, named: str) -> Cut:
    first = comma.index + 1
    if pronoun.index == first:
        start, stop = comma.span.start, pronoun.span.stop
        named = f". {named[0].upper()}{named[1:]}"
        return Cut(first, (Edit(Span(start, stop), named),))
    cut = cut_before(sentence, text, comma.index, first)
    return Cut(first, (*cut.edits, replaced(sentence, pronoun.index, pronoun.index + 1, named)))


def _comma(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return the comma that opens the clause of ``pronoun``: only nouns stand between."""
    for token in reversed(sentence.tokens[max(pronoun.index - LONGEST_LEAD, 0) : pronoun.index]):
        if token.text == ",":
            return token if token.index else None
        if token.pos not in {"NOUN", "ADP", "ADJ"} or is_predicate(token):
            return None
    return None


def _is_one_clause(sentence: Sentence, clause: Sequence[Token]) -> bool:
    """Tell whether from «который» to the end there is one clause with what depends on it."""
    rest = [token for token in clause if token.lemma != "который"]
    first = next((t for t in clause if t.lemma == "который"), None)
    if first is None or sum(token.lemma == "который" for token in clause) > 1:
        return False
    if not is_whole(rest):
        return False
    found = predicates(clause)
    for mark in clause:
        following = sentence.tokens[mark.index + 1 :][:1]
        if mark.text in {",", ";", "–", "—"} and mark.index > first.index and following:
            if _may_close(clause, first, following[0]):
                return False
            later = [p for p in found if p.index > mark.index]
            if later and found[0].index < mark.index and not _goes_on(sentence, following[0]):
                return False
    return True


def _may_close(clause: Sequence[Token], first: Token, following: Token) -> bool:
    """Tell whether a comma may end the clause: a preposition behind it that joins no row
    («в Росреестр, который ведёт кадастр, для ответа»)."""
    row = {t.lower for t in clause if t.pos == "ADP" and first.index < t.index < following.index}
    return following.pos == "ADP" and following.lower not in row


def _names_actor(sentence: Sentence, clause: Sequence[Token], pronoun: Token) -> bool:
    """Tell whether the clause says of itself who acts: «в ходе которого обнаружил» does not."""
    rest = [token for token in clause if token.lemma != "который"]
    if stands_alone(sentence, rest):
        return True
    return case_of(pronoun) == "nom" and len(rest) < len(clause)


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """Tell whether what a comma sets off belongs to the clause before it: a clause with «что»,
    or «но» with a subject of its own."""
    subordinate = token.lower in {"что", "если", "поскольку", "чтобы", "когда", "так"}
    return subordinate or (
        token.lower in {"а", "но"}
        and own_subject(sentence, sentence.tokens[token.index + 1 :]) is not None
    )


def _antecedent(
    sentence: Sentence, before: Sequence[Token], pronoun: Token, lead: Sequence[Token]
) -> Token | None:
    """Return the noun that «который» stands for, if only one can be meant."""
    found: list[Token] = []
    depth = 0
    for token in reversed(before):
        depth += (token.text in {")", "»"}) - (token.text in {"(", "«"})
        if depth or token.text in {"(", "«"}:
            continue
        if (token.text in {",", ";", ":"} and found) or is_predicate(token):
            break
        if token.pos in {"NOUN", "PROPN"} and _may_stand_for(pronoun, token):
            found.append(token)
    found = [noun for noun in found if noun.lemma not in EMPTY] or found
    if len(found) > 1 and any(word.lemma in PROCESS for word in lead):
        found = [noun for noun in found if family_of(noun.lemma) is not None]
    chosen = found[0] if len(found) == 1 else _salient(sentence, found, pronoun)
    return None if chosen is None or is_fixed(chosen) else chosen


def _salient(sentence: Sentence, found: Sequence[Token], pronoun: Token) -> Token | None:
    """Return the one body or paper among several nouns, if the tree means it too."""
    salient = [noun for noun in found if noun.lemma in bodies() | papers()]
    heads = {
        t.head for t in sentence.tokens if t.rel == "acl:relcl" and t.index > pronoun.index - 3
    }
    return salient[0] if len(salient) == 1 and salient[0].index in heads else None


def _may_stand_for(pronoun: Token, noun: Token) -> bool:
    """Tell whether some reading of «который» has the number and gender of ``noun``."""
    if is_fixed(noun):
        return True
    number = NUMBERS.get(noun.feats.get("Number", ""))
    gender = GENDERS.get(noun.feats.get("Gender", ""))
    agrees = ((tag[0], tag[1]) for tag in _tags(pronoun.lower))
    return any(n == number and (n == "plur" or g == gender) for n, g in agrees)


@lru_cache(maxsize=64)
def _tags(word: str) -> frozenset[tuple[str, str, str]]:
    """Return number, gender and case of every reading of a form of «который»."""
    return frozenset(
        (str(p.tag.number), str(p.tag.gender), str(p.tag.case))
        for p in readings(word)
        if p.normal_form == "который"
    )


def _case(pronoun: Token, lead: Sequence[Token]) -> str:
    """Return the case of «который»: what the preposition governs, else what the tagger says."""
    own = {case for case, name in CASES.items() if any(t[2] == name for t in _tags(pronoun.lower))}
    if lead and lead[-1].pos == "ADP":
        allowed = own & GOVERNS.get(lead[-1].lemma.rstrip("о") or lead[-1].lemma, set())
        allowed = allowed or own & GOVERNS.get(lead[-1].lemma, set())
        if len(allowed) == 1:
            return next(iter(allowed))
        return case_of(pronoun) if case_of(pronoun) in allowed else ""
    if lead:
        return "gen" if "gen" in own else ""
    return case_of(pronoun) if case_of(pronoun) in own else ""


def _adds(
    before: Sequence[Token], noun: Token, lead: Sequence[Token], clause: Sequence[Token]
) -> bool:
    """Tell whether the clause says more of a known thing, rather than which thing is meant.

    An act behind which «которого» stands («осуществление которого») is of a known thing.
    """
    near = [t for t in before if noun.index - 4 <= t.index < noun.index]
    if any(t.lemma in PICKS or t.lower in PICKS for t in near):
        return False
    if any(t.lemma in POINTS or t.lemma == "указать" for t in near):
        return True
    plural = noun.feats.get("Number") == "Plur"
    act = bool(lead) and lead[-1].pos == "NOUN" and family_of(lead[-1].lemma) is not None
    if act and not plural:
        return True
    last = predicates(before)[-1]
    asked = any(t.lemma in ASKS or t.feats.get("Mood") == "Imp" for t in predicates(before))
    denied = any(t.lower in {"не", "нет", "без", "отсутствует", "отсутствуют"} for t in before)
    if plural or asked or denied or is_conditional(before):
        return False
    if noun.lemma in bodies() and noun.feats.get("Animacy") != "Anim":
        return True
    told = {"Past", "Fut"} & {last.feats.get("Tense", ""), predicates(clause)[0].feats.get("Tense")}
    return bool(told)


def _he(before: Sequence[Token], noun: Token, pronoun: Token) -> str | None:
    """Return «он», «она», «оно» where no other noun of the sentence can be meant."""
    others = (t for t in before if t.pos in {"NOUN", "PROPN", "PRON"} and t is not noun)
    if noun.feats.get("Number") == "Plur" or any(_may_stand_for(pronoun, t) for t in others):
        return None
    return he(noun)
