"""Rows of three and more members in one sentence: what to bring, what to do, what was done.

The tree is often wrong in rows, so commas, conjunctions and the form of the first words tell.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.divide_list import opens_noun
from plainreply.grammar.forms import case_of
from plainreply.grammar.series_marked import marked
from plainreply.grammar.voice import is_full_participle
from plainreply.spans import Span, hull

FEWEST = 3
"""How many members a row has at least."""
FEWEST_DEEDS = 4
"""How many it has where it tells what was done one after the other."""
JOINERS = frozenset({"и", "или", "либо"})
STOPS = frozenset({";", ":", ".", "!", "?", "–", "—"})
NOMINAL = frozenset({"NOUN", "ADJ", "DET"})
LEADING = frozenset({":", "как"})
OBJECTS = frozenset({"obj", "nsubj", "nsubj:pass"})
COUNTED = frozenset({"nom", "acc"})
LEAD = frozenset({"VERB", "AUX"})
Part = Sequence[Token]


class Series(NamedTuple):
    """A row: its members, each as the tokens that it takes, without what joins them."""

    members: tuple[tuple[Token, ...], ...]

    @property
    def span(self) -> Span:
        """From the first word of the first member to the last of the last."""
        return hull(token.span for member in self.members for token in member)


def series(sentence: Sentence) -> Iterator[Series]:
    """Yield the rows of nouns in one case and of verbs in one form, in text order, or the one that
    marks part."""
    if told := marked(sentence):
        yield Series(told)
        return
    taken = -1
    for token in sentence.tokens:
        fits = _shape(sentence, token) if token.index > taken else None
        members = _members(sentence.tokens[token.index :], fits) if fits else ()
        if len(members) >= (FEWEST_DEEDS if _is_finite(token) else FEWEST):
            taken = members[-1][-1].index
            yield Series(tuple(tuple(member) for member in members))


def _shape(sentence: Sentence, first: Token) -> Callable[[Part], bool] | None:
    """Return the test of what each member of a row that a word opens begins with."""
    form = _form(first)
    if form:
        return lambda part: _form(part[0]) == form
    before = sentence.tokens[first.index - 1] if first.index else None
    led = before is not None and (before.text in LEADING or before.pos in LEAD)
    led = led or _is_ruled(sentence, before) or _opens_object(sentence, first)
    case = case_of(first)
    if not led or not case or first.pos not in NOMINAL:
        return None
    return lambda part: _opens(part, case) and not any(map(_is_finite, part))


def _is_ruled(sentence: Sentence, before: Token | None) -> bool:
    """Tell whether a preposition behind a verb leads a row: «жалуются на шум, грязь и холод»."""
    ruled = before is not None and before.pos == "ADP" and before.index > 0
    return ruled and before is not None and sentence.tokens[before.index - 1].pos in LEAD


def _opens(part: Part, case: str) -> bool:
    """Tell whether a member opens with a noun in ``case``, behind a number or without one."""
    counted = len(part) > 1 and part[0].pos == "NUM" and case in COUNTED
    return counted or opens_noun(part, case)


def _opens_object(sentence: Sentence, first: Token) -> bool:
    """Tell whether a word opens an object or a subject behind its verb."""
    noun = sentence.tokens[first.head] if first.rel in {"amod", "det"} else first
    listed = noun.rel == "root" and case_of(noun) == "nom" and first.index > 0
    return listed or (noun.rel in OBJECTS and noun.head < first.index)


def _form(token: Token) -> str:
    """Return which verb of a row a word is: infinitive, request or deed, "" for any other."""
    if token.pos != "VERB":
        return ""
    if token.feats.get("VerbForm") == "Inf":
        return "Inf"
    bidden = token.index == 0 and any("impr" in reading.tag for reading in readings(token.text))
    if bidden or token.feats.get("Mood") == "Imp":
        return "Imp"
    feats = (token.feats.get(name, "") for name in ("Tense", "Number", "Gender"))
    return " ".join(feats) if _is_finite(token) else ""


def _is_finite(token: Token) -> bool:
    return token.pos in LEAD and token.feats.get("VerbForm") == "Fin"


def _members(tokens: Part, fits: Callable[[Part], bool]) -> tuple[Part, ...]:
    """Return the members of the row that ``tokens`` begin with, one where there is no row."""
    found: list[Part] = []
    for part in _parts(tokens):
        if part and fits(part):
            found.append(part)
        elif found and part and is_full_participle(part[0]):
            found[-1] = (*found[-1], *part)
        else:
            break
    if not found:
        return ()
    *others, last = found
    at = _joined(last, fits)
    return (*others, last[:at], last[at + 1 :]) if at and others else tuple(found)


def _parts(tokens: Part) -> Iterator[Part]:
    """Yield what stands between the commas outside brackets, without a conjunction before it."""
    start, depth = 0, 0
    for at, token in enumerate(tokens):
        depth += (token.text in "(«„") - (token.text in ")»“")
        if depth <= 0 and (token.text == "," or token.text in STOPS):
            yield _without_joiner(tokens[start:at])
            start = at + 1
            if token.text in STOPS:
                return
    yield _without_joiner(tokens[start:])


def _without_joiner(part: Part) -> Part:
    words = [token.lower for token in part[:2]]
    if words == ["а", "также"]:
        return part[2:]
    return part[1:] if words[:1] and words[0] in JOINERS else part


def _joined(part: Part, fits: Callable[[Part], bool]) -> int:
    """Return where «и» joins one more member to the last one, 0 where it does not."""
    joiners = (at for at, token in enumerate(part) if token.lower in JOINERS and at)
    return next((at for at in joiners if at + 1 < len(part) and fits(part[at + 1 :])), 0)
