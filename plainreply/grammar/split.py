"""Split predicates: a light verb and an action noun that together mean one verb."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from plainreply.document import Sentence, Token
from plainreply.grammar.clause import same_clause
from plainreply.grammar.derivation import Family, families
from plainreply.grammar.forms import case_of
from plainreply.grammar.govern import complement_key, short
from plainreply.grammar.pairs import WITH_THINGS, Pair, lights, nouns, pairs_of
from plainreply.grammar.voice import is_short_participle, reflexives
from plainreply.memo import remembered
from plainreply.resources import lexicon

OWE = "подлежать"
PERMITTED = "допускаться"
EVENTS = frozenset("происходить произойти состояться".split())
ONGOING = "происходить"
PLANNED = EVENTS - {"произойти"}


@dataclass(frozen=True, slots=True)
class Split:
    """A split predicate found in a sentence. ``passive``: the noun is the grammatical subject;
    ``others`` are the action nouns coordinated with it («сбор и обработку»)."""

    light: Token
    noun: Token
    pair: Pair
    passive: bool
    others: tuple[Token, ...] = ()

    @property
    def rank(self) -> tuple[bool, int]:
        """Order among nouns of one light verb: the head of a row first, then the nearest."""
        return self.noun.rel == "conj", abs(self.light.index - self.noun.index)


@remembered
def splits(sentence: Sentence) -> Iterator[Split]:
    """Yield the split predicates of a parsed sentence: any order, distance and form.

    A light verb has one noun, the nearest, and those coordinated with it.

    Terms («государственный контроль») and full verbs («приняли заявление») are none.
    """
    found = [split for noun in sentence.tokens for split in _of_noun(sentence, noun)]
    nearest: dict[int, Split] = {}
    for split in found:
        other = nearest.get(split.light.index)
        if other is None or split.rank < other.rank:
            nearest[split.light.index] = split
    for split in found:
        if nearest.get(split.light.index) is split:
            row = tuple(s.noun for s in found if s.light is split.light and _joins(split, s))
            yield replace(split, others=row)


def _joins(split: Split, other: Split) -> bool:
    """Tell whether ``other`` stands in the row of ``split``: two subjects on both sides of a verb
    that nothing joins are a slip of the tree."""
    around = (split.noun.index < split.light.index) != (other.noun.index < split.light.index)
    joined = "conj" in {split.noun.rel, other.noun.rel}
    return other is not split and (joined or not split.passive or not around)


def _of_noun(sentence: Sentence, noun: Token) -> Iterator[Split]:
    if noun.pos == "NOUN" and noun.lemma in nouns() and not is_term(sentence, noun):
        split = split_of(sentence, noun)
        if split is not None:
            yield split


def split_of(sentence: Sentence, noun: Token) -> Split | None:
    """Return the split predicate that ``noun`` stands in, None when it stands in none."""
    found = (_match(sentence, light, noun) for light in _governors(sentence, noun))
    return next((split for split in found if split is not None), None)


def is_term(sentence: Sentence, noun: Token) -> bool:
    """Tell whether an adjective makes the noun a term («государственный контроль»)."""
    adjectives = terms().get(noun.lemma, ())
    return bool(adjectives) and any(c.lemma in adjectives for c in sentence.below(noun, "amod"))


def is_term_of(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the noun it hangs on makes the noun a term («прибор учёта»)."""
    head = sentence.tokens[noun.head].lemma if noun.head >= 0 and noun.rel == "nmod" else ""
    return (head, noun.lemma) in term_heads()


@cache
def terms() -> Mapping[str, frozenset[str]]:
    """Return the adjectives that make terms of each noun, by lemma."""
    found: dict[str, set[str]] = {}
    for row in lexicon("terms"):
        found.setdefault(row["noun"], set()).add(row["adjective"])
    return {noun: frozenset(adjectives) for noun, adjectives in found.items()}


@cache
def term_heads() -> frozenset[tuple[str, str]]:
    """Return the terms of two nouns by lemma."""
    return frozenset((row["head"], row["noun"]) for row in lexicon("term-heads"))


