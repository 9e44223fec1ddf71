"""Mistakes that grammar proves: «необходимо явится», «согласно приказа», «в течении месяца»."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of, finite, in_capitals_of, is_perfective
from plainreply.grammar.mood import like
from plainreply.grammar.phrase import recase
from plainreply.grammar.table import openings

CLAIM = frozenset(
    "нужно необходимо надо можно нельзя следует чтобы вправе обязан обязаны должен должна должны "
    "может могут можете может просим прошу рекомендуем предлагаем будет будут будете "
    "возможно желательно хочет хотят вынуждены готовы".split()
)
"""Words right behind which a verb stands as an infinitive."""
TO_DATIVE = frozenset({"согласно", "благодаря", "вопреки", "наперекор"})
SPANS = frozenset(
    "год месяц неделя день сутки час минута квартал период срок полугодие время лето зима осень "
    "весна десятилетие смена".split()
)
"""Stretches of time, behind «в течение», «в продолжение»."""
MOMENTS = {
    "приезду": "приезде", "прибытию": "прибытии", "окончанию": "окончании",
    "завершению": "завершении", "истечению": "истечении", "возвращению": "возвращении",
    "прилёту": "прилёте", "прилету": "прилёте", "отъезду": "отъезде", "получению": "получении",
}  # fmt: skip
"""What is said of a moment, «по приезде»: the wrong dative and the right form."""
PAYING = {"оплатить": "заплатить", "оплачивать": "платить", "оплата": "плата"}
"""Words that take no «за», and those that do."""
STRETCHES = frozenset({"течении", "продолжении"})
BECAUSE = {"следствии": "вследствие", "следствие": "вследствие", "виду": "ввиду"}
WORDS = frozenset(("не", *TO_DATIVE, *STRETCHES, *BECAUSE, *MOMENTS, *PAYING))
VERBS = ("тся", "ться")
"""The words and the endings of the words that may be a mistake."""


FAR = 40
"""The most words looked at on either side, so that time stays linear."""
NAMING = frozenset({"NOUN", "ADJ", "PROPN", "CCONJ"})


class Mistake(NamedTuple):
    """The words at fault and their new forms (empty: not sure), by index."""

    words: tuple[Token, ...]
    forms: Mapping[int, str]
    why: str


def mistakes(sentence: Sentence) -> Iterator[Mistake]:
    """Yield the mistakes of a parsed sentence, in order."""
    words = {token.index for token in openings(sentence, WORDS)}
    for token in sentence.tokens:
        suspect = token.index in words or token.lower.endswith(VERBS)
        for look in LOOKS if suspect else ():
            found = look(sentence, token)
            if found is not None:
                yield found
                break


def _at(sentence: Sentence, index: int) -> Token | None:
    return sentence.tokens[index] if 0 <= index < len(sentence.tokens) else None


def _infinitive(sentence: Sentence, token: Token) -> Mistake | None:
    """«необходимо явится» -> «явиться»."""
    before = _at(sentence, token.index - 1)
    if before is None or before.lower not in CLAIM or not token.lower.endswith("тся"):
        return None
    right = token.text[:-3] + "ться"
    if not any(parse.tag.POS == "INFN" and parse.is_known for parse in readings(right)):
        return None
    if before.lower in {"может", "будет", "можно"} and any(sentence.below(token, "nsubj")):
        return None
    return Mistake((before, token), {token.index: right}, "нужна неопределённая форма с «ь»")


def _finite(sentence: Sentence, token: Token) -> Mistake | None:
    """«заявление рассматриваться комиссией» -> «рассматривается»: no other verb is near."""
    before = _at(sentence, token.index - 1)
    if before is None or not token.lower.endswith("ться") or before.pos != "NOUN":
        return None
    subject = any(child.index == before.index for child in sentence.below(token, *SUBJECTS))
    around = sentence.tokens[max(token.index - FAR, 0) : token.index + FAR]
    verbal = (t for t in around if t.index != token.index)
    ruled = any(t.feats.get("VerbForm") or t.lower in CLAIM or t.pos == "AUX" for t in verbal)
    if not subject or case_of(before) not in {"nom", "acc"} or ruled:
        return None
    tense = "Fut" if is_perfective(token.lower) else "Pres"
    right = finite(token.lower, tense, number=before.feats.get("Number", "Sing"))
    forms = {} if right is None else {token.index: in_capitals_of(token.text, right)}
    return Mistake((before, token), forms, "здесь сказуемое без «ь»")


SUBJECTS = ("nsubj", "nsubj:pass")


def _dative(sentence: Sentence, token: Token) -> Mistake | None:
    """«согласно приказа» -> «согласно приказу»."""
    if token.lower not in TO_DATIVE:
        return None
    after = sentence.tokens[token.index + 1 : token.index + 6]
    noun = next((t for t in after if t.pos == "NOUN" or not _attributive(t)), None)
    if noun is None or noun.pos != "NOUN" or not _only(noun, "gent"):
        return None
    forms = recase(sentence, noun, "dat")
    between = after[: noun.index - token.index - 1]
    if forms is None or any(t.index not in forms for t in between):
        forms = {}
    return Mistake((token, noun), forms, "нужен дательный падеж")


def _attributive(token: Token) -> bool:
    return token.pos in {"ADJ", "DET"} or token.feats.get("VerbForm") == "Part"


def _only(noun: Token, case: str) -> bool:
    """Tell whether the noun's form can be this case but not a singular or plural dative."""
    cases = {p.tag.case for p in readings(noun.text) if p.is_known and p.tag.POS == "NOUN"}
    return case in cases and "datv" not in cases and "gen2" not in cases


