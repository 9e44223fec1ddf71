"""Someone acts whom the passive does not surely name: then nobody else may be put in his place."""

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.actors import APPOINTED, MEANS, TIMES, is_actor, is_bare
from plainreply.grammar.antecedent import is_which
from plainreply.grammar.bodyname import may_act_by_name
from plainreply.grammar.clause import same_clause
from plainreply.grammar.derivation import families
from plainreply.grammar.forms import case_of
from plainreply.grammar.phrase import NAMES, is_fixed
from plainreply.grammar.predicate import Predicate
from plainreply.grammar.stock import instrumentals, short_names
from plainreply.grammar.subjects import SUBJECTS
from plainreply.grammar.voice import Passive, is_full_participle

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X", "ADJ"})


def names_actor_otherwise(sentence: Sentence, passive: Passive, predicate: Predicate) -> bool:
    """Tell whether someone acts whom :func:`agent_of` could not be sure of.

    A bare instrumental near the verb («подтверждается материалами», «Вами не подана»), «между»,
    or an indeclinable name before the verb («АО «Теплосеть» выполнена промывка»), which would
    look like the subject even where it is the one who gets something («ТСЖ выдано предписание»).
    """
    verb = passive.verb
    near = {verb.index, verb.head, passive.subject.index if passive.subject else verb.index}
    inside = {t.index for t in sentence.subtree(passive.subject)} if passive.subject else set()
    rivals = [t for t in sentence.below(verb, *SUBJECTS) if t is not passive.subject]
    if any(map(_is_surely_instrumental, rivals)):
        return True
    if any(may_act_by_name(sentence, token, verb) for token in short_names(sentence)):
        return True
    for token in sentence.tokens:
        if token.pos not in NOMINAL and not is_full_participle(token):
            continue
        if token.head == verb.index and _is_loose_actor(sentence, token):
            return True
        if _is_person_by_adjective(sentence, token) and same_clause(sentence, token, verb):
            return True
        if token.index in inside or token.rel in {"acl", "amod"}:
            continue
        close = token.head in near or abs(token.index - verb.index) <= 2
        close = close or _is_loose_actor(sentence, token)
        if close and _may_act(sentence, token, verb) and same_clause(sentence, token, verb):
            return True
    return False


def has_another_agent(sentence: Sentence, verb: Token, agent: Token) -> bool:
    """Tell whether someone else than ``agent`` and those beside him acts in the clause of ``verb``
    («нами проведена проверка сотрудником»); the agent may be the verb that says it («провели»)."""
    beside = {token.index for token in sentence.subtree(agent)} if agent is not verb else set()
    return any(
        token.index not in beside
        and _is_loose_person(sentence, token)
        and not _goes_with_another(sentence, token, verb)
        and same_clause(sentence, token, verb)
        for token in instrumentals(sentence)
        if token is not agent and not (token.rel == "conj" and token.head in beside)
    )


def _goes_with_another(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell whether the noun hangs on another predicate («убрано подрядчиком, что доказано»)."""
    head = sentence.tokens[noun.head] if noun.head >= 0 else verb
    completed = verb.head if verb.rel == "xcomp" else verb.index
    return head.pos == "VERB" and head.index not in {verb.index, completed}


def _is_loose_person(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun or pronoun names a person or body that acts, and no name of another."""
    own = noun.rel not in {"appos", "conj", "amod", "acl", *NAMES} and noun.pos != "PROPN"
    head = sentence.tokens[noun.head] if noun.head >= 0 else noun
    governs = families().get(head.lemma)
    taken = governs is not None and "ins" in governs.government
    acts = case_of(noun) == "ins" and is_actor(noun) and is_bare(sentence, noun)
    return own and acts and not taken and not is_full_participle(head)


def _is_person_by_adjective(sentence: Sentence, token: Token) -> bool:
    """Tell whether an adjective that goes with no noun may name who acts: «проводится дежурным» is
    «by» as well as «for» him, whatever the tag says."""
    if token.pos != "ADJ" or is_which(token) or case_of(token) not in {"ins", "dat"}:
        return False
    nouns = (sentence.tokens[token.head], *sentence.tokens[token.index + 1 : token.index + 3])
    goes = any(noun.pos in {"NOUN", "PROPN"} and case_of(noun) == case_of(token) for noun in nouns)
    if goes or not is_bare(sentence, token):
        return False
    tags = [parse.tag for parse in readings(token.text)]
    return any("Subx" in tag for tag in tags) and any(tag.case == "ablt" for tag in tags)


def _is_surely_instrumental(noun: Token) -> bool:
    """Tell whether a noun that the parser takes for a subject can only be an instrumental."""
    cases = {parse.tag.case for parse in readings(noun.text)}
    return "ablt" in cases and "nomn" not in cases


def _is_loose_actor(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun in the clause names an actor but hangs on no word that explains it."""
    if case_of(noun) != "ins" or not is_actor(noun) or not is_bare(sentence, noun):
        return False
    head = sentence.tokens[noun.head] if noun.head >= 0 else noun
    return head.lemma not in families() and not is_full_participle(head)


def _may_act(sentence: Sentence, token: Token, verb: Token) -> bool:
    marks = {mark.lemma for mark in sentence.below(token, "case")} - {"как", "так"}
    if marks:
        return "между" in marks
    if token.head >= 0 and is_full_participle(sentence.tokens[token.head]):
        return False
    if case_of(token) == "ins":
        helps = token.lemma in TIMES | MEANS
        return not helps and not _is_predicative(token, verb)
    name = token.text[:1].isupper() and token.pos != "ADJ"
    fixed = name and is_fixed(token) and token.index < verb.index and token.rel != "appos"
    return fixed and not _is_within_phrase(sentence, token)


def _is_predicative(token: Token, verb: Token) -> bool:
    """Tell whether an adjective in the instrumental says what something is called or held for."""
    return token.pos == "ADJ" and (token.rel == "amod" or verb.lemma in APPOINTED)


def _is_within_phrase(sentence: Sentence, name: Token) -> bool:
    """Tell whether a name belongs to a phrase with a preposition («по данным АО «Маяк»»)."""
    seen = set[int]()
    while name.rel in {"nmod", "appos", *NAMES} and name.index not in seen:
        seen.add(name.index)
        name = sentence.tokens[name.head]
        if any(sentence.below(name, "case")):
            return True
    return False
