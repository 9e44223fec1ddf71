"""Rows of three and more told as a list: «Оно касается ремонта, уборки и освещения» -> a line for
each member."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from plainreply.analysis.dictionary import readings
from plainreply.document import Document, Sentence, Token
from plainreply.grammar.forms import CASES, case_of
from plainreply.grammar.refer import is_act
from plainreply.grammar.voice import is_full_participle
from plainreply.grammar.whole import (
    DASHES,
    is_balanced,
    is_predicate,
    is_whole,
    openers,
    predicates,
)
from plainreply.spans import Edit, Span

FEWEST = 3
SHORTEST = 2
"""How many words a member has at least: a row of single words needs no list."""
ABOUT = frozenset({"о", "об"})
GOVERNS_GENITIVE = frozenset({"касаться"})
ATTRIBUTES = frozenset({"ADJ", "DET", "VERB"})


class Style(NamedTuple):
    """How a list is written: what stands before the first member and before each other one."""

    first: str
    other: str


def listed(sentence: Sentence, style: Style) -> tuple[Edit, ...]:
    """Return the edits that make the row at the end of ``sentence`` a list, none when there is
    no row or its members are not sure."""
    tokens = sentence.tokens
    if tokens[-1].text != "." or any(t.text == ";" for t in tokens):
        return ()
    for start in _starts(sentence):
        members = _members(sentence, start)
        if len(members) >= FEWEST and all(map(_is_long, members)):
            return tuple(_edits(sentence, members, style))
    return ()


def listed_in(document: Document, sentence: Sentence) -> tuple[Edit, ...]:
    """Return the edits that make a list in a paragraph of the body, in the way of its format."""
    style = style_in(document, sentence.span)
    return listed(sentence, style) if style else ()


@lru_cache(maxsize=64)
def _line_end(text: str) -> str:
    """Return what ends the lines of a text; many sentences ask it of one text."""
    return "\r\n" if "\r\n" in text else "\n"


def style_in(document: Document, span: Span) -> Style | None:
    """Return how a list is written in the paragraph at ``span``, None outside the body."""
    paragraphs = document.paragraphs
    at = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.span.start) - 1
    if at < 0 or not paragraphs[at].span.contains(span) or paragraphs[at].role != "body":
        return None
    line = _line_end(document.text)
    if document.source.format == "markdown":
        return Style(f"{line}{line}- ", f"{line}- ")
    return Style(f"{line}– ", f"{line}– ")


def _starts(sentence: Sentence) -> Iterator[int]:
    """Yield the indices where a row may begin: behind a colon, behind «касается», before «о»."""
    tokens = sentence.tokens
    for token in tokens[1:-FEWEST]:
        follows = tokens[token.index + 1]
        if token.text == ":" and is_whole(tokens[: token.index]):
            yield token.index + 1
        elif token.lemma in GOVERNS_GENITIVE and is_predicate(token):
            if case_of(follows) == "gen":
                yield token.index + 1
        elif is_predicate(token) and follows.lower in ABOUT:
            yield token.index + 1


def _members(sentence: Sentence, start: int) -> list[Sequence[Token]]:
    """Return the members of the row from ``start`` to the full stop, without what joins them."""
    row = sentence.tokens[start:-1]
    fits = _shape(row)
    cuts = [(first, at) for first, at in _joiners(sentence, start) if fits(sentence.tokens[at:-1])]
    commas = [cut for cut in cuts if sentence.tokens[cut[0]].text == ","]
    closed = any(at - first > 1 for first, at in commas)
    last = commas[-1][1] if commas else start
    for first, at in cuts:
        plain = sentence.tokens[first].lower == "и" and first > last and not closed
        if plain and _goes_with(sentence, start, last, at):
            commas.append((first, at))
            closed = True
            break
    if not closed and sentence.tokens[start - 1].text != ":":
        return []
    members = _parted(sentence, start, commas)
    whole = all(part and is_balanced(part) and fits(part) for part in members)
    named = any(part[0].text[:1].isupper() for part in members if part)
    return members if whole and not named and not any(map(_is_unsure, members)) else []


def _parted(
    sentence: Sentence, start: int, cuts: Sequence[tuple[int, int]]
) -> list[Sequence[Token]]:
    begun = [start, *(at for _, at in cuts)]
    ended = [*(first for first, _ in cuts), len(sentence.tokens) - 1]
    return [sentence.tokens[one:other] for one, other in zip(begun, ended, strict=True)]


def _joiners(sentence: Sentence, start: int) -> Iterator[tuple[int, int]]:
    """Yield the places of commas and conjunctions outside brackets, each with what follows."""
    depth, free = 0, start
    for token in sentence.tokens[start:-1]:
        depth += (token.text in "(«„") - (token.text in ")»“")
        at = _behind_joiner(sentence.tokens, token.index)
        if at and not depth and token.index >= free:
            free = at
            yield token.index, at


def _behind_joiner(tokens: Sequence[Token], index: int) -> int:
    """Return where a member begins if a comma or conjunction at ``index`` joins it, else 0."""
    words = [t.lower for t in tokens[index : index + 3]]
    if words == [",", "а", "также"]:
        return index + 3
    if words[:2] in (["а", "также"], [",", "и"]):
        return index + 2
    return index + 1 if words[:1] in ([","], ["и"]) else 0


def _goes_with(sentence: Sentence, start: int, last: int, at: int) -> bool:
    """Tell whether «и» joins a member to the row, not a word to the member before it."""
    tokens = sentence.tokens
    if tokens[at].lower in ABOUT:
        return True
    noun = next(t for t in tokens[at:] if t.pos in {"NOUN", "PROPN"})
    before = [next((t for t in tokens[i:at] if t.pos == "NOUN"), None) for i in (start, last)]
    if noun.rel == "conj" and any(t is not None and noun.head == t.index for t in before):
        return True
    acts = all(t is not None and is_act(t) for t in (*before, noun))
    return acts and not is_act(tokens[at - 2])


def _is_unsure(member: Sequence[Token]) -> bool:
    """Tell whether a member may hold a choice, or a verb that is not its own."""
    choice = any(token.lower in {"или", "либо"} for token in member)
    own = len(openers(member)) + _is_told(member)
    return choice or len(predicates(member)) > own


def _shape(part: Sequence[Token]) -> Callable[[Sequence[Token]], bool]:
    """Return the test of what a member of the row that ``part`` opens begins with."""
    first = part[0]
    if first.lower in ABOUT:
        return lambda member: member[0].lower in ABOUT
    if _is_told(part):
        return _is_told
    case = case_of(first)
    return lambda member: bool(case) and opens_noun(member, case)


def _is_told(member: Sequence[Token]) -> bool:
    """Tell whether a member begins with its predicate: «не произведён расчёт»."""
    head = member[1] if member[0].lower == "не" and len(member) > 1 else member[0]
    return is_predicate(head)


def opens_noun(member: Sequence[Token], case: str) -> bool:
    """Tell whether a member begins with a noun in ``case``, or with what agrees with one."""
    if any(token.lemma == "который" for token in member[:4]):
        return False
    for token in member[:4]:
        if not _may_have(token, case) or token.pos == "PRON":
            return False
        if token.pos in {"NOUN", "PROPN"}:
            return True
        if token.pos not in ATTRIBUTES or (token.pos == "VERB" and not is_full_participle(token)):
            return False
    return False


def _may_have(token: Token, case: str) -> bool:
    """Tell whether a word has the case; nominative and accusative often look alike."""
    own = case_of(token)
    alike = {own, case} == {"nom", "acc"}
    return own == case or (alike and any(p.tag.case == CASES[case] for p in readings(token.text)))


def _is_long(member: Sequence[Token]) -> bool:
    dashes = any(token.text in DASHES for token in member if not _in_brackets(member, token))
    return sum(token.is_word for token in member) >= SHORTEST and not dashes


def _in_brackets(member: Sequence[Token], token: Token) -> bool:
    opened = sum(t.text in "(«" for t in member if t.index < token.index)
    return opened > sum(t.text in ")»" for t in member if t.index < token.index)


def _edits(sentence: Sentence, members: Sequence[Sequence[Token]], style: Style) -> Iterator[Edit]:
    before = sentence.tokens[members[0][0].index - 1]
    colon = "" if before.text == ":" else ":"
    yield Edit(Span(before.span.stop, members[0][0].span.start), colon + style.first)
    for one, other in pairwise(members):
        yield Edit(Span(one[-1].span.stop, other[0].span.start), f";{style.other}")
