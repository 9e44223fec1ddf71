"""Double negation and clumsy negated formulas: «не может не», «невозможно без»."""

from collections.abc import Iterator, Mapping

from plainreply.document import Need, Sentence, Token
from plainreply.grammar.redraft import Redraft
from plainreply.rule import Finder, Finding, Rule, by_sentence, offer
from plainreply.spans import hull

NEEDS = Need.SYNTAX
IMPOSSIBLE = frozenset({"невозможно", "невозможный", "нельзя"})
Words = tuple[Token, ...]


def build(rule: Rule) -> Finder:
    """Return a finder of double negations and of the formulas in the rule's lexicon.

    One plain «не» is no fault.
    """
    formulas = {tuple(row["phrase"].split()): row["plain"] for row in rule.lexicon}

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        found = [*_formulas(sentence, formulas), *_doubled(sentence)]
        for words, plain in _widest(found):
            yield _finding(text, sentence, words, plain)

    return by_sentence(find)


def _formulas(
    sentence: Sentence, formulas: Mapping[tuple[str, ...], str]
) -> Iterator[tuple[Words, str]]:
    """Yield the formulas by lemma («не представляется возможным»)."""
    lemmas = [token.lemma.replace("ё", "е") for token in sentence.tokens]
    for at in range(len(lemmas)):
        for formula, plain in formulas.items():
            if tuple(lemmas[at : at + len(formula)]) == formula:
                yield sentence.tokens[at : at + len(formula)], plain


def _doubled(sentence: Sentence) -> Iterator[tuple[Words, str]]:
    """Yield two negations that meet in one predicate."""
    for token in sentence.tokens:
        partners = [*_second_not(sentence, token), *_without(sentence, token)]
        for other in partners:
            first, last = sorted((token.index, other.index))
            yield sentence.tokens[first : last + 1], ""


def _second_not(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the «не» of an infinitive under a negated modal: «не может не быть»."""
    if token.lemma != "не" or token.head < 0:
        return
    modal = sentence.tokens[token.head]
    for child in sentence.below(modal, "xcomp", "csubj"):
        yield from (t for t in _with_auxiliary(sentence, child) if t.index > token.index)


def _with_auxiliary(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for head in (verb, *sentence.below(verb, "aux:pass", "aux", "cop")):
        yield from (t for t in sentence.below(head, "advmod") if t.lemma == "не")


def _without(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield what a «без» negates again: «невозможно без», «не может быть начато без»."""
    if token.lemma != "без" or token.rel != "case" or token.head < 0:
        return
    noun = sentence.tokens[token.head]
    verb = sentence.tokens[noun.head] if noun.head >= 0 else noun
    while verb.head >= 0 and verb.rel in {"xcomp", "csubj"}:
        verb = sentence.tokens[verb.head]
    negation = verb if verb.lemma in IMPOSSIBLE else None
    below = (t for t in sentence.below(verb, "advmod", "aux") if t.lemma == "не")
    found = negation or next(below, None)
    if found is not None and not _is_split(sentence, noun, found):
        yield found


def _is_split(sentence: Sentence, noun: Token, negation: Token) -> bool:
    """Tell whether another clause begins between the two negations."""
    first, last = sorted((noun.index, negation.index))
    return any(t.rel == "mark" or t.text in {":", ";"} for t in sentence.tokens[first:last])


def _widest(found: list[tuple[Words, str]]) -> Iterator[tuple[Words, str]]:
    """Yield the findings that lie in no other."""
    stop = -1
    for words, plain in sorted(found, key=lambda f: (f[0][0].index, -f[0][-1].index)):
        if words[-1].index > stop:
            yield words, plain
            stop = words[-1].index


def _finding(text: str, sentence: Sentence, words: Words, plain: str) -> Finding:
    span = hull(token.span for token in words)
    heads = {token.index for token in words}
    infinitive = any(t.feats.get("VerbForm") == "Inf" and t.head in heads for t in sentence.tokens)
    if not plain or (plain == "нельзя" and not infinitive):
        return Finding(span)
    redraft = Redraft(sentence, text)
    first, *rest = words
    redraft.replace({first.index: plain})
    redraft.drop(*(token.index for token in rest))
    return Finding(span, offer(redraft.edits()))