def _governors(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield the verbs that may govern ``noun``: its head, through coordination and modals."""
    top = noun
    while top.rel == "conj" and top.head >= 0 and sentence.tokens[top.head].pos == "NOUN":
        top = sentence.tokens[top.head]
    yield from (child for child in sentence.below(noun, "amod", "acl") if is_attribute(child))
    if top.head < 0:
        return
    head = sentence.tokens[top.head]
    yield head
    yield from sentence.below(head, "xcomp", "csubj")
    if top.rel in {"nsubj", "nsubj:pass"}:
        yield from sentence.below(head, "conj")


def _match(sentence: Sentence, light: Token, noun: Token) -> Split | None:
    if light.pos not in {"VERB", "ADJ"} or light.lemma == PERMITTED:
        return None
    if light.lemma in EVENTS:
        return _event(sentence, light, noun)
    reflexive = light.lemma.endswith(("ся", "сь"))
    verb = light.lemma[:-2] if reflexive and light.lemma not in lights() else light.lemma
    if verb == OWE:
        return None
    passive = is_short_participle(light) or (reflexive and verb != light.lemma)
    complete = verb in WITH_THINGS and _is_complete(sentence, noun)
    found = (
        _fitted(sentence, Split(light, noun, pair, passive))
        for pair in pairs_of(verb, noun.lemma, complete=complete)
    )
    return next((split for split in found if split is not None), None)


def _fitted(sentence: Sentence, split: Split) -> Split | None:
    """Return the split if verb and noun stand to each other as the pair asks, ready to tell."""
    light, noun, pair = split.light, split.noun, split.pair
    if is_attribute(light):
        told = Split(light, noun, replace(pair, safe="never"), False)
        return told if light.head == noun.index else None
    passive = split.passive
    if passive and "+" in pair.case:
        passive, pair = False, replace(pair, safe="never")
    fits = (_is_subject if passive else _is_complement)(sentence, light, noun, pair)
    if not fits or not same_clause(sentence, noun, light):
        return None
    return Split(light, noun, pair, passive)


def _event(sentence: Sentence, light: Token, noun: Token) -> Split | None:
    """Return «распределение мест происходит»: an action of something is said to take place."""
    family = families().get(noun.lemma)
    if family is None or family.sense == "lexical" or not _is_complete(sentence, noun):
        return None
    if case_of(noun) != "nom" or not same_clause(sentence, noun, light):
        return None
    if light.lemma not in PLANNED or not _is_done(family):
        return Split(light, noun, Pair("nom", "", "", {}, "never"), False)
    ipf = family.ipf if light.lemma == ONGOING else family.pf
    return Split(light, noun, Pair("acc", ipf, family.pf, family.government, "suggest"), True)


def _is_done(family: Family) -> bool:
    """Tell what someone does («передача») from what may happen by itself («увеличение»)."""
    row = reflexives().get(f"{family.ipf}ся")
    on_object = family.government.get("gen") == "acc" and "subj" not in family.government.values()
    return on_object and row is not None and row["class"] in {"passive", "always"}


def is_attribute(light: Token) -> bool:
    """Tell whether the light verb is a full passive participle («проведённая проверка»)."""
    full = light.feats.get("VerbForm") == "Part" and not is_short_participle(light)
    return full and light.feats.get("Voice") == "Pass"


def _is_subject(sentence: Sentence, light: Token, noun: Token, pair: Pair) -> bool:
    """Tell whether ``noun`` can be the grammatical subject of the passive ``light``."""
    if pair.case != "acc" or any(sentence.below(noun, "case")):
        return False
    own = case_of(noun)
    return own in {"nom", "acc"} or (own == "gen" and is_negated(sentence, light))


def _is_complement(sentence: Sentence, light: Token, noun: Token, pair: Pair) -> bool:
    """Tell whether ``noun`` stands in the case that the light verb asks of it."""
    *preposition, case = pair.case.split("+")
    marks = [short(mark.lemma) for mark in sentence.below(noun, "case")]
    if marks != list(map(short, preposition)) or noun.rel == "nsubj":
        return False
    own = case_of(noun)
    if case == "acc" and not preposition:
        return own in {"acc", "nom"} or (own == "gen" and is_negated(sentence, light))
    return own == case


def is_negated(sentence: Sentence, verb: Token) -> bool:
    """Tell whether «не» stands on the verb or on the modal it depends on."""
    heads = [verb, sentence.tokens[verb.head]] if verb.rel == "xcomp" else [verb]
    heads += sentence.below(verb, "aux", "aux:pass")
    return any(child.lemma == "не" for head in heads for child in sentence.below(head))


def _is_complete(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a singular noun has a complement of its verb: a genitive or what the table
    of action nouns says («перевод в реанимацию»)."""
    family = families().get(noun.lemma)
    governed = {"gen", *(family.government if family else ())}
    below = sentence.below(noun, "nmod", "obl")
    return noun.feats.get("Number") == "Sing" and any(
        complement_key(sentence, child) in governed for child in below
    )
