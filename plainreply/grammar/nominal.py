"""Verbal nouns: nouns that name an action which could be a verb."""

from collections.abc import Iterator
from functools import lru_cache

from plainreply.analysis.dictionary import known
from plainreply.document import Sentence, Token
from plainreply.grammar.derivation import Family, families
from plainreply.grammar.forms import infinitive
from plainreply.grammar.sense import tells_action
from plainreply.grammar.split import is_term_of
from plainreply.grammar.thing import is_thing
from plainreply.memo import remembered
from plainreply.spans import held

ENDINGS = (
    ("ирование", ("ировать",)),
    ("ование", ("овать",)),
    ("евание", ("евать",)),
    ("вание", ("вать",)),
    ("ание", ("ать",)),
    ("яние", ("ять",)),
    ("ение", ("ить", "еть", "ти", "ать")),
)
SOFTENING = (("жд", "д"), ("ж", "д"), ("ж", "з"), ("ж", "г"), ("щ", "ст"), ("щ", "т"),
             ("ч", "т"), ("ш", "с"), ("бл", "б"), ("пл", "п"), ("вл", "в"), ("мл", "м"),
             ("фл", "ф"))  # fmt: skip


@remembered
def verbal_nouns(sentence: Sentence) -> Iterator[tuple[Token, Family]]:
    """Yield the verbal nouns of a parsed sentence with their verbs.

    Nouns whose sense is lexical are silent; those that can be either («решение») speak only
    where the grammar around them tells of an action.
    """
    for token in sentence.tokens:
        if token.pos != "NOUN":
            continue
        family = family_of(token.lemma)
        if family is not None and is_action_here(sentence, token, family):
            yield token, family


@lru_cache(maxsize=50_000)
def family_of(lemma: str) -> Family | None:
    """Return the noun's verbs from the table, else by derivation; None when it has none."""
    family = families().get(lemma)
    if family is not None:
        return family if family.sense != "lexical" else None
    verb = derived(lemma)
    if verb is None:
        return _negative(lemma)
    perfective = "perf" in infinitive(verb).tag
    government = {"gen": "acc"} if "tran" in infinitive(verb).tag else {}
    ipf, pf = ("", verb) if perfective else (verb, "")
    return Family(lemma, ipf, pf, government, "action")


def _negative(lemma: str) -> Family | None:
    """Return the verbs of a noun in не- («невозврат»: не возвращать, не вернуть)."""
    if not lemma.startswith("не"):
        return None
    plain = family_of(lemma.removeprefix("не"))
    if plain is None or plain.sense == "lexical":
        return None
    ipf, pf = (f"не {verb}" if verb else "" for verb in (plain.ipf, plain.pf))
    return Family(lemma, ipf, pf, plain.government, "action")


def derived(lemma: str) -> str | None:
    """Return the verb that a noun in -ние is made from, if the dictionary has it."""
    if not known(lemma):
        return None
    for ending, verbs in ENDINGS:
        if lemma.endswith(ending):
            stem = lemma.removesuffix(ending)
            for candidate in _stems(stem):
                for verb in verbs:
                    softened = candidate != stem and verb == "ать"
                    if not softened and infinitive(candidate + verb) is not None:
                        return candidate + verb
    return None


def _stems(stem: str) -> Iterator[str]:
    yield stem
    for soft, hard in SOFTENING:
        if stem.endswith(soft):
            yield stem.removesuffix(soft) + hard


def is_action_here(sentence: Sentence, noun: Token, family: Family) -> bool:
    """Tell whether the noun names an action in this sentence."""
    if held(noun.span, sentence.names):
        return False
    if is_term_of(sentence, noun) or is_thing(sentence, noun):
        return False
    return family.sense == "action" or tells_action(sentence, noun)
