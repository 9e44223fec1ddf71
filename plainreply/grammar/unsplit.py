"""Split predicates told by one verb: «осуществляет контроль» -> «контролирует»."""

from itertools import pairwise

from plainreply.document import Sentence, Token
from plainreply.grammar.activate import (
    Rewrite,
    is_ours,
    put_in_front,
    put_us_first,
    starts_clause,
)
from plainreply.grammar.forms import case_of, in_capitals_of, parse_of, verb_form
from plainreply.grammar.govern import complement_key, govern, put
from plainreply.grammar.obstacles import blocked, follows_row
from plainreply.grammar.pairs import pair_of
from plainreply.grammar.phrase import recase
from plainreply.grammar.predicate import (
    THEY,
    US,
    Actor,
    activated,
    actor_of,
    predicate_of,
    same_aspect,
)
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.refer import RESUMING
from plainreply.grammar.relative import is_relative, relative
from plainreply.grammar.split import Split, is_negated
from plainreply.grammar.voice import Passive, agent_of, is_actor, subject_of

POSSIBLE = frozenset({"нельзя", "можно", "невозможно", "невозможный", "возможный"})
KEPT = ("past", "pres", "futr", "sing", "plur", "masc", "femn", "neut", "1per", "2per", "3per",
        "impr", "GRND", "excl", "incl")  # fmt: skip


def unsplit(sentence: Sentence, text: str, split: Split) -> Rewrite | None:
    """Return the sentence with the one verb in place of the two words, or None if unsure."""
    verb = same_aspect(split.light, split.pair.ipf, split.pair.pf)
    agent = _agent(sentence, split) if split.passive else None
    others = _coordinated(sentence, split)
    if not verb or split.pair.safe == "never" or others is None:
        return None
    if _is_blocked(sentence, split, agent) or not _has_object(sentence, split, agent):
        return None
    redraft = Redraft(sentence, text)
    if not _govern_all(redraft, split, agent, [noun for noun, _ in others]):
        return None
    if split.passive:
        return _passive(redraft, split, verb, agent)
    if is_relative(sentence, split.light):
        return relative(redraft, split, verb)
    return _active(redraft, split, verb, others)


def _is_blocked(sentence: Sentence, split: Split, agent: Token | None) -> bool:
    """Tell whether the clause around the two words must be left as it is."""
    if follows_row(sentence, split.noun):
        return True
    if not split.passive:
        own = _is_done_by_others(sentence, split) or _decides_possible(sentence, split)
        return own or "subj" in split.pair.government
    if _decides_twice(sentence, split) or is_resumed(sentence, split.noun):
        return True
    decided = "inf" in split.pair.government.values()
    if decided and (split.noun.index < split.light.index or is_negated(sentence, split.light)):
        return True
    passive = Passive(split.light, split.noun, agent)
    return blocked(sentence, passive, predicate_of(sentence, split.light))


