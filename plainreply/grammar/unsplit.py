"""Split predicates told by one verb: «осуществляет контроль» -> «контролирует»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.antecedent import is_which
from plainreply.grammar.attribute import without_participle
from plainreply.grammar.clause import same_clause, starts_clause
from plainreply.grammar.deed import Deed, deed_of
from plainreply.grammar.doer import doer
from plainreply.grammar.duty import is_duty, obliged
from plainreply.grammar.forms import case_of, in_capitals_of, verb_form
from plainreply.grammar.govern import complement_key, govern, put
from plainreply.grammar.hollow import is_hollow, without_hollow_noun
from plainreply.grammar.mood import ORDER, is_order, like
from plainreply.grammar.naming import named as nominative
from plainreply.grammar.obstacles import confers
from plainreply.grammar.order import put_in_front, put_us_first
from plainreply.grammar.placing import (
    adverbs_of,
    negated,
    put_agent,
    put_behind,
    put_between,
    put_row,
)
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
from plainreply.grammar.relative import is_relative, relative
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.split import Split, is_attribute
from plainreply.grammar.splitclause import is_hindered
from plainreply.grammar.standing import is_standing, stated
from plainreply.grammar.writer import is_ours


def unsplit(sentence: Sentence, text: str, split: Split) -> Rewrite | None:
    """Return the sentence with the one verb in place of the two words, or None if unsure."""
    if is_attribute(split.light):
        return without_participle(sentence, text, split)
    if is_standing(split):
        return stated(sentence, text, split)
    if is_duty(split):
        return obliged(sentence, text, split)
    if is_hollow(split):
        return without_hollow_noun(sentence, text, split)
    agent = doer(sentence, split) if split.passive else None
    deed = deed_of(sentence, split, agent)
    if deed is None or is_hindered(sentence, split, agent):
        return None
    redraft = Redraft(sentence, text)
    if not complements_follow(redraft, deed, agent):
        return None
    if split.passive:
        return _passive(redraft, deed, agent)
    if is_relative(sentence, split.light):
        return relative(redraft, deed)
    return _active(redraft, deed)


def complements_follow(redraft: Redraft, deed: Deed, agent: Token | None) -> bool:
    """Give the verb the complements of the noun, of those coordinated with it and of the light
    verb, and drop what says nothing."""
    sentence, split = redraft.sentence, deed.split
    government = split.pair.government
    skip = {noun.index for noun, _ in deed.others} | {token.index for token in deed.hollow}
    skip |= {agent.index} if agent else set()
    for noun in deed.nouns:
        apart = {c.index for c in sentence.below(noun) if _stands_apart(sentence, split, c)}
        if not govern(redraft, noun, government, skip | apart):
            return False
    redraft.drop(*(token.index for token in deed.hollow))
    for child in sentence.below(split.light, "obl", "iobj"):
        preposition = next(sentence.below(child, "case"), None)
        key = complement_key(sentence, child)
        if government.get(key) == "acc" and (preposition is not None or key == "dat"):
            return put(redraft, preposition, child, "acc")
    return True


def _stands_apart(sentence: Sentence, split: Split, child: Token) -> bool:
    """Tell whether a word hangs on the noun by mistake: the light verb stands between, and the
    verb to come governs nothing of the kind."""
    light, noun = split.light.index, split.noun.index
    if child.rel.startswith("acl"):
        return any(is_which(t) and _differs(t, split.noun) for t in sentence.subtree(child))
    if child.rel not in {"nmod", "obl", "iobj", "advmod"} or child.pos == "VERB":
        return False
    if child.index < noun and complement_key(sentence, child) == "gen":
        return any(c.index > noun for c in sentence.below(split.noun, "nmod"))
    if child.index > noun and not same_clause(sentence, child, split.noun):
        return True
    if child.index < light < noun:
        return True
    between = noun < light < child.index
    return between and complement_key(sentence, child) not in split.pair.government


def _differs(pronoun: Token, noun: Token) -> bool:
    """Tell whether «который» surely stands for another noun."""
    if pronoun.feats.get("Number") != noun.feats.get("Number"):
        return True
    genders = {pronoun.feats.get("Gender"), noun.feats.get("Gender")}
    return noun.feats.get("Number") == "Sing" and len(genders) == 2 and "Fem" in genders


def _active(redraft: Redraft, deed: Deed) -> Rewrite | None:
    """Put the verb where the light verb stood, in its form; the noun goes."""
    light, split = deed.split.light, deed.split
    head, _, tail = deed.verb.partition(" ")
    orders = is_order(redraft.sentence, light)
    verbs = (head, *(verb for _, verb in deed.others))
    told = [verb_form(verb, *ORDER) if orders else like(light, verb) for verb in verbs]
    forms = [form for form in told if form is not None]
    if len(forms) < len(told):
        return None
    redraft.replace({light.index: in_capitals_of(light.text, forms[0])})
    put_row(redraft, deed, light, forms)
    first = negated(redraft.sentence, light)
    redraft.move((t.index for t in adverbs_of(redraft, split)), before=first.index)
    if tail:
        put_between(redraft, split)
        redraft.replace({split.noun.index: tail})
    else:
        redraft.drop(split.noun.index, *(mark.index for mark in _marks(redraft, split)))
    return Rewrite(redraft, split.pair.safe == "auto" and not deed.others)


def _marks(redraft: Redraft, split: Split) -> tuple[Token, ...]:
    """Return the preposition of the noun («взять на контроль»)."""
    return tuple(redraft.sentence.below(split.noun, "case"))


def _passive(redraft: Redraft, deed: Deed, agent: Token | None) -> Rewrite | None:
    """Make the agent the subject, else tell it of the writer or of no one in particular."""
    sentence, split = redraft.sentence, deed.split
    predicate = predicate_of(sentence, split.light)
    actor = _actor(sentence, split, agent)
    if actor == THEY and "inf" in split.pair.government.values():
        return None
    if not told_of(redraft, deed, predicate, actor) or not named(redraft, agent):
        return None
    gone = deed.gone | {adverb.index for adverb in adverbs_of(redraft, split)}
    theme = tuple(t for t in sentence.subtree(split.noun) if t.index not in gone)
    if agent is None and actor is US:
        put_us_first(redraft, predicate, theme or (predicate.verb,))
    elif agent is not None:
        put_agent(redraft, deed, predicate, agent, theme)
    elif _is_led_by_object(deed, theme) and starts_clause(sentence, predicate.tokens[0]):
        put_in_front(redraft, predicate, theme)
        adverbs = (t.index for t in adverbs_of(redraft, split))
        redraft.move(adverbs, before=negated(sentence, predicate.verb).index)
    return Rewrite(redraft, agent is not None and split.pair.safe == "auto")


def _is_led_by_object(deed: Deed, theme: tuple[Token, ...]) -> bool:
    """Tell whether what is left of the noun's phrase is one object and nothing else."""
    if any(t.text == "," or t.pos == "NUM" or _is_loose(t) for t in theme[1:]):
        return False
    leads = deed.split.pair.government.get("gen") != "acc" or any(
        case_of(t) == "gen" for t in theme
    )
    counted = bool(theme) and theme[0].pos == "NUM"
    return bool(theme) and not counted and not deed.others and leads


