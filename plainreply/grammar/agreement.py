"""Is a sentence grammatical as far as a program can tell: agreement, government, kept facts."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Any, NamedTuple

from plainreply.analysis.dictionary import known, readings
from plainreply.document import Sentence, Token
from plainreply.grammar.clause import same_clause
from plainreply.grammar.derivation import denied
from plainreply.grammar.govern import short
from plainreply.memo import kept
from plainreply.words import has_letter

GOVERNS = {
    "без": {"gen"}, "для": {"gen"}, "до": {"gen"}, "из": {"gen"}, "из-за": {"gen"},
    "от": {"gen"}, "у": {"gen"}, "кроме": {"gen"}, "после": {"gen"}, "вместо": {"gen"},
    "около": {"gen"}, "к": {"dat"}, "через": {"acc"}, "над": {"ins"}, "перед": {"ins"},
    "при": {"prep"}, "о": {"prep", "acc"}, "в": {"acc", "prep"}, "на": {"acc", "prep"},
    "по": {"dat", "acc", "prep"}, "с": {"gen", "ins", "acc"}, "за": {"acc", "ins"},
    "под": {"acc", "ins"}, "между": {"ins", "gen"},
}  # fmt: skip
NEGATIONS = frozenset(
    "не ни нет нельзя без кроме отсутствие отсутствовать исключение запрещаться "
    "воспрещаться невозможно недопустимый воздержаться воздерживаться избегать "
    "недопустимость невозможность невозможный".split()
)
Fault = tuple[str, str, str]


@kept
def faults(sentence: Sentence) -> Counter[Fault]:
    """Return what does not agree in a parsed sentence, as (kind, word, word).

    Two words disagree only when no reading of the one goes with any reading of the other: a
    wrong tag must not condemn a right sentence.
    """
    tokens = sentence.tokens
    found = [("doubled", a.lower, b.lower) for a, b in pairwise(tokens) if _doubled(a, b)]
    for token in tokens:
        if token.rel not in CHECKS or token.head < 0:
            continue
        kind, clashes = CHECKS[token.rel]
        if clashes(sentence, token, tokens[token.head]):
            found.append((kind, token.lower, tokens[token.head].lower))
    return Counter(found)


def _doubled(first: Token, second: Token) -> bool:
    return first.lower == second.lower and second.is_word


def _clashing_modifier(_: Sentence, modifier: Token, noun: Token) -> bool:
    """Tell whether no reading of an adjective fits any reading of its noun."""
    asked = noun.pos in {"NOUN", "PROPN"} and bool(modifier.feats.get("Case"))
    return asked and not _may_agree(modifier.text, noun.text)


def _clashing_preposition(sentence: Sentence, preposition: Token, noun: Token) -> bool:
    """Tell whether no reading of a noun has a case that its preposition, a word alone, governs."""
    allowed = GOVERNS.get(short(preposition.lemma))
    if not allowed or noun.pos not in {"NOUN", "PROPN"}:
        return False
    own = {OWN[form.case] for form in _forms(noun.text) if form.case in OWN}
    return bool(own) and not own & allowed and _is_bare(sentence, preposition, noun)


OWN = {
    "nomn": "nom", "gent": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "acc2": "acc",
    "ablt": "ins", "loct": "prep", "loc2": "prep",
}  # fmt: skip
"""The cases of the dictionary as ``GOVERNS`` calls them."""


def _is_bare(sentence: Sentence, preposition: Token, noun: Token) -> bool:
    """Tell whether a preposition is one word, with no other between it and its noun."""
    between = sentence.tokens[preposition.index + 1 : noun.index]
    return not any(t.pos == "ADP" for t in between) and not any(sentence.below(preposition))


def _clashing_subject(sentence: Sentence, subject: Token, verb: Token) -> bool:
    """Tell whether a surely nominative noun and its finite verb differ in number."""
    if verb.feats.get("VerbForm") != "Fin" or verb.feats.get("Mood") == "Imp":
        return False
    if subject.pos not in {"NOUN", "PRON"} or subject.lemma in {"кто", "что", "который"}:
        return False
    if any(form.case in {"accs", "gent"} for form in _forms(subject.text)):
        return False
    numbers = {NUMBERS.get(f.number) for f in _forms(subject.text) if f.case == "nomn"}
    if not numbers or verb.feats.get("Number") in numbers:
        return False
    counted = any(sentence.below(subject, "conj", "nummod", "nummod:gov"))
    return not counted and same_clause(sentence, subject, verb)


NUMBERS = {"sing": "Sing", "plur": "Plur"}
CHECKS: Mapping[str, tuple[str, Callable[[Sentence, Token, Token], bool]]] = {
    "amod": ("modifier", _clashing_modifier),
    "det": ("modifier", _clashing_modifier),
    "nsubj": ("subject", _clashing_subject),
    "nsubj:pass": ("subject", _clashing_subject),
    "case": ("preposition", _clashing_preposition),
}
"""What may be wrong between a word and its head, by their relation."""


class Form(NamedTuple):
    """What a reading of the dictionary says of a form; empty where it says nothing."""

    pos: str
    case: str
    number: str
    gender: str
    animacy: str


@lru_cache(maxsize=20_000)
def _may_agree(modifier: str, noun: str) -> bool:
    nouns, adjectives = _forms(noun), [form for form in _forms(modifier) if form.pos != "NOUN"]
    return not (nouns and adjectives) or any(_fit(a, n) for a in adjectives for n in nouns)


def _fit(adjective: Form, noun: Form) -> bool:
    case, other = (OWN.get(form.case, form.case) for form in (adjective, noun))
    if case != other or adjective.number != noun.number:
        return False
    same_gender = adjective.number == "plur" or adjective.gender in {noun.gender, ""}
    return same_gender and adjective.animacy in {noun.animacy, ""}


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[Form, ...]:
    """Return the forms with a case that a word can be."""
    return tuple(_form(parse.tag) for parse in readings(word) if parse.tag.case)


def _form(tag: Any) -> Form:
    told = (tag.POS, tag.case, tag.number, tag.gender, tag.animacy)
    return Form(*(str(grammeme or "") for grammeme in told))


@kept
def facts(sentence: Sentence) -> Counter[str]:
    """Return what no rewrite may lose or add: numbers, Latin words, abbreviations, negations.

    A «не» that the next word undoes («не исключено») counts for none, nor does that of «пока не».
    """
    told = [_fact(token.text, token.lemma) for token in sentence.tokens]
    found = Counter(filter(None, told))
    if "не" not in found:
        return found
    undone = sum(a.lemma == "не" and b.lower in UNDONE for a, b in pairwise(sentence.tokens))
    until = sum(_is_until(sentence, t) for t in sentence.tokens if t.lower == "пока")
    return found - Counter({"не": undone + until})


def _is_until(sentence: Sentence, token: Token) -> bool:
    """Tell whether «пока» has its «не» in the same clause («пока комиссия не примет решение»)."""
    behind = sentence.tokens[token.index + 1 :]
    clause = takewhile(lambda other: other.pos != "PUNCT", behind)
    return any(other.lemma == "не" for other in clause)


UNDONE = frozenset({"исключено", "исключена", "исключены", "исключен"})


@lru_cache(maxsize=20_000)
def _fact(text: str, lemma: str) -> str:
    """Return the fact that a word states, empty when it states none."""
    coded = any(map(str.isdigit, text)) or (has_letter(text) and text.isascii())
    if coded or (len(text) > 1 and text.isupper() and is_abbreviation(text)):
        return text
    return "не" if lemma in NEGATIONS or _denies(lemma) else ""


def _denies(lemma: str) -> bool:
    """Tell whether a noun has a negation in it that its verb would show («непредставление»)."""
    return denied(lemma) is not None or lemma == "несогласие"


def is_abbreviation(word: str) -> bool:
    """Tell whether a word in capitals is an abbreviation, not an ordinary word that shouts."""
    return not known(word) or any("Abbr" in parse.tag for parse in readings(word))


@kept
def names(sentence: Sentence) -> set[str]:
    """Return the stems of the words with a capital inside the sentence."""
    inside = sentence.tokens[1:]
    named = (t for t in inside if t.text[:1].isupper() and t.lemma not in POLITE)
    return {_stem(t) for t in named if not t.text.isupper() or is_abbreviation(t.text)}


POLITE = frozenset({"вы", "ваш"})


def _stem(token: Token) -> str:
    return token.lower[: max(len(token.lower) - 3, 3)]


def _keeps_names(before: Iterable[Sentence], after: Sequence[Sentence]) -> bool:
    """Tell whether each name of ``before`` has a word of ``after`` that begins alike."""
    missing = _beginnings(before) - _beginnings(after)
    if not missing:
        return True
    words = {_stem(token)[:ALIKE] for sentence in after for token in sentence.tokens}
    return all(any(_alike(word, name) for word in words) for name in missing - words)


def _beginnings(sentences: Iterable[Sentence]) -> set[str]:
    return {name[:ALIKE] for sentence in sentences for name in names(sentence)}


ALIKE = 4
"""How many letters two stems must share."""


def _alike(word: str, name: str) -> bool:
    """Tell whether two beginnings are the same, as far as the shorter one goes."""
    return word.startswith(name) or name.startswith(word)


def sound(before: Sentence, *after: Sentence) -> bool:
    """Tell whether a rewrite keeps every fact of ``before`` and brings no new disagreement.

    A sentence that was cut has become several: what they say together counts.
    """
    told = sum(map(facts, after), Counter[str]())
    if facts(before) != told:
        return False
    if not (_keeps_names((before,), after) and _keeps_names(after, (before,))):
        return False
    return not sum(map(faults, after), Counter[Fault]()) - faults(before)
