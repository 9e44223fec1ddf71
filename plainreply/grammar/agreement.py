"""Is a sentence grammatical as far as a program can tell: agreement, government, kept facts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Any

from plainreply.analysis.dictionary import known, readings
from plainreply.document import Sentence, Token, has_letter
from plainreply.grammar.clause import same_clause
from plainreply.grammar.derivation import denied
from plainreply.grammar.govern import short
from plainreply.memo import kept

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
    return Counter(fault for token in sentence.tokens for fault in _faults_of(sentence, token))


def _faults_of(sentence: Sentence, token: Token) -> Iterator[Fault]:
    if token.index and token.is_word and sentence.tokens[token.index - 1].lower == token.lower:
        yield "doubled", token.lower, token.lower
    if token.head < 0:
        return
    head = sentence.tokens[token.head]
    if token.rel in {"amod", "det"} and not _agree(token, head):
        yield "modifier", token.lower, head.lower
    if token.rel in {"nsubj", "nsubj:pass"} and _clashing_subject(sentence, token, head):
        yield "subject", token.lower, head.lower
    if token.rel == "case" and _is_bare(sentence, token, head) and _misgoverned(token, head):
        yield "preposition", token.lower, head.lower


def _is_bare(sentence: Sentence, preposition: Token, noun: Token) -> bool:
    """Tell whether a preposition is one word, with no other between it and its noun."""
    between = sentence.tokens[preposition.index + 1 : noun.index]
    return not any(t.pos == "ADP" for t in between) and not any(sentence.below(preposition))


def _agree(modifier: Token, noun: Token) -> bool:
    """Tell whether some reading of an adjective fits some reading of its noun."""
    if noun.pos not in {"NOUN", "PROPN"} or not modifier.feats.get("Case"):
        return True
    return _may_agree(modifier.text, noun.text)


@lru_cache(maxsize=20_000)
def _may_agree(modifier: str, noun: str) -> bool:
    nouns = [p.tag for p in readings(noun) if p.tag.case]
    adjectives = [p.tag for p in readings(modifier) if p.tag.case and p.tag.POS != "NOUN"]
    return not (nouns and adjectives) or any(_fit(a, n) for a in adjectives for n in nouns)


def _fit(adjective: Any, noun: Any) -> bool:
    if _case(adjective) != _case(noun) or adjective.number != noun.number:
        return False
    same_gender = adjective.number == "plur" or adjective.gender in {noun.gender, None}
    animate = adjective.animacy in {noun.animacy, None}
    return same_gender and animate


def _case(tag: Any) -> str:
    return {"gen2": "gent", "loc2": "loct", "acc2": "accs"}.get(tag.case, str(tag.case))


def _clashing_subject(sentence: Sentence, subject: Token, verb: Token) -> bool:
    """Tell whether a surely nominative noun and its finite verb differ in number."""
    if verb.feats.get("VerbForm") != "Fin" or verb.feats.get("Mood") == "Imp":
        return False
    if not same_clause(sentence, subject, verb):
        return False
    if subject.pos not in {"NOUN", "PRON"} or subject.lemma in {"кто", "что", "который"}:
        return False
    if any(sentence.below(subject, "conj", "nummod", "nummod:gov")):
        return False
    tags = [p.tag for p in readings(subject.text)]
    if any(tag.case in {"accs", "gent"} for tag in tags):
        return False
    numbers = {NUMBERS.get(tag.number) for tag in tags if tag.case == "nomn"}
    return bool(numbers) and verb.feats.get("Number") not in numbers


NUMBERS = {"sing": "Sing", "plur": "Plur"}


def _misgoverned(preposition: Token, noun: Token) -> bool:
    allowed = GOVERNS.get(short(preposition.lemma))
    if not allowed or noun.pos not in {"NOUN", "PROPN"}:
        return False
    own = {OWN[_case(p.tag)] for p in readings(noun.text) if _case(p.tag) in OWN}
    return bool(own) and not own & allowed


OWN = {"nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "prep"}


@kept
def facts(sentence: Sentence) -> Counter[str]:
    """Return what no rewrite may lose or add: numbers, Latin words, abbreviations, negations.

    A «не» that the next word undoes («не исключено») counts for none, nor does that of «пока не».
    """
    told = (_fact(token.text, token.lemma) for token in sentence.tokens)
    found = Counter(fact for fact in told if fact)
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


def _keeps_names(before: Iterable[Sentence], after: Iterable[Sentence]) -> bool:
    words = {_stem(token)[:ALIKE] for sentence in after for token in sentence.tokens}
    named = {name[:ALIKE] for sentence in before for name in names(sentence)}
    return all(any(_alike(word, name) for word in words) for name in named - words)


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
