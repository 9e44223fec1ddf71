"""Where the words of a split predicate go when one verb tells it."""

from plainreply.document import Sentence, Token
from plainreply.grammar.deed import Deed
from plainreply.grammar.derivation import families
from plainreply.grammar.forms import case_of
from plainreply.grammar.govern import complement_key
from plainreply.grammar.order import doers_of, goes_on, is_relative
from plainreply.grammar.phrase import Phrase, extent, is_letters, noun_words
from plainreply.grammar.predicate import Predicate
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.split import Split

SHORT = 4
"""How many words an object may have to stand before what more there is to tell."""


DEEPER = frozenset({"ins", "по+dat"})
"""Complements of the deed that the parser may hang on its object."""


def put_between(redraft: Redraft, split: Split) -> None:
    """«просит извинить жителей» says something else than «просит жителей извинить»."""
    for child in redraft.sentence.below(split.light, "iobj", "obl"):
        phrase = noun_words(redraft.sentence, child)
        if split.noun.index < child.index and complement_key(redraft.sentence, child) == "dat":
            redraft.move((t.index for t in phrase), before=split.noun.index)


def put_row(redraft: Redraft, deed: Deed, verb: Token, forms: list[str]) -> None:
    """Put the verbs of a row in the places of their nouns, or all together where the nouns
    stand before the predicate («сбор и обработка данных ведутся»)."""
    others = [noun for noun, _ in deed.others]
    if deed.split.noun.index > verb.index:
        redraft.replace({n.index: form for n, form in zip(others, forms[1:], strict=True)})
        return
    if others:
        *some, last = forms
        redraft.replace({verb.index: f"{', '.join(some)} и {last}"})
    for noun in others:
        marks = redraft.sentence.below(noun, "cc", "punct")
        redraft.drop(noun.index, *(mark.index for mark in marks))


def negated(sentence: Sentence, verb: Token) -> Token:
    """Return the «не» right before the verb, else the verb: an adverb goes before it."""
    before = sentence.tokens[verb.index - 1] if verb.index else verb
    return before if before.lemma == "не" else verb


def put_behind(redraft: Redraft, deed: Deed, verb: Token) -> None:
    """«Признание дома аварийным осуществляется» -> «Дом признают аварийным»: only the object
    keeps its place before the verb."""
    sentence, noun = redraft.sentence, deed.split.noun
    family, government = families().get(noun.lemma), deed.split.pair.government
    if noun.index > verb.index or government.get("gen") != "acc":
        return
    government = {**(family.government if family else {}), **government}
    last = sentence.tokens[verb.index - 1]
    predicative = [last] if last.pos == "ADJ" and case_of(last) == "ins" else []
    for child in (*sentence.subtree(noun), *predicative):
        key, phrase = complement_key(sentence, child), extent(sentence, child)
        own = child in predicative or child.head == noun.index
        own = own or (key in DEEPER and _is_object(sentence, child.head, noun))
        governed = own and government.get(key, "acc") != "acc" and child.rel != "conj"
        if governed and phrase and noun.index < phrase[0].index <= phrase[-1].index < verb.index:
            redraft.move((t.index for t in phrase), before=redraft.after(verb.index))
            return


def _is_object(sentence: Sentence, index: int, noun: Token) -> bool:
    """Tell whether the word at ``index`` is a genitive of the object of ``noun``."""
    word = sentence.tokens[index]
    if word.head < 0 or word.pos == "VERB" or complement_key(sentence, word) != "gen":
        return False
    return word.head == noun.index or _is_object(sentence, word.head, noun)


def put_agent(
    redraft: Redraft, deed: Deed, predicate: Predicate, agent: Token, theme: Phrase
) -> None:
    """Let the agent stand before a verb that would open the clause otherwise, and before verb
    and object where more follows; what closes the clause as its news stays there."""
    sentence, first = redraft.sentence, predicate.first
    doers, theme = doers_of(sentence, agent), tuple(t for t in theme if redraft.holds(t.index))
    if not doers or agent.index < first.index or not (theme or goes_on(sentence, doers)):
        return
    if not theme or theme[0].index > first.index:
        redraft.move((t.index for t in doers), before=first.index)
    elif any(map(is_relative, theme)):
        adverbs = [t.index for t in adverbs_of(redraft, deed.split)]
        if goes_on(sentence, doers):
            before = [*adverbs, negated(sentence, first).index]
            redraft.move((t.index for t in doers), before=min(before, key=redraft.place))
    elif _is_held_up(redraft, predicate, doers, theme) and _is_one(redraft, theme, first):
        verb = predicate.verb.index
        redraft.move((t.index for t in doers), before=theme[0].index)
        ahead = [t.index for t in theme if redraft.place(t.index) < redraft.place(verb)]
        redraft.move(ahead, before=redraft.after(verb))


def _is_held_up(redraft: Redraft, predicate: Predicate, doers: Phrase, theme: Phrase) -> bool:
    """Tell whether an object in front would hold up what is told: more follows the agent,
    something stands between verb and agent, or it may be taken for the subject."""
    short = len(theme) <= SHORT or any(t.pos == "ADP" for t in theme)
    torn = redraft.after(predicate.verb.index) != doers[0].index
    return torn or is_letters(theme[0]) or (short and goes_on(redraft.sentence, doers))


def _is_one(redraft: Redraft, theme: Phrase, first: Token) -> bool:
    """Tell whether the words of the object stand together before the verb, and no comma that is
    not theirs parts them from it."""
    told = {t.index for t in theme}
    between = range(theme[0].index, theme[-1].index)
    together = all(i in told or not redraft.holds(i) for i in between)
    last = redraft.sentence.tokens[first.index - 1]
    return together and theme[-1].index < first.index and (last.text != "," or last in theme)


def adverbs_of(redraft: Redraft, split: Split) -> tuple[Token, ...]:
    """Return the former adjectives of the noun."""
    return tuple(redraft.sentence.below(split.noun, "amod"))
