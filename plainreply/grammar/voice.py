"""The passive: which verb forms say that something is done to the subject, and by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from plainreply.analysis.dictionary import known, readings
from plainreply.document import Sentence, Token
from plainreply.grammar.actors import actors, agent_of
from plainreply.grammar.subjects import subject_of, undergoer_of
from plainreply.memo import remembered
from plainreply.resources import lexicon

VERBAL = frozenset({"VERB", "AUX", "ADJ"})


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive verb form: ``verb`` is the finite -ся verb, infinitive or short participle,
    ``subject`` what undergoes the action, ``agent`` the instrumental noun that names the actor."""

    verb: Token
    subject: Token | None
    agent: Token | None


@remembered
def passives(sentence: Sentence) -> Iterator[Passive]:
    """Yield the passive verb forms of a parsed sentence, in text order.

    Attributes («утверждённый приказом»), reflexive and middle verbs («находится»), lexical
    adjectives («должен») and states («отделение открыто с 9 до 18») are none.
    """
    for token in sentence.tokens:
        short = token.pos in VERBAL and is_short_participle(token)
        if token.pos not in VERBAL or not (short or is_reflexive(token)):
            continue
        subject, agent = subject_of(sentence, token), agent_of(sentence, token)
        state = short and is_state(sentence, token, subject)
        if not state and (short or undergoes(sentence, token, subject, agent)):
            yield Passive(token, undergoer_of(sentence, token), agent)


@remembered
def short_participles(sentence: Sentence) -> Iterator[Token]:
    """Yield the short passive participles, in text order."""
    return filter(is_short_participle, sentence.tokens)


def is_short_participle(token: Token) -> bool:
    """Tell whether the token is a short passive participle («рассмотрено»)."""
    return token.feats.get("VerbForm") == "Part" and token.feats.get("Variant") == "Short"


def is_full_participle(token: Token) -> bool:
    """Tell whether the token is a participle that inflects for case."""
    return token.feats.get("VerbForm") == "Part" and "Case" in token.feats


def is_reflexive(token: Token) -> bool:
    """Tell whether the token is a finite verb or an infinitive in -ся."""
    return token.lemma.endswith(("ся", "сь")) and token.feats.get("VerbForm") in {"Fin", "Inf"}


def active_of(lemma: str) -> str | None:
    """Return the verb without -ся («рассматриваться» -> «рассматривать»), if there is one."""
    return lemma[:-2] if known(lemma[:-2]) else None


def active_verb(token: Token) -> str | None:
    """Return the active infinitive of a passive form."""
    return token.lemma if is_short_participle(token) else active_of(token.lemma)


@cache
def reflexives() -> dict[str, dict[str, str]]:
    """Return the table of -ся verbs by lemma."""
    return {row["verb"]: row for row in lexicon("reflexive-verbs")}


@cache
def states() -> dict[str, str]:
    """Return for each verb whose short participle can name a state when it does."""
    return {row["verb"]: row["when"] for row in lexicon("short-states")}


class ModalWord(NamedTuple):
    """The modal word for a -ся verb, and for the verb with «не»; empty where there is none."""

    plain: str
    negated: str


@cache
def modal_words() -> dict[str, ModalWord]:
    """Return the -ся verbs that a modal word replaces («запрещаться» -> «нельзя»)."""
    rows = lexicon("modal-verbs")
    return {row["verb"]: ModalWord(row["plain"], row["negated"]) for row in rows}


def undergoes(sentence: Sentence, verb: Token, subject: Token | None, agent: Token | None) -> bool:
    """Tell a passive -ся verb from a reflexive or middle one."""
    row = reflexives().get(verb.lemma) or {"class": unlisted(verb, subject), "unless": ""}
    if row["class"] == "reflexive" or active_of(verb.lemma) is None:
        return False
    if agent is not None:
        return True
    if row["class"] != "always" and (verb.feats.get("Aspect") == "Perf" or is_person(subject)):
        return False
    if row["unless"] and prepositions_of(sentence, verb) & set(row["unless"].split()):
        return False
    if row["class"] in {"passive", "always"}:
        return True
    return verb.feats.get("Voice") == "Pass" or (
        subject is not None and subject.rel == "nsubj:pass"
    )


def unlisted(verb: Token, subject: Token | None) -> str:
    """Return the class of a -ся verb that the table lacks.

    In official prose a thing that a transitive imperfective verb in -ся is said of undergoes
    it («древесина отпускается»), unless the tagger calls the verb middle.
    """
    thing = subject is not None and subject.pos == "NOUN"
    passive = thing and verb.feats.get("Voice") != "Mid" and is_transitive(verb.lemma[:-2])
    return "passive" if passive else "either"


@lru_cache(maxsize=10_000)
def is_transitive(infinitive: str) -> bool:
    """Tell whether the dictionary calls a verb transitive and imperfective."""
    tags = [p.tag for p in readings(infinitive) if p.tag.POS == "INFN"]
    return any("tran" in tag and "impf" in tag for tag in tags)


def is_person(noun: Token | None) -> bool:
    """Tell whether a subject is a person, who does rather than undergoes."""
    return noun is not None and (
        noun.feats.get("Animacy") == "Anim" or noun.lemma in {"я", "ты", "мы", "вы", "кто"}
    )


def prepositions_of(sentence: Sentence, verb: Token) -> set[str]:
    """Return the prepositions of the phrases that hang on ``verb``."""
    return {
        mark.lemma
        for child in sentence.below(verb, "obl", "nmod", "iobj", "advmod")
        for mark in sentence.below(child, "case")
    }


def is_state(sentence: Sentence, verb: Token, subject: Token | None) -> bool:
    """Tell whether a short participle names a state, by the table and its conditions."""
    when = states().get(verb.lemma, "")
    if when == "rest" and agent_of(sentence, verb) is not None:
        return False
    if when == "person":
        return is_person(subject) or (subject is not None and subject.lemma in actors())
    if when == "rest":
        return not any(child.lemma == "быть" for child in sentence.below(verb))
    if when == "hours":
        return has_hours(sentence, verb)
    if when == "dat":
        return any(c.feats.get("Case") == "Dat" for c in sentence.below(verb))
    if when.startswith("subject:"):
        return subject is not None and subject.lemma in when.removeprefix("subject:").split(",")
    return when == "always" or (when != "" and when in prepositions_of(sentence, verb))


def has_hours(sentence: Sentence, verb: Token) -> bool:
    """Tell whether opening hours or days follow («с 9 до 18», «в воскресенье», «ежедневно»)."""
    below = sentence.subtree(verb)
    return any(
        (token.pos == "NUM" and {"с", "до"} & {c.lemma for c in sentence.below(token, "case")})
        or token.lemma in HOURS
        for token in below
    )


HOURS = frozenset(
    "ежедневно круглосуточно час понедельник вторник среда четверг пятница суббота "
    "воскресенье воскресение выходной будни".split()
)