def _stretch(sentence: Sentence, token: Token) -> Mistake | None:
    """«в течении месяца» -> «в течение месяца»."""
    before = _at(sentence, token.index - 1)
    if token.lower not in STRETCHES or before is None or before.lower != "в":
        return None
    near = sentence.tokens[token.index + 1 : token.index + 6]
    noun = next((t for t in near if t.pos == "NOUN"), None)
    if noun is None or noun.lemma not in SPANS or any(t.pos in {"VERB", "PUNCT"} for t in near[:1]):
        return None
    return Mistake((before, token), {token.index: _end(token, "е")}, "это предлог, пишите «-ие»")


def _end(token: Token, letter: str) -> str:
    return token.text[:-1] + in_capitals_of(token.text[-1], letter)


def _because(sentence: Sentence, token: Token) -> Mistake | None:
    """«в следствии аварии» -> «вследствие аварии», «в виду отсутствия» -> «ввиду»."""
    before, after = _at(sentence, token.index - 1), _at(sentence, token.index + 1)
    right = BECAUSE.get(token.lower)
    if right is None or before is None or after is None or before.lower != "в":
        return None
    had = any(
        t.lemma in {"иметь", "быть"}
        for t in sentence.tokens[max(token.index - FAR, 0) : token.index]
    )
    clause = after.lower == "того"
    if had or not (clause or (case_of(after) == "gen" and after.pos in {"NOUN", "ADJ", "DET"})):
        return None
    forms = {before.index: in_capitals_of(before.text[0], right[0]) + right[1:], token.index: ""}
    return Mistake((before, token), forms, f"это предлог, пишите «{right}»")


def _despite(sentence: Sentence, token: Token) -> Mistake | None:
    """«не смотря на снег» -> «несмотря на снег»."""
    words = tuple(sentence.tokens[token.index : token.index + 3])
    if [t.lower for t in words] != ["не", "смотря", "на"]:
        return None
    right = in_capitals_of(token.text, "несмотря")
    return Mistake(
        words, {token.index: right, words[1].index: ""}, "это предлог, пишите «несмотря»"
    )


def _moment(sentence: Sentence, token: Token) -> Mistake | None:
    """«по приезду» -> «по приезде», but «меры по возвращению детей»."""
    by, before = _at(sentence, token.index - 1), _at(sentence, token.index - 2)
    right = MOMENTS.get(token.text.lower())
    if right is None or by is None or by.lower != "по":
        return None
    if before is not None and (
        before.pos in {"NOUN", "ADJ", "PROPN", "CCONJ"} or before.text == ","
    ):
        return None
    head = sentence.tokens[token.head] if token.head >= 0 else token
    if head.pos == "NOUN" and head.index < token.index:
        return None
    return Mistake((by, token), {token.index: right}, "после чего-то — «по» с формой на «-е», «-и»")


def _pay(sentence: Sentence, token: Token) -> Mistake | None:
    """«оплатить за проезд» -> «заплатить за проезд»."""
    by = _at(sentence, token.index + 1)
    right = PAYING.get(token.lemma)
    if right is None or by is None or by.lower != "за" or token.feats.get("VerbForm") == "Part":
        return None
    noun = next((t for t in sentence.tokens[by.index + 1 : by.index + 5] if t.pos == "NOUN"), None)
    if noun is None or noun.lemma in SPANS | {"счёт", "счет", "май", "январь"} or _is_month(noun):
        return None
    if case_of(noun) != "acc" or noun.feats.get("Animacy") == "Anim":
        return None
    forms = {} if token.pos == "NOUN" else _paid(token, right)
    return Mistake((token, by), forms, f"без «за» или «{right} за»")


def _paid(token: Token, right: str) -> Mapping[int, str]:
    form = like(token, right)
    return {} if form is None else {token.index: in_capitals_of(token.text, form)}


def _is_month(noun: Token) -> bool:
    return noun.lemma in MONTHS


MONTHS = frozenset(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
)
LOOKS: tuple[Callable[[Sentence, Token], Mistake | None], ...] = (
    _infinitive, _finite, _dative, _stretch, _because, _despite, _moment, _pay,
)  # fmt: skip
