"""Whether a plain preposition says the same as a compound one, with its noun and its verb."""

from itertools import pairwise

from plainreply.analysis.acts import PARTS
from plainreply.document import Sentence, Token
from plainreply.grammar.actors import acts
from plainreply.grammar.circumstance import main_around
from plainreply.grammar.forms import case_of
from plainreply.grammar.govern import is_action
from plainreply.grammar.phrase import is_fixed
from plainreply.grammar.preposition import Match, governed
from plainreply.grammar.telling import TELLING
from plainreply.grammar.voice import is_full_participle
from plainreply.grammar.whole import predicates

POINTERS = frozenset(
    "это что то который чем требование законодательство норма положение часть пункт "
    "подпункт абзац очерёдность изложить".split()
)
THERE_IS = "если есть"
CLAUSES = frozenset({THERE_IS, "если нет"})
JOINERS = frozenset({",", "и", "или", "либо", "также"})
FINDING = frozenset(
    "установить устанавливать выявить выявлять обнаружить обнаруживать подтвердить подтверждать "
    "подтвердиться подтверждаться определить выяснить выясниться".split()
)
"""What a check itself shows: «по результатам проверки установлено» is not «после проверки»."""
STATES = frozenset("ситуация обстоятельство положение факт статус состояние".split())
"""What one is in or what holds; nobody says of it that it is there."""


def repeated(sentence: Sentence, match: Match) -> tuple[Match, ...]:
    """Return the compound prepositions of one row («по вопросу ремонта, а также по вопросу
    уборки»), at least ``match`` itself; none when a member of the row is written in another
    form."""
    size, lemmas = len(match.tokens), [token.lemma for token in match.tokens]
    begun = [t.index for t in sentence.tokens[:-size] if t.lemma == lemmas[0]]
    each = (sentence.tokens[at : at + size] for at in begun)
    places = [tokens for tokens in each if [token.lemma for token in tokens] == lemmas]
    rows: list[list[tuple[Token, ...]]] = [places[:1]]
    for one, other in pairwise(places):
        if _joins(sentence, one, other):
            rows[-1].append(other)
        else:
            rows.append([other])
    row = next((row for row in rows if match.tokens in row), [match.tokens])
    members = [_member(sentence, match, tokens) for tokens in row]
    return tuple(m for m in members if m is not None) if None not in members else ()


def _joins(sentence: Sentence, one: tuple[Token, ...], other: tuple[Token, ...]) -> bool:
    """Tell whether ``other`` stands behind a conjunction or comma, and no predicate between."""
    between = sentence.tokens[one[-1].index + 1 : other[0].index]
    return sentence.tokens[other[0].index - 1].lower in JOINERS and not predicates(between)


def _member(sentence: Sentence, match: Match, tokens: tuple[Token, ...]) -> Match | None:
    if tokens == match.tokens:
        return match
    alike = [token.lower for token in tokens] == [token.lower for token in match.tokens]
    noun = governed(sentence, tokens, match.compound.case) if alike else None
    return None if noun is None else Match(match.compound, tokens, noun)


def is_replaceable(
    sentence: Sentence, match: Match, noun: Token, event: Token, *, joined: bool
) -> bool:
    """Tell whether the plain preposition is right with this noun and what governs it; one that
    is ``joined`` to another goes with the same word as that."""
    compound, top = match.compound, noun
    if sentence.tokens[noun.head] in match.tokens:
        top = sentence.tokens[noun.head]
    if compound.safe == "never" or not compound.plain or noun.lemma in POINTERS:
        return False
    head = sentence.tokens[top.head].lemma if top.head >= 0 else ""
    after_noun = 0 <= top.head < top.index and sentence.tokens[top.head].pos == "NOUN"
    if noun.pos == "VERB" or _is_unfit(sentence, match, noun):
        return False
    if compound.plain == "после" and (after_noun or head in FINDING):
        return False
    fits = not compound.nouns or event.lemma in compound.nouns
    fits = fits or (compound.plain == "из-за" and event is not noun)
    right = joined or not compound.heads or head in compound.heads
    return fits and right and not _dangles(sentence, noun)


def _is_unfit(sentence: Sentence, match: Match, noun: Token) -> bool:
    """Tell whether the plain word would say something else here."""
    plain, first = match.compound.plain, match.tokens[0]
    if plain == THERE_IS and noun.lemma in STATES:
        return True
    if plain == "после" and _is_found(sentence, noun):
        return True
    if plain not in {"по", "из"}:
        return False
    return _may_belong_before(sentence, first) or (plain == "по" and _tells(sentence, match, noun))


def _is_found(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the next predicate says what was found."""
    following = predicates(sentence.tokens[noun.index + 1 :])[:1]
    return any(verb.lemma in FINDING for verb in following)


def _tells(sentence: Sentence, match: Match, noun: Token) -> bool:
    """Tell whether a law stands before what is only told: it is no topic of a notice («на
    основании статьи 5 уведомляем»)."""
    behind = predicates(sentence.tokens[match.tokens[-1].index + 1 :])[:1]
    law = noun.lemma in acts() or noun.lemma in PARTS
    return law and any(verb.lemma in TELLING for verb in behind)


def _may_belong_before(sentence: Sentence, first: Token) -> bool:
    """Tell whether «по …» in place of the compound would go with the noun, name, bracket or
    participle before it («на основании изложенного в соответствии с пунктом»)."""
    before = sentence.tokens[first.index - 1] if first.index else None
    if before is None:
        return False
    noun = before.pos in {"NOUN", "PROPN"} or (before.is_word and is_fixed(before))
    closed = before.text in {")", "»"} or before.text.isdigit()
    return (noun and before.pos != "PART") or closed or is_full_participle(before)


def if_there_is(sentence: Sentence, match: Match, noun: Token) -> str:
    """Return «если нет», «если есть», «если будет», «если будут» as the main clause asks, empty
    if unsure."""
    plain, main = match.compound.plain, main_around(sentence, match.tokens, noun)
    if main is None:
        return ""
    if plain != THERE_IS or main.tense != "Fut":
        return plain
    if any(sentence.below(noun, "conj")):
        return ""
    return "если будут" if noun.feats.get("Number") == "Plur" else "если будет"


def _dangles(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a coordination inside the phrase may belong to ``noun`` itself.

    «по вопросам уборки снега, наличия наледи»: if «наличия» hangs on «снега», a new case for
    «уборки» alone would break the row.
    """
    for token in sentence.subtree(noun):
        inner = token.rel == "conj" and token.head != noun.index and token.pos == "NOUN"
        if inner and sentence.tokens[token.head].pos == "NOUN" and case_of(token) == case_of(noun):
            commas = any(c.text == "," for c in sentence.below(token, "punct"))
            if commas or is_action(token):
                return True
    return False
