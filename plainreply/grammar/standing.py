"""States that a verb tells better: «жалоба находится на рассмотрении» -> «жалобу рассматривают»."""

from dataclasses import replace

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_actor
from plainreply.grammar.antecedent import is_which, which
from plainreply.grammar.derivation import families
from plainreply.grammar.forms import case_of, finite
from plainreply.grammar.govern import complement_key, is_action
from plainreply.grammar.pairs import Pair
from plainreply.grammar.phrase import Forms, extent, recase
from plainreply.grammar.predicate import THEY, Actor, actor_of
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.split import Split
from plainreply.grammar.splitclause import follows_row
from plainreply.grammar.subjects import subject_of

STAGE = "стадия"
NEEDED = {"нуждаться": "нужно", "поддаваться": "можно"}
NOT = "не"


def is_standing(split: Split) -> bool:
    """Tell whether the subject of the light verb is what the one verb is done to."""
    if split.noun.lemma == STAGE:
        return True
    government = split.pair.government
    return government.get("subj") == "acc" or government.get("gen") == "subj"


def stated(sentence: Sentence, text: str, split: Split) -> Rewrite | None:
    """Make the subject the object; who is named beside the noun acts, else no one in particular.

    «Дорога нуждается в ремонте» -> «Дорогу нужно отремонтировать».
    """
    stage = (split.noun, *sentence.below(split.noun, "case")) if split.noun.lemma == STAGE else ()
    found = _without_stage(sentence, split) if stage else split
    if found is None:
        return None
    split, light, noun = found, found.light, found.noun
    subject = next(sentence.below(light, "nsubj", "nsubj:pass"), None)
    finite_verb = light.feats.get("VerbForm") == "Fin" and light.rel != "conj"
    if subject is None or subject_of(sentence, light) is not subject or not finite_verb:
        return None
    if any(sentence.below(light, "conj", "aux")) or any(sentence.below(noun, "amod", "conj")):
        return None
    used = split.pair.government.get("gen") == "subj"
    actor = _actor(sentence, noun)
    if follows_row(sentence, noun) or (used and actor is None):
        return None
    if any(mark.lemma == "у" for mark in sentence.tokens[noun.index :]):
        return None
    given = _given(sentence, subject, "ins" if used else "acc")
    named = recase(sentence, actor, "nom") if actor is not None else {}
    told = _told(sentence, split, actor)
    if given is None or named is None or told is None or _has_another(sentence, noun, actor):
        return None
    redraft = Redraft(sentence, text)
    redraft.replace({**given, **named, light.index: told})
    redraft.drop(noun.index, *(mark.index for mark in (*sentence.below(noun, "case"), *stage)))
    if told.startswith("нельзя"):
        redraft.drop(*(t.index for t in sentence.below(light) if t.lemma == NOT))
    return Rewrite(redraft, safe=False)


def _without_stage(sentence: Sentence, split: Split) -> Split | None:
    """«находится в стадии разработки» is «находится в разработке»."""
    below = [c for c in sentence.below(split.noun) if c.rel != "case"]
    family = families().get(below[0].lemma) if len(below) == 1 else None
    if family is None or not is_action(below[0]) or family.government.get("gen") != "acc":
        return None
    pair = Pair("gen", family.ipf, family.pf, {"subj": "acc"}, "suggest")
    return replace(split, noun=below[0], pair=pair)


def _given(sentence: Sentence, subject: Token, case: str) -> Forms | None:
    if case_of(subject) != "nom" or extent(sentence, subject) is None:
        return None
    if is_which(subject):
        form = which(sentence, subject, case)
        return None if form is None else {subject.index: form}
    return recase(sentence, subject, case) if subject.pos in {"NOUN", "PROPN"} else None


def _actor(sentence: Sentence, noun: Token) -> Token | None:
    """Return who acts: «на рассмотрении комиссии»."""
    bare = [c for c in sentence.below(noun, "nmod") if complement_key(sentence, c) == "gen"]
    near = sentence.tokens[noun.index + 1 : noun.index + 4]
    bare += [t for t in near if t.feats.get("Case") == "Ins" and is_actor(t)]
    return next((c for c in bare if (is_actor(c) and extent(sentence, c)) or _is_firm(c)), None)


def _is_firm(noun: Token) -> bool:
    """Tell whether a body is called by letters («АО «Маяк»»)."""
    return noun.pos == "PROPN" and len(noun.text) > 1 and noun.text.isupper()


def _has_another(sentence: Sentence, noun: Token, actor: Token | None) -> bool:
    """Tell whether the noun has a genitive that does not act («на контроле суда и срока»)."""
    bare = (c for c in sentence.below(noun, "nmod") if complement_key(sentence, c) == "gen")
    return any(c is not actor for c in bare)


def _told(sentence: Sentence, split: Split, actor: Token | None) -> str | None:
    light, pair = split.light, split.pair
    tense = light.feats.get("Tense", "")
    negated = any(c.lemma == NOT for c in sentence.below(light))
    if light.lemma in NEEDED:
        if tense != "Pres" or actor is not None or not pair.pf:
            return None
        if negated:
            return f"нельзя {pair.pf}" if light.lemma == "поддаваться" else None
        return f"{NEEDED[light.lemma]} {pair.pf}"
    if tense not in {"Pres", "Past"} or not pair.ipf:
        return None
    if actor is not None and _is_firm(actor) and tense == "Past":
        return None
    agreement = THEY if actor is None else actor_of(sentence, actor)
    return _finite(pair.ipf, tense, agreement)


def _finite(verb: str, tense: str, actor: Actor) -> str | None:
    number, gender = actor.number, actor.gender
    return finite(verb, tense, person=actor.person, number=number, gender=gender)
