"""Where the plain word would say something else than the formula it stands for."""

import re
from collections.abc import Callable, Mapping

from plainreply.document import Sentence, Token
from plainreply.grammar.lexical import Hit
from plainreply.grammar.stock import lemmas
from plainreply.grammar.subjects import subject_of
from plainreply.grammar.voice import is_short_participle, is_state
from plainreply.patterns import pattern

MONEY = frozenset(
    "банк банковский операция счёт счет вклад закон статья кодекс легализация отмывание "
    "взыскание арест электронный имущество".split()
)
"""Near these «денежные средства» is a term of law that takes in money on accounts."""
TERMS = frozenset({"срок", "период", "время", "дата", "день"})
NAMED = pattern(
    r"\b(?:дн(?:я|ей|ям)|день|сут(?:ок|ки)|недел|месяц|год|час(?:а|ов)?\b|январ|феврал|март|апрел"
    r"|ма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)|\b\d{1,2}\.\d{1,2}\.",
    re.IGNORECASE,
)
SENTENCE_END = pattern(r"[.!?:;]\s+(?=[А-ЯЁ])|\n+")
POINTS_BACK = "этот"
FAR = 400
"""How far back a term may be named, in code points."""


def keeps_sense(sentence: Sentence, text: str, hit: Hit) -> bool:
    """Tell whether the plain word means the same in this sentence of ``text``."""
    test = TESTS.get(hit.formula.plain)
    return test is None or test(sentence, text, hit)


def _is_going_on(sentence: Sentence, text: str, hit: Hit) -> bool:
    """Tell whether «сейчас» fits: it goes with no finished event («посылка доставлена»)."""
    own = {token.index for token in hit.tokens}
    heads = (token.head for token in hit.tokens if token.head not in own and token.head >= 0)
    verbs = [sentence.tokens[head] for head in heads]
    verbs += [other for verb in verbs for other in sentence.below(verb, "conj")]
    return not any(_is_finished(sentence, verb) for verb in verbs)


def _is_finished(sentence: Sentence, verb: Token) -> bool:
    if is_short_participle(verb):
        ahead = any(child.feats.get("Tense") == "Fut" for child in sentence.below(verb))
        return not ahead and not is_state(sentence, verb, subject_of(sentence, verb))
    return verb.feats.get("Tense") == "Past" and verb.feats.get("Aspect") == "Perf"


def _is_no_term_of_law(sentence: Sentence, text: str, hit: Hit) -> bool:
    return not any(token.lemma in MONEY for token in sentence.tokens)


def _is_named(sentence: Sentence, text: str, hit: Hit) -> bool:
    """Tell whether «этот срок» has a term to point to, in this sentence or the one before.

    «Данный срок» points back just as «этот срок» does, so that is always the same.
    """
    first = hit.tokens[0]
    noun = sentence.tokens[first.head] if first.head >= 0 else first
    if noun.lemma not in TERMS or hit.formula.safe:
        return True
    own = text[sentence.span.start : first.span.start]
    return bool(NAMED.search(own)) or _names_term_before(text, sentence)


def term_before(text: str, sentence: Sentence) -> bool:
    """Tell whether this sentence speaks of a term and the one before it names one."""
    return not TERMS.isdisjoint(lemmas(sentence)) and _names_term_before(text, sentence)


def _names_term_before(text: str, sentence: Sentence) -> bool:
    before = text[max(0, sentence.span.start - FAR) : sentence.span.start].rstrip(" \n")
    return bool(NAMED.search(SENTENCE_END.split(before)[-1]))


TESTS: Mapping[str, Callable[[Sentence, str, Hit], bool]] = {
    "сейчас": _is_going_on,
    "деньги": _is_no_term_of_law,
    POINTS_BACK: _is_named,
}
