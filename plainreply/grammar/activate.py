"""Passive clauses turned active: «комиссией рассмотрено заявление» -> «комиссия рассмотрела…»."""

from dataclasses import dataclass, replace
from functools import cache

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.phrase import Forms, extent, recase
from plainreply.grammar.predicate import (
    THEY,
    US,
    Actor,
    Predicate,
    activated,
    actor_of,
    predicate_of,
)
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.voice import (
    SUBJECTS,
    Passive,
    act_verbs,
    active_of,
    acts,
    is_short_participle,
)
from plainreply.resources import lexicon

CLAUSE_ENDS = frozenset({",", ".", ";", "!", "?"})
CLAUSE_STARTS = frozenset({",", ";", ":", "(", "—", "–", "-"})


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A redrafted sentence and whether its meaning is surely the same."""

    redraft: Redraft
    safe: bool


def activate(sentence: Sentence, text: str, passive: Passive) -> Rewrite | None:
    """Return the sentence with ``passive`` made active, or None when that is not sure.

    A named agent becomes the subject (safe). Without one the writer acts («мы») where the
    letter's own doing is told, else the verb goes into the third person plural; no actor is
    invented.
    """
    verb, subject = active_verb(passive.verb), passive.subject
    if passive.agent is not None and passive.agent.lemma in acts():
        verb = act_verbs().get(passive.verb.lemma)
    if passive.verb.lemma in modal_words():
        return None
    if verb is None or subject is None or subject.pos not in {"NOUN", "PROPN", "PRON"}:
        return None
    predicate = predicate_of(sentence, passive.verb)
    given = recase(sentence, subject, "acc")
    theme = extent(sentence, subject)
    if passive.agent is None and _has_means(sentence, passive.verb):
        return None
    if theme is None or follows_row(sentence, theme[0]):
        return None
    if given is None or _shares_verb(sentence, passive.verb, subject):
        return None
    if passive.agent is not None:
        return _by_agent(sentence, text, passive, predicate, verb, given)
    return _by_no_one(sentence, text, passive, predicate, verb, given)


def active_verb(token: Token) -> str | None:
    """Return the active infinitive of a passive form."""
    return token.lemma if is_short_participle(token) else active_of(token.lemma)


def follows_row(sentence: Sentence, first: Token) -> bool:
    """Tell whether a phrase may be the last member of a row («запись и (или) вызов врача»)."""
    before = sentence.tokens[first.index - 1] if first.index else first
    return before.pos == "CCONJ" or before.text == ")"


def _has_means(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a bare instrumental hangs on the verb: it may be what acts («подтверждается
    материалами», «регулируется законом»)."""
    return any(
        case_of(child) == "ins" and child.pos == "NOUN" and child.lemma not in SEASONS
        for child in sentence.below(verb)
        if not any(sentence.below(child, "case"))
    )


SEASONS = frozenset("лето зима весна осень утро день вечер ночь раз почта".split())


def _shares_verb(sentence: Sentence, verb: Token, subject: Token) -> bool:
    """Tell whether another verb shares the subject, which then cannot become an object.

    A participle further on without a subject of its own may share it, whatever the parser says.
    """
    if verb.rel == "conj" and not any(sentence.below(verb, *SUBJECTS)):
        return True
    for other in sentence.tokens:
        if other.index == verb.index or not (is_short_participle(other) or is_finite(other)):
            continue
        if any(sentence.below(other, *SUBJECTS)):
            continue
        behind = is_short_participle(other) and other.index > verb.index
        if behind or (other.rel == "conj" and other.head == verb.index):
            return True
    return False


def is_finite(token: Token) -> bool:
    """Tell whether the token is a finite verb in the indicative."""
    return token.feats.get("VerbForm") == "Fin" and token.feats.get("Mood") != "Imp"


