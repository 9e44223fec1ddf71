"""What is really done in a split predicate: the verb, the row it stands in, the hollow words."""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from plainreply.document import Sentence, Token
from plainreply.grammar.derivation import families
from plainreply.grammar.govern import complement_key, is_action
from plainreply.grammar.pairs import BROAD, GENERAL, Pair, pair_of
from plainreply.grammar.predicate import modal_of, same_aspect
from plainreply.grammar.split import Split, is_negated
from plainreply.resources import Row, lexicon

EMPTIEST = GENERAL | {"вести"}
WORKS = frozenset({"работа", "мероприятие"})
AIMS = frozenset(
    "снижение повышение улучшение ухудшение увеличение уменьшение сокращение предотвращение "
    "предупреждение недопущение профилактика обеспечение развитие укрепление совершенствование "
    "поддержание защита охрана сохранение привлечение урегулирование выявление взыскание "
    "погашение возврат устранение популяризация розыск".split()
)
"""What work is for: that it was done does not say that this was reached."""
AGAIN = frozenset(
    "ежемесячно ежегодно ежедневно еженедельно ежеквартально регулярно постоянно всегда "
    "периодически круглосуточно".split()
)
Member = tuple[Token, str]


class Deed(NamedTuple):
    """The verb of a split predicate. ``split`` has the noun that names the deed («поиск» in
    «ведётся работа по поиску»), ``others`` the nouns coordinated with it and their verbs,
    ``hollow`` the words that go with the light verb."""

    split: Split
    verb: str
    others: tuple[Member, ...] = ()
    hollow: tuple[Token, ...] = ()

    @property
    def nouns(self) -> tuple[Token, ...]:
        """All nouns that become verbs."""
        return (self.split.noun, *(noun for noun, _ in self.others))

    @property
    def gone(self) -> frozenset[int]:
        """Indices of the words that are not in the rewrite."""
        return frozenset(token.index for token in (*self.nouns, *self.hollow))


def deed_of(sentence: Sentence, split: Split, agent: Token | None) -> Deed | None:
    """Return what is done, None when no verb is sure or its object would be missing."""
    split, hollow = _without_work(sentence, split)
    split, adjective = _qualified(sentence, split)
    others = _coordinated(sentence, split, is_work=bool(hollow))
    verb = verb_of(split.light, split.pair)
    if agent is None and _may_be_done_once(sentence, split):
        verb = split.pair.pf or verb
    if not verb or split.pair.safe == "never" or others is None:
        return None
    if not _says_enough(sentence, split) or _is_finished_work(split):
        return None
    if not has_object(sentence, split, agent):
        verb = _absolute(sentence, split, agent)
        if not verb or others:
            return None
    told = tuple(member for member in others if member[1] != verb)
    repeated = tuple(
        token
        for noun, other in others
        if other == verb
        for token in (noun, *sentence.below(noun, "cc", "punct"))
    )
    return Deed(split, verb, told, (*hollow, *adjective, *repeated))


def _is_finished_work(split: Split) -> bool:
    """Tell whether «проведены работы» has a result that «поработали» would lose."""
    several = split.noun.lemma in WORKS and split.noun.feats.get("Number") == "Plur"
    return several and split.light.feats.get("Aspect") == "Perf"


def _says_enough(sentence: Sentence, split: Split) -> bool:
    """Tell whether «препятствует» has what it hinders and «поручил» what is to be done."""
    government = split.pair.government
    if " " in split.pair.ipf and "за+acc" in government:
        behind = sentence.tokens[split.noun.index :]
        return any(complement_key(sentence, token) == "за+acc" for token in behind)
    if set(government.values()) == {"dat"}:
        return _has_complement(sentence, split.noun)
    if "inf" not in government:
        return True
    below = tuple(sentence.below(split.noun))
    told = any(government.get(complement_key(sentence, c), "").startswith("inf") for c in below)
    return told or any(c.feats.get("VerbForm") == "Inf" for c in below)


def _may_be_done_once(sentence: Sentence, split: Split) -> bool:
    """Tell whether «может осуществляться» means one result («можно оформить»), not a habit."""
    modal = modal_of(sentence, split.light)
    heads = [split.light, modal] if modal is not None else []
    again = any(c.lemma in AGAIN for head in heads for c in sentence.below(head))
    alone = not any(sentence.below(split.noun, "conj"))
    possible = modal is not None and modal.lemma == "мочь"
    return possible and alone and not again and not is_negated(sentence, split.light)


def verb_of(light: Token, pair: Pair) -> str:
    """Return the verb in the aspect of the light one; a verb without a perfective stands for it
    in the past and in the infinitive («приняли участие»: «участвовали»)."""
    verb = same_aspect(light, pair.ipf, pair.pf)
    gerund = light.feats.get("VerbForm") == "Conv"
    return verb or ("" if gerund or light.feats.get("Aspect") != "Perf" else pair.ipf)


