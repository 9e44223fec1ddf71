"""Government: the complements of an action noun become the complements of its verb."""

from collections.abc import Collection
from functools import cache

from plainreply.document import Sentence, Token
from plainreply.grammar.antecedent import is_which, which
from plainreply.grammar.derivation import Government, families
from plainreply.grammar.forms import CASES, case_of, in_capitals_of, inflect, with_vowel
from plainreply.grammar.phrase import Forms, recase
from plainreply.grammar.redraft import Redraft
from plainreply.resources import lexicon

CIRCUMSTANCES = frozenset("в во на с со до после при без у через из от".split())
COMPLEMENTS = frozenset({"nmod", "obl", "iobj", "obj", "appos"})
PLACES = frozenset(
    "адрес улица график план маршрут телефон почта вопрос порядок методика заявление договор "
    "рецепт программа закон правило тариф норматив выбор желание просьба поручение "
    "требование".split()
)
"""Nouns whose «по …» stays as it is beside the verb («консультировать по вопросам»)."""
LEFT_ALONE = frozenset({"punct", "case", "cc", "fixed", "mark"})


def govern(
    redraft: Redraft, noun: Token, government: Government, skip: Collection[int] = ()
) -> bool:
    """Turn the complements of ``noun`` into those of its verb, in ``redraft``.

    Genitives, datives and prepositional phrases change case as ``government`` says
    («за исполнением» -> «исполнение»); adjectives become adverbs («повторная» ->
    «повторно»); circumstances of time and place stay. Returns False when some dependant fits
    none of these: then nothing is sure and the redraft must be thrown away. Dependants at the
    indices ``skip`` are left to the caller.
    """
    sentence = redraft.sentence
    children = [c for c in sentence.below(noun) if c.index not in skip and not is_time(sentence, c)]
    keys = [complement_key(sentence, child) for child in children if child.rel in COMPLEMENTS]
    if any(keys.count(key) > 1 for key in ("gen", "acc")):
        return False
    return all(_govern_one(redraft, noun, child, government) for child in children)


