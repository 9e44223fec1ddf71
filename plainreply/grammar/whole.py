"""Whole sentences: whether a stretch of one can stand alone."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.subjects import SUBJECTS
from plainreply.grammar.voice import is_short_participle

Tokens = Sequence[Token]
PREDICATIVES = frozenset(
    "нет нельзя можно нужно надо необходимо невозможно возможно недопустимо вправе".split()
)
IMPERSONAL = frozenset(
    "представляться следовать надлежать рекомендоваться предлагаться требоваться допускаться "
    "запрещаться разрешаться приходиться".split()
)
"""Verbs that an infinitive can be all the subject of."""
OPENERS = frozenset(
    "что чтобы если когда поскольку хотя пока который где куда откуда ли ибо".split()
)
"""Words that open a clause with a predicate of its own."""
CONDITIONS = frozenset({"если", "чтобы", "когда", "ли", "пока", "хотя"})
DANGLING = frozenset("и а но или либо что чтобы если как так то тем же при в на".split())
DASHES = frozenset({"–", "—", "-"})
PAIRED = {")": "(", "»": "«", "“": "„"}
LINKED = frozenset({"conj", "parataxis", "advcl", "acl", "acl:relcl", "punct", "cc", "ccomp"})
"""Relations that may join what becomes two sentences."""


def is_predicate(token: Token) -> bool:
    """Tell whether a clause can have the token for its predicate."""
    short = token.feats.get("Variant") == "Short" and token.pos in {"ADJ", "VERB"}
    may_be = token.feats.get("VerbForm") == "Fin" or short or token.lower in PREDICATIVES
    return may_be and not (token.lemma == "быть" and token.rel in {"aux", "aux:pass", "cop"})


def predicates(part: Tokens) -> list[Token]:
    """Return the predicates in ``part``, one for each of «может быть направлен»."""
    found: list[Token] = []
    for token in part:
        if is_predicate(token) and not (found and _completes(part, found[-1], token)):
            found.append(token)
    return found


def main_predicate(part: Tokens) -> Token | None:
    """Return the predicate of ``part`` itself, passing over those of clauses that open before."""
    opened = [token.index for token in openers(part) if token.lower != "чтобы"]
    for token in predicates(part):
        if not opened or opened[0] > token.index:
            return token
        opened.pop(0)
    return None


def _completes(part: Tokens, modal: Token, token: Token) -> bool:
    """Tell whether a short participle goes with the «быть» of a modal or an auxiliary before it."""
    between = [t for t in part if modal.index < t.index < token.index]
    be = any(t.lemma == "быть" for t in (modal, *between))
    return be and is_short_participle(token) and not any(t.text in ",;" for t in between)


def openers(part: Tokens) -> list[Token]:
    """Return the words in ``part`` that open a subordinate clause."""
    return [t for t in part if t.lemma in OPENERS or t.lower in OPENERS]


def is_whole(part: Tokens) -> bool:
    """Tell whether ``part`` can be a sentence: a predicate of its own, and one for each clause
    that opens in it; nothing left open at its end or in its brackets, no dash for a word."""
    words = [token for token in part if token.pos != "PUNCT"]
    if not words or words[-1].lower in DANGLING or words[-1].pos in {"ADP", "SCONJ", "CCONJ"}:
        return False
    if any(a.text in DASHES and (is_predicate(b) or b.lower == "то") for a, b in pairwise(part)):
        return False
    goals = sum(t.lower == "чтобы" for t in part)
    clauses = len(openers(part)) - goals
    return len(predicates(part)) > clauses and is_balanced(part)


def is_balanced(part: Tokens) -> bool:
    """Tell whether every bracket and quotation mark of ``part`` is closed in it."""
    expected: list[str] = []
    for token in part:
        if token.text in PAIRED.values():
            expected.append(token.text)
        elif token.text in PAIRED and (not expected or expected.pop() != PAIRED[token.text]):
            return False
    return not expected and sum(token.text == '"' for token in part) % 2 == 0


def own_subject(sentence: Sentence, part: Tokens) -> Token | None:
    """Return the nominative subject of the first predicate of ``part``, if it stands in it."""
    first = main_predicate(part)
    if first is None:
        return None
    inside = {token.index for token in part}
    for verb in _row(sentence, first):
        for noun in sentence.below(verb, *SUBJECTS):
            counted = any(sentence.below(noun, "nummod", "nummod:gov"))
            if noun.index in inside and (case_of(noun) in {"nom", ""} or counted):
                return noun
    return next((t for t in part if _may_be_subject(part, t, first)), None)


def _may_be_subject(part: Tokens, noun: Token, verb: Token) -> bool:
    """Tell whether a nominative that the tree hangs elsewhere agrees with ``verb``: behind an
    active verb it may be an accusative as well."""
    first, last = sorted((noun.index, verb.index))
    if not _is_nominative(noun) or not _agrees(noun, verb) or _is_called(part, noun):
        return False
    placed = noun.index < verb.index or is_short_participle(verb)
    return placed and not openers([t for t in part if first < t.index < last])


def _is_called(part: Tokens, noun: Token) -> bool:
    """Tell whether a name only says what another noun of ``part`` is called («у ООО «Маяк»»)."""
    before = (token for token in part if token.index == noun.head)
    return noun.rel == "appos" and not any(map(_is_nominative, before))


def _agrees(noun: Token, verb: Token) -> bool:
    """Tell whether a noun has the number of a finite verb or participle, and its gender."""
    if verb.feats.get("Person") in {"1", "2"} or verb.feats.get("Number") is None:
        return False
    gender = verb.feats.get("Gender")
    same = gender in {None, noun.feats.get("Gender")}
    return noun.feats.get("Number") == verb.feats.get("Number") and same


def _row(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Yield the verb and what it hangs on or carries in one predicate."""
    yield verb
    yield from sentence.below(verb, "xcomp")
    if verb.rel in {"aux", "aux:pass", "cop", "xcomp"} and verb.head >= 0:
        yield sentence.tokens[verb.head]


