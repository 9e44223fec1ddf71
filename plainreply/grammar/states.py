"""Passives of state told by another verb: «контроль возложен на отдел» -> «контролирует отдел»,
«рост обусловлен повышением цен» -> «причина роста – повышение цен»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.coordination import shares_agent, shares_verb
from plainreply.grammar.forms import case_of, finite
from plainreply.grammar.obstacles import follows_row
from plainreply.grammar.phrase import Forms, extent, is_cut_short, recase
from plainreply.grammar.predicate import Predicate, actor_of, predicate_of
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite, redrafted
from plainreply.grammar.voice import Passive

DUTIES = frozenset({"функция", "задача"})
POWERS = frozenset({"обязанность", "полномочие", "право", "задание", "роль", "миссия"})
CLOSED = frozenset({"завершить", "закончить", "окончить", "завершённый", "законченный"})
PROCEEDINGS = frozenset({"рассмотрение", "переписка"})


def state(sentence: Sentence, text: str, passive: Passive) -> Rewrite | None:
    """Return the sentence with a state told plainly, None for other verbs and where unsure."""
    way = {"возложить": _duty, "обусловить": _cause, "считаться": _closed}.get(passive.verb.lemma)
    predicate, subject = predicate_of(sentence, passive.verb), passive.subject
    if way is None or subject is None or case_of(subject) != "nom":
        return None
    if predicate.negation is not None or predicate.modal is not None:
        return None
    shared = shares_verb(sentence, passive.verb) or shares_agent(sentence, passive.verb)
    if shared or follows_row(sentence, subject):
        return None
    redraft = way(sentence, text, subject, predicate)
    return None if redraft is None else Rewrite(redraft, safe=False)


def _duty(sentence: Sentence, text: str, subject: Token, predicate: Predicate) -> Redraft | None:
    """«Вывоз мусора возложен на оператора» -> «За вывоз мусора отвечает оператор»."""
    verb = predicate.verb
    charged = [t for t in sentence.below(verb, "obl", "nmod") if _has(sentence, t, "на")]
    if len(charged) != 1 or case_of(charged[0]) != "acc" or subject.lemma in POWERS:
        return None
    named, watched = recase(sentence, charged[0], "nom"), _watched(sentence, subject)
    plain = "выполнять" if subject.lemma in DUTIES else "отвечать"
    given = recase(sentence, subject, "acc")
    if watched is not None:
        plain, given = watched
    actor = actor_of(sentence, charged[0])
    spelled = finite(
        plain,
        _tense(predicate),
        person=actor.person,
        number=actor.number,
        gender=actor.gender,
    )
    first = extent(sentence, subject)
    if named is None or given is None or spelled is None or first is None:
        return None
    dropped = [m.index for m in sentence.below(charged[0], "case")]
    dropped += [predicate.auxiliary.index] if predicate.auxiliary is not None else []
    redraft = redrafted(
        sentence, text, {**given, **named, verb.index: spelled, **dict.fromkeys(dropped, "")}
    )
    if plain == "отвечать" and subject.lemma != "ответственность":
        redraft.insert("за", before=first[0].index)
    return redraft


def _watched(sentence: Sentence, subject: Token) -> tuple[str, Forms | None] | None:
    """Return verb and new forms for «контроль за чем-либо» and «ответственность за что-либо»."""
    over = [t for t in sentence.below(subject, "nmod") if _has(sentence, t, "за")]
    if subject.lemma not in {"контроль", "ответственность"} or len(over) != 1:
        return None
    gone = {token.index: "" for token in sentence.subtree(subject) if token.index <= subject.index}
    if subject.lemma == "ответственность":
        return "отвечать", gone
    given = recase(sentence, over[0], "acc")
    marks = {mark.index: "" for mark in sentence.below(over[0], "case")}
    return "контролировать", None if given is None else {**given, **gone, **marks}


def _cause(sentence: Sentence, text: str, subject: Token, predicate: Predicate) -> Redraft | None:
    """«Рост был обусловлен повышением цен» -> «Причиной роста стало повышение цен»."""
    verb, theme = predicate.verb, extent(sentence, subject)
    bare = [t for t in sentence.below(verb, "obl", "nmod", "iobj") if case_of(t) == "ins"]
    causes = [t for t in bare if not any(sentence.below(t, "case"))]
    if len(causes) != 1 or theme is None or theme[-1].index >= predicate.tokens[0].index:
        return None
    cause = causes[0]
    named, given = recase(sentence, cause, "nom"), recase(sentence, subject, "gen")
    if named is None or is_cut_short(sentence, cause, named):
        return None
    actor = actor_of(sentence, cause)
    now = predicate.auxiliary is None
    became = finite("стать", predicate.tense, number=actor.number, gender=actor.gender)
    if named is None or given is None or became is None or cause.index < verb.index:
        return None
    gone = {} if predicate.auxiliary is None else {predicate.auxiliary.index: ""}
    told = {verb.index: "–" if now else became}
    redraft = redrafted(sentence, text, {**given, **named, **gone, **told})
    redraft.insert("причина" if now else "причиной", before=theme[0].index)
    return redraft


def _closed(sentence: Sentence, text: str, subject: Token, predicate: Predicate) -> Redraft | None:
    """«Рассмотрение обращения считается завершённым» -> «… считаем завершённым»."""
    verb, given = predicate.verb, recase(sentence, subject, "acc")
    closed = any(t.lemma in CLOSED and case_of(t) == "ins" for t in sentence.subtree(verb))
    present = verb.feats.get("Tense") == "Pres" and verb.feats.get("VerbForm") == "Fin"
    if not closed or not present or subject.lemma not in PROCEEDINGS or given is None:
        return None
    return redrafted(sentence, text, {**given, verb.index: "считаем"})


def _has(sentence: Sentence, noun: Token, preposition: str) -> bool:
    return any(mark.lemma == preposition for mark in sentence.below(noun, "case"))


def _tense(predicate: Predicate) -> str:
    """Return the tense of a state: the present unless an auxiliary tells another one."""
    return "Pres" if predicate.auxiliary is None else predicate.tense