def is_time(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the noun is a counted stretch of time («хранить 5 лет»)."""
    return noun.lemma in UNITS and any(sentence.below(noun, "nummod", "nummod:gov"))


UNITS = frozenset("год месяц неделя день сутки час минута раз".split())


def _govern_one(redraft: Redraft, noun: Token, child: Token, government: Government) -> bool:
    sentence = redraft.sentence
    if child.rel in LEFT_ALONE:
        return True
    if child.rel == "advmod" and child.pos == "ADV":
        return True
    if child.rel in {"amod", "advmod", "det"}:
        return _as_adverb(redraft, child)
    if child.feats.get("VerbForm") == "Inf":
        return government.get("inf") == "inf"
    preposition = next(sentence.below(child, "case"), None)
    if child.rel not in COMPLEMENTS or (child.pos == "VERB" and preposition is None):
        return False
    target = government.get(complement_key(sentence, child))
    if target is None:
        return preposition is not None and _is_circumstance(redraft, noun, preposition)
    if target.startswith("inf") and (target == "inf" or is_action(child)):
        return as_infinitive(redraft, preposition, child)
    if target == complement_key(sentence, child):
        return True
    return put(redraft, preposition, child, target)


def complement_key(sentence: Sentence, noun: Token) -> str:
    """Return how a complement is governed: ``gen``, ``за+ins``."""
    preposition, case = next(sentence.below(noun, "case"), None), case_of(noun)
    return case if preposition is None else f"{short(preposition.lemma)}+{case}"


SHORT = {"во": "в", "со": "с", "об": "о", "обо": "о", "ко": "к", "изо": "из"}


def short(preposition: str) -> str:
    """Return a preposition without its filler vowel («во» -> «в»)."""
    return SHORT.get(preposition, preposition)


def _is_circumstance(redraft: Redraft, noun: Token, preposition: Token) -> bool:
    """Tell whether a phrase may stay as it is: by its preposition, or because it stands behind
    an object that it may as well belong to («перерасчёт платы за отопление»)."""
    objects = redraft.sentence.below(noun, "nmod", "obj")
    bare = (o for o in objects if not any(redraft.sentence.below(o, "case")))
    behind_object = any(noun.index < o.index < preposition.index for o in bare)
    governed = _governed(redraft.sentence, preposition)
    by = preposition.lemma == "по"
    last = redraft.sentence.tokens[preposition.index - 1]
    deeper = last.pos in {"NOUN", "PROPN"} and last.head != noun.index and last is not noun
    about = short(preposition.lemma) == "о" and not deeper
    topic = about or (by and governed.lemma not in PLACES)
    placed = by and governed.lemma in PLACES
    return (behind_object and not topic) or placed or preposition.lemma in CIRCUMSTANCES


def _governed(sentence: Sentence, preposition: Token) -> Token:
    """Return the noun behind a preposition, which the tree may hang on its participle."""
    head = sentence.tokens[preposition.head]
    if head.pos != "VERB":
        return head
    behind = (t for t in sentence.tokens[head.index :] if t.pos in {"NOUN", "PROPN"})
    return next((t for t in behind if case_of(t) == case_of(head)), head)


def is_action(noun: Token) -> bool:
    """Tell whether the noun is an action with a verb of its own."""
    family = families().get(noun.lemma)
    return family is not None and family.sense != "lexical" and bool(family.pf or family.ipf)


def put(redraft: Redraft, preposition: Token | None, noun: Token, target: str) -> bool:
    """Put a complement into the form ``target`` (``acc``, ``в+prep``, ``subj``)."""
    *before, case = target.removeprefix("inf|").replace("subj", "nom").split("+")
    forms = _recased(redraft.sentence, noun, case) if case in CASES else None
    if forms is None:
        return False
    redraft.replace(forms)
    phrase = [t for t in redraft.sentence.subtree(noun) if t is not preposition]
    first = phrase[0]
    plain = with_vowel(before[0], forms.get(first.index, first.text)) if before else ""
    if preposition is not None and before:
        redraft.replace({preposition.index: in_capitals_of(preposition.text, plain)})
    elif preposition is not None:
        redraft.drop(preposition.index)
    elif before:
        redraft.insert(plain, before=first.index, bound=True)
    return True


def _recased(sentence: Sentence, noun: Token, case: str) -> Forms | None:
    """Return the phrase in another case; «который» as the noun it stands for asks."""
    if not is_which(noun):
        return recase(sentence, noun, case)
    form = which(sentence, noun, case)
    return None if form is None else {noun.index: form}


def as_infinitive(
    redraft: Redraft, preposition: Token | None, noun: Token, *, has_object: bool = False
) -> bool:
    """«об отказе в выплате» -> «отказать в выплате»: the noun becomes a perfective infinitive.

    A transitive verb without an object is refused, unless it has one elsewhere; so is a noun
    that names who acts («стоянка машин»).
    """
    family = families().get(noun.lemma)
    if family is None or not is_action(noun):
        return False
    sentence = redraft.sentence
    objects = {complement_key(sentence, c) for c in sentence.below(noun, *COMPLEMENTS)}
    transitive = family.government.get("gen") == "acc"
    given = any(family.government.get(key) == "acc" for key in objects)
    if transitive and not given and not has_object:
        return False
    if any(family.government.get(key) == "subj" for key in objects):
        return False
    if preposition is not None:
        redraft.drop(preposition.index)
    redraft.replace({noun.index: family.pf or family.ipf})
    return govern(redraft, noun, family.government)


@cache
def adverbs() -> dict[str, str]:
    """Return the adverbs that adjectives of action nouns become; ``""`` drops the adjective."""
    return {row["adjective"]: row["adverb"] for row in lexicon("adverbs")}


def _as_adverb(redraft: Redraft, child: Token) -> bool:
    adverb = _as_possible(child) or adverbs().get(child.lemma)
    if adverb is None or any(redraft.sentence.below(child)):
        return False
    if adverb:
        redraft.replace({child.index: in_capitals_of(child.text, adverb)})
    else:
        redraft.drop(child.index)
    return True


def _as_possible(child: Token) -> str | None:
    """Return «как можно скорее» for a superlative («скорейшее рассмотрение»)."""
    comparative = inflect(child, "COMP") if child.feats.get("Degree") == "Sup" else None
    return None if comparative is None else f"как можно {comparative.lower()}"