def _without_work(sentence: Sentence, split: Split) -> tuple[Split, tuple[Token, ...]]:
    """«работа по поиску» is «поиск»: return the split predicate without the work."""
    work = split.noun
    light = split.light.lemma.removesuffix("ся").removesuffix("сь")
    below = sentence.below(work)
    if work.lemma not in WORKS or light not in BROAD:
        return split, ()
    rest = [c for c in below if c.rel not in {"punct", "nmod"}]
    found = [c for c in sentence.below(work, "nmod") if complement_key(sentence, c) == "по+dat"]
    if len(found) != 1 or not is_action(found[0]) or any(c.index > work.index for c in rest):
        return split, ()
    if rest and any(c.rel == "amod" for c in rest):
        return split, ()
    noun, family = found[0], families()[found[0].lemma]
    done = work.feats.get("Number") == "Plur" and noun.lemma not in AIMS
    unsure = split.light.feats.get("Aspect") == "Perf" and bool(family.pf) and not done
    pf, safe = family.pf or family.ipf, "never" if unsure else "suggest"
    pair = Pair("acc", family.ipf, pf, family.government, safe)
    hollow = (work, *sentence.below(noun, "case"))
    return replace(split, noun=noun, pair=pair, others=()), hollow


@cache
def _qualified_actions() -> dict[tuple[str, str], Row]:
    return {(row["adjective"], row["noun"]): row for row in lexicon("qualified-actions")}


def _qualified(sentence: Sentence, split: Split) -> tuple[Split, tuple[Token, ...]]:
    """«финансовое обеспечение» has a verb of its own: return the split predicate with it."""
    for adjective in sentence.below(split.noun, "amod"):
        row = _qualified_actions().get((adjective.lemma, split.noun.lemma))
        if row is not None:
            pair = replace(split.pair, ipf=row["ipf"], pf=row["pf"], safe="suggest")
            return replace(split, pair=pair), (adjective,)
    return split, ()


def _coordinated(sentence: Sentence, split: Split, *, is_work: bool) -> tuple[Member, ...] | None:
    """Return the nouns coordinated with the split one and their verbs; None if one has none.

    «обеспечивает сбор и обработку связи» -> «собирает и обрабатывает связь». Where the nouns
    stand before the verb, only the last one may have a complement.
    """
    if split.noun.rel == "conj" and not any(sentence.below(split.noun, "case")):
        return None
    found: list[Member] = []
    for other in sentence.below(split.noun, "conj"):
        verb = _part_of_work(split, other) if is_work else _verb_of_other(split, other)
        if not verb:
            return None
        found.append((other, verb))
    before = found and split.noun.index < split.light.index
    alone = [split.noun, *(noun for noun, _ in found[:-1])]
    if before and any(_has_complement(sentence, noun) for noun in alone):
        return None
    return tuple(found)


def _part_of_work(split: Split, noun: Token) -> str:
    """Return the verb of another part of the work; where the work was done, each part must have
    a verb that says so («поиск» has none)."""
    family, first = families().get(noun.lemma), families()[split.noun.lemma]
    if family is None or not is_action(noun):
        return ""
    if split.light.feats.get("Aspect") != "Perf":
        return family.ipf
    return family.pf if first.pf and noun.lemma not in AIMS else ""


def _verb_of_other(split: Split, other: Token) -> str:
    light = split.light.lemma
    for verb in (light, light.removesuffix("ся").removesuffix("сь")):
        pair = pair_of(verb, other.lemma, complete=True)
        if pair is not None and pair.safe != "never":
            return verb_of(split.light, pair)
    return ""


def _has_complement(sentence: Sentence, noun: Token) -> bool:
    return any(c.index > noun.index for c in sentence.below(noun, "nmod", "obl", "amod"))


def has_object(sentence: Sentence, split: Split, agent: Token | None) -> bool:
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


@cache
def _absolutes() -> dict[str, Row]:
    return {row["noun"]: row for row in lexicon("absolute-verbs")}


def _absolute(sentence: Sentence, split: Split, agent: Token | None) -> str:
    """Return a verb that can do without an object: what the reader may do for himself («можно
    записаться»), or what a condition supposes («если оплатили дважды»). «Записывают по
    телефону» would leave open whom."""
    row = _absolutes().get(split.noun.lemma)
    light = split.light.lemma.removesuffix("ся").removesuffix("сь")
    modal = modal_of(sentence, split.light)
    if row is None or not split.passive or light not in EMPTIEST or agent is not None:
        return ""
    if modal is not None:
        return row["verb"] if modal.lemma == "мочь" else ""
    supposed = any(mark.lemma == "если" for mark in sentence.below(split.light, "mark"))
    done = split.light.feats.get("Aspect") == "Perf"
    return row["verb"] if supposed and done and row["supposed"] == "yes" else ""