def _is_loose(token: Token) -> bool:
    """Tell whether a preposition opens what rather goes with the verb («заявки до мая»)."""
    return token.pos == "ADP" and token.lemma not in {"за", "о", "об"}


def told_of(redraft: Redraft, deed: Deed, predicate: Predicate, actor: Actor) -> bool:
    """Put the verb in the form that ``actor`` asks for in place of the two words."""
    split, verbs = deed.split, (deed.verb, *(verb for _, verb in deed.others))
    may = actor == THEY and confers(deed.split.pair.pf)
    told = [activated(predicate, verb, actor, may=may) for verb in verbs]
    forms = told[0]
    if forms is None:
        return False
    redraft.replace({index: form for index, form in forms.items() if form})
    at = predicate.verb.index
    row = [form[at].removeprefix("будут ") for form in told[1:] if form is not None]
    if len(row) < len(deed.others):
        return False
    put_row(redraft, deed, predicate.verb, [forms[at], *row])
    first = negated(redraft.sentence, predicate.verb).index
    redraft.move((t.index for t in adverbs_of(redraft, split)), before=first)
    redraft.drop(split.noun.index, *(i for i, form in forms.items() if not form))
    put_behind(redraft, deed, predicate.verb)
    return True


def named(redraft: Redraft, agent: Token | None) -> bool:
    """Make the agent, if there is one, the subject."""
    forms = {} if agent is None else nominative(redraft.sentence, agent)
    if forms is None:
        return False
    redraft.replace(forms)
    return True


def _actor(sentence: Sentence, split: Split, agent: Token | None) -> Actor:
    if agent is not None:
        return actor_of(sentence, agent)
    return US if is_ours(sentence, split.noun, split.light) else THEY
