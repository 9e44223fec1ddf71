"""Cuts between clauses: at words such as «в связи с чем», and where clauses stand in a row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import agent_of
from plainreply.grammar.clause_links import Link, links, words_end
from plainreply.grammar.cut import Cut, cut_before, joined
from plainreply.grammar.forms import case_of
from plainreply.grammar.refer import keeps_meaning
from plainreply.grammar.voice import is_short_participle
from plainreply.grammar.whole import (
    CONDITIONS,
    is_apart,
    is_conditional,
    is_predicate,
    is_whole,
    openers,
    own_subject,
    predicates,
    stands_alone,
)

MARKS = frozenset({",", ";"})
JOINERS = {"и": "", "а": "", "но": "однако"}
"""Conjunctions between clauses, and what the second sentence begins with instead."""
SHARED = frozenset("именно затем потом равно".split())
FACTUAL = frozenset(
    "сообщать сообщить информировать разъяснять разъяснить пояснять пояснить уведомлять "
    "уведомить внимание сведение отмечать отметить напоминать напомнить установить установленный "
    "выявить выявленный подтвердить известно следовать добавить обращать указать".split()
)
"""Words whose «что» tells facts: what it opens can be told in sentences of their own."""
SUMS_UP = frozenset(
    "являться явиться стать превышать превысить подтверждаться подтверждать подтвердить "
    "свидетельствовать соответствовать противоречить нарушать нарушить составлять составить "
    "позволять позволить приводить привести препятствовать повлечь влечь служить послужить "
    "исключать исключить обусловить связать вызвать указывать предусмотреть допускаться "
    "запретить означать затруднять затруднить".split()
)
"""Verbs whose subject «что» can be all that was said before."""
ASKS = frozenset("просить рекомендовать предлагать советовать".split())


def at_links(sentence: Sentence, text: str) -> Iterator[Cut]:
    """Yield cuts at «в связи с чем», «поскольку», «однако», «, что является»."""
    for token in sentence.tokens[1:]:
        mark = sentence.tokens[token.index - 1].text in MARKS
        first = token.index - mark
        for link in links().get(token.lower, ()):
            stop = words_end(sentence, token.index, link.words)
            if stop and (mark or link.words[-1] == "что") and _can_stop(sentence, first, stop):
                before = sentence.tokens[:first]
                if _holds(before, link) and not _runs_on(sentence, stop):
                    plain = _opening(before, link)
                    yield cut_before(sentence, text, first, stop, plain)
                break
        if mark and _sums_up(sentence, token) and is_whole(sentence.tokens[:first]):
            yield cut_before(sentence, text, first, token.index + 1, "это")


def _can_stop(sentence: Sentence, first: int, at: int) -> bool:
    """Tell whether both what stands before ``first`` and what begins at ``at`` are sentences."""
    tokens = sentence.tokens
    before, behind = tokens[:first], tokens[at:]
    whole = is_whole(before) and stands_alone(sentence, behind, before)
    return whole and keeps_meaning(sentence, before, behind)


def _holds(before: Sequence[Token], link: Link) -> bool:
    """Tell whether what is said holds without a condition that stands before."""
    return link.kind != "result" or not is_conditional(before)


def _opening(before: Sequence[Token], link: Link) -> str:
    """Return the words a sentence begins with; a request has a reason, it has no cause."""
    asks = any(t.lemma in ASKS or t.feats.get("Mood") == "Imp" for t in predicates(before))
    return "дело в том, что" if link.kind == "reason" and asks else link.plain


def _runs_on(sentence: Sentence, at: int) -> bool:
    """Tell whether the sentence goes on behind the clause with what belongs to the first one."""
    tail = sentence.tokens[at:]
    for mark, token in pairwise(tail):
        joins = token.lower in JOINERS and token.pos == "CCONJ"
        if mark.text == "," and joins:
            rest = sentence.tokens[token.index + 1 :]
            if predicates(rest) and own_subject(sentence, rest) is None:
                return True
    return False


def _sums_up(sentence: Sentence, token: Token) -> bool:
    """Tell whether «что» with the verb behind it says something of all that stands before."""
    if token.lower != "что" or token.index + 1 >= len(sentence.tokens):
        return False
    verb = sentence.tokens[token.index + 1]
    if verb.lower in {"не", "также", "уже", "само", "и"}:
        verb = sentence.tokens[min(verb.index + 1, len(sentence.tokens) - 1)]
    if verb.lemma not in SUMS_UP or not is_predicate(verb):
        return False
    fits = verb.feats.get("Number") == "Sing" and verb.feats.get("Gender") in {None, "Neut"}
    before = sentence.tokens[: token.index]
    awaits = any(t.lemma in FACTUAL for t in before) and not any(t.lower == "что" for t in before)
    named = any(case_of(noun) == "nom" for noun in sentence.below(verb, "nsubj", "nsubj:pass")
                if noun.index > verb.index)  # fmt: skip
    return fits and not awaits and not named


def at_clauses(sentence: Sentence, text: str) -> Iterator[Cut]:
    """Yield cuts between clauses that «, и», «, а», «, но» or a semicolon joins."""
    tokens = sentence.tokens
    for token in tokens[1:-2]:
        if token.text not in MARKS:
            continue
        following = tokens[token.index + 1]
        joins = following.lower in JOINERS
        if not joins and token.text == ",":
            continue
        at = following.index + joins
        opening = JOINERS.get(following.lower, "")
        if tokens[at].lower == "также" and following.lower == "а":
            at, opening = at + 1, "также"
        if tokens[at].lower in SHARED or not _is_row(sentence, token.index, at, following):
            continue
        row = [*_earlier(sentence, text, token.index)]
        yield joined([*row, cut_before(sentence, text, token.index, at, opening)], at)


def _is_row(sentence: Sentence, first: int, at: int, joiner: Token) -> bool:
    """Tell whether two clauses, each with its own subject, stand before ``first`` and at ``at``."""
    before, behind = sentence.tokens[:first], sentence.tokens[at:]
    if not behind[0].is_word or not _can_stop(sentence, first, at):
        return False
    if _denies_a_part(before) if joiner.lower == "а" else not is_apart(sentence, at):
        return False
    if is_conditional(before) and not is_conditional(behind[:4]):
        return False
    if not _has_own_agent(sentence, before, behind) or _has_result(sentence, behind):
        return False
    return leaves_clause(sentence, before, behind, contrasts=joiner.lower in {"а", "но"})


def _denies_a_part(before: Sequence[Token]) -> bool:
    """Tell whether «не» denies a part only («не комиссия решила, а суд»)."""
    verbal = {"VERB", "AUX", "ADV"}
    return any(
        token.lower == "не" and after.pos not in verbal and not is_predicate(after)
        for token, after in pairwise(before)
    )


def _has_own_agent(sentence: Sentence, before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Tell whether the passive behind has its agent, if the one before names one for both."""
    first, second = predicates(before)[0], predicates(behind)[0]
    if is_short_participle(second) and _is_helped(sentence, first, "Fut"):
        return _is_helped(sentence, second, "Fut")
    shared = is_short_participle(second) and agent_of(sentence, first) is not None
    return not shared or agent_of(sentence, second) is not None


