"""Passive clauses turned active: «комиссией рассмотрено заявление» -> «комиссия рассмотрела…»."""

from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.obstacles import blocked, says_little
from plainreply.grammar.phrase import Forms, extent, recase
from plainreply.grammar.predicate import (
    THEY,
    US,
    Predicate,
    activated,
    actor_of,
    predicate_of,
)
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.voice import (
    Passive,
    act_verbs,
    active_of,
    acts,
    is_short_participle,
)
from plainreply.resources import lexicon

CLAUSE_ENDS = frozenset({",", ".", ";", "!", "?"})
CLAUSE_STARTS = frozenset({",", ";", ":", "(", "—", "–", "-"})


Phrase = tuple[Token, ...]
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


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
    if verb is None or subject is None or passive.verb.lemma in modal_words():
        return None
    predicate = predicate_of(sentence, passive.verb)
    if subject.pos not in NOMINAL or blocked(sentence, passive, predicate):
        return None
    given = {} if _stays_genitive(subject, predicate) else recase(sentence, subject, "acc")
    theme = extent(sentence, subject)
    if given is None or theme is None:
        return None
    if passive.agent is not None:
        return _by_agent(sentence, text, passive.agent, theme, predicate, verb, given)
    return _by_no_one(sentence, text, subject, theme, predicate, verb, given)


def active_verb(token: Token) -> str | None:
    """Return the active infinitive of a passive form."""
    return token.lemma if is_short_participle(token) else active_of(token.lemma)


def _stays_genitive(subject: Token, predicate: Predicate) -> bool:
    """Tell whether the subject is a genitive of negation («нарушений не выявлено»)."""
    return case_of(subject) == "gen" and predicate.negation is not None


def _by_agent(
    sentence: Sentence,
    text: str,
    agent: Token,
    theme: Phrase,
    predicate: Predicate,
    verb: str,
    given: Forms,
) -> Rewrite | None:
    """Make the agent the subject and put actor, verb and theme in this order where all is plain."""
    named = recase(sentence, agent, "nom")
    if agent.lemma in acts() and predicate.auxiliary is None:
        predicate = replace(predicate, tense="Pres")
    forms = activated(predicate, verb, actor_of(sentence, agent))
    doers = extent(sentence, agent)
    if named is None or forms is None or doers is None:
        return None
    redraft = redrafted(sentence, text, {**given, **named, **forms})
    if is_movable(sentence, doers) and is_movable(sentence, theme):
        _in_order(redraft, predicate, doers, theme)
    elif agent.pos == "PRON" and agent.index > predicate.verb.index:
        redraft.move([agent.index], before=predicate.tokens[0].index)
    broken = any(token.text == "," for token in (*doers, *theme))
    return Rewrite(redraft, safe=not broken)


def is_movable(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase can change its place: no clause, no full stop, nothing that may
    belong to the verb instead (an adverb, a prepositional phrase at its end)."""
    inside = {token.index for token in phrase}
    adverb = any(t.pos == "ADV" or (t.rel == "case" and t.head in inside) for t in phrase)
    names = any(mark.rel == "case" and mark.lemma == "по" for mark in phrase)
    stopped = any(token.text in {",", "."} or is_relative(token) for token in phrase)
    return not stopped and (not adverb or names)


def _in_order(redraft: Redraft, predicate: Predicate, doers: Phrase, theme: Phrase) -> None:
    """Put actor, verb, theme in this order."""
    first = next(t.index for t in predicate.tokens if t is not predicate.auxiliary)
    last = predicate.verb.index
    if last < doers[0].index:
        front = theme[0].index if theme[-1].index < first else first
        redraft.move((t.index for t in doers), before=front)
    if theme[-1].index < first:
        redraft.move((t.index for t in theme), before=redraft.after(last))


def _by_no_one(
    sentence: Sentence,
    text: str,
    subject: Token,
    theme: Phrase,
    predicate: Predicate,
    verb: str,
    given: Forms,
) -> Rewrite | None:
    """Tell it of «мы» or of no one in particular."""
    if says_little(predicate.verb):
        return None
    ours = predicate.modal is None and is_ours(sentence, subject, predicate.verb)
    conditional = any(mark.lemma == "если" for mark in sentence.below(predicate.verb, "mark"))
    if conditional and (ours or predicate.negation is not None):
        return None
    forms = activated(predicate, verb, US if ours else THEY)
    if forms is None:
        return None
    redraft = redrafted(sentence, text, {**given, **forms})
    if ours:
        put_us_first(redraft, predicate, theme)
    return Rewrite(redraft, safe=False)


def redrafted(sentence: Sentence, text: str, forms: Forms) -> Redraft:
    """Return a redraft with these new texts; those that are empty are dropped."""
    redraft = Redraft(sentence, text)
    redraft.replace({index: form for index, form in forms.items() if form})
    redraft.drop(*(index for index, form in forms.items() if not form))
    return redraft


def put_us_first(redraft: Redraft, predicate: Predicate, theme: Phrase) -> None:
    """«Ваше обращение рассмотрено» -> «Мы рассмотрели ваше обращение»."""
    verb = [t.index for t in predicate.tokens if t is not predicate.auxiliary]
    if theme[0].index < verb[0]:
        redraft.move(verb, before=theme[0].index)
    for child in redraft.sentence.below(predicate.verb, "iobj", "obl"):
        if child.pos == "PRON" and case_of(child) == "dat":
            redraft.move([child.index], before=redraft.after(verb[-1]))
    redraft.insert("мы", before=verb[0])


def put_in_front(redraft: Redraft, predicate: Predicate, theme: Phrase) -> None:
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


class ModalWord(NamedTuple):
    """The modal word for a -ся verb, and for the verb with «не»; empty where there is none."""

    plain: str
    negated: str


@cache
def modal_words() -> dict[str, ModalWord]:
    """Return the -ся verbs that a modal word replaces («запрещаться» -> «нельзя»)."""
    rows = lexicon("modal-verbs")
    return {row["verb"]: ModalWord(row["plain"], row["negated"]) for row in rows}


@cache
def _writer_acts() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset(row["verbs"].split()) for row in lexicon("writer-acts")}


def is_ours(sentence: Sentence, subject: Token, verb: Token) -> bool:
    """Tell whether the writer of a reply is the one who does ``verb`` to ``subject``.

    A rule for everyone («обращение рассматривается 30 дней») is no deed of the writer's; what
    is enclosed («копия прилагается») always is.
    """
    if active_verb(verb) == "прилагать":
        return True
    deeds = _writer_acts().get(subject.lemma, frozenset())
    yours = any(child.lemma == "ваш" for child in sentence.below(subject))
    done = verb.feats.get("Aspect") == "Perf" and subject.feats.get("Number") != "Plur"
    return active_verb(verb) in deeds and (yours or done)