def is_resumed(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a pronoun further on may stand for the noun that would go."""
    plural = noun.feats.get("Number") == "Plur"
    sort = "Plur" if plural else noun.feats.get("Gender", "Masc")
    return any(token.lower in RESUMING[sort] for token in sentence.tokens[noun.index + 1 :])


def _decides_twice(sentence: Sentence, split: Split) -> bool:
    """Tell whether «решение о … и о …» has a second topic that an infinitive would lose."""
    tokens = sentence.tokens[split.noun.index + 1 :]
    return any(
        before.pos == "CCONJ" and after.lemma in {"о", "об"} for before, after in pairwise(tokens)
    )


def _decides_possible(sentence: Sentence, split: Split) -> bool:
    """Tell whether «принять решение о зачислении нельзя» would become «решить зачислить нельзя»."""
    decided = "inf" in split.pair.government.values()
    infinitive = split.light.feats.get("VerbForm") == "Inf"
    return decided and infinitive and any(token.lemma in POSSIBLE for token in sentence.tokens)


def _is_done_by_others(sentence: Sentence, split: Split) -> bool:
    """Tell whether «обеспечивает уборку» may mean that someone else does it: no actor is named."""
    subject = subject_of(sentence, split.light)
    ensured = split.light.lemma in {"обеспечивать", "обеспечить"}
    return ensured and subject is not None and not is_actor(subject)


def _govern_all(redraft: Redraft, split: Split, agent: Token | None, others: list[Token]) -> bool:
    """Give the verb the complements of the noun, of those coordinated with it and of the verb."""
    government = split.pair.government
    skip = {t.index for t in others} | ({agent.index} if agent else set())
    if not all(govern(redraft, noun, government, skip) for noun in (split.noun, *others)):
        return False
    for child in redraft.sentence.below(split.light, "obl", "iobj"):
        preposition = next(redraft.sentence.below(child, "case"), None)
        target = government.get(complement_key(redraft.sentence, child), "")
        if preposition is not None and target == "acc":
            return put(redraft, preposition, child, target)
    return True


def _agent(sentence: Sentence, split: Split) -> Token | None:
    """Return the actor, on the verb or («проверка специалистами проведена») on the noun."""
    found = agent_of(sentence, split.light)
    if found is not None or "ins" in split.pair.government:
        return found
    bare = (c for c in sentence.below(split.noun) if not any(sentence.below(c, "case")))
    return next((c for c in bare if case_of(c) == "ins" and is_actor(c)), None)


def _coordinated(sentence: Sentence, split: Split) -> list[tuple[Token, str]] | None:
    """Return the nouns coordinated with the split one and their verbs; None if one has none.

    «обеспечивает сбор и обработку связи» -> «собирает и обрабатывает связь».
    """
    if split.noun.rel == "conj":
        return None
    found: list[tuple[Token, str]] = []
    for other in sentence.below(split.noun, "conj"):
        pair = None if split.passive else pair_of(split.light.lemma, other.lemma)
        verb = same_aspect(split.light, pair.ipf, pair.pf) if pair else ""
        if not verb:
            return None
        found.append((other, verb))
    return found


def _has_object(sentence: Sentence, split: Split, agent: Token | None) -> bool:
    """Tell whether a verb that needs an object gets one: from the noun's complements, or from
    those of the light verb («внести в договор изменения»)."""
    government = split.pair.government
    needed = {key for key, target in government.items() if target == "acc"}
    if needed <= {"dat"}:
        return True
    if "acc" in needed and any(sentence.below(split.light, "obj")):
        return True
    nouns = [split.noun, *sentence.below(split.noun, "conj"), split.light]
    return any(
        complement_key(sentence, c) in needed
        for noun in nouns
        for c in sentence.below(noun, "nmod", "obl", "iobj", "obj")
        if c is not agent and c is not split.noun
    )


def _active(
    redraft: Redraft, split: Split, verb: str, others: list[tuple[Token, str]]
) -> Rewrite | None:
    """Put the verb where the light verb stood, in its form; the noun goes."""
    forms = {split.light.index: like(split.light, verb)}
    forms |= {noun.index: like(split.light, other) for noun, other in others}
    told = {index: form for index, form in forms.items() if form}
    if len(told) < len(forms):
        return None
    first = split.light.index
    redraft.replace(told | {first: in_capitals_of(split.light.text, told[first])})
    redraft.drop(split.noun.index, *(mark.index for mark in _marks(redraft, split)))
    redraft.move((t.index for t in _adverbs(redraft, split)), before=first)
    return Rewrite(redraft, split.pair.safe == "auto" and not others)


def _marks(redraft: Redraft, split: Split) -> tuple[Token, ...]:
    """Return the preposition of the noun («взять на контроль»)."""
    return tuple(redraft.sentence.below(split.noun, "case"))


def _adverbs(redraft: Redraft, split: Split) -> tuple[Token, ...]:
    """Return the former adjectives that stood between the verb and its noun."""
    between = range(split.light.index + 1, split.noun.index)
    return tuple(t for t in redraft.sentence.below(split.noun, "amod") if t.index in between)


def like(model: Token, verb: str) -> str | None:
    """Return ``verb`` in the form of ``model``: the same tense, person, number, gender, mood.

    None for a full participle: «осуществляющий» needs a clause of its own.
    """
    if model.feats.get("VerbForm") == "Inf":
        return verb
    if model.feats.get("VerbForm") == "Part":
        return None
    tag = parse_of(model).tag
    return verb_form(verb, *(grammeme for grammeme in KEPT if grammeme in tag))


def _passive(redraft: Redraft, split: Split, verb: str, agent: Token | None) -> Rewrite | None:
    """Make the agent the subject, else tell it of the writer or of no one in particular."""
    sentence = redraft.sentence
    predicate = predicate_of(sentence, split.light)
    actor = _actor(sentence, split, agent)
    if actor == THEY and "inf" in split.pair.government.values():
        return None
    forms = activated(predicate, verb, actor)
    named = recase(sentence, agent, "nom") if agent is not None else {}
    if forms is None or named is None:
        return None
    redraft.replace({i: form for i, form in {**named, **forms}.items() if form})
    redraft.drop(split.noun.index, *(i for i, form in forms.items() if not form))
    theme = tuple(t for t in sentence.subtree(split.noun) if t.index != split.noun.index)
    opens = starts_clause(sentence, predicate.tokens[0])
    if actor is US:
        put_us_first(redraft, predicate, theme or (predicate.verb,))
    elif agent is None and theme and opens:
        put_in_front(redraft, predicate, theme)
    return Rewrite(redraft, agent is not None and split.pair.safe == "auto")


def _actor(sentence: Sentence, split: Split, agent: Token | None) -> Actor:
    if agent is not None:
        return actor_of(sentence, agent)
    return US if is_ours(sentence, split.noun, split.light) else THEY
