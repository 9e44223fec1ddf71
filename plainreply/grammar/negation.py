"""Two negations that meet in one thought: «не может не», «невозможно без», «не отсутствует»."""

from collections.abc import Iterator

from plainreply.document import Sentence, Token
from plainreply.grammar.derivation import denied
from plainreply.grammar.table import openings

CAUSES = frozenset(
    "причина основание повод нужда надобность необходимость спрос исключение".split()
)
IMPOSSIBLE = frozenset(
    "невозможно невозможный нельзя недопустимо недопустимый немыслимо немыслимый".split()
)
NEGATIONS = IMPOSSIBLE | {"не", "без", "иначе"}
"""Lemmas that open a double negation."""
NEGATIVE = frozenset(
    "невозможность невозможный невозможно отсутствие отсутствовать отрицать возбраняться "
    "препятствие воздерживаться воздержаться недопуск".split()
)
UNDER = frozenset({"obj", "xcomp", "csubj", "nsubj:pass"})
MODAL = frozenset(
    "остаться оставаться мочь смочь иметь вправе допускаться разрешаться следовать "
    "позволять".split()
)


def doubled(sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    """Yield the words from one negation to another that meets it in one predicate."""
    for token in openings(sentence, NEGATIONS):
        partners = [
            *_second_not(sentence, token),
            *_without(sentence, token),
            *_negative_word(sentence, token),
            *_otherwise(sentence, token),
        ]
        for other in partners:
            first, last = sorted((token.index, other.index))
            yield sentence.tokens[first : last + 1]


def _second_not(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the «не» of an infinitive under a negated modal («не может не быть») or under a
    word that negates by itself («невозможно не признать»)."""
    if token.lemma in IMPOSSIBLE:
        modal = token
    elif token.lemma == "не" and token.head >= 0:
        modal = sentence.tokens[token.head]
    else:
        return
    for child in sentence.below(modal, "xcomp", "csubj", "nsubj"):
        yield from (t for t in _with_auxiliary(sentence, child) if t.index > token.index)


def _with_auxiliary(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for head in (verb, *sentence.below(verb, "aux:pass", "aux", "cop")):
        yield from (t for t in sentence.below(head, "advmod") if t.lemma == "не")


def _negative_word(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield words that negate by themselves, negated or governed by a negated verb («не считает
    невозможным», «не позволяет непринятие», «не отсутствует»)."""
    if token.lemma != "не" or token.head < 0:
        return
    verb = sentence.tokens[token.head]
    if verb.lemma in NEGATIVE and verb.pos == "VERB":
        yield verb
    for child in sentence.below(verb):
        away = {mark.lemma for mark in sentence.below(child, "case")} & {"от", "к"}
        if (child.rel in UNDER or (child.rel == "obl" and away)) and _negates(child):
            yield child


def _negates(word: Token) -> bool:
    """Tell whether a word has a negation in it: «невозможность», «непринятие»."""
    return word.lemma in NEGATIVE or (word.pos == "NOUN" and denied(word.lemma) is not None)


def _otherwise(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the «не» before «иначе как»: «не может рассматриваться иначе как»."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if token.lemma != "иначе" or [t.lemma for t in after] != ["как"]:
        return
    nots = [t for t in sentence.tokens[: token.index] if t.lemma == "не" or t.lemma in IMPOSSIBLE]
    yield from nots[-1:]


def _without(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield what a «без» negates again: «невозможно без», «не может быть начато без»."""
    if token.lemma != "без" or token.rel != "case" or token.head < 0:
        return
    noun = sentence.tokens[token.head]
    if noun.lemma in CAUSES:
        return
    verb = sentence.tokens[noun.head] if noun.head >= 0 else noun
    while verb.head >= 0 and (verb.rel in {"xcomp", "csubj"} or _is_chance(sentence, verb)):
        verb = sentence.tokens[verb.head]
    found = verb if verb.lemma in IMPOSSIBLE else _not_of(sentence, verb)
    if found is not None and not _is_split(sentence, noun, found):
        yield found


def _not_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the «не» of a verb that says what can or may be done."""
    modal = verb.lemma in MODAL or any(t.lemma in MODAL for t in sentence.below(verb, "aux"))
    below = (t for t in sentence.below(verb, "advmod", "aux") if t.lemma == "не")
    return next(below, None) if modal else None


def _is_chance(sentence: Sentence, word: Token) -> bool:
    """Tell whether the word leads up to a negated chance («не имея возможности проверить»)."""
    chance = "возможность"
    leads = word.feats.get("VerbForm") == "Inf" and sentence.tokens[word.head].lemma == chance
    return leads or word.lemma == chance


def _is_split(sentence: Sentence, noun: Token, negation: Token) -> bool:
    """Tell whether another clause begins between the two negations."""
    first, last = sorted((noun.index, negation.index))
    return any(t.rel == "mark" or t.text in {":", ";"} for t in sentence.tokens[first:last])
