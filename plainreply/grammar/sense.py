"""Which sense a noun has here: an action, or a document, body, place, result or term.

The table ``action-senses.tsv`` holds for each noun when it is silent and when it tells of an
action, in a small vocabulary of conditions that this module knows how to test.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_actor
from plainreply.grammar.forms import case_of
from plainreply.grammar.split import is_term, split_of
from plainreply.resources import lexicon

Test = Callable[[Sentence, Token, str], bool]
Condition = tuple[tuple[str, str], ...]
POSSESSIVES = frozenset("ваш наш мой твой его её ее их свой".split())
DEICTICS = frozenset("этот данный настоящий указанный такой тот".split())
WHICH = frozenset("конкретный каждый любой другой иной".split())
NO_KIND = frozenset(
    "своевременный быстрый скорый полный повторный дальнейший последующий незаконный "
    "необоснованный окончательный самостоятельный срочный новый возможный".split()
)
PEOPLE = frozenset("семья население персонал молодёжь".split())


def tells_action(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun that can be either names an action in this sentence.

    First a light verb decides, then what silences the noun, then what makes it an action; a
    noun without a row of its own is an action where a genitive thing undergoes it.
    """
    silent, active = senses().get(noun.lemma, ((), (GENITIVE_THING,)))
    if (("light", ""),) in active and _light(sentence, noun, ""):
        return True
    if any(_holds(condition, sentence, noun) for condition in silent):
        return False
    return any(_holds(condition, sentence, noun) for condition in active)


@cache
def senses() -> Mapping[str, tuple[tuple[Condition, ...], tuple[Condition, ...]]]:
    """Return for each noun the conditions of its silence and of its being an action."""
    rows = lexicon("action-senses")
    found = {r["noun"]: (_read(r["silent_when"]), _read(r["action_when"])) for r in rows}
    return found | {noun.replace("ё", "е"): pair for noun, pair in found.items()}


def _read(cell: str) -> tuple[Condition, ...]:
    """Read «number;gen:thing&ins»: alternatives, each of parts that must all hold."""
    return tuple(
        tuple((name, value) for name, _, value in (p.partition(":") for p in option.split("&")))
        for option in cell.split(";")
        if option
    )


GENITIVE_THING: Condition = (("gen", "thing"),)


def _holds(condition: Condition, sentence: Sentence, noun: Token) -> bool:
    return all(TESTS[name](sentence, noun, value) for name, value in condition)


def _bare_below(sentence: Sentence, noun: Token, case: str) -> list[Token]:
    """Return the dependants in ``case`` that have no preposition."""
    return [
        child
        for child in sentence.below(noun, "nmod", "obl", "iobj", "obj")
        if case_of(child) == case and not any(sentence.below(child, "case"))
    ]


def _plural(sentence: Sentence, noun: Token, value: str) -> bool:
    return noun.feats.get("Number") == "Plur"


def _bare(sentence: Sentence, noun: Token, value: str) -> bool:
    return not any(
        child.rel not in {"case", "punct", "cc", "conj"} for child in sentence.below(noun)
    )


def _number(sentence: Sentence, noun: Token, value: str) -> bool:
    after = sentence.tokens[noun.index + 1 : noun.index + 4]
    return bool(after) and (after[0].text[0].isdigit() or any(t.text == "№" for t in after))


def _name(sentence: Sentence, noun: Token, value: str) -> bool:
    return noun.index > 0 and noun.text[:1].isupper()


def _gen(sentence: Sentence, noun: Token, value: str) -> bool:
    return any(_sort(child) == value for child in _bare_below(sentence, noun, "gen"))


def _of(sentence: Sentence, noun: Token, value: str) -> bool:
    return any(child.lemma in value.split(",") for child in _bare_below(sentence, noun, "gen"))


def _any(sentence: Sentence, noun: Token, value: str) -> bool:
    return True