def _is_helped(sentence: Sentence, verb: Token, tense: str) -> bool:
    """Tell whether «будет» goes with a participle."""
    helpers = sentence.below(verb, "aux", "aux:pass", "cop")
    return any(t.lemma == "быть" and t.feats.get("Tense") == tense for t in helpers)


def leaves_clause(
    sentence: Sentence, before: Sequence[Token], behind: Sequence[Token], contrasts: bool = False
) -> bool:
    """Tell whether the clause behind is no part of a subordinate clause that is still open;
    one that ``contrasts`` («а», «но») goes with the main clause if the tree says so."""
    opened = openers(before)
    if not opened:
        return True
    last = opened[-1]
    if last.lower == "что":
        told = any(token.lemma in FACTUAL for token in before[: last.index])
        return told and not _has_result(sentence, behind)
    if last.lemma in CONDITIONS:
        return False
    verb = predicates(behind)[0]
    head = sentence.tokens[verb.head] if verb.head >= 0 else verb
    return contrasts and verb.rel == "conj" and head.index < last.index


def _has_result(sentence: Sentence, part: Sequence[Token]) -> bool:
    """Tell whether a result is told in ``part``, which may follow from all that stands before."""
    return any(mark.text in MARKS and _is_result(sentence, token) for mark, token in pairwise(part))


def _is_result(sentence: Sentence, token: Token) -> bool:
    here = links().get(token.lower, ())
    return any(
        words_end(sentence, token.index, link.words) for link in here if link.kind == "result"
    )


def _earlier(sentence: Sentence, text: str, stop: int) -> Iterator[Cut]:
    """Yield cuts at the bare commas before ``stop`` that join clauses of the same row."""
    tokens = sentence.tokens
    for token in tokens[1:stop]:
        at = token.index + 1
        if token.text != "," or at >= stop or openers(tokens[at : at + 3]):
            continue
        if _is_clause(sentence, at, stop) and is_whole(tokens[: token.index]):
            yield cut_before(sentence, text, token.index, at)


def _is_clause(sentence: Sentence, at: int, stop: int) -> bool:
    """Tell whether a clause begins at ``at`` and reaches to a comma or to ``stop``."""
    tokens = sentence.tokens
    end = next((t.index for t in tokens[at:stop] if t.text in MARKS), stop)
    part = tokens[at:end]
    return is_whole(part) and own_subject(sentence, part) is not None
