"""Where the words of a split predicate go when one verb tells it."""

from plainreply.document import Sentence, Token
from plainreply.grammar.deed import Deed
from plainreply.grammar.forms import case_of
from plainreply.grammar.govern import complement_key
from plainreply.grammar.phrase import extent, noun_words
from plainreply.grammar.predicate import Predicate
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.split import Split


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
    government = deed.split.pair.government
    if noun.index > verb.index or government.get("gen") != "acc":
        return
    last = sentence.tokens[verb.index - 1]
    predicative = [last] if last.pos == "ADJ" and case_of(last) == "ins" else []
    for child in (*sentence.subtree(noun), *predicative):
        key, phrase = complement_key(sentence, child), extent(sentence, child)
        own = child in predicative or child.head == noun.index
        own = own or (key == "ins" and _is_object(sentence, child.head, noun))
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
    redraft: Redraft, predicate: Predicate, agent: Token, theme: tuple[Token, ...]
) -> None:
    """Let the agent stand before a verb that would open the clause otherwise."""
    first = next(t for t in predicate.tokens if t is not predicate.auxiliary)
    doers = extent(redraft.sentence, agent)
    opens = theme and all(t.index > first.index for t in theme)
    if doers and opens and agent.index > first.index:
        redraft.move((t.index for t in doers), before=first.index)


def adverbs_of(redraft: Redraft, split: Split) -> tuple[Token, ...]:
    """Return the former adjectives of the noun."""
    return tuple(redraft.sentence.below(split.noun, "amod"))