def _sort(noun: Token) -> str:
    """Return ``person``, ``body`` or ``thing``."""
    if noun.feats.get("Animacy") == "Anim" or noun.lemma in PEOPLE or noun.pos == "PRON":
        return "person"
    return "body" if is_actor(noun) else "thing"


def _dative(sentence: Sentence, noun: Token, value: str) -> bool:
    return bool(_bare_below(sentence, noun, "dat"))


def _instrumental(sentence: Sentence, noun: Token, value: str) -> bool:
    return bool(_bare_below(sentence, noun, "ins"))


def _infinitive(sentence: Sentence, noun: Token, value: str) -> bool:
    return any(child.feats.get("VerbForm") == "Inf" for child in sentence.below(noun))


def _preposition(sentence: Sentence, noun: Token, value: str) -> bool:
    return any(
        mark.lemma in {value, value + "о"} and mark.index > noun.index
        for child in sentence.below(noun)
        for mark in sentence.below(child, "case")
    )


def _about(sentence: Sentence, noun: Token, value: str) -> bool:
    return any(_preposition(sentence, noun, about) for about in ("о", "об", "обо"))


def _that(sentence: Sentence, noun: Token, value: str) -> bool:
    return any(
        mark.lemma in {"что", "чтобы"}
        for child in sentence.below(noun)
        for mark in sentence.below(child, "mark")
    )


def _after(sentence: Sentence, noun: Token, value: str) -> bool:
    words = set(value.split(","))
    before = {mark.lemma for mark in sentence.below(noun, "case")}
    if noun.head >= 0 and noun.rel == "nmod" and not before:
        before.add(sentence.tokens[noun.head].lemma)
    return bool(before & words)


def _adjective(sentence: Sentence, noun: Token, value: str) -> bool:
    if value == "kind" and _gen(sentence, noun, "thing"):
        return False
    return any(
        adjective_sort(child) == value for child in sentence.below(noun, "amod", "det", "acl")
    )


def adjective_sort(child: Token) -> str:
    """Return what an attribute tells: ``possessive``, ``this``, ``which``, ``participle``,
    ``kind`` or nothing of these."""
    if child.lemma in POSSESSIVES:
        return "possessive"
    if child.lemma in DEICTICS:
        return "this"
    if child.lemma in WHICH:
        return "which"
    if child.feats.get("VerbForm") == "Part":
        return "participle"
    return "kind" if child.pos == "ADJ" and child.lemma not in NO_KIND else ""


def _governed(sentence: Sentence, noun: Token, value: str) -> bool:
    if noun.head < 0 or noun.rel not in {"obj", "nsubj:pass", "obl", "iobj", "nsubj"}:
        return False
    return _verb_root(sentence.tokens[noun.head].lemma) in _roots(value)


def _subject(sentence: Sentence, noun: Token, value: str) -> bool:
    return noun.rel in {"nsubj", "nsubj:pass"} and _governed(sentence, noun, value)


@lru_cache(maxsize=4096)
def _roots(value: str) -> frozenset[str]:
    return frozenset(map(_verb_root, value.split(",")))


@lru_cache(maxsize=8192)
def _verb_root(verb: str) -> str:
    """Return what the two aspects of most verbs share: the beginning, without -ся."""
    stem = verb.removesuffix("ся")
    return stem[: max(len(stem) - 4, 4)]


def _light(sentence: Sentence, noun: Token, value: str) -> bool:
    return not is_term(sentence, noun) and split_of(sentence, noun) is not None


TESTS: Mapping[str, Test] = {
    "plural": _plural,
    "bare": _bare,
    "number": _number,
    "name": _name,
    "gen": _gen,
    "of": _of,
    "any": _any,
    "dat": _dative,
    "ins": _instrumental,
    "inf": _infinitive,
    "about": _about,
    "that": _that,
    "prep": _preposition,
    "after": _after,
    "adj": _adjective,
    "verb": _governed,
    "subjverb": _subject,
    "light": _light,
}
