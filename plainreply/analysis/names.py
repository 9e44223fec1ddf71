"""Names of bodies and acts without quotation marks: «отдел назначения пособий», «положение о
проведении аукциона». Their wording is not the writer's to change; ``quotes`` finds the quoted."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from plainreply.analysis.acts import act_name, acts
from plainreply.document import Sentence, Token
from plainreply.resources import lexicon
from plainreply.spans import Span, hull

TITLED = frozenset({"положение", "закон", "указ", "инструкция"})
"""Acts that are called by what they are about."""
NOMINAL = frozenset("nmod amod det conj cc case punct flat fixed nummod compound advmod".split())


def names(sentence: Sentence) -> tuple[Span, ...]:
    """Return the unquoted names of a parsed sentence, in order and apart from each other."""
    found: list[Span] = []
    for token in sentence.tokens:
        if _may_begin(token) and not (found and found[-1].contains(token.span)):
            found += _name(sentence, token)
    return tuple(found)


def _may_begin(token: Token) -> bool:
    """Tell whether a name can begin at a token, whatever stands around it."""
    noun = token.pos in {"NOUN", "PROPN"}
    return noun and (token.lemma in _leaders() or token.text[:1].isupper())


@cache
def _leaders() -> frozenset[str]:
    return TITLED.union(acts(), bodies())


def _name(sentence: Sentence, noun: Token) -> Iterator[Span]:
    """Yield the name that begins at a noun; the sense of «управление» itself, which can be an
    action, is left open."""
    proper = _is_proper(sentence, noun)
    if noun.lemma in acts():
        titled = _is_titled(sentence, noun)
        act = act_name(sentence, noun, proper=titled)
        if act is not None:
            yield hull((noun.span, act)) if titled else act
            return
    if noun.lemma in TITLED:
        yield from _about(sentence, noun)
    if noun.lemma in bodies():
        parts = _parts(sentence, noun)[0 if proper else 1 :]
        yield from [hull(part.span for part in parts)] if parts else []
    elif proper:
        yield noun.span


def _about(sentence: Sentence, noun: Token) -> Iterator[Span]:
    """Yield what an act is called after, up to a comma: «положение о проведении аукциона»."""
    for child in sentence.below(noun, "nmod"):
        mark = next(sentence.below(child, "case"), None)
        if mark is not None and mark.lemma == "о" and mark.index == noun.index + 1:
            words = takewhile(lambda token: token.pos != "PUNCT", sentence.subtree(child))
            yield hull(token.span for token in words)


def _is_proper(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the noun is written as a name: a capital before a capital, or inside the
    sentence."""
    if not noun.text[:1].isupper():
        return False
    follows = sentence.tokens[noun.index + 1 : noun.index + 2]
    return noun.index > 0 or any(token.text[:1].isupper() for token in follows)


def _is_titled(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun or its attribute has a capital that does not come from the sentence's
    or list item's start: «по Административному регламенту»."""
    first = noun.index
    while first > 0 and sentence.tokens[first - 1].pos == "ADJ":
        first -= 1
    words = sentence.tokens[first : noun.index + 1]
    before = sentence.tokens[:first]
    inside = any(token.is_word for token in before) and before[-1].text not in {".", ":", "•"}
    return inside and any(token.text[:1].isupper() for token in words)


def _parts(sentence: Sentence, noun: Token) -> list[Token]:
    """Return the noun and the unbroken run of words after it that its name is made of."""
    inside = {noun.index}
    queue = [noun]
    while queue:
        for child in _joined(sentence, queue.pop()):
            if child.index > noun.index and child.index not in inside:
                inside.add(child.index)
                queue.append(child)
    parts = [noun]
    for token in sentence.tokens[noun.index + 1 :]:
        if token.index not in inside or (token.pos == "PUNCT" and token.text != ","):
            break
        parts.append(token)
    while parts[-1].rel in {"punct", "cc", "case"}:
        parts.pop()
    return parts


def _joined(sentence: Sentence, above: Token) -> Iterator[Token]:
    """Yield what hangs on a word of a name and can be part of the name."""
    for child in sentence.below(above):
        if child.rel not in NOMINAL or (child.rel == "advmod" and child.pos != "ADV"):
            continue
        if child.rel not in {"nmod", "conj"} or _goes_on(sentence, child):
            yield child


def _goes_on(sentence: Sentence, child: Token) -> bool:
    """Tell whether a noun goes on with a name: a genitive, or a noun behind a plain «по»."""
    before = [mark for mark in sentence.below(child, "case") if mark.index < child.index]
    if not before:
        return child.rel == "conj" or child.feats.get("Case") in {"Gen", None}
    compound = any(any(sentence.below(mark, "fixed")) for mark in before)
    plain = [mark.lemma for mark in before] == ["по"] and not compound
    return plain and child.lower not in _of_prepositions()


@cache
def _of_prepositions() -> frozenset[str]:
    """Return the nouns of compound prepositions («по результатам»), which are no part of a
    name; «по вопросам» is."""
    phrases = (row["phrase"].replace("ё", "е").split() for row in lexicon("prepositions"))
    return frozenset(word for phrase in phrases for word in phrase[1:]) - {"вопросам"}


@cache
def bodies() -> frozenset[str]:
    """Return the bodies whose name goes on in the genitive or with «по»."""
    return frozenset(row["noun"] for row in lexicon("actors") if row["named"] == "yes")