def _by_agent(
    sentence: Sentence,
    text: str,
    passive: Passive,
    predicate: Predicate,
    verb: str,
    given: Forms,
) -> Rewrite | None:
    """Make the agent the subject; if it stood behind the verb, it changes place with the theme."""
    agent, subject = passive.agent, passive.subject
    assert agent is not None and subject is not None
    named = recase(sentence, agent, "nom")
    if agent.lemma in acts() and predicate.auxiliary is None:
        predicate = replace(predicate, tense="Pres")
    forms = activated(predicate, verb, actor_of(sentence, agent))
    doers, theme = extent(sentence, agent), extent(sentence, subject)
    if named is None or forms is None or doers is None or theme is None:
        return None
    redraft = redrafted(sentence, text, {**given, **named, **forms})
    first, last = predicate.tokens[0].index, predicate.verb.index
    plain = not any(token.text == "," or is_relative(token) for token in (*doers, *theme))
    if plain and theme[-1].index < first and last < doers[0].index:
        redraft.move((t.index for t in doers), before=theme[0].index)
        redraft.move((t.index for t in theme), before=redraft.after(last))
    return Rewrite(redraft, safe=True)


def _by_no_one(
    sentence: Sentence,
    text: str,
    passive: Passive,
    predicate: Predicate,
    verb: str,
    given: Forms,
) -> Rewrite | None:
    """Tell it of «мы» or of no one in particular."""
    assert passive.subject is not None
    ours = predicate.modal is None and is_ours(sentence, passive.subject, passive.verb)
    forms = activated(predicate, verb, US if ours else THEY)
    theme = extent(sentence, passive.subject)
    if forms is None or theme is None:
        return None
    redraft = redrafted(sentence, text, {**given, **forms})
    if ours:
        _put_us_first(redraft, predicate, theme)
    elif starts_clause(sentence, predicate.tokens[0]):
        put_behind(redraft, predicate, theme)
    return Rewrite(redraft, safe=False)


def redrafted(sentence: Sentence, text: str, forms: Forms) -> Redraft:
    """Return a redraft with these new texts; those that are empty are dropped."""
    redraft = Redraft(sentence, text)
    redraft.replace({index: form for index, form in forms.items() if form})
    redraft.drop(*(index for index, form in forms.items() if not form))
    return redraft


def _put_us_first(redraft: Redraft, predicate: Predicate, theme: tuple[Token, ...]) -> None:
    """«Ваше обращение рассмотрено» -> «Мы рассмотрели ваше обращение»."""
    verb = [t.index for t in predicate.tokens if t is not predicate.auxiliary]
    if theme[0].index < verb[0]:
        redraft.move(verb, before=theme[0].index)
    redraft.insert("мы", before=verb[0])


def put_behind(redraft: Redraft, predicate: Predicate, theme: tuple[Token, ...]) -> None:
    """Where the verb opens a clause that its theme closes, put the theme first."""
    verb = [t.index for t in predicate.tokens if t is not predicate.auxiliary]
    tokens, after = redraft.sentence.tokens, theme[-1].index + 1
    closes = after == len(tokens) or tokens[after].text in CLAUSE_ENDS
    if theme[0].index > verb[-1] and closes and not any(map(is_relative, theme)):
        redraft.move((t.index for t in theme), before=verb[0])


def is_relative(token: Token) -> bool:
    """Tell whether the word opens a relative clause and so must stay in front of it."""
    return token.lemma in {"который", "чей"}


def starts_clause(sentence: Sentence, token: Token) -> bool:
    """Tell whether ``token`` opens the sentence or stands behind a clause mark."""
    return token.index == 0 or sentence.tokens[token.index - 1].text in CLAUSE_STARTS


@cache
def modal_words() -> dict[str, str]:
    """Return the -ся verbs that a modal word replaces («запрещаться» -> «нельзя»)."""
    return {row["verb"]: row["plain"] for row in lexicon("modal-verbs")}


@cache
def _writer_acts() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset(row["verbs"].split()) for row in lexicon("writer-acts")}


def is_ours(sentence: Sentence, subject: Token, verb: Token) -> bool:
    """Tell whether the writer of a reply is the one who does ``verb`` to ``subject``.

    A rule for everyone («обращение рассматривается 30 дней») is no deed of the writer's.
    """
    deeds = _writer_acts().get(subject.lemma, frozenset())
    yours = any(child.lemma == "ваш" for child in sentence.below(subject))
    done = verb.feats.get("Aspect") == "Perf"
    return active_verb(verb) in deeds and (yours or done)


def actor_or_no_one(sentence: Sentence, agent: Token | None) -> Actor:
    """Return the agreement of the agent, or of no one in particular."""
    return THEY if agent is None else actor_of(sentence, agent)