def needs_no_subject(sentence: Sentence, part: Tokens) -> bool:
    """Tell whether the first predicate of ``part`` says of itself who acts («просим»), or that
    no one does («установлено, что», «рекомендовано прийти», «нельзя»)."""
    first = main_predicate(part)
    if first is None:
        return False
    if first.feats.get("Person") == "1" or first.lower in PREDICATIVES:
        return True
    if first.feats.get("Mood") == "Imp":
        return True
    if first.lemma in IMPERSONAL and any(t.feats.get("VerbForm") == "Inf" for t in part):
        return True
    neuter = first.feats.get("Gender") == "Neut" and first.feats.get("Variant") == "Short"
    behind = [token for token in part if token.index > first.index][:3]
    told = any(a.text == "," and b.lower == "что" for a, b in pairwise(behind))
    return neuter and (told or any(t.feats.get("VerbForm") == "Inf" for t in behind))


def stands_alone(sentence: Sentence, part: Tokens, before: Tokens = ()) -> bool:
    """Tell whether ``part`` is a sentence that says of itself who acts, or that it does not
    matter («документы принимают в МФЦ») and nobody ``before`` can be meant."""
    if not is_whole(part):
        return False
    if own_subject(sentence, part) is not None or needs_no_subject(sentence, part):
        return True
    verb = main_predicate(part)
    if verb is not None and _is_impersonal(verb, part):
        return not any(_is_nominative(t) and _agrees(t, verb) for t in before)
    they = verb is not None and verb.feats.get("VerbForm") == "Fin"
    if verb is None or not they or verb.feats.get("Number") != "Plur":
        return False
    return verb.feats.get("Person", "3") == "3" and not any(map(_are_many, before))


def _is_impersonal(verb: Token, part: Tokens) -> bool:
    """Tell whether a neuter participle has nothing for a subject («директору указано на»)."""
    neuter = verb.feats.get("Gender") == "Neut" and verb.feats.get("Variant") == "Short"
    return neuter and not any(map(_is_nominative, part))


def _is_nominative(token: Token) -> bool:
    return token.pos in {"NOUN", "PRON", "PROPN"} and token.feats.get("Case") == "Nom"


def _are_many(token: Token) -> bool:
    """Tell whether a word may be a subject in the plural."""
    return _is_nominative(token) and token.feats.get("Number") == "Plur"


def is_apart(sentence: Sentence, at: int) -> bool:
    """Tell whether no close tie of the tree crosses the place before the token at ``at``."""
    return not any(
        (token.index < at) != (token.head < at) and token.rel not in LINKED and token.head >= 0
        for token in sentence.tokens
        if token.is_word and token.lemma not in OPENERS and token.rel in CLOSE
    )


CLOSE = frozenset({"nsubj", "nsubj:pass", "csubj", "obj", "xcomp", "aux", "aux:pass", "cop"})


def is_conditional(part: Tokens) -> bool:
    """Tell whether what ``part`` says holds only under a condition that it names."""
    words = [token.lower for token in part]
    return (
        bool(CONDITIONS & set(words))
        or words[:1] == ["при"]
        or any(pair in {("в", "случае"), ("при", "условии")} for pair in pairwise(words))
    )
